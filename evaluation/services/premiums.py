"""Looking at premiums: held on the day of filing or not, by what it is known, and lost later on."""

from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from calls.models import Premium
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


@transaction.atomic
def lose_premium(
    case: Case, premium: Premium, *, by: User, evidence: str, leaves: Decimal
) -> PremiumCheck:
    """Write down that a premium was not due after all, as an act says (CALL-16).

    `leaves` is what the act leaves the file, in EUR: no earlier act gives it more any longer.
    """
    check = PremiumCheck.objects.select_for_update(of=("self",)).get(
        case_id=case.pk, premium=premium
    )
    check.is_held, check.evidence = False, evidence[:400]
    check.by, check.at = by, moment.now()
    check.lost_at, check.leaves = check.at, leaves
    check.save()
    return check
