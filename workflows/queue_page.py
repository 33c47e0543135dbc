"""The work queue as its page shows it: what is filtered, in which columns, row by row."""

from collections.abc import Iterable, Mapping, Sequence
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
from ui.formats import euro
from workflows.forms import QueueForm
from workflows.kinds import Kind, kinds
from workflows.models import Label
from workflows.queries import (
    APPLICANT,
    SORTS,
    TABS,
    Question,
    QueueFilters,
    held_permissions,
    questions,
)
from workflows.tasks import colleagues_for

Choices = dict[str, list[tuple[str, str]]]

SOON_DAYS = 7
# Among the officers of a filter, for cases that nobody is in charge of.
NOBODY = "none"
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
    is_asked_of_substitute: bool = False
    labels: tuple[Label, ...] = ()


def read_form(query: QueryDict, choices: Choices | None = None) -> QueueForm:
    """Return the filters that the address names; what makes no sense is dropped, and said."""
    choices = filter_choices() if choices is None else choices
    typed = QueueForm(query, choices=choices)
    typed.is_valid()
    form = QueueForm(initial=typed.cleaned_data, choices=choices)
    form.dropped = [
        _("{field}: “{value}”").format(
            field=typed.fields[name].label, value=_told(name, query[name])
        )
        for name in typed.errors
        if name in query
    ]
    return form


def filter_choices() -> Choices:
    """Return what each filter may be; three queries, for calls, people and labels."""
    labels = Label.objects.order_by("is_retired", "name")
    people = colleagues_for("workflows.take_task")
    return {
        "call": list(Call.objects.published().order_by("code").values_list("code", "code")),
        "asked": [
            *((question.code, question.title) for question in questions().values()),
            (APPLICANT, _("The applicant's answer, whichever")),
        ],
        "status": [
            (status, str(label))
            for kind in kinds()
            for status, label in kind.statuses.items()
            if status != "draft"
        ],
        "officer": [(NOBODY, _("Nobody yet")), *((str(user.pk), str(user)) for user in people)],
        "label": [(str(label.pk), _label_words(label)) for label in labels],
    }


def _label_words(label: Label) -> str:
    return _("{label} (no longer in use)").format(label=label) if label.is_retired else str(label)


def _told(name: str, value: str) -> str:
    """Return a value of the address as people know it: somebody who left still has a name."""
    if name == "officer" and value.isdecimal() and len(value) < len("1000000000"):
        gone = User.objects.filter(pk=int(value)).first()
        if gone is not None:
            return str(gone)
    return value.replace("\0", "")[:60]


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
    officer, label = values.pop("officer"), values.pop("label")
    amounts = {name: values.pop(name) or None for name in ("amount_from", "amount_to")}
    return QueueFilters(
        tab=tab if tab in TABS else usual,
        officer=int(officer) if officer and officer != NOBODY else None,
        unassigned=officer == NOBODY,
        label=int(label) if label else None,
        **amounts,
        **values,
    )


def read_sort(query: QueryDict) -> tuple[str, bool]:
    """Return the order of the list and whether it is turned round; the term first."""
    sort = query.get("sort", "term")
    name = sort.removeprefix("-")
    return (name, sort.startswith("-")) if name in SORTS else ("term", False)


def read_columns(query: QueryDict, usual: Sequence[str]) -> list[str]:
    """Return the columns the address names, joined by dots, or else the person's usual ones."""
    asked = query.get("columns", "").split(".")
    return [name for name in COLUMNS if name in asked] or list(usual)


def left_out(form: QueueForm, query: QueryDict) -> list[str]:
    """Return, in words, what stood in the address and means nothing any more."""
    strange = [name for name in query.get("columns", "").split(".") if name not in {*COLUMNS, ""}]
    known = {
        _("Part of the queue"): query.get("tab", "") in {*TABS, ""},
        _("Order"): query.get("sort", "").removeprefix("-") in {*SORTS, ""},
        _("Columns"): not strange,
    }
    return [*form.dropped, *(words for words, makes_sense in known.items() if not makes_sense)]


def chips(form: QueueForm, query: QueryDict | None = None) -> list[dict[str, str]]:
    """Return the filters that are on, as `partials/_filters.html` takes them.

    With the address they were read from, each can be taken out of it as it was typed.
    """
    on = []
    for name, value in form.initial.items():
        if value not in ("", None):
            field = form.fields[name]
            words = dict(getattr(field, "choices", [])).get(value, value)
            if isinstance(value, Decimal):
                words = euro(value)
            typed = str(value) if query is None else query.get(name, "")
            on.append({"name": name, "value": typed, "label": f"{field.label}: {words}"})
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


def show_rows(
    rows: Iterable[Any], user: User, labels: Mapping[int, Sequence[Label]] | None = None
) -> list[QueueRow]:
    """Return rows of `queries.queue_rows` as the page shows them to the person.

    `labels` are those that each case bears (`queries.labels_on`).
    """
    by_code = {kind.code: kind for kind in kinds()}
    asked = {question.node: question for question in questions().values()}
    held, today = frozenset(held_permissions(user)), moment.today()
    return [
        _show(
            row,
            by_code[row.kind],
            today,
            _show_task(row, asked, user, held) if hasattr(row, "task") else {},
            tuple((labels or {}).get(row.id, ())),
        )
        for row in rows
    ]


def _show(
    row: Any, kind: Kind, today: date, task: dict[str, Any], labels: tuple[Label, ...]
) -> QueueRow:
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
        is_asked_of_substitute=row.substitute_id is not None,
        officer=_name(row.officer__first_name, row.officer__last_name, row.officer__email),
        labels=labels,
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
