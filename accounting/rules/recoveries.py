"""What is still owed of a sum that is asked back: receipts go to the interest first (REV-07, REV-14; c.c. art. 1194)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from accounting.rules.interest import Rate, simple_interest
from workflows.rules import Outcome, judge
from workflows.rules.words import day, euro

NOTHING = Decimal("0.00")
SOURCE = "D.Lgs. 184/2025, art. 17 c. 4 e 6"


@dataclass(frozen=True, slots=True)
class Plan:
    """From when a sum is returned in instalments, and the legal rates that then hold (REV-14)."""

    starts_on: date
    rates: tuple[Rate, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came in on a day, in EUR."""

    on: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Taken:
    """How a receipt was counted, in EUR."""

    interest: Decimal
    capital: Decimal


@dataclass(frozen=True, slots=True)
class Owed:
    """What is owed on a day, in EUR, and how each receipt before it was counted."""

    on: date
    capital: Decimal
    interest: Decimal
    taken: tuple[Taken, ...]

    @property
    def total(self) -> Decimal:
        """All that is owed on the day, in EUR."""
        return self.capital + self.interest


def owed_on(
    principal: Decimal,
    rate: Rate,
    since: date,
    on: date,
    *,
    receipts: Iterable[Receipt] = (),
    plan: Plan | None = None,
) -> Owed:
    """Reckon what is owed of `principal` EUR, with interest from `since` to `on` (REV-07, REV-10).

    Each stretch between two receipts is rounded once. From the day of a plan on, what was owed then
    bears the legal rates. Raises `NoRate` for a day without a legal rate, and ValueError for
    receipts out of order or beyond what was owed.
    """
    capital, interest, cursor, taken = principal, NOTHING, since, []
    for receipt in receipts:
        if receipt.on < cursor or receipt.on > on:
            raise ValueError("receipts come in the order of their days")
        interest += _accrued((capital, interest), rate, cursor, receipt.on, plan)
        cursor = receipt.on
        of_interest = min(receipt.amount, interest)
        of_capital = receipt.amount - of_interest
        if of_capital > capital:
            raise ValueError("more came in than was owed")
        interest, capital = interest - of_interest, capital - of_capital
        taken.append(Taken(of_interest, of_capital))
    interest += _accrued((capital, interest), rate, cursor, max(cursor, on), plan)
    return Owed(on, capital, interest, tuple(taken))


def received_within(amount: Decimal, owed: Owed) -> Outcome:
    """REV-14: a receipt is above zero and no more than is owed on its day."""
    return judge(
        "REV-14",
        NOTHING < amount <= owed.total,
        yes=f"Incassati {euro(amount)} su {euro(owed.total)} dovuti il {day(owed.on)}.",
        no=f"Il {day(owed.on)} sono dovuti {euro(owed.total)}: l'incasso deve essere maggiore di zero "
        "e non superarli.",
        inputs={"incasso": amount, "dovuto": owed.total},
        source=SOURCE,
    )


def roll_due(today: date, due: date, owed: Decimal, late_instalment: date | None) -> Outcome:
    """REV-13: what is not returned in its term, or an instalment that is late, goes to the roll."""
    is_late = today > due if late_instalment is None else today > late_instalment
    return judge(
        "REV-13",
        is_late and owed > 0,
        yes=f"Restano dovuti {euro(owed)} e il termine è passato: il credito si iscrive a ruolo.",
        no="Il termine per restituire non è ancora passato, o nulla resta dovuto.",
        inputs={"termine": late_instalment or due, "dovuto": owed},
        source="D.Lgs. 184/2025, art. 17 c. 6; DPR 43/1988, art. 67",
    )


def _accrued(
    owed: tuple[Decimal, Decimal],
    rate: Rate,
    first: date,
    last: date,
    plan: Plan | None,
) -> Decimal:
    capital, interest = owed
    if plan is None or last <= plan.starts_on:
        return _between(capital, (rate,), first, last)
    if first >= plan.starts_on:
        return _between(capital + interest, plan.rates, first, last)
    before = _between(capital, (rate,), first, plan.starts_on)
    return before + _between(capital + interest + before, plan.rates, plan.starts_on, last)


def _between(amount: Decimal, rates: Sequence[Rate], first: date, last: date) -> Decimal:
    return simple_interest(amount, rates, first, last).amount if last > first else NOTHING
