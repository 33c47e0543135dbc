"""Interest on what comes back, and its plan in instalments (REV-07 to REV-11, REV-14)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal

from workflows.rules.words import CENT, cents, months_after

HUNDRED = Decimal(100)
NOTHING = Decimal("0.00")
DAYS_OF_YEAR = 365


class NoRate(Exception):
    """No rate is known for a day: nothing is reckoned until one is loaded (REV-11)."""

    def __init__(self, on: date) -> None:
        super().__init__(f"no rate on {on:%Y-%m-%d}")
        self.on = on


@dataclass(frozen=True, slots=True)
class Rate:
    """A yearly rate, in percent, and the days on which it holds, both included."""

    percent: Decimal
    valid_from: date
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of days under one rate; `interest` is not rounded, in EUR."""

    first: date
    last: date
    days: int
    percent: Decimal
    interest: Decimal


@dataclass(frozen=True, slots=True)
class Interest:
    """Simple interest, in EUR, rounded once at the end, with the stretches it is made of."""

    amount: Decimal
    days: int
    segments: tuple[Segment, ...]


def rate_on(rates: Iterable[Rate], on: date) -> Rate:
    """Return the rate in force on a day; raises `NoRate`."""
    for rate in rates:
        if rate.valid_from <= on and (rate.valid_to is None or on <= rate.valid_to):
            return rate
    raise NoRate(on)


def recovery_rate(rates: Iterable[Rate], act_date: date, *, surcharge: Decimal) -> Rate:
    """Return the one rate of a recovery, fixed on the day of its act (REV-07 to REV-09).

    `surcharge` is in points: those of the law where the beneficiary is to blame, else zero.
    """
    return Rate(rate_on(rates, act_date).percent + surcharge, date.min)


def simple_interest(principal: Decimal, rates: Sequence[Rate], first: date, last: date) -> Interest:
    """Reckon interest on EUR from a day, not counted, to another, counted; days over 365 (REV-10).

    Raises `NoRate` for a day without rate and ValueError where the days are in the wrong order.
    """
    if last < first:
        raise ValueError("interest runs forwards")
    segments, start = [], first + timedelta(days=1)
    while start <= last:
        rate = rate_on(rates, start)
        end = min(last, rate.valid_to or last)
        days = (end - start).days + 1
        interest = principal * rate.percent * days / (HUNDRED * DAYS_OF_YEAR)
        segments.append(Segment(start, end, days, rate.percent, interest))
        start = end + timedelta(days=1)
    whole = sum((segment.interest for segment in segments), Decimal(0))
    return Interest(cents(whole), (last - first).days, tuple(segments))


@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment of a plan, in EUR: what it gives back, the interest until its day, what is left."""

    number: int
    due_on: date
    capital: Decimal
    interest: Decimal
    left: Decimal

    @property
    def amount(self) -> Decimal:
        """What is to be paid on the day, in EUR."""
        return self.capital + self.interest


def instalments(
    owed: Decimal,
    *,
    number: int,
    first_due: date,
    every_months: int,
    starts_on: date,
    rates: Sequence[Rate],
) -> list[Instalment]:
    """Plan the return of EUR in equal parts, the cents left over in the last, with interest (REV-14).

    Interest runs on what is left since the payment before. Each due day is so many months
    after the first, never after the one before, so that a plan of the 31st stays at month ends.
    Raises `NoRate` where a year has no rate yet, ValueError for a plan that is none.
    """
    part = (owed / number).quantize(CENT, ROUND_DOWN) if number > 0 else NOTHING
    if part <= 0 or every_months < 1 or first_due <= starts_on:
        raise ValueError("a plan has parts above zero and days that go forwards")
    plan, left, since = [], owed, starts_on
    for at in range(number):
        due = months_after(first_due, at * every_months)
        capital = left if at == number - 1 else part
        interest = simple_interest(left, rates, since, due).amount
        left -= capital
        plan.append(Instalment(at + 1, due, capital, interest, left))
        since = due
    return plan
