"""From the gross amount to what reaches the beneficiary, step by step (PAY-20)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from accounting.rules.shares import shared
from accounting.rules.withholding import Withholding

NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a cascade: its rule, what it says in Italian, what it takes and leaves, in EUR."""

    rule: str
    label: str
    taken: Decimal
    left: Decimal


@dataclass(frozen=True, slots=True)
class Cascade:
    """How a gross amount divides, in EUR: gross = withheld + to_institutes + suspended + net."""

    gross: Decimal
    tax: Withholding
    institutes: Mapping[str, Decimal]
    suspended: Decimal
    net: Decimal
    steps: tuple[Step, ...]

    @property
    def to_institutes(self) -> Decimal:
        """What is paid to the institutes in the beneficiary's stead, in EUR (PAY-03)."""
        return sum(self.institutes.values(), NOTHING)


def cascade(
    gross: Decimal,
    tax: Withholding,
    *,
    debts: Mapping[str, Decimal],
    collector_debt: Decimal = NOTHING,
    collector_threshold: Decimal = NOTHING,
) -> Cascade:
    """Divide a gross amount: tax, institutes (PAY-03), suspension (PAY-05), beneficiary. All EUR.

    `debts` are what each institute has confirmed; where they are more than what is left, each
    gets its share. `collector_debt` is what the collector answered: it suspends nothing below the
    threshold. Raises ValueError where the tax was worked out on another amount.
    """
    if tax.withheld + tax.net != gross:
        raise ValueError("the withholding is not of this gross amount")
    after_tax = tax.net
    institutes = shared_debts(after_tax, debts)
    after_institutes = after_tax - sum(institutes.values(), NOTHING)
    counts = collector_debt > 0 and collector_debt >= collector_threshold
    suspended = min(after_institutes, collector_debt) if counts else NOTHING
    net = after_institutes - suspended
    steps = (
        Step("PAY-20", "Contributo lordo", NOTHING, gross),
        Step("TAX-01", "Ritenuta d'acconto", tax.withheld, after_tax),
        Step(
            "PAY-03",
            "Intervento sostitutivo",
            after_tax - after_institutes,
            after_institutes,
        ),
        Step("PAY-05", "Sospensione art. 48-bis", suspended, net),
    )
    return Cascade(gross, tax, institutes, suspended, net, steps)


def shared_debts(available: Decimal, debts: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Return what each institute gets of `available`, in EUR: its debt, or its share of what is there."""
    owed = {institute: debt for institute, debt in debts.items() if debt > 0}
    if sum(owed.values(), NOTHING) <= available:
        return owed
    return shared(available, owed)
