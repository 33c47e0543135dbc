"""Sticking a label on cases and taking one off."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from parties.models import User
from workflows.bulk.actions import Action, Doing, Forecast, Item
from workflows.bulk.rows import Done, hold
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Case, CaseLabel
from workflows.permissions import is_own_case
from workflows.services import labels


def foresee_sticking(items: Sequence[Item], doing: Doing) -> Iterable[Forecast]:
    """Foresee which cases would bear the label that do not bear it yet."""
    labelled = _labelled(items, doing)
    for item in items:
        why_not = _party(item, doing)
        if item.case.pk in labelled:
            why_not = _("It bears this label already.")
        yield Forecast(item, "" if why_not else "label", why_not)


def foresee_taking_off(items: Sequence[Item], doing: Doing) -> Iterable[Forecast]:
    """Foresee from which cases the label would go."""
    labelled = _labelled(items, doing)
    for item in items:
        why_not = _party(item, doing)
        if item.case.pk not in labelled:
            why_not = _("It does not bear this label.")
        yield Forecast(item, "" if why_not else "unlabel", why_not)


def do_stick(case: Case, data: dict[str, Any], doing: Doing) -> Done:
    """Stick the label on a case that is as it was seen."""
    hold(case, data["version"])
    return _stick(case, doing)


def do_take_off(case: Case, data: dict[str, Any], doing: Doing) -> Done:
    """Take the label off a case that is as it was seen."""
    hold(case, data["version"])
    return _take_off(case, doing)


def undo_sticking(case: Case, data: dict[str, Any], doing: Doing) -> Done:
    """Take off the very label that was stuck; one that was stuck again since stays."""
    if not CaseLabel.objects.filter(pk=data["use"]).exists():
        raise TransitionRefused(Refusal.STALE, _("The label has been taken off since."))
    return _take_off(case, doing)


def undo_taking_off(case: Case, _data: dict[str, Any], doing: Doing) -> Done:
    """Stick the label again, unless somebody has done so since."""
    if _uses(case, doing).exists():
        raise TransitionRefused(Refusal.STALE, _("The label has been stuck again since."))
    return _stick(case, doing)


def _stick(case: Case, doing: Doing) -> Done:
    if _uses(case, doing).exists():
        raise TransitionRefused(Refusal.STALE, _("It bears this label already."))
    labels.stick(doing.label, case, by=doing.by)
    use = _uses(case, doing).values_list("pk", flat=True).get()
    return Done(_("Label “{label}” on it.").format(label=doing.label), {"use": use})


def _take_off(case: Case, doing: Doing) -> Done:
    if not _uses(case, doing).exists():
        raise TransitionRefused(Refusal.STALE, _("It does not bear this label."))
    labels.unstick(doing.label, case, by=doing.by)
    return Done(_("Label “{label}” off it.").format(label=doing.label))


def _party(item: Item, doing: Doing) -> str:
    own = is_own_case(item.case, doing.by)
    return _("You are a party to this case.") if own else ""


def _uses(case: Case, doing: Doing) -> Any:
    return CaseLabel.objects.filter(label=doing.label, case_id=case.pk)


def _labelled(items: Sequence[Item], doing: Doing) -> set[int]:
    uses = CaseLabel.objects.filter(label=doing.label, case__in=[item.case.pk for item in items])
    return set(uses.values_list("case_id", flat=True))


def _may_label(user: User) -> bool:
    return user.has_perm("workflows.stick_label")


ACTIONS = (
    Action(
        code="label",
        label=gettext_lazy("Stick a label"),
        hint=gettext_lazy("The cases can be found again by it."),
        title=lambda number: ngettext(
            "Label on %(number)d case", "Label on %(number)d cases", number
        ),
        foresee=foresee_sticking,
        do=do_stick,
        undo=undo_sticking,
        wants=("label",),
        is_open=_may_label,
    ),
    Action(
        code="unlabel",
        label=gettext_lazy("Remove a label"),
        hint=gettext_lazy("The label goes from the cases; it stays in use."),
        title=lambda number: ngettext(
            "Label off %(number)d case", "Label off %(number)d cases", number
        ),
        foresee=foresee_taking_off,
        do=do_take_off,
        undo=undo_taking_off,
        wants=("off",),
        is_open=_may_label,
    ),
)
