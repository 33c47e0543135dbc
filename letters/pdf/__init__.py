"""Letters as PDF/A-2a and PDF/UA-1 files. This package knows nothing of the rest of the site."""

from letters.pdf.content import (
    Bullets,
    Callout,
    Facts,
    Heading,
    Letter,
    Letterhead,
    Logo,
    Paragraph,
    Signature,
    Table,
)
from letters.pdf.glyphs import missing_glyphs
from letters.pdf.markup import escape
from letters.pdf.render import render
from letters.pdf.serialise import letter_from_dict, letter_to_dict

__all__ = [
    "Bullets",
    "Callout",
    "Facts",
    "Heading",
    "Letter",
    "Letterhead",
    "Logo",
    "Paragraph",
    "Signature",
    "Table",
    "escape",
    "letter_from_dict",
    "letter_to_dict",
    "missing_glyphs",
    "render",
]
