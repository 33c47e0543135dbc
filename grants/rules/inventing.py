"""Invented applicants for the trial of a call: the same seed invents the same ones.

Nobody of them exists, and nothing here asks a database or the clock. Some are wrong on purpose:
too young, from elsewhere, with a spend too low or an answer missing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from calls.rules.questions import Column, Question
from calls.rules.sheets import Value
from workflows.rules.words import cents

WORDS = (
    "un laboratorio di quartiere",
    "servizi per le imprese vicine",
    "una bottega con due soci",
    "corsi serali aperti a tutti",
    "una rete con gli altri spazi",
)
UNDERTAKINGS = frozenset({"enterprise", "professional"})
ELSEWHERE = "ZZ"
# In how many of a hundred something is so: the rest of the invented applicants are in order.
WRONG, LEFT_OUT, HOLDS_PREMIUM = 4, 25, 20
SMALL, YOUNG, WOMEN = 80, 45, 45
LONGEST_TEXT = 120
HUNDRED = 100


@dataclass(frozen=True)
class Setting:
    """What of a call decides whom to invent: money in EUR, days, provinces, points.

    `weights` are the most points of each criterion in hundredths, `minimums` the least.
    """

    kinds: tuple[str, ...]
    provinces: tuple[str, ...]
    age: tuple[int, int] | None
    minimum_spend: Decimal
    full_spend: Decimal
    opens_at: datetime
    closes_at: datetime
    weights: tuple[int, ...] = ()
    premiums: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    members: int = 3


@dataclass(frozen=True)
class Invented:
    """Somebody who does not exist: who they are, what they spend, when they file, their points."""

    number: str
    sequence: int
    kind: str
    groups: frozenset[str]
    province: str
    born: date
    spend: Decimal
    filed_at: datetime
    sheets: tuple[tuple[int, ...], ...]
    premiums: tuple[str, ...]
    given: Mapping[str, Value]


def invent(setting: Setting, count: int, seed: str) -> list[Invented]:
    """Return so many applicants in the order of their filing."""
    random = Random(seed)  # noqa: S311 (invented people need no secret)
    window = int((setting.closes_at - setting.opens_at).total_seconds())
    instants = sorted(random.randrange(max(window, 1)) for _one in range(count))
    return [
        _one(setting, number, setting.opens_at + timedelta(seconds=seconds), random)
        for number, seconds in enumerate(instants, 1)
    ]


def _one(setting: Setting, number: int, filed_at: datetime, random: Random) -> Invented:
    kind = random.choice(setting.kinds)
    return Invented(
        number=f"PROVA-{number:03d}",
        sequence=number,
        kind=kind,
        groups=_groups(kind, random),
        province=ELSEWHERE if _happens(random, WRONG) else random.choice(setting.provinces),
        born=_born(setting, filed_at.date(), random),
        spend=_spend(setting, random),
        filed_at=filed_at,
        sheets=_sheets(setting, random),
        premiums=tuple(one for one in setting.premiums if _happens(random, HOLDS_PREMIUM)),
        given={one.code: _answer(one, filed_at.date(), random) for one in setting.questions},
    )


def _happens(random: Random, percent: int) -> bool:
    return random.randrange(HUNDRED) < percent


def _groups(kind: str, random: Random) -> frozenset[str]:
    """Return the groups for whom a call may keep money: by size of enterprise, young people, women."""
    found = {"sme"} if kind in UNDERTAKINGS else set()
    if found and _happens(random, SMALL):
        found.add("micro_small")
    found |= {
        name for name, percent in (("young", YOUNG), ("women", WOMEN)) if _happens(random, percent)
    }
    return frozenset(found)


def _born(setting: Setting, filed: date, random: Random) -> date:
    least, most = setting.age or (19, 64)
    age = most + 4 if _happens(random, WRONG) else random.randint(least, most)
    return date(filed.year - age, 1, 1) + timedelta(days=random.randrange(1, 28))


def _spend(setting: Setting, random: Random) -> Decimal:
    """Return a spend between the least and somewhat above what gives the most; at times too low."""
    least, most = setting.minimum_spend, max(setting.full_spend * 5 / 4, setting.minimum_spend)
    if least and _happens(random, WRONG):
        return cents(least * random.randrange(50, 100) / HUNDRED)
    return cents(least + (most - least) * random.randrange(HUNDRED + 1) / HUNDRED)


def _sheets(setting: Setting, random: Random) -> tuple[tuple[int, ...], ...]:
    """Return the sheets of the members: around one level each, in whole or half points."""
    levels = [random.triangular(0.3, 1, 0.75) for _weight in setting.weights]
    return tuple(
        tuple(
            _points(weight, level + random.uniform(-0.12, 0.12))
            for weight, level in zip(setting.weights, levels, strict=True)
        )
        for _member in range(setting.members)
        if setting.weights
    )


def _points(weight: int, level: float) -> int:
    half = 50
    points = round(weight * min(max(level, 0), 1) / half) * half
    return min(points, weight)


def _answer(question: Question, filed: date, random: Random) -> Value:
    if question.kind in {"heading", "computed"}:
        return None
    if _happens(random, WRONG // 2 if question.is_required else LEFT_OUT):
        return None
    if question.kind in {"file", "declaration"}:
        return True
    if question.kind == "choices":
        codes = [option.code for option in question.options]
        return tuple(sorted(random.sample(codes, random.randint(1, len(codes)))))
    if question.kind == "lines":
        rows = random.randint(1, min(question.limits.rows or 3, 3))
        return tuple(_row(question.columns, filed, random) for _row_number in range(rows))
    return _single(question, filed, random)


def _row(columns: Sequence[Column], filed: date, random: Random) -> dict[str, Any]:
    return {column.code: _single(column, filed, random) for column in columns}


def _single(asked: Question | Column, filed: date, random: Random) -> Any:
    limits = asked.limits if isinstance(asked, Question) else None
    if asked.kind == "choice":
        return random.choice(asked.options).code
    if asked.kind in {"number", "money"}:
        return _number(asked, random)
    if asked.kind == "date":
        return _day(asked, filed, random)
    text = random.choice(WORDS)
    return text[: (limits.characters if limits and limits.characters else LONGEST_TEXT)]


def _number(asked: Question | Column, random: Random) -> Decimal:
    limits = asked.limits if isinstance(asked, Question) else None
    least = limits.minimum if limits and limits.minimum is not None else Decimal(0)
    most = limits.maximum if limits and limits.maximum is not None else least + 5000
    decimals = 2 if asked.kind == "money" or limits is None else limits.decimals
    if asked.kind == "number":
        decimals = 0 if limits is None else min(decimals, 2)
    span = int((most - least).scaleb(decimals))
    return least + Decimal(random.randint(0, max(span, 0))).scaleb(-decimals)


def _day(asked: Question | Column, filed: date, random: Random) -> date:
    limits = asked.limits if isinstance(asked, Question) else None
    first = date.fromisoformat(limits.earliest) if limits and limits.earliest else filed
    last = date.fromisoformat(limits.latest) if limits and limits.latest else None
    if last is None:
        last = first + timedelta(days=365)
    first = min(first, last)
    return first + timedelta(days=random.randint(0, (last - first).days))
