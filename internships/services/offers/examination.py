"""The officer's proposal to admit; what every examination shares stands in `EXAMINATION`."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from internships.checks import facts_of, places_outcome
from internships.letters import offers as letters
from internships.models import HostOffer, Unit
from internships.rules.quota import reduction_explained
from internships.services.warned import want_reason
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.services.examination import Examination, write_answers

EXAMINATION = Examination(
    letters, integrated="Integrazione dell'offerta di tirocinio", source="Bando, istruttoria"
)


@transaction.atomic
def propose_admission(
    case: HostOffer,
    *,
    by: User | None,
    places: int | None = None,
    answers: Mapping[int, str] | None = None,
    reason: str = "",
    seen_version: int | None = None,
) -> HostOffer:
    """Propose to admit the offer for all places that it asks for, or for fewer.

    The unit stays locked until the transaction ends: places proposed together are counted one
    after the other (R-NUM-07). Raises `TransitionRefused` where they are more than are free, where
    fewer than the unit can hold are admitted without a reason, and where a rule warns and nothing is
    said to it: a quota that an act raised, say (R-NUM-10).
    """
    Unit.objects.select_for_update().get(pk=case.unit_id)
    wanted = case.places if places is None else places
    if not 1 <= wanted <= case.places:
        raise TransitionRefused(
            Refusal.RULE,
            _("Admit from 1 to {most} places.").format(most=case.places),
        )
    facts = facts_of(case)
    outcomes = [
        places_outcome(facts, wanted),
        reduction_explained(case.places, wanted, facts.room.left, reason),
    ]
    if blocking := [one for one in outcomes if one.blocks]:
        raise TransitionRefused(Refusal.RULE, blocking[0].sentence, blocking)
    write_answers(case, answers)
    case = apply_transition(
        case, "propose_admission", by=by, reason=reason, seen_version=seen_version, places=wanted
    )
    want_reason(case, reason)
    return case
