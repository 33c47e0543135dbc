"""What the office's lists ask of the database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import F, Q, QuerySet
from viewflow.workflow.fields import get_task_ref
from viewflow.workflow.status import STATUS

from parties import moment
from parties.backends import RoleBackend
from parties.models import User
from workflows.kinds import Kind, kinds
from workflows.models import Absence, BackgroundJob, Case, CaseLabel, Label
from workflows.models.cases import AMOUNT_KEY, TERM_KEY
from workflows.paging import Key

OPEN = (STATUS.NEW, STATUS.ASSIGNED)
TABS = ("mine", "nobody", "all", "closed")
SORTS = ("term", "filed", "number", "amount")
APPLICANT = "applicant"

_TASK = "tasks__"
_FIELDS = [
    "id",
    "kind",
    "number",
    "status",
    "version",
    "amount",
    "due_on",
    "submitted_at",
    "closed_at",
    "substitute_id",
    "call__code",
    "call__title_it",
    "applicant__name",
    "officer__first_name",
    "officer__last_name",
    "officer__email",
]
_TASK_FIELDS = {
    "task": "id",
    "task_node": "flow_task",
    "task_permission": "owner_permission",
    "owner": "owner_id",
    "owner_first_name": "owner__first_name",
    "owner_last_name": "owner__last_name",
    "owner_email": "owner__email",
}
_NUMBER = Key("id", models.BigIntegerField())
_KEYS = {
    "term": (TERM_KEY, models.DateField()),
    "filed": (F("submitted_at"), models.DateTimeField()),
    "number": (F("number"), models.CharField(max_length=40)),
    "amount": (AMOUNT_KEY, models.DecimalField(max_digits=12, decimal_places=2)),
    "closed": (F("closed_at"), models.DateTimeField()),
}


@dataclass(frozen=True)
class Question:
    """What a task may ask: one node of a flow, by a name that fits in an address."""

    code: str
    reference: str
    kind: Kind
    node: Any

    @property
    def title(self) -> str:
        """What is asked, in the reader's language."""
        return str(self.node.task_title)

    @property
    def for_office(self) -> bool:
        """Whether the office is asked, and not the applicant."""
        return self.node.audience == "office"

    @property
    def permission(self) -> str:
        """The permission that whoever is asked must hold; empty for the applicant."""
        return self.node._owner_permission or ""  # noqa: SLF001 (viewflow has no reader for it)

    @property
    def follows_officer(self) -> bool:
        """Whether whoever gets this task is the one in charge of the case."""
        return self.node._owner is not None  # noqa: SLF001 (the same)

    @property
    def bulk_acts(self) -> tuple[str, ...]:
        """The acts offered here that may be done to many cases in one go."""
        return tuple(name for name in self.node.offered if name in self.kind.bulk_acts)


@dataclass(frozen=True)
class QueueFilters:
    """What the person wants to see; empty means everything. Amounts in EUR, both ends included.

    `asked` is the code of a question, or `APPLICANT` for whatever the applicant is asked. `on` is
    the day from which terms are counted, where that is not today.
    """

    tab: str = "mine"
    q: str = ""
    call: str = ""
    asked: str = ""
    status: str = ""
    officer: int | None = None
    unassigned: bool = False
    term: str = ""
    label: int | None = None
    amount_from: Decimal | None = None
    amount_to: Decimal | None = None
    on: date | None = None


def questions() -> dict[str, Question]:
    """Return everything a task may ask, by the reference that its row carries."""
    found = {}
    for kind in kinds():
        for node in kind.flow.instance.nodes():
            if hasattr(node, "audience"):
                reference = get_task_ref(node)
                found[reference] = Question(f"{kind.code}.{node.name}", reference, kind, node)
    return found


def queue(user: User, filters: QueueFilters) -> QuerySet[Case]:
    """Return the cases of one tab of the queue, filtered; scoped to what is filed.

    Everybody who may see the queue may see every filed case. A case with two open tasks stands
    in it twice.
    """
    cases = Case.objects.filter(submitted_at__isnull=False).matching(filters.q)
    if filters.call:
        cases = cases.filter(call__code=filters.call)
    if filters.status:
        cases = cases.filter(status=filters.status)
    if filters.officer is not None or filters.unassigned:
        cases = cases.filter(officer_id=filters.officer)
    if filters.label is not None:
        cases = cases.filter(label_uses__label_id=filters.label)
    cases = _amounting(cases, filters.amount_from, filters.amount_to)
    if filters.tab == "closed":
        return cases.filter(closed_at__isnull=False)
    # The two conditions of the partial indexes on open cases.
    cases = cases.filter(closed_at__isnull=True)
    if filters.term:
        cases = cases.alias(term_key=TERM_KEY).filter(
            _within(filters.term, filters.on or moment.today())
        )
    return cases.filter(_asked(user, filters))


def queue_rows(cases: QuerySet[Case], *, sort: str, tab: str) -> tuple[QuerySet, list[Key]]:
    """Return plain rows of the queue and the keys that order them; one query, whatever they show."""
    key, field = _KEYS["closed" if tab == "closed" and sort == "term" else sort]
    rows = cases.annotate(sort_key=key)
    keys = [Key("sort_key", field), _NUMBER]
    tasks: list[str] = []
    if tab != "closed":
        rows = rows.annotate(**{name: F(_TASK + path) for name, path in _TASK_FIELDS.items()})
        tasks = list(_TASK_FIELDS)
        keys.append(Key("task", models.BigIntegerField()))
    return rows.values_list("sort_key", *_FIELDS, *tasks, named=True), keys


def labels_on(case_ids: Iterable[int]) -> dict[int, list[Label]]:
    """Return the labels that cases bear, by name; one query for a page of rows."""
    found: dict[int, list[Label]] = {}
    uses = CaseLabel.objects.filter(case__in=list(case_ids)).select_related("label")
    for use in uses.order_by("label__name", "pk"):
        found.setdefault(use.case_id, []).append(use.label)
    return found


def label_uses(case: Case) -> QuerySet[CaseLabel]:
    """Return what is stuck on a case, each use with its label, by name."""
    uses = CaseLabel.objects.filter(case_id=case.pk).select_related("label")
    return uses.order_by("label__name", "pk")


def free_labels(uses: Iterable[CaseLabel]) -> QuerySet[Label]:
    """Return the labels that may still be stuck where those of `uses` are."""
    stuck = [use.label_id for use in uses]
    return Label.objects.filter(is_retired=False).exclude(pk__in=stuck).order_by("name")


def absences_about(user: User) -> list[Absence]:
    """Return the absences that run today in which the person is away or covers."""
    today = moment.today()
    return list(
        Absence.objects.filter(
            Q(user=user) | Q(cover=user),
            over_at__isnull=True,
            starts_on__lte=today,
            ends_on__gte=today,
        )
        .select_related("user", "cover")
        .order_by("ends_on", "pk")
    )


def waiting_for_signature(user: User) -> QuerySet[Case]:
    """Return the cases on which the person may take one of the acts that are done in bulk."""
    references = [question.reference for question in _to_sign(user)]
    condition = {
        f"{_TASK}flow_task__in": references,
        f"{_TASK}status__in": OPEN,
    }
    return Case.objects.filter(
        Q(**condition) & (Q(**{f"{_TASK}owner": None}) | Q(**{f"{_TASK}owner": user})),
        submitted_at__isnull=False,
        closed_at__isnull=True,
    )


def may_sign(user: User) -> bool:
    """Tell whether some decisions that may be taken in bulk are the person's."""
    return bool(_to_sign(user))


def held_permissions(user: User) -> list[str]:
    """Return the names of the permissions the person holds today."""
    return [name for name, roles in RoleBackend.table().items() if user.roles & roles]


JOB_KEYS = (_NUMBER,)


def jobs_of(user: User) -> QuerySet[BackgroundJob]:
    """Return the jobs the person started."""
    return BackgroundJob.objects.filter(by=user)


def _to_sign(user: User) -> list[Question]:
    return [
        question
        for question in questions().values()
        if question.bulk_acts and user.has_perm(question.permission)
    ]


def _asked(user: User, filters: QueueFilters) -> Q:
    """The conditions on the task, in one piece: they must hold of the same one."""
    asked: dict[str, Any] = {f"{_TASK}status__in": OPEN}
    if filters.tab == "mine":
        asked = {f"{_TASK}status": STATUS.ASSIGNED, f"{_TASK}owner": user}
    elif filters.tab == "nobody":
        asked = {f"{_TASK}status": STATUS.NEW, f"{_TASK}owner_permission__isnull": False}
        if user.has_perm("workflows.take_task"):
            asked[f"{_TASK}owner_permission__in"] = held_permissions(user)
    if filters.asked:
        asked[f"{_TASK}flow_task__in"] = [
            question.reference
            for question in questions().values()
            if question.code == filters.asked
            or (filters.asked == APPLICANT and not question.for_office)
        ]
    return Q(**asked)


def _amounting(
    cases: QuerySet[Case], least: Decimal | None, most: Decimal | None
) -> QuerySet[Case]:
    """Narrow cases to those with an amount between two ends, along the index of amounts."""
    if least is None and most is None:
        return cases
    cases = cases.alias(amount_key=AMOUNT_KEY).filter(amount__isnull=False)
    if least is not None:
        cases = cases.filter(amount_key__gte=least)
    return cases if most is None else cases.filter(amount_key__lte=most)


def _within(term: str, today: date) -> Q:
    last = {"today": today, "week": today + timedelta(days=7), "month": today + timedelta(days=30)}
    if term == "overdue":
        return Q(term_key__lt=today)
    if term == "none":
        return Q(term_key=date.max)
    return Q(term_key__gte=today, term_key__lte=last[term])
