"""Who may do what with offers of internships: as with every case that is examined."""

from parties.roles import Role
from workflows.examination.permissions import (
    is_applicant,
    is_clock_or_examiner,
    may_apply,
    may_decide,
    may_examine,
    may_propose,
)

__all__ = [
    "is_applicant",
    "is_clock_or_examiner",
    "may_apply",
    "may_decide",
    "may_examine",
    "may_propose",
]

EXAMINE = "internships.examine"
PROPOSE = "internships.propose"
DECIDE = "internships.decide"

PERMISSIONS = {
    EXAMINE: frozenset({Role.OFFICER, Role.PROCEDURE_OWNER}),
    PROPOSE: frozenset({Role.OFFICER, Role.PROCEDURE_OWNER}),
    DECIDE: frozenset({Role.DIRECTOR}),
}
