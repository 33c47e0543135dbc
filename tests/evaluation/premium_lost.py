"""Grants that a premium raised, or decided on, and their revocation step by step."""

from decimal import Decimal

from evaluation.services import rankings
from grants.models import RentContribution
from tests.evaluation.world import Contest, build, fresh
from tests.office import Office
from workflows.tasks import perform

WHY = "Alla data della domanda l'impresa non era nell'elenco."
EVIDENCE = "Elenco AGCM consultato il 20 novembre."
RATING = "legality_rating"


def holder(contest: Contest, *held: str, **changes) -> RentContribution:
    """Return an application admitted with the premiums it holds."""
    case = contest.examined(**changes)
    contest.check_premiums(case, held=held)
    return perform(case, "admit_to_ranking", by=contest.office.officer)


def decided(
    contest: Contest, cases: list[RentContribution], *scores: int
) -> list[RentContribution]:
    """Score applications, alike where nothing else is said, and do what the approved list says."""
    contest.appoint()
    contest.sit()
    for case, score in zip(cases, scores or [80] * len(cases), strict=True):
        contest.score_all(case, score)
    contest.approve(rankings.make_ranking(contest.call, by=contest.office.procedure_owner))
    return [fresh(case) for case in cases]


def raised(contest: Contest) -> RentContribution:
    """Return a grant of 1,060 EUR, 100 of them for a premium; another gets the 940 that are left."""
    case, _other = decided(contest, [holder(contest, RATING), holder(contest)], 85, 80)
    return case


def decisive(office: Office) -> tuple[Contest, RentContribution, RentContribution]:
    """Return a grant of all the money, by a premium that broke the tie, and who was left without."""
    contest = build(office, Decimal("960.00"))
    without, case = decided(contest, [holder(contest), holder(contest, RATING)])
    return contest, perform(case, "accept_partial", by=case.opened_by), without


def started(contest: Contest, case: RentContribution, **changes) -> RentContribution:
    """Return a grant whose revocation has been told."""
    premium = case.call_version.premiums.get(code=RATING)
    return perform(
        case,
        "start_revocation",
        by=contest.office.procedure_owner,
        **{"premium": premium.pk, "ground": WHY, "evidence": EVIDENCE} | changes,
    )


def heard(contest: Contest, case: RentContribution) -> RentContribution:
    """Return the same, once the beneficiary has answered."""
    case = started(contest, case)
    ground = case.annulments.get().grounds.get()
    return perform(
        case, "file_memories", by=case.opened_by, memories={ground.pk: "Il rating c'era."}
    )


def answers(case: RentContribution) -> dict[str, object]:
    """Return what the director says to the memory, and why."""
    ground = case.annulments.get().grounds.get()
    return {
        "answers": {ground.pk: "L'elenco dice di no."},
        "reason": "La premialità non spettava.",
    }
