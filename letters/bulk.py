"""Letters approved, or kept back, many in one go: foreseen, then done one by one."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from letters import permissions, services, standing
from letters.forms.outbox import OutboxForm
from letters.models import Letter
from letters.outbox_search import OutboxFilters, of_keys, outbox
from parties import moment
from parties.models import User
from ui.formats import long_date
from workflows.bulk import actions, lists
from workflows.bulk.actions import Action, Doing, Forecast, Item
from workflows.bulk.rows import Done
from workflows.models import Case
from workflows.terms import Term, compute_term

LIST, TICK = "lettere", "letter"
State = Letter.State


def pairs(query: QueryDict, ticks: list[int], at: datetime, user: User) -> QuerySet:
    """Return (case, letter) of the letters that were ticked, or of all that the list held, oldest first."""
    letters = of_keys(user, ticks) if ticks else outbox(user, filters_of(query))
    rows = letters.filter(created_at__lte=at).order_by("created_at", "pk")
    return rows.values_list("case_id", "pk")


def filters_of(query: QueryDict) -> OutboxFilters:
    """Return the filters that the address of the outbox names."""
    tab = query.get("tab", "")
    return _read(query).asked(tab if tab in {"approve", "held"} else "approve")


def chips_of(query: QueryDict) -> list[dict[str, str]]:
    """Return the filters of the outbox in words."""
    return _read(query).chips()


def things(keys: Iterable[int]) -> dict[int, Letter]:
    """Return letters by key, with what foreseeing reads."""
    letters = Letter.objects.select_related(
        "case__applicant",
        "case__opened_by",
        "case__call__manager",
        "case__call__owner",
        "call__owner",
    ).prefetch_related("deliveries", "starts")
    return letters.in_bulk(list(keys))


def foresee_approvals(items: Sequence[Item], doing: Doing) -> Iterable[Forecast]:
    """Foresee which letters would leave, to whom, and which terms would begin."""
    for item in items:
        letter = item.thing
        why_not = _why_not(letter, doing.by, State.TO_APPROVE) or " ".join(standing.lacking(letter))
        data = {"page": reverse("letters:letter", args=[letter.pk]), "letter": letter.pk}
        yield Forecast(
            item,
            "" if why_not else "approve",
            why_not or _leaves(letter),
            amount=letter.amount,
            data=data,
        )


def do_approve(_case: Case, data: dict[str, Any], doing: Doing) -> Done:
    """Approve a letter that is as it was seen."""
    letter = services.approve(data["letter"], by=doing.by, seen_version=data["version"])
    mark = letter.protocol.mark if letter.protocol else "—"
    return Done(_("Protocol no. {mark}.").format(mark=mark))


def register() -> None:
    """Make the list and its actions known; called once when the site starts."""
    lists.register(
        lists.OtherList(
            code=LIST,
            tick=TICK,
            page="letters:outbox",
            title=gettext_lazy("Act on many letters"),
            words=gettext_lazy(
                "All letters that wait for approval with these filters, on every page of the list."
            ),
            pairs=pairs,
            things=things,
            chips=chips_of,
        )
    )
    for action in ACTIONS:
        actions.register(action)


def _read(query: QueryDict) -> OutboxForm:
    form = OutboxForm(query)
    form.is_valid()
    return form


def _why_not(letter: Letter, by: User, wanted: str) -> str:
    if letter.state != wanted:
        return _("The letter is now “{state}”: this can no longer be done.").format(
            state=letter.get_state_display()
        )
    if letter.needs_signature:
        return _("This act leaves with a digital signature: whoever decided it signs it.")
    if not permissions.may_approve(letter, by):
        return _("You do not have the right to do this.")
    return ""


def _leaves(letter: Letter) -> str:
    """Say in a line what would leave, to whom, and what would begin."""
    to = ", ".join(one.address or one.name for one in letter.deliveries.all())
    words = _("{subject}: to {to}.") if to else _("{subject}: it goes on record, to nobody.")
    said = [words.format(subject=letter.subject, to=to)]
    for term in letter.starts.all():
        if term.ended_at is None:
            rule = Term.from_dict(term.reckoning).rule
            day = long_date(compute_term(moment.today(), rule).due)
            words = _("The term “{term}” would end on {day}.")
            said.append(words.format(term=term.get_kind_display(), day=day))
    return " ".join(said)


def _may_approve(user: User) -> bool:
    return user.has_perm(permissions.APPROVE)


ACTIONS = (
    Action(
        code="approve",
        label=gettext_lazy("Approve and send"),
        hint=gettext_lazy("Each letter gets its number in the protocol and leaves."),
        title=lambda number: ngettext(
            "Approval of %(number)d letter", "Approval of %(number)d letters", number
        ),
        foresee=foresee_approvals,
        do=do_approve,
        tone="success",
        is_open=_may_approve,
        of=LIST,
    ),
)
