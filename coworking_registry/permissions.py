"""Who may see what of the register that the public does not, who examines and who decides."""

from parties.roles import EVERY_ROLE, Role
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

__all__ = [
    "account_of",
    "is_applicant",
    "is_clock_or_examiner",
    "may_apply",
    "may_decide",
    "may_examine",
    "may_propose",
    "may_send",
]

EXAMINE = "coworking_registry.examine"
PROPOSE = "coworking_registry.propose"
DECIDE = "coworking_registry.decide"

PERMISSIONS = {
    "coworking_registry.view_history": EVERY_ROLE,
    "coworking_registry.keep_photos": {Role.OFFICER, Role.PROCEDURE_OWNER, Role.DIRECTOR},
    EXAMINE: frozenset({Role.OFFICER, Role.PROCEDURE_OWNER}),
    PROPOSE: frozenset({Role.OFFICER, Role.PROCEDURE_OWNER}),
    DECIDE: frozenset({Role.DIRECTOR}),
}
