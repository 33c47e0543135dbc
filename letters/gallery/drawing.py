"""One template with its values as a letter; nothing of it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.urls import reverse

from letters import pdf, templating
from letters.common_values import remedies
from letters.compose import bound, bound_blocks, day_in, letterhead, references
from letters.templating import Value
from letters.vocabulary import get
from letters.vocabulary.english import in_english
from letters.writing import Written
from parties.models import Body
from workflows.terms.italian import italian_date, with_weekday

CODE, MARK, ANSWER_DAYS = "AB2C-34DE-FG56", "0000123/2026 del 12/03/2026", 10
ADDRESSEE = ("Elena Rossi", "Via Roma 1", "46100 Mantova MN", "PEC: elena.rossi@pec.example.org")
BODY = Body(
    code="ente",
    name="Agenzia speciale per l'innovazione",
    unit="Ufficio contributi",
    tax_code="01234560207",
    street="Via di Prova 1",
    postcode="46100",
    municipality="Mantova",
    province="MN",
    email="agenzia@example.org",
    pec="agenzia@pec.example.org",
    phone="0376 000000",
)


@dataclass(frozen=True)
class Frame:
    """What stands around the text: who writes to whom, on which day, about which case, named."""

    day: date
    body: Body = BODY
    owner: Body = BODY
    addressee: tuple[str, ...] = ADDRESSEE
    reference: str = ""


@dataclass(frozen=True)
class Piece:
    """One file of the gallery: its name, the letter to draw, and whether it was issued as it is."""

    name: str
    letter: pdf.Letter
    is_issued: bool = False

    @property
    def replaced(self) -> tuple[str, ...]:
        """The characters that the letter's typefaces cannot print."""
        return pdf.missing_glyphs(self.letter)


def draw(name: str, written: Written, frame: Frame, values: Mapping[str, Value]) -> Piece:
    """Put a written text into its frame; `values` are those that the text left open, and blocks."""
    known = {**values, **late_values(written, frame, values)}
    letter = pdf.Letter(
        language=written.language,
        title=written.title,
        letterhead=letterhead(frame.body, frame.owner, written.language),
        reference_lines=references(MARK, written.language, of_case=frame.reference),
        place_and_date=f"{frame.body.municipality}, {day_in(written.language, frame.day)}",
        addressee_lines=frame.addressee,
        subject=bound(written.subject),
        blocks=bound_blocks(templating.blocks(written.text, known)),
        code=CODE,
        verify_at=settings.SITE_URL + reverse("portal:verify_letter", args=[CODE]),
        created=f"{frame.day:%Y-%m-%d}T10:15:00+01:00",
    )
    return Piece(name, letter)


def late_values(written: Written, frame: Frame, values: Mapping[str, Value]) -> dict[str, Value]:
    """Return what the number of the letter would bring, on the day of its frame."""
    day = italian_date(frame.day)
    found: dict[str, Value] = {
        **remedies(frame.day),
        "protocollo.numero": MARK,
        "protocollo.data": day,
        "data_lettera": day,
        "termine.scadenza": with_weekday(frame.day + timedelta(days=ANSWER_DAYS)),
        "ritardo": values.get("ritardo"),
    }
    if written.language == "it":
        return found
    english = get(written.template.vocabulary).english
    return {name: in_english(value, english) for name, value in found.items()}
