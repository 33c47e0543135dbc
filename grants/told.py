"""What a beneficiary has been told beside what every examination tells, and until when to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflows.examination.told import has_left, term_passed
from workflows.models import CaseTerm

if TYPE_CHECKING:
    from grants.models import RentContribution
    from workflows.rules import Outcome

Kind = CaseTerm.Kind


def offer_told(case: RentContribution) -> list[Outcome]:
    """The offer of a part has left the office."""
    return [has_left(case, Kind.ACCEPTANCE)]


def memories_told(case: RentContribution) -> list[Outcome]:
    """The start of the annulment has left the office."""
    return [has_left(case, Kind.MEMORIES)]


def acceptance_term_outcomes(case: RentContribution) -> list[Outcome]:
    """The applicant's time to accept has passed (RANK-12)."""
    return [term_passed(case, Kind.ACCEPTANCE, "RANK-12")]
