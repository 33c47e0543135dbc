"""Where a term stands on a given day: days left, days late, urgency, and the half term."""

from datetime import date
from typing import Literal

from workflows.terms import italian
from workflows.terms.engine import compute_term
from workflows.terms.model import Term

Urgency = Literal["overdue", "due", "soon", "far", "suspended"]


def on_the_day(term: Term, today: date) -> Term:
    """The same term as it stands today: an open suspension is counted up to `today`."""
    if not term.is_provisional:
        return term
    given = [one.as_suspension() for one in term.suspensions]
    return compute_term(term.start, term.rule, given, today, event=term.event)


def days_left(term: Term, today: date) -> int:
    """Calendar days from `today` to the due day: 0 on the due day, negative when late."""
    return (on_the_day(term, today).due - today).days


def late_by(term: Term, today: date) -> int:
    """Days past the due day; 0 within the term and while it is suspended."""
    return max(0, -days_left(term, today))


def urgency(term: Term, today: date, warn_days: int) -> Urgency:
    """The class by which lists colour a term; "soon" means `warn_days` days left or fewer."""
    current = on_the_day(term, today)
    if current.is_suspended_on(today):
        return "suspended"
    left = days_left(current, today)
    if left < 0:
        return "overdue"
    if left == 0:
        return "due"
    return "soon" if left <= warn_days else "far"


def half_term(days: int) -> int:
    """Days given to the substitute after an expired term: half, rounded up. Source: PROC-T8."""
    return -(-days // 2)


def delay_statement(term: Term, concluded_on: date) -> str:
    """What a late act must say: the term set and the time really used; empty if not late.

    Source: PROC-T7 (L. 241/1990 art. 2 c. 9-quinquies).
    """
    current = on_the_day(term, concluded_on)
    late = late_by(current, concluded_on)
    if not late:
        return ""
    used = (concluded_on - current.start).days - current.suspended_days
    net = (
        f", al netto di {italian.length(current.suspended_days)} di sospensione"
        if current.suspended_days
        else ""
    )
    return (
        f"Il termine previsto è di {italian.length(current.rule.count, current.rule.unit)}; il "
        f"procedimento si è concluso in {italian.length(used)}{net}, con "
        f"{italian.length(late)} di ritardo."
    )
