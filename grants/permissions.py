"""Who may do what with a coworking contribution. Each function answers one question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parties.roles import Role
from workflows.examination.permissions import (
    account_of,
    is_applicant,
    is_clock_or_examiner,
    may_apply,
    may_decide,
    may_examine,
    may_propose,
    may_send,
)
from workflows.permissions import is_own_case

if TYPE_CHECKING:
    from grants.models import RentContribution
    from parties.models import User

__all__ = [
    "account_of",
    "is_applicant",
    "is_clock_or_examiner",
    "may_apply",
    "may_control",
    "may_decide",
    "may_decide_change",
    "may_examine",
    "may_propose",
    "may_send",
    "may_start_annulment",
]

EXAMINE = "grants.examine"
PROPOSE = "grants.propose"
DECIDE = "grants.decide"
START_ANNULMENT = "grants.start_annulment"
VIEW_YEARLY_PAPERS = "grants.view_yearly_papers"
DRAW_YEARLY_PAPERS = "grants.draw_yearly_papers"
DECIDE_CHANGE = "grants.decide_change"
CONTROL = "grants.control"

PERMISSIONS = {
    EXAMINE: frozenset({Role.OFFICER, Role.PROCEDURE_OWNER}),
    PROPOSE: frozenset({Role.OFFICER, Role.PROCEDURE_OWNER}),
    DECIDE: frozenset({Role.DIRECTOR}),
    START_ANNULMENT: frozenset({Role.PROCEDURE_OWNER, Role.DIRECTOR}),
    VIEW_YEARLY_PAPERS: frozenset({Role.ACCOUNTANT, Role.DIRECTOR, Role.AUDITOR}),
    DRAW_YEARLY_PAPERS: frozenset({Role.ACCOUNTANT}),
    DECIDE_CHANGE: frozenset({Role.PROCEDURE_OWNER, Role.DIRECTOR}),
    CONTROL: frozenset({Role.OFFICER, Role.PROCEDURE_OWNER}),
}


def may_start_annulment(case: RentContribution, user: User) -> bool:
    """The procedure owner or the director, unless a party to the case; to revoke as well."""
    return user is not None and user.has_perm(START_ANNULMENT) and not is_own_case(case, user)


def may_decide_change(case: RentContribution, user: User | None) -> bool:
    """The procedure owner or the director, unless a party to the case (co-mantova 15.3)."""
    return user is not None and user.has_perm(DECIDE_CHANGE) and not is_own_case(case, user)


def may_control(case: RentContribution, user: User | None) -> bool:
    """Whoever examines may check on the spot, unless a party to the case (DOC-04)."""
    return user is not None and user.has_perm(CONTROL) and not is_own_case(case, user)
