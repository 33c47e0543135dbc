"""Values in English: words that a vocabulary knows, dates and lengths; the rest stays as it is."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from letters import pdf
from letters.pdf.content import Block
from letters.templating import Items, Rich, Value
from workflows.terms.italian import LENGTHS, MONTHS, WEEKDAYS

_MONTHS = dict(
    zip(
        MONTHS,
        (
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ),
        strict=True,
    )
)
_WEEKDAYS = dict(
    zip(
        WEEKDAYS,
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        strict=True,
    )
)
_LENGTHS = dict(
    zip(
        (word for words in LENGTHS.values() for word in words),
        ("day", "days", "working day", "working days", "month", "months", "year", "years"),
        strict=True,
    )
)
_DAY = rf"(?:({'|'.join(WEEKDAYS)}) )?(\d{{1,2}})°? ({'|'.join(MONTHS)}) (\d{{4}})"
_DATE = re.compile(rf"{_DAY}(?:, ore (\d\d[:.]\d\d(?:[:.]\d\d)?))?")
_SPAN = re.compile(rf"dal(?:l'| ){_DAY} al(?:l'| ){_DAY}")
_MARK = re.compile(r"(\d+/\d{4}) del (\d\d/\d\d/\d{4})")
_LENGTH = re.compile(rf"(\d+) ({'|'.join(sorted(_LENGTHS, key=len, reverse=True))})")

HOLE = "{}"


def in_english(value: Value, words: Mapping[str, str]) -> Value:
    """Return a value with what `words` knows, and every date or length, in English."""
    match value:
        case Rich():
            return Rich(text_in_english(value, words))
        case str():
            return text_in_english(value, words)
        case Items():
            return Items(tuple(text_in_english(one, words) for one in value.texts), value.ordered)
        case tuple():
            return tuple(_block(block, words) for block in value)
    return value


def text_in_english(text: str, words: Mapping[str, str]) -> str:
    """Return a text in English where it is known as a whole, otherwise as it is.

    A known text may have holes, "{}", for what is different each time. Marked texts stay marked.
    Words in the middle of an Italian sentence are left alone: half a translation reads worse than
    none.
    """
    if (known := words.get(text)) is not None:
        return type(text)(known)
    for pattern, said in words.items():
        if HOLE in pattern and (found := _pattern(pattern).fullmatch(text)):
            return said.format(*(text_in_english(part, words) for part in found.groups()))
    shapes = ((shape.fullmatch(text), write) for shape, write in _SHAPES)
    return next((write(*found.groups()) for found, write in shapes if found), text)


def _span(*parts: str) -> str:
    return f"from {_day(*parts[:4])} to {_day(*parts[4:])}"


def _date(*parts: str) -> str:
    *day, hour = parts
    return _day(*day) + (f", {hour}" if hour else "")


def _mark(number: str, day: str) -> str:
    return f"{number} of {day}"


def _length(count: str, unit: str) -> str:
    return f"{count} {_LENGTHS[unit]}"


@cache
def _pattern(known: str) -> re.Pattern[str]:
    return re.compile("(.+?)".join(re.escape(part) for part in known.split(HOLE)))


def _day(weekday: str | None, day: str, month: str, year: str) -> str:
    said = f"{int(day)} {_MONTHS[month]} {year}"
    return f"{_WEEKDAYS[weekday]} {said}" if weekday else said


_SHAPES: tuple[tuple[re.Pattern[str], Callable[..., str]], ...] = (
    (_SPAN, _span),
    (_DATE, _date),
    (_MARK, _mark),
    (_LENGTH, _length),
)


def _block(block: Block, words: Mapping[str, str]) -> Block:
    def say(text: str) -> str:
        return text_in_english(text, words)

    match block:
        case pdf.Table():
            rows = tuple(tuple(map(say, row)) for row in block.rows)
            head = tuple(map(say, block.head))
            return replace(block, head=head, rows=rows, caption=say(block.caption))
        case pdf.Facts():
            return pdf.Facts(tuple((say(label), say(words_)) for label, words_ in block.rows))
        case pdf.Bullets():
            return replace(block, items=tuple(map(say, block.items)))
        case pdf.Signature():
            return pdf.Signature(say(block.role), block.name, say(block.note))
    return replace(block, text=say(block.text))
