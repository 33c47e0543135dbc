"""How a letter stands before it leaves: as it would read today, what it lacks, what is wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from letters import late, pdf, templating
from letters.compose import Numbered, written
from letters.models import Letter
from letters.pdf.content import Block, block_texts
from letters.pdf.markup import parse
from letters.templating import Field, FieldType, Items, Rich, Value
from letters.wording import blocks_of, fields_of, late_field, open_names
from parties import moment
from workflows.rules.words import euro
from workflows.terms import Term, compute_term

NOT_YET = "assegnato all'approvazione"


@dataclass(frozen=True)
class Unnumbered:
    """Stands for the protocol entry of a letter that has none."""

    registered_at: datetime
    mark: str = NOT_YET


def as_today(letter: Letter, *, text: str | None = None) -> pdf.Letter:
    """Return a letter as it would read if it left now, with another `text` where one is given.

    What nobody knows yet stays open.
    """
    entry = Unnumbered(moment.now())
    said = letter.text if text is None else text
    known = late_today(letter, entry)
    blank = {name: late_field(name) for name in unknown(letter, said, known)}
    return written(letter, entry, blocks_of(letter, known | blank, text=said))


def open_fields(letter: Letter) -> set[str]:
    """Return the names that a text of this letter may leave open."""
    blocks = {name for name, value in fields_of(letter).items() if isinstance(value, tuple)}
    return blocks | late_today(letter).keys()


def late_today(letter: Letter, entry: Numbered | None = None) -> dict[str, Value]:
    """Return what the number of a letter would bring if it left now."""
    term, due_on = letter.starts.order_by("pk").first(), None
    if term is not None:
        due_on = compute_term(moment.today(), Term.from_dict(term.reckoning).rule).due
    return late.values_of(letter, entry or Unnumbered(moment.now()), due_on=due_on)


def lacking(letter: Letter) -> list[str]:
    """Return sentences that say what a letter lacks to leave, in order; none where it may leave."""
    known = late_today(letter)
    if names := unknown(letter, letter.text, known):
        return [_("The letter still lacks: {names}.").format(names=", ".join(names))]
    return amount_lost(letter, blocks_of(letter, known))


def problems(letter: Letter, text: str) -> list[str]:
    """Return what is wrong with a text that is to take the place of a letter's, with the places."""
    values = fields_of(letter) | late_today(letter)
    fields = {name: Field(name, name, _type_of(value)) for name, value in values.items()}
    return [
        _("Line {line}, column {column}: {sentence}").format(
            line=one.line, column=one.column, sentence=one.words(_)
        )
        for one in templating.problems(templating.parse(text), fields, {})
    ]


def amount_lost(letter: Letter, blocks: Iterable[Block]) -> list[str]:
    """Return that a letter no longer says the amount that was decided (EUR), where it does not."""
    if letter.amount is None or _spaced(euro(letter.amount)) in _words(blocks):
        return []
    return [
        _("The text does not say the amount that was decided, {amount}.").format(
            amount=euro(letter.amount)
        )
    ]


def unknown(letter: Letter, text: str, known: Mapping[str, Value]) -> list[str]:
    """Return the names that a text leaves open and for which nothing stands."""
    return sorted(open_names(text) - fields_of(letter).keys() - known.keys()) if text else []


def _type_of(value: Value) -> FieldType:
    match value:
        case bool():
            return FieldType.FLAG
        case Items():
            return FieldType.LIST
        case tuple():
            return FieldType.BLOCK
        case Rich():
            return FieldType.RICH
    return FieldType.TEXT


def _words(blocks: Iterable[Block]) -> str:
    texts = (text for block in blocks for text in block_texts(block))
    return _spaced(" ".join("".join(run.text for run in parse(text)) for text in texts))


def _spaced(text: str) -> str:
    return " ".join(text.split())
