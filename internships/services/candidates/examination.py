"""The officer's acts on a candidacy until it is admitted, and the director's on an exclusion."""

from collections.abc import Mapping

from django.db import transaction

from internships.candidate_checks import facts_of, pair_outcomes
from internships.letters import candidates as letters
from internships.models import Candidacy
from parties.models import User
from workflows.engine import apply_transition
from workflows.services import clock, substitutes
from workflows.services.examination import Examination, write_answers

EXAMINATION = Examination(
    letters, integrated="Integrazione della candidatura", source="Bando, istruttoria"
)


@transaction.atomic
def admit_candidate(
    case: Candidacy,
    *,
    by: User | None,
    answers: Mapping[int, str] | None = None,
    reason: str = "",
    seen_version: int | None = None,
) -> Candidacy:
    """Admit to the interview; offers for which a rule stands against the pair are dropped, with why.

    Raises `TransitionRefused` where none is left (R-PUB-06), or a requirement is missing.
    """
    write_answers(case, answers)
    case = apply_transition(
        case, "admit_candidate", by=by, reason=reason, seen_version=seen_version
    )
    drop_barred(case)
    clock.end_all(case)
    substitutes.conclude(case)
    letters.send_admission(case, by=by)
    return case


def drop_barred(case: Candidacy) -> None:
    """Write on each preference what stands against the pair; nothing where all rules hold."""
    facts = facts_of(case)
    offers = {offer.pk: offer for offer in facts.offers}
    for row in case.preferences.all():
        blocking = [one for one in pair_outcomes(facts, offers[row.offer_id]) if one.blocks]
        row.dropped = " ".join(f"{one.sentence} ({one.rule})" for one in blocking)
        row.save(update_fields=["dropped"])


@transaction.atomic
def refuse(
    case: Candidacy, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> Candidacy:
    """Exclude, with every reason (PRE-05)."""
    case = apply_transition(case, "refuse", by=by, reason=reason, seen_version=seen_version)
    clock.end_all(case)
    substitutes.conclude(case)
    letters.send_exclusion(case, by=by)
    return case
