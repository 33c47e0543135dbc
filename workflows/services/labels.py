"""Words that the office sticks on cases to find them again; no part of any procedure."""

from django.db import transaction
from django.utils.translation import gettext as _

from parties import moment
from parties.models import User
from workflows.engine import InputRefused, Refusal, TransitionRefused
from workflows.models import Case, CaseLabel, Label
from workflows.permissions import is_own_case


def create(*, name: str, tone: str, by: User) -> Label:
    """Make a label known; raises `InputRefused` for a name that another one bears."""
    return _save(Label(), name, tone, by)


def change(label: Label, *, name: str, tone: str, by: User) -> Label:
    """Give a label another name or colour, on every case that bears it; raises as `create`."""
    return _save(label, name, tone, by)


def retire(label: Label, *, by: User) -> Label:
    """Stick a label no more; the cases that bear it keep it and are still found by it."""
    return _keep(label, by, is_retired=True)


def reinstate(label: Label, *, by: User) -> Label:
    """Let a retired label be stuck again."""
    return _keep(label, by, is_retired=False)


@transaction.atomic
def stick(label: Label, case: Case, *, by: User) -> None:
    """Stick a label on a case; one that bears it already stays as it is.

    Raises `TransitionRefused` for a label no longer in use, or where `by` may not.
    """
    _ask(case, by)
    label = Label.objects.select_for_update(no_key=True).get(pk=label.pk)
    if label.is_retired:
        raise TransitionRefused(
            Refusal.RULE, _("The label “{label}” is no longer in use.").format(label=label)
        )
    CaseLabel.objects.get_or_create(
        label=label, case_id=case.pk, defaults={"by": by, "at": moment.now()}
    )


@transaction.atomic
def unstick(label: Label, case: Case, *, by: User) -> None:
    """Take a label off a case; raises `TransitionRefused` where `by` may not."""
    _ask(case, by)
    CaseLabel.objects.filter(label=label, case_id=case.pk).delete()


def _ask(case: Case, by: User) -> None:
    if not by.has_perm("workflows.stick_label") or is_own_case(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))


def _ask_keeper(by: User) -> None:
    if not by.has_perm("workflows.manage_labels"):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))


@transaction.atomic
def _save(label: Label, name: str, tone: str, by: User) -> Label:
    _ask_keeper(by)
    name = " ".join(name.split())
    # Two people who think of the same word, in capitals or not, mean the same label.
    if not name:
        raise InputRefused({"name": _("A label needs a name.")})
    if Label.objects.exclude(pk=label.pk).filter(name__iexact=name).exists():
        raise InputRefused({"name": _("There is a label of this name already.")})
    label.name, label.tone = name, tone
    label.save()
    return label


@transaction.atomic
def _keep(label: Label, by: User, *, is_retired: bool) -> Label:
    _ask_keeper(by)
    label.is_retired = is_retired
    label.save(update_fields=["is_retired"])
    return label
