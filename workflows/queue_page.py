"""The work queue as its page shows it: what is filtered, in which columns, row by row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from calls.models import Call
from parties import moment
from parties.backends import RoleBackend
from parties.models import User
from parties.roles import Role
from workflows.forms import QueueForm
from workflows.kinds import Kind, kinds
from workflows.queries import (
    SORTS,
    TABS,
    Question,
    QueueFilters,
    held_permissions,
    questions,
)
from workflows.tasks import colleagues_for

SOON_DAYS = 7
# The first two columns always stand; the others are the person's choice.
COLUMNS = {
    "call": gettext_lazy("Call"),
    "amount": gettext_lazy("Amount"),
    "status": gettext_lazy("Status"),
    "term": gettext_lazy("Term"),
    "owner": gettext_lazy("In the hands of"),
    "filed": gettext_lazy("Filed"),
    "officer": gettext_lazy("Officer in charge"),
}
USUAL_COLUMNS = ("call", "amount", "status", "term", "owner")
TAB_LABELS = {
    "mine": gettext_lazy("Mine"),
    "nobody": gettext_lazy("In nobody's hands"),
    "all": gettext_lazy("All open"),
    "closed": gettext_lazy("Closed"),
}


@dataclass(frozen=True)
class QueueRow:
    """One line of the queue, ready to be shown; amounts in EUR."""

    case: int
    number: str
    applicant: str
    call: str
    call_title: str
    amount: Decimal | None
    status: str
    tone: str
    due: date | None
    days_left: int
    filed: datetime
    closed: datetime | None
    officer: str
    task: int | None = None
    asked: str = ""
    waits_for_applicant: bool = False
    owner: str = ""
    owner_roles: str = ""
    is_mine: bool = False
    may_take: bool = False
    may_decide: bool = False


def read_form(query: QueryDict) -> QueueForm:
    """Return the filters that the address names; what makes no sense is dropped."""
    choices = {
        "call": list(Call.objects.published().order_by("code").values_list("code", "code")),
        "asked": [(question.code, question.title) for question in questions().values()],
        "status": [
            (status, str(label))
            for kind in kinds()
            for status, label in kind.statuses.items()
            if status != "draft"
        ],
        "officer": [(str(user.pk), str(user)) for user in colleagues_for("workflows.take_task")],
    }
    typed = QueueForm(query, choices=choices)
    typed.is_valid()
    return QueueForm(initial=typed.cleaned_data, choices=choices)


def leave_open_filters(form: QueueForm) -> None:
    """Take out what only an open case has: nothing is asked of a closed one, and no term runs."""
    for name in ("asked", "term"):
        form.fields.pop(name)
        form.initial.pop(name, None)


def read_filters(form: QueueForm, query: QueryDict, user: User) -> QueueFilters:
    """Return what the queue is asked for; who may take nothing sees all of it first."""
    usual = "mine" if user.has_perm("workflows.take_task") else "all"
    tab = query.get("tab", usual)
    values = {name: form.initial.get(name, "") for name in form.fields}
    officer = values.pop("officer")
    return QueueFilters(
        tab=tab if tab in TABS else usual, officer=int(officer) if officer else None, **values
    )


def read_sort(query: QueryDict) -> tuple[str, bool]:
    """Return the order of the list and whether it is turned round; the term first."""
    sort = query.get("sort", "term")
    name = sort.removeprefix("-")
    return (name, sort.startswith("-")) if name in SORTS else ("term", False)


def chips(form: QueueForm) -> list[dict[str, str]]:
    """Return the filters that are on, as `partials/_filters.html` takes them."""
    on = []
    for name, value in form.initial.items():
        if value:
            field = form.fields[name]
            words = dict(getattr(field, "choices", [])).get(value, value)
            on.append({"name": name, "value": value, "label": f"{field.label}: {words}"})
    return on


def tab_links(query: QueryDict, current: str, counts: dict[str, int], cap: int) -> list[dict]:
    """Return the tabs with their counts; the filters stay, the list starts afresh."""
    kept = query.copy()
    for name in ("tab", "after", "before"):
        kept.pop(name, None)
    links = []
    for tab, label in TAB_LABELS.items():
        kept["tab"] = tab
        count = f"{cap}+" if counts[tab] > cap else str(counts[tab])
        url = f"?{kept.urlencode()}"
        links.append({"label": label, "url": url, "count": count, "current": tab == current})
    return links


def show_rows(rows: Iterable[Any], user: User) -> list[QueueRow]:
    """Return rows of `queries.queue_rows` as the page shows them to the person."""
    by_code = {kind.code: kind for kind in kinds()}
    asked = {question.node: question for question in questions().values()}
    held, today = frozenset(held_permissions(user)), moment.today()
    return [
        _show(
            row,
            by_code[row.kind],
            today,
            _show_task(row, asked, user, held) if hasattr(row, "task") else {},
        )
        for row in rows
    ]


def _show(row: Any, kind: Kind, today: date, task: dict[str, Any]) -> QueueRow:
    return QueueRow(
        case=row.id,
        number=row.number,
        applicant=row.applicant__name,
        call=row.call__code,
        call_title=row.call__title_it,
        amount=row.amount,
        status=str(kind.statuses.get(row.status, row.status)),
        tone=kind.tones.get(row.status, "neutral"),
        due=row.due_on,
        days_left=(row.due_on - today).days if row.due_on else 0,
        filed=row.submitted_at,
        closed=row.closed_at,
        officer=_name(row.officer__first_name, row.officer__last_name, row.officer__email),
        **task,
    )


def _show_task(
    row: Any, asked: Mapping[Any, Question], user: User, held: frozenset[str]
) -> dict[str, Any]:
    permission, question = row.task_permission, asked.get(row.task_node)
    for_office = question is not None and question.for_office
    may_do = for_office and permission in held
    is_free = row.owner is None
    return {
        "task": row.task,
        "asked": question.title if question else _("A step that no longer exists"),
        "waits_for_applicant": question is not None and not question.for_office,
        "owner": _name(row.owner_first_name, row.owner_last_name, row.owner_email),
        "owner_roles": _roles(permission) if is_free and permission else "",
        "is_mine": row.owner == user.pk,
        "may_take": may_do and is_free and "workflows.take_task" in held,
        "may_decide": may_do
        and bool(question and question.bulk_acts)
        and row.owner in (None, user.pk),
    }


def _name(first: str | None, last: str | None, email: str | None) -> str:
    return f"{first or ''} {last or ''}".strip() or email or ""


def _roles(permission: str) -> str:
    """Return who may take what nobody holds, in words."""
    held = RoleBackend.table().get(permission, frozenset())
    return ", ".join(str(role.label).lower() for role in Role if role in held)
