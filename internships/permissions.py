"""Who may do what with offers of internships. Each function answers one question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parties import moment
from parties.permissions import may_act_for
from parties.roles import Role
from workflows.permissions import is_own_case

if TYPE_CHECKING:
    from parties.models import User

EXAMINE = "internships.examine"
DECIDE = "internships.decide"

PERMISSIONS = {
    EXAMINE: frozenset({Role.OFFICER, Role.PROCEDURE_OWNER}),
    DECIDE: frozenset({Role.DIRECTOR}),
}


def is_applicant(case: Any, user: User | None) -> bool:
    """The account that opened the case, or the person who may act for its applicant today."""
    if user is None:
        return False
    if case.opened_by_id == user.pk:
        return True
    person = getattr(user, "person", None)
    return case.applicant is not None and may_act_for(person, case.applicant, moment.today())


def may_apply(user: User) -> bool:
    """Whoever works in the office applies with an account of their own, as anybody (ORG-08)."""
    return not user.is_office


def may_examine(case: Any, user: User | None) -> bool:
    """An officer or procedure owner who is no party to the case."""
    return user is not None and user.has_perm(EXAMINE) and not is_own_case(case, user)


def may_decide(case: Any, user: User | None) -> bool:
    """The director, or whoever stands in once asked to, save a party and who examined (ORG-08, ORG-09)."""
    return (
        user is not None
        and (user.has_perm(DECIDE) or case.substitute_id == user.pk)
        and not is_own_case(case, user)
        and case.officer_id != user.pk
    )


def is_clock_or_examiner(case: Any, user: User | None) -> bool:
    """The clock, or an officer who sees that the term has passed."""
    return user is None or may_examine(case, user)
