"""Who may do what with a coworking contribution. Each function answers one question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parties import moment
from parties.permissions import may_act_for
from parties.roles import Role
from workflows.permissions import is_own_case

if TYPE_CHECKING:
    from grants.models import RentContribution
    from parties.models import User

EXAMINE = "grants.examine"
PROPOSE = "grants.propose"
DECIDE = "grants.decide"
START_ANNULMENT = "grants.start_annulment"

PERMISSIONS = {
    EXAMINE: frozenset({Role.OFFICER, Role.PROCEDURE_OWNER}),
    PROPOSE: frozenset({Role.OFFICER, Role.PROCEDURE_OWNER}),
    DECIDE: frozenset({Role.DIRECTOR}),
    START_ANNULMENT: frozenset({Role.PROCEDURE_OWNER, Role.DIRECTOR}),
}


def is_applicant(case: RentContribution, user: User) -> bool:
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


def may_examine(case: RentContribution, user: User) -> bool:
    """An officer or procedure owner who is no party to the case."""
    return user is not None and user.has_perm(EXAMINE) and not is_own_case(case, user)


def may_propose(case: RentContribution, user: User) -> bool:
    """Whoever examined may propose: deciding is another's (ORG-09)."""
    return user is not None and user.has_perm(PROPOSE) and not is_own_case(case, user)


def may_decide(case: RentContribution, user: User) -> bool:
    """The director, or whoever stands in once asked to (PROC-T8), save for two.

    A party to the case and the one who examined it do not decide on it (ORG-08, ORG-09).
    """
    return (
        user is not None
        and (user.has_perm(DECIDE) or case.substitute_id == user.pk)
        and not is_own_case(case, user)
        and case.officer_id != user.pk
    )


def may_start_annulment(case: RentContribution, user: User) -> bool:
    """The procedure owner or the director, unless a party to the case; to revoke as well."""
    return user is not None and user.has_perm(START_ANNULMENT) and not is_own_case(case, user)


def is_clock_or_examiner(case: RentContribution, user: User) -> bool:
    """The clock, or an officer who sees that the term has passed."""
    return user is None or may_examine(case, user)
