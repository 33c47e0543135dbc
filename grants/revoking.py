"""What must hold to revoke a grant, in part or in full, for a premium that was not due (CALL-16, REV)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.losses import consequence_of
from evaluation.premiums import held
from evaluation.rules import Consequence
from grants import rules
from grants.ranking import goes_in_order
from grants.recalling import on_its_way
from grants.undoing import heard_outcomes, open_annulment, revoking_outcomes
from workflows.rules import Outcome, judge

if TYPE_CHECKING:
    from evaluation.rules import Lost
    from grants.models import RentContribution


def holds_a_premium(case: RentContribution) -> bool:
    """Tell whether a premium could turn out not to have been due: one is held, in a ranked call."""
    return not goes_in_order(case) and bool(held(case))


def lost_by(case: RentContribution) -> Lost | None:
    """Return what follows without the premium of the revocation that runs, or None (CALL-16)."""
    running = open_annulment(case)
    if running is None or running.premium is None:
        return None
    return consequence_of(case, running.premium)


def start_outcomes(case: RentContribution) -> list[Outcome]:
    """A revocation starts with its reason and evidence, where something follows from it."""
    running = open_annulment(case)
    stated = running is not None and bool(running.evidence) and bool(running.grounds.all())
    lost = lost_by(case)
    return [
        judge(
            "PROC-03",
            stated,
            yes="La premialità, il motivo e la prova sono indicati.",
            no="Servono la premialità non spettante, il motivo e la prova.",
            source="L. 241/1990, artt. 3 e 7",
        ),
        rules.premium_matters(
            "" if lost is None or lost.consequence is Consequence.NOTHING else lost.outcome.sentence
        ),
    ]


def reduction_outcomes(case: RentContribution) -> list[Outcome]:
    """Without the premium the grant would have been lower: the advantage goes (CALL-16)."""
    return _decided(case, Consequence.SUBTRACT)


def revocation_outcomes(case: RentContribution) -> list[Outcome]:
    """Without the premium there would have been no grant: the whole of it goes (CALL-16)."""
    return _decided(case, Consequence.REVOKE)


def _decided(case: RentContribution, wanted: Consequence) -> list[Outcome]:
    lost = lost_by(case)
    return [
        *revoking_outcomes(case),
        *heard_outcomes(case),
        rules.consequence_is(
            wanted.value,
            lost.consequence.value if lost else "",
            lost.outcome.sentence if lost else "",
        ),
        on_its_way(case),
    ]
