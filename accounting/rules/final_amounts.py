"""What is paid in the end on what was really spent (AMT-05)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from workflows.rules import Outcome, judge
from workflows.rules.words import cents, euro, percent

HUNDRED = Decimal(100)
NOTHING = Decimal("0.00")


class Result(StrEnum):
    """What became of a grant once its spend was admitted."""

    WHOLE = "whole"
    LOWERED = "lowered"
    FORFEITED = "forfeited"


@dataclass(frozen=True, slots=True)
class FinalAmount:
    """What is due in the end and what comes free, in EUR, how it came about, and the rule's answer."""

    result: Result
    amount: Decimal
    freed: Decimal
    steps: tuple[tuple[str, Decimal], ...]
    outcome: Outcome


def final_amount(
    *,
    granted: Decimal,
    planned: Decimal,
    actual: Decimal,
    floor_percent: Decimal,
    rate_percent: Decimal | None = None,
) -> FinalAmount:
    """Work the grant out anew on the spend admitted in the end; all amounts are EUR (AMT-05).

    Never more than was granted. Under `floor_percent` of the planned spend nothing is left: the
    amounts are compared as they are, so a cent under the floor is under it whatever the rounded share
    says. A lower spend is multiplied by the call's `rate_percent`, or without one gives its share of
    the grant. Raises ValueError where nothing was planned.
    """
    if planned <= 0:
        raise ValueError("a grant rests on a planned spend above zero")
    forfeited = actual * HUNDRED < planned * floor_percent
    due = _due(granted, planned, actual, rate_percent)
    amount = NOTHING if forfeited else min(granted, due)
    result = Result.FORFEITED if forfeited else Result.LOWERED if amount < granted else Result.WHOLE
    steps = (
        ("Contributo concesso", granted),
        ("Spesa ammessa alla concessione", planned),
        ("Spesa ammessa a rendiconto", actual),
        (f"Soglia minima ({percent(floor_percent)})", cents(planned * floor_percent / HUNDRED)),
        ("Contributo sulla spesa ammessa", due),
        ("Contributo spettante", amount),
    )
    outcome = _outcome(result, amount, actual, planned, floor_percent)
    return FinalAmount(result, amount, granted - amount, steps, outcome)


def _due(
    granted: Decimal, planned: Decimal, actual: Decimal, rate_percent: Decimal | None
) -> Decimal:
    if rate_percent is None:
        return cents(granted * actual / planned)
    return cents(actual * rate_percent / HUNDRED)


def _outcome(
    result: Result, amount: Decimal, actual: Decimal, planned: Decimal, floor_percent: Decimal
) -> Outcome:
    whole = f"La spesa ammessa ({euro(actual)}) conferma il contributo di {euro(amount)}."
    lowered = (
        f"La spesa ammessa ({euro(actual)}) è inferiore a quella prevista ({euro(planned)}): "
        f"il contributo è rideterminato in {euro(amount)}, senza maggiorazioni."
    )
    return judge(
        "AMT-05",
        result is not Result.FORFEITED,
        yes=whole if result is Result.WHOLE else lowered,
        no=f"La spesa ammessa ({euro(actual)}) è sotto il {percent(floor_percent)} di quella "
        f"prevista ({euro(planned)}): il contributo decade per intero.",
        inputs={
            "spesa prevista": planned,
            "spesa ammessa": actual,
            "soglia": floor_percent,
            "contributo": amount,
        },
        source="Bando, rendicontazione; D.Lgs. 184/2025, art. 17 c. 4",
    )
