"""What the office's lists ask of the database."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import models
from django.db.models import F, Q, QuerySet
from viewflow.workflow.fields import get_task_ref
from viewflow.workflow.status import STATUS

from parties import moment
from parties.backends import RoleBackend
from parties.models import User
from workflows.kinds import Kind, kinds
from workflows.models import BackgroundJob, Case, ProtocolEntry
from workflows.models.cases import AMOUNT_KEY, TERM_KEY
from workflows.paging import Key

OPEN = (STATUS.NEW, STATUS.ASSIGNED)
TABS = ("mine", "nobody", "all", "closed")
SORTS = ("term", "filed", "number", "amount")

_TASK = "processes__task_set__"
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
    def bulk_acts(self) -> tuple[str, ...]:
        """The acts offered here that may be done to many cases in one go."""
        return tuple(name for name in self.node.offered if name in self.kind.bulk_acts)


@dataclass(frozen=True)
class QueueFilters:
    """What the person wants to see; empty means everything."""

    tab: str = "mine"
    q: str = ""
    call: str = ""
    asked: str = ""
    status: str = ""
    officer: int | None = None
    term: str = ""


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
    if filters.officer is not None:
        cases = cases.filter(officer_id=filters.officer)
    if filters.tab == "closed":
        return cases.filter(closed_at__isnull=False)
    # The two conditions of the partial indexes on open cases.
    cases = cases.filter(closed_at__isnull=True)
    if filters.term:
        cases = cases.alias(term_key=TERM_KEY).filter(_within(filters.term))
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


def protocol(
    *, year: int | None = None, direction: str = "", q: str = ""
) -> QuerySet[ProtocolEntry]:
    """Return the register, filtered; each word of `q` begins a word of subject or counterpart.

    A number, or number/year as on the mark, finds that entry.
    """
    entries = ProtocolEntry.objects.select_related("case")
    if year is not None:
        entries = entries.filter(year=year)
    if direction:
        entries = entries.filter(direction=direction)
    number, _slash, of_year = q.strip().partition("/")
    if number.isdecimal() and len(number) < len("10000000") + 1:
        entries = entries.filter(number=int(number))
        return entries.filter(year=int(of_year)) if of_year.isdecimal() else entries
    words = [_quoted(word) for word in q.replace("\0", " ").split()[:8]]
    if not words:
        return entries
    return entries.alias(words=SearchVector("subject", "counterpart", config="simple")).filter(
        words=SearchQuery(" & ".join(words), config="simple", search_type="raw")
    )


PROTOCOL_KEYS = (
    Key("year", models.IntegerField()),
    Key("number", models.IntegerField()),
    _NUMBER,
)
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
        ]
    return Q(**asked)


def _within(term: str) -> Q:
    today = moment.today()
    last = {"today": today, "week": today + timedelta(days=7), "month": today + timedelta(days=30)}
    if term == "overdue":
        return Q(term_key__lt=today)
    if term == "none":
        return Q(term_key=date.max)
    return Q(term_key__gte=today, term_key__lte=last[term])


def _quoted(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "':*"
