"""Revoking a grant for a premium that was not due: told first, heard, then cut or taken whole (CALL-16, REV-06)."""

from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounting.models import AidEntry
from accounting.services import ledger
from calls.models import Premium
from evaluation.premiums import held
from evaluation.rules import Consequence
from evaluation.services.premiums import lose_premium
from grants import letters, revoking
from grants.candidates import proposed_without
from grants.checks import parameters_of
from grants.models import AnnulmentGround, RentContribution, Revocation, Status
from grants.services.annulments import (
    CONCLUSION,
    MEMORIES,
    answer_memories,
    end,
    reverse_aid,
    want,
)
from grants.services.recalls import ask_back, free_beyond
from grants.services.terms import memories_rule, own_procedure_rule
from grants.undoing import open_annulment
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.models import Case
from workflows.services import clock
from workflows.terms import compute_term

NOTHING = Decimal("0.00")
EXTENTS = {
    Consequence.REVOKE: Revocation.Extent.TOTAL,
    Consequence.SUBTRACT: Revocation.Extent.PARTIAL,
}


@transaction.atomic
def start_revocation(
    case: RentContribution,
    *,
    by: User | None,
    premium: int | None,
    ground: str,
    evidence: str,
    reason: str = "",
    seen_version: int | None = None,
) -> RentContribution:
    """Tell the beneficiary that a premium was not due, what would follow, and give time to answer.

    `premium` is the key of one that the file holds; `evidence` says by what it is known that it
    was not due. Refused where nothing would follow (CALL-16).
    """
    ground, evidence = ground.strip(), evidence.strip()
    # A closed case has no open process: its own row is the first to be locked.
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    case = RentContribution.objects.get(pk=case.pk)
    lost = next((one for one in held(case) if one.pk == premium), None)
    if lost is None or not ground or not evidence:
        raise TransitionRefused(
            Refusal.RULE,
            _("Choose a premium that the file holds, and say why and by what it was not due."),
        )
    if case.status == Status.GRANTED:
        _write_down(case, by, lost, ground, evidence)
    today = moment.today()
    rule = memories_rule(parameters_of(case), today)
    case = apply_transition(
        case,
        "start_revocation",
        by=by,
        reason=reason,
        seen_version=seen_version,
        due_on=compute_term(today, rule).due,
    )
    clock.start_term(case, MEMORIES, rule, awaits_letter=True)
    clock.start_term(case, CONCLUSION, own_procedure_rule(today))
    letters.send_revocation_start(case, by=by)
    return case


@transaction.atomic
def reduce_grant(
    case: RentContribution,
    *,
    by: User | None,
    reason: str,
    answers: Mapping[int, str] | None = None,
    seen_version: int | None = None,
) -> RentContribution:
    """Take the advantage alone: the difference comes back into the call, the rest stays granted."""
    want(reason)
    answer_memories(case, answers)
    ledger.locked_budget(case.call)
    before, after = case.granted or NOTHING, _amount_without(case)
    running = open_annulment(case)
    lost = running.premium if running else None
    case = apply_transition(
        case,
        "reduce_grant",
        by=by,
        reason=reason,
        seen_version=seen_version,
        amount=after,
        proposed=max(proposed_without(case, lost), after),
    )
    words = f"Premialità non spettante, domanda {case.number}"
    freed = free_beyond(case, after, by=by, description=words)
    aid = AidEntry.objects.filter(case_id=case.pk, source=AidEntry.Source.GRANTED_HERE)
    revocation = _end(
        case,
        by,
        before=before,
        after=after,
        returned=freed or None,
        aid_reversed=before - after if aid.update(amount=after) else None,
    )
    recovery = ask_back(case, after, revocation)
    if recovery is None:
        letters.send_reduction(case, revocation, by=by)
    else:
        letters.send_recall(case, revocation, recovery, by=by)
    return case


@transaction.atomic
def revoke_grant(
    case: RentContribution,
    *,
    by: User | None,
    reason: str,
    answers: Mapping[int, str] | None = None,
    seen_version: int | None = None,
) -> RentContribution:
    """Revoke the whole grant: the premium decided on it. The list may scroll down (RANK-13)."""
    want(reason)
    answer_memories(case, answers)
    ledger.locked_budget(case.call)
    before = case.granted or NOTHING
    case = apply_transition(case, "revoke_grant", by=by, reason=reason, seen_version=seen_version)
    entry = ledger.take_back(
        case, by=by, description=f"Revoca della concessione alla domanda {case.number}"
    )
    revocation = _end(
        case,
        by,
        before=before,
        after=NOTHING,
        returned=entry.amount if entry else None,
        aid_reversed=reverse_aid(case),
    )
    recovery = ask_back(case, NOTHING, revocation)
    if recovery is None:
        letters.send_revocation(case, revocation, by=by)
    else:
        letters.send_recall(case, revocation, recovery, by=by)
    return case


@transaction.atomic
def drop_revocation(
    case: RentContribution, *, by: User | None, reason: str, seen_version: int | None = None
) -> RentContribution:
    """Leave the grant as it is; the beneficiary reads why."""
    want(reason)
    case = apply_transition(
        case, "drop_revocation", by=by, reason=reason, seen_version=seen_version
    )
    end(case, Revocation.Outcome.DROPPED, extent="", amount_after=None)
    letters.send_revocation_dropped(case, by=by)
    return case


def _write_down(
    case: RentContribution, by: User | None, premium: Premium, ground: str, evidence: str
) -> None:
    lost = revoking.consequence_of(case, premium)
    extent = EXTENTS.get(lost.consequence, "") if lost else ""
    before = case.granted or NOTHING
    revocation = Revocation.objects.create(
        contribution=case,
        kind=Revocation.Kind.REVOCATION,
        cause=Revocation.Cause.PREMIUM_LOST,
        premium=premium,
        evidence=evidence,
        extent=extent,
        amount_before=before,
        amount_after=min(lost.amount, before) if lost and extent else None,
        granted_on=timezone.localtime(case.decided_at).date(),
        started_by=by,
        started_at=moment.now(),
    )
    AnnulmentGround.objects.create(annulment=revocation, text=ground)


def _amount_without(case: RentContribution) -> Decimal:
    lost = revoking.lost_by(case)
    return min(lost.amount, case.granted or NOTHING) if lost else NOTHING


def _end(
    case: RentContribution,
    by: User | None,
    *,
    before: Decimal,
    after: Decimal,
    **details: Decimal | None,
) -> Revocation:
    """Write down what was taken; from here on the file counts as never having held the premium."""
    extent = Revocation.Extent.PARTIAL if after else Revocation.Extent.TOTAL
    found = end(
        case,
        Revocation.Outcome.REVOKED,
        extent=extent,
        amount_before=before,
        amount_after=after,
        **details,
    )
    if found.premium is not None and by is not None:
        evidence = f"Revoca: {found.evidence}"
        lose_premium(case, found.premium, by=by, evidence=evidence, leaves=after)
    return Revocation.objects.get(pk=found.pk)
