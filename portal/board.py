"""The office at a glance: how old its cases are, how terms stand, how far calls have come, what is left."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, DecimalField, Q, Sum, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from accounting.models import Budget, Pot
from parties.models import User
from portal.statistics.tables import Head, Subject, Table, of_facts
from workflows.kinds import kinds
from workflows.models import Case

# Bands of age in days since filing; None has no end. A matter of display, not of law.
AGES = ((0, 30), (31, 60), (61, 90), (91, None))
SOON_DAYS = 7
# Over so many days the pace is taken at which money is granted.
PACE_DAYS = 30
OPEN = Q(closed_at__isnull=True)
ZERO = Value(Decimal(0), output_field=DecimalField(max_digits=14, decimal_places=2))


@dataclass(frozen=True)
class Asked:
    """What the board is narrowed to: the code of a call, the key of an officer; empty for all."""

    call: str = ""
    officer: str = ""

    def narrowed(self, **more: str) -> str:
        """Return the address of the queue with the same filters and others."""
        filters = {"tab": "all", "call": self.call, "officer": self.officer} | more
        kept = {name: value for name, value in filters.items() if value}
        return f"{reverse('workflows:queue')}?{urlencode(kept)}"


Row = Mapping[str, Any]


def counted(asked: Asked, user: User, today: date) -> list[Row]:
    """Count the cases a person may see by call, kind and status: one question, however many."""
    cases = Case.objects.visible_to(user).filter(submitted_at__isnull=False).order_by()
    if asked.call:
        cases = cases.filter(call__code=asked.call)
    if asked.officer:
        cases = cases.filter(officer=asked.officer)
    soon = today + timedelta(days=SOON_DAYS)
    bands = {
        f"age_{least}": Count("pk", filter=OPEN & _filed(least, most, today))
        for least, most in AGES
    }
    late = {
        f"late_{least}": Count("pk", filter=OPEN & _filed(least, most, today) & Q(due_on__lt=today))
        for least, most in AGES
    }
    return list(
        cases.values("call__code", "kind", "status").annotate(
            filed=Count("pk"),
            open=Count("pk", filter=OPEN),
            taken=Count("pk", filter=Q(officer__isnull=False)),
            overdue=Count("pk", filter=OPEN & Q(due_on__lt=today)),
            week=Count("pk", filter=OPEN & Q(due_on__gte=today, due_on__lte=soon)),
            later=Count("pk", filter=OPEN & Q(due_on__gt=soon)),
            none=Count("pk", filter=OPEN & Q(due_on__isnull=True)),
            **bands,
            **late,
        )
    )


def tables(asked: Asked, user: User, today: date) -> list[Table]:
    """Return the tables of the board that a person may see; two questions, three with the funds."""
    rows = counted(asked, user, today)
    found = [ages(rows, asked), terms(rows, asked), funnel(rows, asked), statuses(rows, asked)]
    if user.has_perm("accounting.view_ledger"):
        found.append(funds(asked, today))
    return found


def ages(rows: Iterable[Row], asked: Asked) -> Table:
    """Say how long open cases have been with us."""
    rows = list(rows)
    heads = (
        Head("aperte", _("Cases open"), "integer"),
        Head("scadute", _("Of which overdue"), "integer"),
    )
    lines = [
        (
            _age(least, most),
            (_sum(rows, f"age_{least}"), _sum(rows, f"late_{least}")),
            asked.narrowed(sort="filed"),
        )
        for least, most in AGES
    ]
    about = Subject("durata", _("Ageing"), _("Open cases by the days since filing."), _("Days"))
    return of_facts(about, heads, lines)


def terms(rows: Iterable[Row], asked: Asked) -> Table:
    """Say how the terms of open cases stand."""
    rows = list(rows)
    labels = {
        "overdue": (_("Overdue"), "overdue"),
        "week": (_("Within 7 days"), "week"),
        "later": (_("Later"), ""),
        "none": (_("No term running"), "none"),
    }
    lines = [
        (label, (_sum(rows, name),), asked.narrowed(term=term) if term else "")
        for name, (label, term) in labels.items()
    ]
    about = Subject("termini", _("Terms"), _("Open cases by the term that runs."), _("Term"))
    return of_facts(about, (Head("aperte", _("Cases open"), "integer"),), lines)


def funnel(rows: Iterable[Row], asked: Asked) -> Table:
    """Say call by call how many cases came in, and how far they have come."""
    by_call: dict[str, list[int]] = {}
    known = {kind.code: kind for kind in kinds()}
    for row in rows:
        kind = known[row["kind"]]
        sums = by_call.setdefault(row["call__code"], [0, 0, 0, 0])
        sums[0] += row["filed"]
        sums[1] += row["taken"]
        sums[2] += 0 if row["status"] in kind.undecided else row["filed"]
        sums[3] += row["filed"] if row["status"] in kind.holds else 0
    heads = (
        Head("presentate", _("Applications filed"), "integer"),
        Head("in_carico", _("Taken in charge"), "integer"),
        Head("concluse", _("Decided or closed"), "integer"),
        Head("con_fondi", _("With money"), "integer"),
    )
    lines = [
        (code, tuple(sums), Asked(code, asked.officer).narrowed())
        for code, sums in sorted(by_call.items())
    ]
    says = _("From filing to the money, call by call.")
    return of_facts(Subject("imbuto", _("Funnel of the calls"), says, _("Call")), heads, lines)


def statuses(rows: Iterable[Row], asked: Asked) -> Table:
    """Say in which status open cases stand, in the order in which a case passes through them."""
    numbers = Counter[str]()
    for row in rows:
        numbers[row["status"]] += row["open"]
    words = {status: said for kind in kinds() for status, said in kind.statuses.items()}
    lines = [
        (str(said), (numbers[status],), asked.narrowed(status=status))
        for status, said in words.items()
        if numbers[status]
    ]
    about = Subject("stati", _("Where cases stand"), _("Open cases by status."), _("Status"))
    return of_facts(about, (Head("aperte", _("Cases open"), "integer"),), lines)


def funds(asked: Asked, today: date) -> Table:
    """Say what calls have, what is bound, and how long the rest lasts at the pace of late."""
    since = today - timedelta(days=PACE_DAYS)
    late = Q(entries__target=Pot.GRANTED, entries__at__date__gt=since)
    found = Budget.objects.select_related("call").annotate(
        pace=Coalesce(Sum("entries__amount", filter=late), ZERO)
    )
    if asked.call:
        found = found.filter(call__code=asked.call)
    heads = (
        Head("dotazione_euro", _("Endowment"), "money"),
        Head("impegnato_euro", _("Bound or paid"), "money"),
        Head("pagato_euro", _("Of which paid"), "money"),
        Head("disponibile_euro", _("Still to be granted"), "money"),
        Head("concesso_30_giorni_euro", _("Granted in 30 days"), "money"),
    )
    lines = [
        (
            _burn(budget.call.code, budget.available, budget.pace),
            (
                budget.endowment,
                budget.reserved + budget.granted + budget.paid,
                budget.paid,
                budget.available,
                budget.pace,
            ),
            reverse("accounting:budget", args=[budget.call.code]),
        )
        for budget in found.order_by("call__code")
        if budget.endowment
    ]
    says = _("What each call has; the bar is the part that is bound or paid.")
    return of_facts(
        Subject("fondi", _("Budget burn"), says, _("Call")), heads, lines, share_of_first=1
    )


TABLES: dict[str, Callable[[Asked, User, date], Table]] = {
    "durata": lambda asked, user, today: ages(counted(asked, user, today), asked),
    "termini": lambda asked, user, today: terms(counted(asked, user, today), asked),
    "imbuto": lambda asked, user, today: funnel(counted(asked, user, today), asked),
    "stati": lambda asked, user, today: statuses(counted(asked, user, today), asked),
    "fondi": lambda asked, user, today: funds(asked, today),
}
# Which tables need a right beside that of reading the board.
RIGHTS = {"fondi": "accounting.view_ledger"}


def _filed(least: int, most: int | None, today: date) -> Q:
    band = Q(submitted_at__date__lte=today - timedelta(days=least))
    if most is None:
        return band
    return band & Q(submitted_at__date__gte=today - timedelta(days=most))


def _sum(rows: Iterable[Row], name: str) -> int:
    return sum(row[name] for row in rows)


def _age(least: int, most: int | None) -> str:
    if most is None:
        return _("more than %d days") % (least - 1)
    return _("%(least)d to %(most)d days") % {"least": least, "most": most}


def _burn(code: str, left: Decimal, pace: Decimal) -> str:
    if not pace:
        return code
    days = int(left * PACE_DAYS / pace)
    return _("%(code)s – at this pace for %(days)d more days") % {"code": code, "days": days}
