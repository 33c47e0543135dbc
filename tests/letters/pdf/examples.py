"""A letter to build on, and readers of what was drawn."""

import io
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject

from letters.pdf import Letter, Letterhead

LETTERHEAD = Letterhead(
    "Camera di commercio",
    unit="Ufficio contributi",
    address_lines=("Via dell'Esempio 12", "46100 Mantova"),
    contact_lines=("contributi@pec.example.it",),
    footer_lines=("Codice fiscale 00000000000",),
)


def letter(*blocks, **changes) -> Letter:
    """A letter with these blocks."""
    values: dict[str, Any] = {
        "language": "it",
        "title": "Comunicazione di concessione",
        "letterhead": LETTERHEAD,
        "reference_lines": ("Protocollo n. 7/2026", "Pratica CW-42"),
        "place_and_date": "Mantova, 12 marzo 2026",
        "addressee_lines": ("Spazio Aperto S.r.l.", "Via Roma 1"),
        "subject": "contributo concesso",
        "blocks": blocks,
        "created": "2026-03-12T10:15:00+01:00",
    }
    return Letter(**(values | changes))


def opened(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def words(page: PageObject) -> str:
    """The text of a page, white space made one."""
    return " ".join(page.extract_text().split())


def tree(data: bytes) -> list[Any]:
    """The structure below the document as [tag, child, child, ...]; words count as no child."""
    root = opened(data).trailer["/Root"]["/StructTreeRoot"]["/K"]
    return _branch(root)


def _branch(element: DictionaryObject) -> list[Any]:
    children = [child.get_object() for child in element.get("/K", ArrayObject())]
    return [
        element["/S"][1:],
        *(_branch(child) for child in children if "/S" in _dictionary(child)),
    ]


def _dictionary(child: Any) -> dict:
    return child if isinstance(child, DictionaryObject) else {}


def read_aloud(data: bytes) -> list[tuple[str, str]]:
    """(tag, words) of each element that has words, in the order of the structure; ASCII only."""
    reader = opened(data)
    spoken = {page.indirect_reference.idnum: _marked_words(page) for page in reader.pages}
    heard: list[tuple[str, str]] = []
    _listen(reader.trailer["/Root"]["/StructTreeRoot"]["/K"], spoken, heard)
    return heard


def _marked_words(page: PageObject) -> dict[int, str]:
    marked: dict[int, str] = {}
    # A span within a marked sequence belongs to it.
    open_marks: list[int | None] = []
    for operands, operator in ContentStream(page["/Contents"], page.pdf).operations:
        if operator in {b"BDC", b"BMC"}:
            outer = open_marks[-1] if open_marks else None
            entries = operands[1] if operator == b"BDC" else {}
            open_marks.append(outer if operands[0] == "/Span" else entries.get("/MCID"))
        elif operator == b"EMC":
            open_marks.pop()
        elif operator == b"Tj" and open_marks and open_marks[-1] is not None:
            marked[open_marks[-1]] = marked.get(open_marks[-1], "") + str(operands[0])
    return marked


def _listen(element: DictionaryObject, spoken: dict, heard: list[tuple[str, str]]) -> None:
    place = len(heard)
    own = ""
    for item in element.get("/K", ArrayObject()):
        child = item.get_object()
        if isinstance(child, int):
            own += spoken[element.raw_get("/Pg").idnum][child]
        elif child.get("/Type") == "/MCR":
            own += spoken[child.raw_get("/Pg").idnum][child["/MCID"]]
        elif "/S" in child:
            _listen(child, spoken, heard)
    if own:
        heard.insert(place, (element["/S"][1:], own))
