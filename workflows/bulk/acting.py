"""Acts that change the status of many cases: deciding as proposed, closing terms that have run out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from viewflow.workflow.status import STATUS

from parties.models import User
from workflows import tasks
from workflows.bulk.actions import Action, Doing, Forecast, Item
from workflows.bulk.rows import Done, status_of
from workflows.flows import offers_of
from workflows.kinds import Kind, kind_of, kinds
from workflows.models import Case, CaseTask
from workflows.offers import office_offers
from workflows.queries import may_sign

OPEN = (STATUS.NEW, STATUS.ASSIGNED)


def foresee_decisions(items: Sequence[Item], doing: Doing) -> Iterable[Forecast]:
    """Foresee deciding as proposed, in order of filing; money bound by one is gone for the next."""
    asked = _open_tasks(items)
    ready: dict[str, list[Case]] = defaultdict(list)
    for item in items:
        if not _held_by(item, asked[item.case.pk], doing.by):
            ready[item.case.kind].append(item.case)
    foreseen = {
        row.case.pk: row
        for cases in ready.values()
        for row in kind_of(cases[0]).forecast(cases, doing.by, doing.carried)
    }
    for item in items:
        row = foreseen.get(item.case.pk)
        if row is None:
            holder = _held_by(item, asked[item.case.pk], doing.by)
            yield Forecast(item, "", _in_hands_of(holder))
        else:
            act = row.act.name if row.act else ""
            yield Forecast(item, act, row.sentence, row.amount, row.left)


def foresee_closing(items: Sequence[Item], doing: Doing) -> Iterable[Forecast]:
    """Foresee going on without an answer where the applicant's term has run out."""
    asked, specific = _open_tasks(items), _specific(items)
    for item in items:
        case = specific[item.case.pk]
        closing = kind_of(case).closing_acts
        offers = office_offers(case, doing.by, asked[case.pk])
        offer = next((one for one in offers if one.act.name in closing), None)
        if offer is None:
            yield Forecast(item, "", _("No term of the applicant's is running on this case."))
        elif offer.blocking:
            yield Forecast(item, "", " ".join(one.sentence for one in offer.blocking))
        else:
            yield Forecast(item, offer.act.name, str(offer.act.label))


def do_act(case: Case, data: dict[str, Any], doing: Doing) -> Done:
    """Do the act that was foreseen, on a case that is as it was seen."""
    case = tasks.perform(case, data["act"], by=doing.by, seen_version=data["version"])
    return Done(status_of(case))


def _open_tasks(items: Sequence[Item]) -> dict[int, list[CaseTask]]:
    found: dict[int, list[CaseTask]] = defaultdict(list)
    rows = CaseTask.objects.filter(
        case__in=[item.case.pk for item in items], status__in=OPEN
    ).select_related("process", "owner")
    for task in rows.order_by("pk"):
        found[task.process.case_id].append(task)
    return found


def _held_by(item: Item, asked: list[CaseTask], user: User) -> User | None:
    """Return the colleague in whose hands the decision is, if it is in some."""
    decisions = kind_of(item.case).bulk_acts
    for task in asked:
        if decisions & set(offers_of(task.flow_task)):
            return task.owner if task.owner_id not in (None, user.pk) else None
    return None


def _in_hands_of(person: User | None) -> str:
    return _("{person} is working on this: ask them to hand it over.").format(person=person)


def _specific(items: Sequence[Item]) -> dict[int, Case]:
    by_kind: dict[str, tuple[Kind, list[int]]] = {}
    for item in items:
        kind = kind_of(item.case)
        by_kind.setdefault(kind.code, (kind, []))[1].append(item.case.pk)
    return {
        case.pk: case
        for kind, keys in by_kind.values()
        for case in kind.model.objects.filter(pk__in=keys).order_by("pk")
    }


def _may_close(user: User) -> bool:
    # Whoever may take work may close; the model's own transitions ask again, case by case.
    return user.has_perm("workflows.take_task") and any(kind.closing_acts for kind in kinds())


ACTIONS = (
    Action(
        code="decide",
        label=gettext_lazy("Decide as proposed"),
        hint=gettext_lazy(
            "Each proposal is granted or refused, in order of filing. Letters leave."
        ),
        title=lambda number: ngettext(
            "Decision on %(number)d case", "Decisions on %(number)d cases", number
        ),
        foresee=foresee_decisions,
        do=do_act,
        is_open=may_sign,
        tone="success",
    ),
    Action(
        code="close",
        label=gettext_lazy("Go on where the applicant's term has run out"),
        hint=gettext_lazy("Integrations, observations and offers that nobody answered in time."),
        title=lambda number: ngettext(
            "Going on without an answer on %(number)d case",
            "Going on without an answer on %(number)d cases",
            number,
        ),
        foresee=foresee_closing,
        do=do_act,
        is_open=_may_close,
    ),
)
