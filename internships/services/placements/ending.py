"""After the last day: what was done, what it gives, and its end in the archive or by revocation."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from accounting.models import AidEntry, PaymentState, Recovery
from accounting.services import ledger, recoveries
from internships import funds
from internships.letters import placements as letters
from internships.models import Internship
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.services import clock


def evaluate(case: Internship, *, by: User | None, seen_version: int | None = None) -> Internship:
    """Look at what was done, every month closed."""
    return apply_transition(case, "evaluate", by=by, seen_version=seen_version)


@transaction.atomic
def attest(case: Internship, *, by: User | None, seen_version: int | None = None) -> Internship:
    """Give the final attestation, and ask the host for the papers of its refund (R-ATT-06, T17)."""
    case = apply_transition(case, "attest", by=by, seen_version=seen_version)
    letters.send_attestation(case, by=by)
    letters.send_claim_request(case, by=by)
    return case


@transaction.atomic
def state_attendance(
    case: Internship, *, by: User | None, seen_version: int | None = None
) -> Internship:
    """Give the declaration of attendance, and ask the host as `attest` does (R-ATT-07, T17)."""
    case = apply_transition(case, "state_attendance", by=by, seen_version=seen_version)
    letters.send_statement(case, by=by)
    letters.send_claim_request(case, by=by)
    return case


@transaction.atomic
def archive(case: Internship, *, by: User | None, seen_version: int | None = None) -> Internship:
    """Put an internship away: nothing more is asked about it, no refund either (R-PUB-19)."""
    funds.hold(case.call)
    case = apply_transition(case, "archive", by=by, seen_version=seen_version)
    funds.free(case, by=by, why=funds.UNCLAIMED)
    clock.end_all(case)
    return case


@dataclass(frozen=True)
class RevocationData:
    """What goes before a revocation and follows from it: the notice, what was said, ban, report."""

    notice: str
    said: str = ""
    banned_until: date | None = None
    reported: str = ""


@transaction.atomic
def revoke(
    case: Internship,
    *,
    by: User | None,
    reason: str = "",
    data: RevocationData | None = None,
    seen_version: int | None = None,
) -> Internship:
    """Revoke an internship, saying what was false or broken (R-SAN-06, R-SAN-07, T20).

    The refund that was recognised is free in the call again; what was paid is asked back with
    interest. Raises `TransitionRefused` without the notice of the procedure, or while a payment
    is on its way.
    """
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why the internship is revoked."))
    if data is None or not data.notice.strip():
        raise TransitionRefused(
            Refusal.RULE, _("Write the protocol number of the notice that the procedure has begun.")
        )
    payment = case.payments.alive().exclude(state=PaymentState.PAID).first()
    if payment is not None:
        raise TransitionRefused(
            Refusal.RULE,
            _("Payment {number} is on its way: take it back first.").format(number=payment.number),
        )
    funds.hold(case.call)
    amount = case.refunded or Decimal(0)
    case = apply_transition(
        case, "revoke", by=by, reason=reason, seen_version=seen_version, on=moment.today()
    )
    clock.end_all(case)
    recovery = _undo_refund(case, reason, by)
    letters.send_revocation(
        case,
        reason.strip(),
        letters.Heard(data.notice.strip(), data.said.strip()),
        amount,
        recovery,
        by=by,
        banned_until=data.banned_until,
        reported=data.reported.strip(),
    )
    return case


def _undo_refund(case: Internship, cause: str, by: User | None) -> Recovery | None:
    """Free what is set aside or bound for the refund, and ask back what was paid."""
    funds.free(case, by=by, why=funds.REVOKED)
    words = f"Revoca del rimborso per il tirocinio {case.number}"
    if ledger.take_back(case, by=by, description=words):
        AidEntry.objects.filter(case=case, source=AidEntry.Source.GRANTED_HERE).delete()
        funds.note_held(case, None)
    paid = case.payments.reached().first()
    if paid is None:
        return None
    return recoveries.open_recovery(
        case,
        principal=paid.counted,
        cause=cause.strip(),
        paid_on=paid.paid_on or moment.today(),
        with_surcharge=False,
    )
