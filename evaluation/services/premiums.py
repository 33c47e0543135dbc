"""Looking at premiums: whether a file held them on the day of filing, and by what it is known."""

from django.db import transaction
from django.utils.translation import gettext as _

from calls.models import Premium
from evaluation import premiums, rules
from evaluation.gathering import gather, scheme_of
from evaluation.kinds import ADMISSIBLE, ranked_kind
from evaluation.models import PremiumCheck
from evaluation.permissions import CHECK_PREMIUM
from evaluation.queries import approved_ranking
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Case
from workflows.permissions import is_own_case


@transaction.atomic
def check_premium(
    case: Case, premium: Premium, *, by: User, is_held: bool, evidence: str
) -> PremiumCheck:
    """Write down whether a file holds a premium of its call (CALL-13); a later look replaces it.

    Possible until the file is admitted to the ranking: its amount and points follow from it.
    """
    case = Case.objects.select_for_update(of=("self",)).select_related("call").get(pk=case.pk)
    if not by.has_perm(CHECK_PREMIUM) or is_own_case(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if premium.version_id != case.call_version_id:
        raise TransitionRefused(Refusal.RULE, _("This premium is not one of the file's call."))
    if not may_still_be_checked(case):
        raise TransitionRefused(
            Refusal.STATUS, _("The file is admitted to the ranking: its premiums stand.")
        )
    if not evidence.strip():
        raise TransitionRefused(
            Refusal.RULE, _("Say by what it is known: the list consulted, the certificate.")
        )
    check, _is_new = PremiumCheck.objects.update_or_create(
        case_id=case.pk,
        premium=premium,
        defaults={
            "is_held": is_held,
            "evidence": evidence.strip()[:400],
            "by": by,
            "at": moment.now(),
        },
    )
    return check


def may_still_be_checked(case: Case) -> bool:
    """Tell whether premiums may still be looked at: until the file is admitted to the ranking."""
    files = ranked_kind(case.kind).candidates(case.call, only=[case.pk])
    is_admitted = any(file.stage == ADMISSIBLE for file in files)
    return not is_admitted and approved_ranking(case.call) is None


def consequence_of(case: Case, premium: Premium) -> rules.Lost | None:
    """Say what would follow if a premium had been stated falsely (CALL-16); nothing is done by it.

    None where no act has approved a list with the file in it, or the file does not hold the premium.
    """
    ranking, held = approved_ranking(case.call), premiums.held(case)
    if ranking is None or premium not in held:
        return None
    gathered = gather(case.call)
    candidate = gathered.by_number.get(str(case))
    if candidate is None or candidate.stage != ADMISSIBLE:
        return None
    without = ranked_kind(case.kind).asked_without(case, premium)
    return rules.premium_lost(
        scheme_of(case.call.current_version, ranking.endowment, seed=ranking.seed),
        gathered.applications,
        str(case),
        lost_points=premium.points,
        lost_amount=candidate.asked - without,
        still_holds=len(held) > 1,
    )
