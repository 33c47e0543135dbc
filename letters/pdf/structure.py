"""The structure tree: which drawn words are a heading, an item, a cell (ISO 32000-1, 14.7)."""

from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObject

from letters.pdf.objects import Raw, number_of

COLUMN_HEADER = b"/A << /O /Table /Scope /Column >>"
ROW_HEADER = b"/A << /O /Table /Scope /Row >>"
NUMBERED = b"/A << /O /List /ListNumbering /Decimal >>"
DOTTED = b"/A << /O /List /ListNumbering /Disc >>"
UNMARKED = b"/A << /O /List /ListNumbering /None >>"


class Annotation(PDFDictionary):
    """An annotation; it stands in its page's list and, as a child, in the structure tree."""

    __RefOnly__ = 1


class Marked(tuple[PDFObject, int]):
    """A marked sequence of drawn words: (page, number within the page)."""

    __slots__ = ()


class Element(PDFObject):
    """A structure element. Its children are elements, marked sequences or annotations."""

    __RefOnly__ = 1

    def __init__(self, tag: str, parent: "Element | None" = None, attributes: bytes = b"") -> None:
        """Add the element to `parent`; `attributes` are dictionary entries in PDF syntax."""
        self.tag = tag
        self.parent: PDFObject | None = parent
        self.attributes = attributes
        self.children: list[Element | Marked | Annotation] = []
        if parent is not None:
            parent.children.append(self)

    def walk(self) -> Iterator["Element"]:
        """Yield the element and all elements below it, in the order of reading."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def format(self, document: PDFDocument) -> bytes:
        """Give the bytes for the file."""
        page = next((child[0] for child in self.children if isinstance(child, Marked)), None)
        parts = [b"<< /S /%b /P %d 0 R" % (self.tag.encode(), number_of(self.parent, document))]
        if page is not None:
            parts.append(b"/Pg %d 0 R" % number_of(page, document))
        if self.attributes:
            parts.append(self.attributes)
        if self.children:
            kids = b" ".join(_child(child, page, document) for child in self.children)
            parts.append(b"/K [%b]" % kids)
        return b" ".join(parts) + b" >>"


def _child(
    child: Element | Marked | Annotation, page: PDFObject | None, document: PDFDocument
) -> bytes:
    if isinstance(child, Element):
        return b"%d 0 R" % number_of(child, document)
    if isinstance(child, Annotation):
        place = number_of(child["P"], document)
        return b"<< /Type /OBJR /Pg %d 0 R /Obj %d 0 R >>" % (place, number_of(child, document))
    if child[0] is page:
        return b"%d" % child[1]
    return b"<< /Type /MCR /Pg %d 0 R /MCID %d >>" % (number_of(child[0], document), child[1])


def add_tree(
    document: PDFDocument,
    root: Element,
    pages: list[list[Element]],
    annotations: list[tuple[Annotation, Element]],
) -> None:
    """Write the tree of `root` into the catalogue.

    `pages` gives for each page the element of each marked sequence; page n has the parent key n,
    and the annotations, each with its element, have the keys that follow.
    """
    tree = PDFDictionary({"Type": "/StructTreeRoot"})
    document.Reference(tree)
    root.parent = tree
    for element in root.walk():
        document.Reference(element)
    tree["K"] = document.Reference(root)
    owners = [
        b"[" + b" ".join(b"%d 0 R" % number_of(owner, document) for owner in owners) + b"]"
        for owners in pages
    ]
    owners += [b"%d 0 R" % number_of(owner, document) for _, owner in annotations]
    numbers = b" ".join(b"%d %b" % pair for pair in enumerate(owners))
    tree["ParentTree"] = document.Reference(Raw(b"<< /Nums [%b] >>" % numbers))
    tree["ParentTreeNextKey"] = len(owners)
    document.Catalog.StructTreeRoot = tree
