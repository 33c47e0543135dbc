"""Hours and shares as the papers of an internship write them."""

from collections.abc import Sequence
from itertools import groupby

WEEKDAYS = ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica")
HOUR = 60
# Before these a share takes "l'".
ELIDED = (8, 11)


def span(minutes: int) -> str:
    """Write how long something lasts: "7 ore e 12 minuti", "36 ore", "45 minuti"."""
    whole, rest = divmod(minutes, HOUR)
    said = [
        f"{whole} {'ora' if whole == 1 else 'ore'}" if whole else "",
        f"{rest} {'minuto' if rest == 1 else 'minuti'}" if rest else "",
    ]
    return " e ".join(filter(None, said)) or "nessuna ora"


def weekly(week: Sequence[int]) -> str:
    """Write the hours of a week, given in minutes from Monday on: the whole, then day by day.

    Days that follow each other with the same hours stand together.
    """
    days = ", ".join(
        f"{_days([day for day, _minutes in found])} {span(minutes)}"
        for minutes, group in groupby(enumerate(week), key=lambda one: one[1])
        if minutes
        for found in [list(group)]
    )
    return f"{span(sum(week))} settimanali: {days}"


def at_least(percent: int) -> str:
    """Write a share with its article: "l'80%", "il 70%"."""
    elided = percent in ELIDED or percent // 10 == ELIDED[0]
    return f"l'{percent}%" if elided else f"il {percent}%"


def _days(found: Sequence[int]) -> str:
    first, last = WEEKDAYS[found[0]], WEEKDAYS[found[-1]]
    match len(found):
        case 1:
            return first
        case 2:
            return f"{first} e {last}"
    return f"da {first} a {last}"
