"""Who may do what with a case that is examined. Each function answers one question.

The room of the case gives its rights their name: `grants.examine`, `internships.decide`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parties import moment
from parties.permissions import may_act_for
from workflows.permissions import is_own_case

if TYPE_CHECKING:
    from parties.models import User


def right(case: Any, name: str) -> str:
    """Return the full name of a right in the room of a case."""
    return f"{case._meta.app_label}.{name}"


def is_applicant(case: Any, user: User | None) -> bool:
    """The account that opened the case, or the person who may act for its applicant today."""
    if user is None:
        return False
    if case.opened_by_id == user.pk:
        return True
    person = getattr(user, "person", None)
    return case.applicant is not None and may_act_for(person, case.applicant, moment.today())


def may_read(case: Any, user: User | None) -> bool:
    """The applicant, and whoever the applicant lets read, fill in or send (DIG-15)."""
    return is_applicant(case, user) or _is_delegated(case, user)


def may_write(case: Any, user: User | None) -> bool:
    """Whoever has the draft in hand; what is asked after it was sent, also who may fill in."""
    if user is None:
        return False
    if is_applicant(case, user):
        return bool(case.submitted_at) or not case.delegations.holding().exists()
    if not _is_delegated(case, user):
        return False
    mine = user.delegations.in_force().may_fill().reaching(case)
    return (mine if case.submitted_at else mine.holding()).exists()


def may_send(case: Any, user: User | None) -> bool:
    """As `may_write`, for the applicant and whoever the applicant lets send in their place."""
    if not may_write(case, user):
        return False
    return is_applicant(case, user) or (
        user is not None
        and user.delegations.in_force().reaching(case).filter(level="send").exists()
    )


def account_of(case: Any, by: User) -> User:
    """Return whose the data are that are sent: the applicant's, whoever sends them for them."""
    return by if is_applicant(case, by) else case.opened_by


def may_apply(user: User) -> bool:
    """Whoever works in the office applies with an account of their own, as anybody (ORG-08)."""
    return not user.is_office


def may_examine(case: Any, user: User | None) -> bool:
    """An officer or procedure owner who is no party to the case."""
    return (
        user is not None and user.has_perm(right(case, "examine")) and not is_own_case(case, user)
    )


def may_propose(case: Any, user: User | None) -> bool:
    """Whoever examined may propose: deciding is another's (ORG-09)."""
    return (
        user is not None and user.has_perm(right(case, "propose")) and not is_own_case(case, user)
    )


def may_decide(case: Any, user: User | None) -> bool:
    """The director, or whoever stands in once asked to (PROC-T8), save for two.

    A party to the case and the one who examined it do not decide on it (ORG-08, ORG-09).
    """
    return (
        user is not None
        and (user.has_perm(right(case, "decide")) or case.substitute_id == user.pk)
        and not is_own_case(case, user)
        and case.officer_id != user.pk
    )


def is_clock_or_examiner(case: Any, user: User | None) -> bool:
    """The clock, or an officer who sees that the term has passed."""
    return user is None or may_examine(case, user)


def _is_delegated(case: Any, user: User | None) -> bool:
    """Tell whether a delegation in force reaches the case; the office acts for nobody (ORG-08)."""
    return (
        user is not None
        and user.is_delegate
        and not user.is_office
        and user.delegations.in_force().reaching(case).exists()
    )
