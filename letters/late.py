"""What a letter can say only once it has its number: the number, the day, the end of its term.

Each room adds what its own letters leave open, by kind of case, when the site starts.
"""

from collections.abc import Callable, Mapping
from datetime import date

from letters.common_values import remedies
from letters.compose import Numbered, day_of
from letters.models import Letter
from letters.templating import Value
from letters.vocabulary import get
from letters.vocabulary.english import in_english
from workflows.terms.italian import italian_date, with_weekday

Resolver = Callable[[Letter, Numbered], Mapping[str, Value]]

_rooms: dict[str, Resolver] = {}


def register(kind: str, resolve: Resolver) -> None:
    """Make known what the letters about a kind of case leave open."""
    _rooms[kind] = resolve


def values_of(letter: Letter, entry: Numbered, *, due_on: date | None = None) -> dict[str, Value]:
    """Return by name what the number of a letter brings.

    `termine.scadenza` is the last day of the term that begins with it, where one does: `due_on` for
    whoever only asks what it would be.
    """
    values: dict[str, Value] = {
        "protocollo.numero": entry.mark,
        "protocollo.data": italian_date(day_of(entry)),
        "data_lettera": italian_date(day_of(entry)),
    }
    if term := letter.starts.order_by("pk").first():
        values["termine.scadenza"] = with_weekday(due_on or term.due_on)
    if letter.case is None:
        # What is about a call has no term of its own to be late for.
        values |= {"ritardo": None, **remedies(day_of(entry))}
    elif resolve := _rooms.get(letter.case.kind):
        values |= resolve(letter, entry)
    if letter.language == "it" or letter.template is None:
        return values
    english = get(letter.template.template.vocabulary).english
    return {name: in_english(value, english) for name, value in values.items()}
