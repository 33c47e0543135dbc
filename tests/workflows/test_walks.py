"""Random walks over every state machine: nothing breaks, nothing is stranded, nothing is lost.

A run is short and always the same. `WALKS=200 WALK_STEPS=60 make test ARGS="-k walks -s"` walks
further, every time elsewhere; a failure prints the shortest walk that leads to it.
"""

import os
from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from coworking_registry.models import SpaceApplication
from grants.models import RentContribution
from internships.models import Candidacy, HostOffer, Internship
from tests import office as offices
from tests.coworking_registry import walking as spaces
from tests.evaluation import walking as ranked
from tests.evaluation import world as contests
from tests.grants import walking as contributions
from tests.internships import walking as offers
from tests.internships import walking_candidates as candidacies
from tests.internships import walking_placements as placements
from tests.workflows.walking import Walk, everybody, names_of
from workflows.kinds import kind_of, kinds

ACTS = {
    RentContribution.KIND: contributions.ACTS,
    HostOffer.KIND: offers.ACTS,
    Internship.KIND: placements.ACTS,
    Candidacy.KIND: candidacies.ACTS,
    SpaceApplication.KIND: spaces.ACTS,
}
KINDS = [pytest.param(kind, id=kind.code) for kind in kinds()]
# Little enough that money runs out and comes free.
ENDOWMENT = Decimal("1000.00")
FURTHER = "WALKS" in os.environ
SETTINGS = settings(
    max_examples=int(os.environ.get("WALKS", "25")),
    stateful_step_count=int(os.environ.get("WALK_STEPS", "35")),
    derandomize=not FURTHER,
    database=None,
    deadline=None,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_act_can_be_walked(kind):
    assert sorted(ACTS[kind.code].plausible) == names_of(kind)


@pytest.mark.long
@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_no_walk_breaks_the_office(kind, law):
    class WalkOfKind(Walk):
        pass

    WalkOfKind.office = offices.build(ENDOWMENT)
    WalkOfKind.kind, WalkOfKind.acts = kind, ACTS[kind.code]
    WalkOfKind.people, WalkOfKind.done = everybody(), Counter()

    run_state_machine_as_test(WalkOfKind, settings=SETTINGS)
    print(dict(WalkOfKind.done.most_common()))  # noqa: T201 (figures, shown with -rP)


@pytest.mark.long
@pytest.mark.django_db
def test_no_walk_breaks_a_ranked_call(law):
    class WalkOfList(ranked.RankedWalk):
        pass

    contest = contests.build(offices.build(ENDOWMENT))
    WalkOfList.contest, WalkOfList.office = contest, contest.office
    WalkOfList.kind, WalkOfList.acts = kind_of(RentContribution()), contributions.ACTS
    WalkOfList.prepared = ranked.prepare(contest)
    WalkOfList.people, WalkOfList.done = everybody(), Counter()

    run_state_machine_as_test(WalkOfList, settings=SETTINGS)

    print(dict(WalkOfList.done.most_common()))  # noqa: T201 (figures, shown with -rP)
    assert {"grant_by_ranking", "offer_by_ranking"} <= set(WalkOfList.done)
