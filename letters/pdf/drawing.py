"""Drawing: the operators of a page, each word marked with the element it belongs to."""

from itertools import groupby

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDocument,
    PDFObjectReference,
    PDFPage,
    PDFResourceDictionary,
)

from letters.pdf.content import Logo
from letters.pdf.figures import Figure, Squares, image_of
from letters.pdf.fonts import Face, font_of
from letters.pdf.lines import Piece, Style
from letters.pdf.markup import Link
from letters.pdf.objects import Raw, deflated, literal, text_string
from letters.pdf.slices import Box, Text
from letters.pdf.structure import Annotation, Element, Marked, add_tree
from letters.pdf.styles import BLUE, INK, Sheet

FURNITURE = b"/Artifact << /Type /Pagination >> BDC"
ORNAMENT = b"/Artifact << /Type /Layout >> BDC"
_CAP_HEIGHT = 0.69
_UNDERLINE_DROP, _UNDERLINE = 1.6, 0.5
_TOUCHING = 0.01


class _SheetPage(PDFPage):
    """ReportLab's page with the two entries that a tagged page needs."""

    __NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
    Override_default_compilation = 1


class Drawing:
    """A document while its pages are drawn: the fonts, marks and links used so far."""

    def __init__(self, document: PDFDocument) -> None:
        self.document = document
        self.owners: list[list[Element]] = []
        self.links: dict[Link, Element] = {}
        self.annotations: list[tuple[Annotation, Element]] = []
        self._fonts: dict[tuple[Face, int], bytes] = {}
        self._images: dict[Logo, PDFObjectReference] = {}

    def font_name(self, face: Face, subset: int) -> bytes:
        """The name of a subset in the pages' resources."""
        if (face, subset) not in self._fonts:
            name = font_of(face).getSubsetInternalName(subset, self.document)
            self._fonts[face, subset] = name.encode()
        return self._fonts[face, subset]

    def encoded(self, text: str, face: Face) -> list[tuple[int, bytes]]:
        """The text as (subset number, codes)."""
        font = font_of(face)
        if self.document not in font.state:
            font.begin(self.document)
        return font.encode(text, self.document)

    def image(self, logo: Logo) -> PDFObjectReference:
        """The image of a logo, in the file once."""
        if logo not in self._images:
            self._images[logo] = self.document.Reference(image_of(logo))
        return self._images[logo]

    def finish(self, root: Element, page_count: int) -> bytes:
        """Write the structure tree and give the file."""
        for number, (annotation, _) in enumerate(self.annotations, page_count):
            annotation["StructParent"] = number
        add_tree(self.document, root, self.owners, self.annotations)
        data: bytes = self.document.GetPDFData(None)
        return data


class PageDrawing:
    """One page while it is drawn; positions are in points from the sheet's bottom left."""

    def __init__(self, drawing: Drawing, sheet: Sheet) -> None:
        document = drawing.document
        self.drawing = drawing
        self.page = _SheetPage()
        self.page.MediaBox = Raw(b"[0 0 %.2f %.2f]" % (sheet.width, sheet.height))
        self.page.Resources = PDFResourceDictionary()
        self.page.Resources.basicFonts()
        self.page.Parent = document.Reference(document.Pages)
        self.page.StructParents = len(drawing.owners)
        self.page.Tabs = "/S"
        self.owners: list[Element] = []
        drawing.owners.append(self.owners)
        document.addPage(self.page)
        self.code: list[bytes] = []
        self.annotations: list[Annotation] = []
        self._mark: Element | bytes | None = None
        self._font: tuple[bytes, float] | None = None
        self._colour = b""

    def boxes(self, boxes: list[tuple[float, Box]]) -> None:
        """Fill rectangles, each given with the top of its slice; touching ones become one."""
        for x, top, width, height, colour in _merged(boxes):
            self._mark_as(ORNAMENT)
            self._paint(colour)
            self.code.append(b"%.2f %.2f %.2f %.2f re f" % (x, top - height, width, height))

    def text(self, text: Text, slice_top: float, *, furniture: bool = False) -> None:
        """Set a line; `furniture` takes it out of the structure tree."""
        style = text.style
        y = slice_top - text.top - (style.leading + _CAP_HEIGHT * style.size) / 2
        x = text.x
        for link, group in groupby(text.line.pieces, key=lambda piece: piece.link):
            pieces = list(group)
            width = sum(piece.width for piece in pieces)
            if furniture or text.element is None:
                self._mark_as(FURNITURE)
                self._show(pieces, x, y, style, style.colour)
            elif link is None:
                self._mark_as(text.element)
                self._show(pieces, x, y, style, style.colour)
            else:
                self._link(link, text.element, pieces, (x, y, width), style)
            x += width

    def figure(self, figure: Figure, slice_top: float) -> None:
        """Draw a picture; one without an element is an ornament."""
        x, y = figure.x, slice_top - figure.top - figure.height
        self._mark_as(figure.element or ORNAMENT)
        if figure.element is not None:
            box = b"[%.2f %.2f %.2f %.2f]" % (x, y, x + figure.width, y + figure.height)
            figure.element.attributes += b" /A << /O /Layout /Placement /Block /BBox %b >>" % box
        if isinstance(figure.picture, Squares):
            self._squares(figure.picture, x, y + figure.height, figure.width)
        else:
            self._image(figure.picture, (figure.width, figure.height, x, y))

    def finish(self) -> None:
        """Close the page."""
        self._mark_as(None)
        self.page.Contents = deflated(b"\n".join(self.code))
        if self.annotations:
            references = [self.drawing.document.Reference(item) for item in self.annotations]
            self.page.Annots = PDFArray(references)

    def _squares(self, squares: Squares, x: float, top: float, side: float) -> None:
        unit = side / squares.side
        self._paint(INK)
        for column, row, length in squares.runs:
            place = (x + column * unit, top - (row + 1) * unit, length * unit, unit)
            self.code.append(b"%.3f %.3f %.3f %.3f re" % place)
        self.code.append(b"f")

    def _image(self, logo: Logo, place: tuple[float, float, float, float]) -> None:
        name = f"Logo{len(self.page.Resources.XObject)}"
        self.page.Resources.XObject[name] = self.drawing.image(logo)
        self.code.append(b"q %.2f 0 0 %.2f %.2f %.2f cm /%b Do Q" % (*place, name.encode()))

    def _link(
        self,
        link: Link,
        parent: Element,
        pieces: list[Piece],
        place: tuple[float, float, float],
        style: Style,
    ) -> None:
        drawing = self.drawing
        if link not in drawing.links:
            drawing.links[link] = Element("Link", parent)
        element = drawing.links[link]
        x, y, width = place
        self._mark_as(element)
        self._show(pieces, x, y, style, BLUE)
        self._mark_as(ORNAMENT)
        self._paint(BLUE)
        self.code.append(b"%.2f %.2f %.2f %.2f re f" % (x, y - _UNDERLINE_DROP, width, _UNDERLINE))
        annotation = _link_annotation(link, (x, y - 3, x + width, y + style.size * 0.8))
        annotation["P"] = self.page
        drawing.document.Reference(annotation)
        element.children.append(annotation)
        self.annotations.append(annotation)
        drawing.annotations.append((annotation, element))

    def _show(self, pieces: list[Piece], x: float, y: float, style: Style, colour: bytes) -> None:
        self._paint(colour)
        parts = [b"BT %.2f %.2f Td" % (x, y)]
        for piece in pieces:
            shown: list[bytes] = []
            for subset, codes in self.drawing.encoded(piece.text, piece.face):
                font = (self.drawing.font_name(piece.face, subset), style.size)
                if font != self._font:
                    shown.append(b"%b %g Tf" % font)
                    self._font = font
                shown.append(literal(codes) + b" Tj")
            parts += _spoken(piece.said, shown)
        parts.append(b"ET")
        self.code.append(b" ".join(parts))

    def _paint(self, colour: bytes) -> None:
        if colour != self._colour:
            self.code.append(colour + b" rg")
            self._colour = colour

    def _mark_as(self, mark: Element | bytes | None) -> None:
        """Make what follows belong to an element, or to an artifact given by its operator."""
        if mark is self._mark:
            return
        if self._mark is not None:
            self.code.append(b"EMC")
        self._mark = mark
        if isinstance(mark, Element):
            number = len(self.owners)
            self.owners.append(mark)
            mark.children.append(Marked((self.page, number)))
            self.code.append(b"/%b << /MCID %d >> BDC" % (mark.tag.encode(), number))
        elif mark is not None:
            self.code.append(mark)


def _spoken(said: str, shown: list[bytes]) -> list[bytes]:
    """Operators with the text that is read aloud instead of what they show, where there is one."""
    if not said:
        return shown
    return [b"/Span << /ActualText %b >> BDC" % text_string(said), *shown, b"EMC"]


def _merged(boxes: list[tuple[float, Box]]) -> list[Box]:
    """Give the boxes with their tops on the sheet; what continues a box above becomes part of it."""
    merged: list[Box] = []
    last: dict[tuple[float, float, bytes], int] = {}
    for slice_top, box in boxes:
        top = slice_top - box.top
        key = (box.x, box.width, box.colour)
        above = merged[last[key]] if key in last else None
        if above is not None and abs(above.top - above.height - top) < _TOUCHING:
            merged[last[key]] = above._replace(height=above.height + box.height)
            continue
        last[key] = len(merged)
        merged.append(box._replace(top=top))
    return merged


def _link_annotation(link: Link, rectangle: tuple[float, float, float, float]) -> Annotation:
    action = b"<< /S /URI /URI %b >>" % literal(link.address.encode("ascii"))
    return Annotation(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": Raw(b"[%.2f %.2f %.2f %.2f]" % rectangle),
            "Border": Raw(b"[0 0 0]"),
            "F": 4,
            "Contents": Raw(text_string("".join(link.words))),
            "A": Raw(action),
        }
    )
