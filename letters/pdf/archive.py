"""What makes the file a PDF/A-2a and PDF/UA-1: its metadata, colour profile and catalogue."""

import hashlib
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFCatalog, PDFDictionary, PDFDocument, PDFOutlines

from letters.pdf.objects import Raw, Stream, deflated, text_string

PRODUCER = "Sportello"
_LANGUAGE_TAGS = {"it": "it-IT", "en": "en-GB"}


class Metadata(NamedTuple):
    """How the file names itself: texts as `plain_text` gives them, `language` "it" or "en"."""

    title: str
    author: str
    subject: str
    language: str
    created: datetime


class _Catalog(PDFCatalog):
    """ReportLab's catalogue, which has no place for output intents."""

    __NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]
    __Refs__ = [*PDFCatalog.__Refs__, "OutputIntents"]


class _Info(PDFDictionary):
    """The document information; ReportLab's own has entries that XMP would have to repeat."""

    invariant = 1

    def digest(self, signature: object) -> None:
        """Add nothing: the file identifier is taken from the letter itself."""


def plain_text(text: str) -> str:
    """Give `text` without what neither XML nor a title bar can hold, on one line."""
    return "".join(filter(str.isprintable, " ".join(text.split())))


def start_document(metadata: Metadata, identity: bytes) -> PDFDocument:
    """Begin a file whose identifier is made from `identity` alone."""
    document = PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7))
    digest = hashlib.sha256(identity).hexdigest()[:32].encode()
    document._ID = b"\n[<%b><%b>]\n" % (digest, digest)  # noqa: SLF001 - has no other door
    document.info = _info(metadata)
    catalog = _Catalog()
    catalog.Pages = document.Pages
    catalog.Lang = Raw(text_string(_LANGUAGE_TAGS[metadata.language]))
    catalog.MarkInfo = Raw(b"<< /Marked true >>")
    catalog.ViewerPreferences = Raw(b"<< /DisplayDocTitle true >>")
    catalog.Metadata = Stream(_xmp(metadata), b"/Type /Metadata /Subtype /XML")
    catalog.OutputIntents = PDFArray([_output_intent(document)])
    catalog.Outlines = document.Outlines = PDFOutlines()
    document.Catalog = catalog
    return document


def _info(metadata: Metadata) -> _Info:
    moment = _pdf_date(metadata.created)
    return _Info(
        {
            "Title": text_string(metadata.title),
            "Author": text_string(metadata.author),
            "Subject": text_string(metadata.subject),
            "Creator": text_string(PRODUCER),
            "Producer": text_string(PRODUCER),
            "CreationDate": moment,
            "ModDate": moment,
        }
    )


def _pdf_date(moment: datetime) -> bytes:
    zone = f"{moment:%z}"
    return f"(D:{moment:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}')".encode()


def _output_intent(document: PDFDocument) -> PDFDictionary:
    return PDFDictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": "(sRGB)",
            "Info": "(sRGB IEC61966-2.1)",
            "DestOutputProfile": document.Reference(
                Stream(_colour_profile(), b"/N 3", compressed=True)
            ),
        }
    )


@cache
def _colour_profile() -> bytes:
    return deflated(files("letters.pdf").joinpath("srgb.icc").read_bytes()).content


@cache
def _xmp_template() -> str:
    return files("letters.pdf").joinpath("metadata.xmp").read_text(encoding="utf-8")


def _xmp(metadata: Metadata) -> bytes:
    """The metadata packet; dates and names say the same as the document information."""
    values = {
        "title": metadata.title,
        "author": metadata.author,
        "subject": metadata.subject,
        "language": _LANGUAGE_TAGS[metadata.language],
        "producer": PRODUCER,
        "moment": metadata.created.replace(microsecond=0).isoformat(),
    }
    escaped = {name: escape(value) for name, value in values.items()}
    return _xmp_template().format_map(escaped).encode("utf-8")
