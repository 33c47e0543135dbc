"""Who may read letters, approve them and change their templates.

Whoever may read a case reads its letters (`workflows`); a letter about a call is the office's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parties.roles import EVERY_ROLE, Role
from workflows.permissions import is_own_case

if TYPE_CHECKING:
    from letters.models import Letter
    from parties.models import User

APPROVE = "letters.approve"
EDIT = "letters.edit"
SIGN = "letters.sign"
VIEW_OUTBOX = "letters.view_outbox"
MANAGE_TEMPLATES = "letters.manage_templates"
VIEW_TEMPLATES = "letters.view_templates"
SEND_AGAIN = "letters.send_again"
MEND = "letters.mend"
VIEW_FAILURES = "letters.view_failures"

PERMISSIONS = {
    APPROVE: frozenset({Role.PROCEDURE_OWNER, Role.DIRECTOR}),
    EDIT: frozenset({Role.OFFICER, Role.PROCEDURE_OWNER, Role.DIRECTOR}),
    SIGN: frozenset({Role.DIRECTOR}),
    VIEW_OUTBOX: EVERY_ROLE - {Role.ADMINISTRATOR},
    MANAGE_TEMPLATES: frozenset({Role.PROCEDURE_OWNER}),
    VIEW_TEMPLATES: EVERY_ROLE,
    SEND_AGAIN: frozenset({Role.OFFICER, Role.PROCEDURE_OWNER, Role.DIRECTOR, Role.ADMINISTRATOR}),
    MEND: frozenset({Role.OFFICER, Role.PROCEDURE_OWNER, Role.DIRECTOR}),
    VIEW_FAILURES: EVERY_ROLE,
}


def may_approve(letter: Letter, user: User) -> bool:
    """Whoever answers for the office's letters, save for a party to the case (ORG-08)."""
    return (
        user is not None
        and user.has_perm(APPROVE)
        and (letter.case is None or not is_own_case(letter.case, user))
    )


def may_sign(letter: Letter, user: User) -> bool:
    """Whoever decided it and signs acts, save for a party to the case (ORG-08)."""
    return (
        user is not None
        and user.has_perm(SIGN)
        and letter.signed_by_id in {None, user.pk}
        and (letter.case is None or not is_own_case(letter.case, user))
    )


def may_edit(letter: Letter, user: User) -> bool:
    """Whoever works on cases, save for a party to this one."""
    return (
        user is not None
        and user.has_perm(EDIT)
        and (letter.case is None or not is_own_case(letter.case, user))
    )


def may_send_again(_letter: Letter, user: User) -> bool:
    """The office, and the administrator, who sees to mail that fails."""
    return user is not None and user.has_perm(SEND_AGAIN)


def may_mend(letter: Letter, user: User) -> bool:
    """Whoever works on cases says where a letter goes instead, save for a party to this one."""
    return (
        user is not None
        and user.has_perm(MEND)
        and (letter.case is None or not is_own_case(letter.case, user))
    )
