"""How much each officer has in charge: counted by the database in one go, however many cases."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Avg, Count, Q
from django.db.models.functions import Extract
from viewflow.workflow.status import STATUS

from parties import moment
from parties.models import User
from workflows.flows import rights_in_charge
from workflows.kinds import kinds
from workflows.models import Absence, Case, CaseTask
from workflows.queries import questions
from workflows.tasks import colleagues_for

SOON_DAYS = 7
SORTS = ("officer", "open", "overdue", "soon", "waiting", "age")
_DAY = timedelta(days=1).total_seconds()


@dataclass(frozen=True)
class Load:
    """What one officer has in charge, or nobody (`officer` None); numbers of open cases.

    `overdue`, `soon` (within 7 days) and `later` make up `open`; `waiting` are those of them whose
    applicant is asked. `age` is the average time since filing, in whole days, None without cases.
    """

    officer: User | None
    open: int = 0
    overdue: int = 0
    soon: int = 0
    waiting: int = 0
    age: int | None = None
    absence: Absence | None = None

    @property
    def later(self) -> int:
        """Cases with a term further off, or none."""
        return self.open - self.overdue - self.soon


def loads() -> list[Load]:
    """Return what each officer has in charge, those without any case too; nobody's cases last.

    Three queries, of which one counts.
    """
    counted = {row.pop("officer_id"): row for row in _count()}
    rights = {right for kind in kinds() for right in rights_in_charge(kind.flow)}
    may = colleagues_for(*rights).order_by().values("pk")
    people = User.objects.filter(Q(pk__in=may) | Q(pk__in=[pk for pk in counted if pk]))
    absent = _absent()
    found = [
        _load(user, counted.get(user.pk), absent.get(user.pk))
        for user in people.order_by("last_name", "first_name", "pk")
    ]
    return [*found, _load(None, counted[None], None)] if None in counted else found


def sorted_loads(found: Iterable[Load], sort: str) -> list[Load]:
    """Return loads in an order of `SORTS`, turned round by "-"; nobody's cases stay last."""
    name, down = sort.removeprefix("-"), sort.startswith("-")
    people = [load for load in found if load.officer is not None]
    rest = [load for load in found if load.officer is None]
    if name == "officer":
        return [*(people[::-1] if down else people), *rest]
    if name in SORTS:
        people.sort(key=lambda load: getattr(load, name) or 0, reverse=down)
    return [*people, *rest]


def _count() -> Iterable[Any]:
    today = moment.today()
    applicants = [q.reference for q in questions().values() if not q.for_office]
    asked = CaseTask.objects.filter(
        status__in=[STATUS.NEW, STATUS.ASSIGNED], flow_task__in=applicants
    )
    soon = (today, today + timedelta(days=SOON_DAYS))
    return (
        Case.objects.filter(closed_at__isnull=True, submitted_at__isnull=False)
        .values("officer_id")
        .annotate(
            open=Count("id"),
            overdue=Count("id", filter=Q(due_on__lt=today)),
            soon=Count("id", filter=Q(due_on__range=soon)),
            waiting=Count("id", filter=Q(pk__in=asked.values("case_id"))),
            filed=Avg(Extract("submitted_at", "epoch")),
        )
        .order_by("officer_id")
    )


def _load(officer: User | None, row: dict[str, Any] | None, absence: Absence | None) -> Load:
    if row is None:
        return Load(officer, absence=absence)
    counts = {name: row[name] for name in ("open", "overdue", "soon", "waiting")}
    age = max(0, round((moment.now().timestamp() - float(row["filed"])) / _DAY))
    return Load(officer, **counts, age=age, absence=absence)


def _absent() -> dict[int, Absence]:
    """Return the absences that run today by who is away."""
    today = moment.today()
    found = Absence.objects.filter(
        over_at__isnull=True, starts_on__lte=today, ends_on__gte=today
    ).select_related("cover")
    return {absence.user_id: absence for absence in found.order_by("pk")}
