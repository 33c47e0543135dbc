"""Writing applications and schemes shortly, and random ones for the properties."""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from hypothesis import strategies as st

from evaluation.rules import (
    Application,
    Compensation,
    Criterion,
    LastPlace,
    Policy,
    Reserve,
    Scheme,
)

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text())
DAY = datetime(2026, 11, 2, tzinfo=UTC)
CHAIN = ("criterion:1", "premium_holder", "earlier_filing", "public_draw")
CLASSES = ("sme", "micro_small")
PROVINCES = ("CR", "MN", "PV")


def eur(amount) -> Decimal:
    return Decimal(str(amount))


def at(clock: str) -> datetime:
    """An instant of the day of filing: "09:00:01.120"."""
    return datetime.strptime(clock, "%H:%M:%S.%f").replace(
        year=DAY.year, month=DAY.month, day=DAY.day, tzinfo=UTC
    )


def ask(name, amount="1000.00", *, score=None, filed="09:00:00.000", number=1, **rest):
    """One application; `score` is one member's single point, or a whole set of sheets in points."""
    sheets = ()
    if isinstance(score, list):
        sheets = tuple(tuple(int(eur(point) * 100) for point in sheet) for sheet in score)
    elif score is not None:
        sheets = ((int(eur(score) * 100),),)
    return Application(name, eur(amount), at(filed), number, sheets, **rest)


def scheme(endowment="10000.00", **rest) -> Scheme:
    """A call that scores one criterion up to 100 points."""
    return Scheme(
        eur(endowment),
        **{"criteria": (Criterion(eur(100)),), "chain": ("earlier_filing",)} | rest,
    )


def grants(ranking) -> list[tuple[str, str]]:
    """What each admissible application gets, in order."""
    return [(row.id, str(row.granted)) for row in ranking.rows if row.place is not None]


amounts = st.integers(1, 500_000).map(lambda cents: Decimal(cents).scaleb(-2))
points = st.integers(0, 10).map(lambda tenths: tenths * 100)


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    """A call that scores two criteria, with shares or reserves or neither."""
    endowment = draw(st.integers(0, 2_000_000))
    policy = draw(st.sampled_from(Policy))
    shares: dict[str, Decimal] = {}
    reserves: tuple[Reserve, ...] = ()
    if draw(st.booleans()):
        cuts = sorted([0, *draw(st.lists(st.integers(0, endowment), min_size=2, max_size=2))])
        parts = [cuts[1] - cuts[0], cuts[2] - cuts[1], endowment - cuts[2]]
        shares = {
            name: Decimal(part).scaleb(-2) for name, part in zip(PROVINCES, parts, strict=True)
        }
    if policy is not Policy.PRO_RATA and draw(st.booleans()):
        reserves = (
            Reserve("sme", Decimal(draw(st.integers(0, 99)))),
            Reserve("micro_small", Decimal(draw(st.integers(0, 99))), within="sme"),
        )
    return Scheme(
        Decimal(endowment).scaleb(-2),
        policy=policy,
        criteria=(Criterion(Decimal(10), Decimal(draw(st.integers(0, 3)))), Criterion(Decimal(10))),
        threshold=Decimal(draw(st.integers(0, 8))),
        chain=CHAIN,
        last_place=draw(st.sampled_from(LastPlace)),
        seed="22 45 67",
        territories=shares,
        compensation=draw(st.sampled_from(Compensation)),
        reserves=reserves,
        releases_reserves=draw(st.booleans()),
    )


@st.composite
def applications(draw: st.DrawFn, most: int = 12) -> list[Application]:
    """Some applications, many of them equal in points and even in instants."""
    found = []
    for number in range(draw(st.integers(0, most))):
        members = draw(st.integers(1, 3))
        found.append(
            Application(
                f"2026/{number:03}",
                draw(amounts),
                DAY + timedelta(milliseconds=draw(st.integers(0, 2))),
                number,
                tuple((draw(points), draw(points)) for _member in range(members)),
                premium_points=Decimal(draw(st.integers(0, 2))),
                holds_premium=draw(st.booleans()),
                territory=draw(st.sampled_from(PROVINCES)),
                classes=frozenset(CLASSES[: draw(st.integers(0, 2))]),
                against=("Fuori provincia.",) if draw(st.integers(0, 6)) == 0 else (),
            )
        )
    return found
