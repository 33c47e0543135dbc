"""Titillium Web, and DejaVu Sans for the letters it lacks, embedded as subsets.

A letter uses few characters outside the Latin alphabet of its language, so all letters begin with
the same subset, and a subset once made is kept: making it is the dearest part of a small PDF.
"""

import zlib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import NamedTuple

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC, SUBSETN, TTFont

from letters.pdf.objects import Raw, Stream

_FOLDER = ("static", "fonts", "Titillium_Web")
_FILE = "titillium-web-v10-latin-ext_latin-{}.ttf"
_SPARE_FILES = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}
_FIRST_CHARACTERS = "àèéìòùÀÈÉÌÒÙ€’‘“”«»–•°…§"
_SPACE = 0x20
_NOT_PRINTED = {"\x7f", "\xad", "\uffff"}


class Face(NamedTuple):
    """A cut of the typeface, or of the spare one, which has no italic."""

    bold: bool = False
    italic: bool = False
    spare: bool = False


class _Subset(NamedTuple):
    """The parts of a subset that depend on its characters alone, in their final bytes."""

    program: bytes
    program_length: int
    to_unicode: bytes
    widths: bytes


class LetterFont(TTFont):
    """A font that keeps the subsets it has made."""

    def begin(self, document: pdfdoc.PDFDocument) -> None:
        """Start the subset of `document` with the characters that most letters have."""
        self.splitString(_FIRST_CHARACTERS, document)

    def encode(self, text: str, document: pdfdoc.PDFDocument) -> list[tuple[int, bytes]]:
        """Give `text` as (subset number, character codes)."""
        if text.isascii():
            return [(0, text.encode())]
        encoded: list[tuple[int, bytes]] = self.splitString(text, document)
        return encoded

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802 - ReportLab's name
        """Write the subsets; ReportLab calls this when the document is complete."""
        for number, codes in enumerate(self.state[doc].subsets):
            name = self.getSubsetInternalName(number, doc)[1:]
            base_name = f"{SUBSETN(number).decode()}+{self.face.name.decode()}"
            font = self._font(doc, name, base_name, tuple(codes))
            doc.Reference(font, name)
            doc.idToObject["BasicFonts"].dict[name] = font
        del self.state[doc]

    def _font(
        self, doc: pdfdoc.PDFDocument, name: str, base_name: str, codes: tuple[int, ...]
    ) -> pdfdoc.PDFTrueTypeFont:
        subset = _subset(self, codes)
        font = pdfdoc.PDFTrueTypeFont()
        font.Name, font.BaseFont = name, base_name
        font.FirstChar, font.LastChar = 0, len(codes) - 1
        font.Widths = Raw(subset.widths)
        font.ToUnicode = doc.Reference(Stream(subset.to_unicode, compressed=True))
        length = b"/Length1 %d" % subset.program_length
        program = doc.Reference(Stream(subset.program, length, compressed=True))
        font.FontDescriptor = doc.Reference(self._descriptor(base_name, program))
        return font

    def _descriptor(
        self, base_name: str, program: pdfdoc.PDFObjectReference
    ) -> pdfdoc.PDFDictionary:
        face = self.face
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": pdfdoc.PDFName(base_name),
                "Flags": (face.flags & ~FF_NONSYMBOLIC) | FF_SYMBOLIC,
                "FontBBox": pdfdoc.PDFArray(face.bbox),
                "Ascent": face.ascent,
                "CapHeight": face.capHeight,
                "Descent": face.descent,
                "ItalicAngle": face.italicAngle,
                "StemV": face.stemV,
                "MissingWidth": face.defaultWidth,
                "FontFile2": program,
            }
        )


@lru_cache(maxsize=64)
def _subset(font: LetterFont, codes: tuple[int, ...]) -> _Subset:
    program = font.face.makeSubset(list(codes))
    widths = b" ".join(b"%d" % round(font.face.getCharWidth(code)) for code in codes)
    return _Subset(
        zlib.compress(program),
        len(program),
        zlib.compress(_to_unicode(codes)),
        b"[" + widths + b"]",
    )


def _to_unicode(codes: tuple[int, ...]) -> bytes:
    """The table from codes of the subset to characters, in blocks of 100 as the format allows."""
    pairs = [
        b"<%02X> <%b>" % (code, chr(character).encode("utf-16-be").hex().upper().encode())
        for code, character in enumerate(codes)
        if character
    ]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    body = b"\n".join(
        b"%d beginbfchar\n%b\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks
    )
    return (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        b"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n%b\n"
        b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ) % body


@cache
def font_of(face: Face) -> LetterFont:
    """Give the font of a cut, read once."""
    if face.spare:
        file = files("letters.pdf").joinpath("typefaces", _SPARE_FILES[face.bold])
        with as_file(file) as path:
            return LetterFont(f"DejaVu-{face.bold:d}", str(path))
    weight = "700" if face.bold else ("" if face.italic else "regular")
    name = _FILE.format(weight + ("italic" if face.italic else ""))
    with as_file(files("bootstrap_italia_template").joinpath(*_FOLDER, name)) as path:
        return LetterFont(f"Titillium-{weight}{face.italic:d}", str(path))


@lru_cache(maxsize=20_000)
def text_width(text: str, face: Face) -> float:
    """The width of `text` in parts of the font size."""
    width: float = font_of(face).stringWidth(text, 1)
    return width


def printable_characters() -> set[str]:
    """The characters that all cuts have."""
    return _common(Face(bold, italic) for bold in (False, True) for italic in (False, True))


def spare_characters() -> set[str]:
    """The characters that both cuts of the spare typeface have."""
    return _common(Face(bold, spare=True) for bold in (False, True))


def _common(cuts: Iterable[Face]) -> set[str]:
    common = set.intersection(*(set(font_of(face).face.charToGlyph) for face in cuts))
    return {chr(code) for code in common if code >= _SPACE} - _NOT_PRINTED
