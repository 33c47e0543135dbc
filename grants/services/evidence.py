"""What an officer writes down before a grant: DURC, antimafia information, CUP (G4)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounting.rules import cup_given
from accounting.services.moving import refuse_blocked
from grants.models import GrantEvidence, RentContribution, Status
from grants.permissions import may_examine
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, amend
from workflows.models import Case

# Where the decision is still to come, or takes effect only when an offer is accepted.
BEFORE_GRANT = frozenset(
    {
        Status.SUBMITTED,
        Status.UNDER_EXAMINATION,
        Status.INTEGRATION_REQUESTED,
        Status.REFUSAL_NOTICE,
        Status.OBSERVATIONS_RECEIVED,
        Status.ADMISSION_PROPOSED,
        Status.ADMISSIBLE,
        Status.PARTIAL_OFFERED,
        Status.OFFER_ACCEPTED,
        Status.WAITING_LIST,
    }
)


@transaction.atomic
def note_evidence(
    case: RentContribution,
    *,
    by: User,
    kind: str,
    reference: str = "",
    on: date | None = None,
    is_regular: bool = True,
    answer: str = "",
    exemption: str = "",
) -> GrantEvidence:
    """Keep what was found before a grant, or before it is raised; its line stands in the history.

    Raises `TransitionRefused` where somebody may not, the case has ended, or the day has not come.
    """
    case = _held(case, by)
    if case.status not in BEFORE_GRANT and case.status != Status.GRANTED:
        raise TransitionRefused(Refusal.STATUS, _("Nothing is granted any more on this case."))
    if on is not None and on > moment.today():
        raise TransitionRefused(Refusal.RULE, _("This day has not come yet."))
    if not exemption.strip() and not (reference.strip() and on):
        raise TransitionRefused(
            Refusal.RULE, _("Write number and day of the paper, or why none is due.")
        )
    if exemption.strip() and (reference.strip() or on):
        raise TransitionRefused(
            Refusal.RULE, _("Either there is a paper or none is due: write one of the two.")
        )
    if kind == GrantEvidence.Kind.ANTIMAFIA and not (answer or exemption.strip()):
        raise TransitionRefused(Refusal.RULE, _("Write what the prefecture answered."))
    found = GrantEvidence.objects.create(
        contribution=case,
        kind=kind,
        reference=reference.strip(),
        on=on,
        is_regular=is_regular,
        answer=answer,
        exemption=exemption.strip(),
        by=by,
    )
    amend(case, "note_evidence", by=by, reason=str(found))
    return found


@transaction.atomic
def assign_cup(case: RentContribution, *, by: User, cup: str) -> RentContribution:
    """Write the CUP down before the grant: the act bears it (CUP-01); no two cases have the same one.

    Once the aid is registered under it, another CUP wants another registration (RNA-12).
    """
    held = _held(case, by)
    if held.status not in BEFORE_GRANT:
        raise TransitionRefused(
            Refusal.STATUS, _("The grant has been decided: its codes are noted by the act for it.")
        )
    cup = cup.strip().upper()
    other = RentContribution.objects.filter(cup=cup).exclude(pk=held.pk).order_by("pk").first()
    refuse_blocked([cup_given(cup, str(other) if other else "")])
    amend(held, "assign_cup", by=by, reason=f"CUP {cup}", cup=cup)
    return RentContribution.objects.get(pk=held.pk)


def _held(case: RentContribution, by: User) -> RentContribution:
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    found = RentContribution.objects.get(pk=case.pk)
    if not may_examine(found, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    return found
