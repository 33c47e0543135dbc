"""Who appoints, scores, presides, ranks, approves and publishes. Each function answers one question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parties.roles import Role

if TYPE_CHECKING:
    from evaluation.models import Committee, Member
    from parties.models import User

READERS = frozenset(
    {Role.OFFICER, Role.PROCEDURE_OWNER, Role.DIRECTOR, Role.ACCOUNTANT, Role.AUDITOR}
)
VIEW, APPOINT, SCORE = "evaluation.view", "evaluation.appoint", "evaluation.score"
RANK, APPROVE, PUBLISH = "evaluation.rank", "evaluation.approve", "evaluation.publish"
CHECK_PREMIUM = "evaluation.check_premium"

PERMISSIONS = {
    VIEW: READERS,
    APPOINT: frozenset({Role.DIRECTOR}),
    # A seat in the committee is needed too: the role alone opens no file.
    SCORE: frozenset({Role.EVALUATOR, Role.OFFICER, Role.PROCEDURE_OWNER, Role.DIRECTOR}),
    RANK: frozenset({Role.PROCEDURE_OWNER}),
    APPROVE: frozenset({Role.DIRECTOR}),
    PUBLISH: frozenset({Role.PROCEDURE_OWNER, Role.DIRECTOR}),
    CHECK_PREMIUM: frozenset({Role.OFFICER, Role.PROCEDURE_OWNER}),
}


def member_of(committee: Committee, user: User) -> Member | None:
    """Return the person's seat in a committee, where they have one and hold a role for it."""
    if not user.has_perm(SCORE):
        return None
    return committee.members.filter(user_id=user.pk).first()


def may_view(committee: Committee, user: User) -> bool:
    """Readers of the office, and the committee itself."""
    return user.has_perm(VIEW) or member_of(committee, user) is not None


def may_preside(committee: Committee, user: User) -> bool:
    """The president, or the secretary who writes for them: sittings, sheets opened again."""
    seat = member_of(committee, user)
    return seat is not None and seat.function in {"president", "secretary"}


def may_rank(committee: Committee | None, user: User) -> bool:
    """The procedure owner, or whoever presides, puts the list together."""
    return user.has_perm(RANK) or (committee is not None and may_preside(committee, user))


def may_approve(committee: Committee, user: User) -> bool:
    """The director, unless they sit in the committee: who scores does not decide (ORG-09)."""
    return user.has_perm(APPROVE) and not committee.members.filter(user_id=user.pk).exists()


def may_write_for(member: Member, user: User) -> bool:
    """Whoever holds a seat acts for it, and nobody else."""
    return member.user_id == user.pk and user.has_perm(SCORE)
