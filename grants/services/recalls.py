"""Revoking a grant for a cause of the law, and asking back what was paid (REV-04 to REV-09, DOC-08)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounting.models import Payment, Pot, Recovery
from accounting.services import ledger, recoveries
from calls.models import Parameter
from grants import letters, recalling
from grants.checks import parameters_of
from grants.models import Annulment, AnnulmentGround, Ban, RentContribution, Revocation, Status
from grants.rules import months_after
from grants.services.annulments import (
    CONCLUSION,
    MEMORIES,
    answer_memories,
    end,
    reverse_aid,
    want,
)
from grants.services.terms import memories_rule, own_procedure_rule
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.models import Case
from workflows.services import clock
from workflows.terms import compute_term

NOTHING = Decimal("0.00")
YEAR = 12


@transaction.atomic
def start_recall(
    case: RentContribution,
    *,
    by: User | None,
    cause: str,
    facts: str,
    grounds: Sequence[str],
    left: Decimal = NOTHING,
    declaration: str = "",
    reason: str = "",
    seen_version: int | None = None,
) -> RentContribution:
    """Tell the beneficiary the cause, the facts and what would be left (`left` EUR), and hear them.

    `declaration` is the statement that was not true, where that is the cause (DOC-08).
    """
    texts = [text.strip() for text in grounds if text.strip()]
    if cause == Annulment.Cause.UNTRUE and not declaration.strip():
        raise TransitionRefused(Refusal.RULE, _("Write which declaration was not true."))
    # A closed case has no open process: its own row is the first to be locked.
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    case = RentContribution.objects.get(pk=case.pk)
    if not texts or not facts.strip() or cause not in Annulment.causes_of_law():
        raise TransitionRefused(
            Refusal.RULE, _("Give a cause of the law, the facts and at least one reason.")
        )
    if not NOTHING <= left < (case.granted or NOTHING):
        raise TransitionRefused(Refusal.RULE, _("What is left is less than what was granted."))
    if case.status == Status.GRANTED:
        _write_down(
            case,
            by,
            texts,
            cause=cause,
            evidence=facts.strip(),
            declaration=declaration.strip(),
            amount_after=left,
        )
    today = moment.today()
    rule = memories_rule(parameters_of(case), today)
    case = apply_transition(
        case,
        "start_recall",
        by=by,
        reason=reason,
        seen_version=seen_version,
        due_on=compute_term(today, rule).due,
    )
    clock.start_term(case, MEMORIES, rule, awaits_letter=True)
    clock.start_term(case, CONCLUSION, own_procedure_rule(today))
    letters.send_recall_start(case, by=by)
    return case


@transaction.atomic
def recall_part(
    case: RentContribution,
    *,
    by: User | None,
    reason: str,
    answers: Mapping[int, str] | None = None,
    seen_version: int | None = None,
) -> RentContribution:
    """Take a part of the grant; what was paid beyond the rest is asked back."""
    want(reason)
    answer_memories(case, answers)
    ledger.locked_budget(case.call)
    running = case.annulments.filter(ended_at__isnull=True).first()
    left = (running.amount_after if running else None) or NOTHING
    case = apply_transition(
        case, "recall_part", by=by, reason=reason, seen_version=seen_version, amount=left
    )
    return _take(case, by, left)


@transaction.atomic
def recall_whole(
    case: RentContribution,
    *,
    by: User | None,
    reason: str,
    answers: Mapping[int, str] | None = None,
    seen_version: int | None = None,
) -> RentContribution:
    """Take the whole grant; what was paid is asked back with interest, and a false word brings its ban."""
    want(reason)
    answer_memories(case, answers)
    ledger.locked_budget(case.call)
    case = apply_transition(case, "recall_whole", by=by, reason=reason, seen_version=seen_version)
    return _take(case, by, NOTHING)


def _take(case: RentContribution, by: User | None, left: Decimal) -> RentContribution:
    running = case.annulments.get(ended_at__isnull=True)
    freed = free_beyond(case, left, by=by, description=f"Revoca, domanda {case.number}")
    aid = reverse_aid(case) if not left else _lower_aid(case, running.amount_before, left)
    end(case, Annulment.Outcome.REVOKED, returned=freed or None, aid_reversed=aid)
    found = Revocation.objects.get(pk=running.pk)
    if found.cause == Annulment.Cause.UNTRUE:
        _ban(case)
    recovery = ask_back(case, left, found)
    letters.send_recall(case, found, recovery, by=by)
    return case


def free_beyond(
    case: RentContribution, left: Decimal, *, by: User | None, description: str
) -> Decimal:
    """Free what is bound beyond `left` EUR, paid and bound together; return how much, in EUR."""
    held = ledger.held_for(case)
    bound, paid = held[Pot.GRANTED], held[Pot.PAID]
    beyond = min(bound, max(bound + paid - left, NOTHING))
    if beyond:
        ledger.free(case, beyond, by=by, description=description)
    return beyond


def ask_back(case: RentContribution, left: Decimal, found: Annulment) -> Recovery | None:
    """Open the recovery of what was paid beyond `left` EUR; None where nothing was (REV-07)."""
    paid = ledger.held_for(case)[Pot.PAID]
    if paid <= left:
        return None
    last = Payment.objects.reached().filter(case=case).order_by("-pk").first()
    return recoveries.open_recovery(
        case,
        principal=paid - left,
        cause=str(found.get_cause_display()),
        paid_on=(last.paid_on if last else None) or moment.today(),
        with_surcharge=found.cause in recalling.BLAMED,
    )


def _lower_aid(case: RentContribution, before: Decimal | None, left: Decimal) -> Decimal | None:
    entry = case.aid_entries.filter(source="granted_here")
    return (before or NOTHING) - left if entry.update(amount=left) else None


def _ban(case: RentContribution) -> Ban:
    today = moment.today()
    years = Parameter.objects.value("untrue_ban_years", today)
    return Ban.objects.create(
        contribution=case,
        tax_code=case.applicant.tax_code,
        vat_number=case.applicant.vat_number,
        act_on=today,
        until=months_after(today, years * YEAR),
    )


def _write_down(case: RentContribution, by: User | None, texts: Sequence[str], **told: Any) -> None:
    extent = Revocation.Extent.PARTIAL if told["amount_after"] else Revocation.Extent.TOTAL
    found = Revocation.objects.create(
        contribution=case,
        kind=Revocation.Kind.REVOCATION,
        extent=extent,
        amount_before=case.granted,
        granted_on=timezone.localtime(case.decided_at).date(),
        started_by=by,
        started_at=moment.now(),
        **told,
    )
    AnnulmentGround.objects.bulk_create(
        AnnulmentGround(annulment=found, text=text) for text in texts
    )
