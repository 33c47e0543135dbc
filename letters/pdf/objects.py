"""Small PDF objects beside ReportLab's: ready bytes, and streams as PDF/A wants them."""

import zlib

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject


class Raw(PDFObject):
    """An object whose bytes are ready."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def format(self, document: PDFDocument) -> bytes:
        """Give the bytes for the file."""
        return self.content


class Stream(PDFObject):
    """A stream; its end stands on a line of its own (PDF/A 6.1.7.1), which ReportLab's does not."""

    __RefOnly__ = 1

    def __init__(self, content: bytes, entries: bytes = b"", *, compressed: bool = False) -> None:
        """`entries` are further dictionary entries; `compressed` says that content is deflated."""
        self.content = content
        self.entries = entries + (b" /Filter /FlateDecode" if compressed else b"")

    def format(self, document: PDFDocument) -> bytes:
        """Give the bytes for the file."""
        head = b"<< /Length %d %b >>\nstream\n" % (len(self.content), self.entries)
        return head + self.content + b"\nendstream\n"


def deflated(content: bytes, entries: bytes = b"") -> Stream:
    """Give a compressed stream of `content`."""
    return Stream(zlib.compress(content), entries, compressed=True)


def literal(content: bytes) -> bytes:
    """Give `content` as a string of the PDF syntax."""
    for special, written in (
        (b"\\", b"\\\\"),
        (b"(", b"\\("),
        (b")", b"\\)"),
        (b"\r", b"\\r"),
        (b"\n", b"\\n"),
    ):
        if special in content:
            content = content.replace(special, written)
    return b"(" + content + b")"


def text_string(text: str) -> bytes:
    """Give `text` as a text string of the PDF syntax (titles, names, descriptions)."""
    if text.isascii():
        return literal(text.encode())
    return b"<feff" + text.encode("utf-16-be", "replace").hex().encode() + b">"


def number_of(item: PDFObject, document: PDFDocument) -> int:
    """Give the object number that `document` holds for a registered object."""
    number: int = document.idToObjectNumberAndVersion[item.__InternalName__][0]
    return number
