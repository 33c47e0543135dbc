"""Who may set calls up, publish them, and move them on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parties.roles import EVERY_ROLE, Role

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from calls.models import Call
    from parties.models import User

VIEW, SET_UP, PUBLISH = "calls.view_unpublished", "calls.set_up", "calls.publish"
APPROVE, EXTEND, SUSPEND = "calls.approve", "calls.extend", "calls.suspend"
ANSWER = "calls.answer_questions"

PERMISSIONS = {
    VIEW: EVERY_ROLE,
    SET_UP: frozenset({Role.PROCEDURE_OWNER, Role.ADMINISTRATOR}),
    # Who answers for the procedure shows it to the public; who signs approves, extends, ends it.
    PUBLISH: frozenset({Role.PROCEDURE_OWNER}),
    APPROVE: frozenset({Role.DIRECTOR}),
    EXTEND: frozenset({Role.DIRECTOR}),
    SUSPEND: frozenset({Role.PROCEDURE_OWNER, Role.DIRECTOR}),
    ANSWER: frozenset({Role.OFFICER, Role.PROCEDURE_OWNER, Role.DIRECTOR}),
}


def may_view(user: User) -> bool:
    """Whoever works in the office sees calls before the public does."""
    return user.has_perm(VIEW)


def may_set_up(call: Call | None, user: User | None) -> bool:
    """Whoever sets calls up may change what is not public yet."""
    del call
    return user is not None and user.has_perm(SET_UP)


def may_publish(call: Call, user: User | None) -> bool:
    """The procedure owner shows the call to the public; a command that loads files may too."""
    del call
    return user is None or user.has_perm(PUBLISH)


def may_approve(call: Call, user: User | None) -> bool:
    """The director approves the call, its criteria and its ranking."""
    del call
    return user is not None and user.has_perm(APPROVE)


def may_extend(call: Call, user: User | None) -> bool:
    """The director moves the closing."""
    del call
    return user is not None and user.has_perm(EXTEND)


def may_close_early(call: Call, user: User | None) -> bool:
    """The director closes before the time."""
    return may_extend(call, user)


def may_suspend(call: Call, user: User | None) -> bool:
    """Who answers for the procedure may suspend at once, and so may the director."""
    del call
    return user is not None and user.has_perm(SUSPEND)


def may_cancel(call: Call, user: User | None) -> bool:
    """A call being set up is given up by who sets it up; a published one by the director."""
    return may_extend(call, user) if call.is_published else may_set_up(call, user)


def is_clock(call: Call, user: User | None) -> bool:
    """Only the clock opens and closes at the hour that was said."""
    del call
    return user is None


def may_ask(user: User | AnonymousUser) -> bool:
    """Whoever works in the office asks with an account of their own, as anybody (ORG-08)."""
    return user.is_authenticated and not user.is_office


def may_answer(user: User) -> bool:
    """Who examines and who decides answers questions, in the same words for all."""
    return user.has_perm(ANSWER)
