"""How many people approve a payment order before it leaves (ACC-01)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from workflows.rules import Outcome, judge
from workflows.rules.words import euro


@dataclass(frozen=True, slots=True)
class Level:
    """Up to how much in EUR, included, so many people approve; None is without end."""

    up_to: Decimal | None
    people: int


def approvals_needed(total: Decimal, levels: Iterable[Level]) -> int:
    """Return how many people must approve an order of EUR; raises ValueError where no level says so."""
    fitting = [level.people for level in levels if level.up_to is None or total <= level.up_to]
    if not fitting:
        raise ValueError("no level of approval takes this amount")
    return min(fitting)


def order_unchanged(frozen: str, now: str) -> Outcome:
    """ACC-04: what leaves is what was approved, to the last letter; `frozen` and `now` are digests."""
    return judge(
        "ACC-04",
        bool(frozen) and frozen == now,
        yes="La distinta è quella approvata.",
        no="La distinta è cambiata dopo l'approvazione: non si esporta e va approvata di nuovo.",
        inputs={"approvata": frozen or "—", "ora": now},
        source="DPR 254/2005, art. 16",
    )


def approved_by_enough(given: int, total: Decimal, levels: Iterable[Level]) -> Outcome:
    """ACC-01: the amount of an order, in EUR, says how many people approve it."""
    needed = approvals_needed(total, levels)
    return judge(
        "ACC-01",
        given >= needed,
        yes=f"La distinta di {euro(total)} ha {given} approvazioni su {needed}.",
        no=f"La distinta di {euro(total)} ha {given} approvazioni: ne servono {needed}.",
        inputs={"totale": total, "approvazioni": given, "necessarie": needed},
        source="DPR 254/2005, art. 16",
    )
