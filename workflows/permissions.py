"""Who may see cases, documents and the register, and who may hand work around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parties.roles import EVERY_ROLE, Role

if TYPE_CHECKING:
    from parties.models import User
    from workflows.models import Case, CaseTask, SavedView

WORKERS = frozenset({Role.OFFICER, Role.PROCEDURE_OWNER, Role.DIRECTOR})

PERMISSIONS = {
    "workflows.view_all_cases": EVERY_ROLE - {Role.ADMINISTRATOR},
    "workflows.view_queue": EVERY_ROLE - {Role.ADMINISTRATOR},
    "workflows.take_task": WORKERS,
    "workflows.assign_task": frozenset({Role.PROCEDURE_OWNER}),
    "workflows.record_absence": WORKERS,
    "workflows.manage_absences": frozenset({Role.PROCEDURE_OWNER}),
    "workflows.view_workload": frozenset({Role.PROCEDURE_OWNER, Role.DIRECTOR}),
    "workflows.stick_label": WORKERS,
    "workflows.manage_labels": frozenset({Role.PROCEDURE_OWNER}),
    "workflows.write_note": WORKERS | {Role.ACCOUNTANT},
    "workflows.view_protocol": EVERY_ROLE - {Role.ADMINISTRATOR},
    "workflows.register_internal": WORKERS,
    "workflows.register_incoming": WORKERS,
    "workflows.annul_protocol": frozenset({Role.PROCEDURE_OWNER, Role.DIRECTOR}),
    "workflows.view_jobs": EVERY_ROLE,
    "workflows.view_watch": frozenset({Role.ADMINISTRATOR, Role.DIRECTOR, Role.AUDITOR}),
    "workflows.mend": frozenset({Role.ADMINISTRATOR}),
    "workflows.verify_history": frozenset({Role.AUDITOR, Role.ADMINISTRATOR, Role.DIRECTOR}),
}


def may_hand_over(task: CaseTask, user: User) -> bool:
    """Tell whether the person may give a task to a colleague: their own, or any if they assign work."""
    return user.has_perm("workflows.assign_task") or (
        task.owner_id == user.pk and user.has_perm("workflows.take_task")
    )


def may_record_absence(person: User, by: User) -> bool:
    """Tell whether `by` may say when the person is away: their own days, or anybody's."""
    return by.has_perm("workflows.manage_absences") or (
        by.pk == person.pk and by.has_perm("workflows.record_absence")
    )


def may_change_view(view: SavedView, user: User) -> bool:
    """Tell whether the person may rename or delete a view: their own, or a shared one if they assign work."""
    return view.owner_id == user.pk or (view.is_shared and user.has_perm("workflows.assign_task"))


def is_own_case(case: Case, user: User) -> bool:
    """Tell whether the person is a party to the case: then they have no say in it (ORG-08)."""
    if user is None:
        return False
    if case.opened_by_id == user.pk or (
        # Whoever has worked on it for its applicant, even if that is over.
        user.is_delegate and user.delegations.reaching(case).exists()
    ):
        return True
    person = getattr(user, "person", None)
    if person is None:
        return False
    return person.pk in {case.applicant_id, case.representative_id} or (
        person.representations.filter(organisation_id=case.applicant_id).exists()
    )
