"""What the bank answers: read once, matched by the payment's id, counted in the ledger (SEPA-06)."""

import hashlib
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from accounting.files.results import Result, read_results
from accounting.files.safe_xml import Unreadable
from accounting.gates import held_for_grant
from accounting.models import AnswerFile, Payment, PaymentAnswer
from accounting.payables import tell_paid
from accounting.permissions import ORDER_PAYMENTS
from accounting.rules import Answer, Ordered, Standing, match
from accounting.services import ledger, moving
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused

Happened = PaymentAnswer.Happened


@transaction.atomic
def take_answers(data: bytes, *, name: str, by: User) -> AnswerFile:
    """Read a file of answers and do what they say; each answer is kept with what was done with it.

    An answer that names no payment, comes twice, says another amount or has no place is kept and changes
    nothing. Raises `TransitionRefused` for a file that cannot be read, or was read before.
    """
    if not by.has_perm(ORDER_PAYMENTS):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    sha256 = hashlib.sha256(data).hexdigest()
    results = _read(data)
    file, is_new = AnswerFile.objects.get_or_create(
        sha256=sha256, defaults={"name": name[:200], "content": data, "by": by}
    )
    if not is_new:
        raise TransitionRefused(
            Refusal.RULE, _("This file has been read already: nothing was done again (SEPA-06).")
        )
    _take(file, results, by=by)
    return file


def _read(data: bytes) -> list[Result]:
    try:
        results = read_results(data)
    except Unreadable as error:
        raise TransitionRefused(
            Refusal.RULE,
            _("The file cannot be read, and nothing of it was taken: {reason} (SEPA-06).").format(
                reason=error
            ),
        ) from error
    if not results:
        raise TransitionRefused(
            Refusal.RULE, _("The file holds no answer about a payment (SEPA-06).")
        )
    return results


def _take(file: AnswerFile, results: Sequence[Result], *, by: User) -> None:
    named = {result.id for result in results}
    cases = Payment.objects.filter(number__in=named).order_by("case__call_id")
    for call in {payment.case.call for payment in cases.select_related("case__call")}:
        ledger.locked_budget(call)
    rows = Payment.objects.select_for_update(of=("self",)).select_related("case__call")
    payments = {row.number: row for row in rows.filter(number__in=named).order_by("pk")}
    standings = match(
        [Answer(r.id, r.happened.value, r.amount) for r in results],
        {number: Ordered(row.net, row.state) for number, row in payments.items()},
    )
    for result, matched in zip(results, standings, strict=True):
        payment = payments.get(result.id)
        standing = matched
        if matched is Standing.TAKEN and payment is not None:
            standing = _do(payment, result, by=by)
        PaymentAnswer.objects.create(
            file=file,
            payment=payment,
            end_to_end_id=result.id[:80],
            happened=result.happened.value,
            on=result.on,
            amount=result.amount,
            reason=result.reason[:200],
            standing=standing.value,
        )


def _do(payment: Payment, result: Result, *, by: User) -> Standing:
    """Move the payment and the money of its case; out of place where that money is gone by now."""
    happened, amount = Happened(result.happened.value), payment.leaves_ledger
    payment = moving.locked(payment)
    if happened == Happened.PAID:
        if held_for_grant(payment.case) < amount:
            return Standing.OUT_OF_PLACE
        payment = moving.move(
            payment,
            "note_paid",
            by=by,
            on=result.on or moment.today(),
            mandate_number=result.order_number[:30],
            receipt_number=result.receipt_number[:30],
        )
        words = f"Pagamento {payment.number}"
        ledger.pay(payment.case, amount, by=by, description=words)
        tell_paid(payment)
    elif happened == Happened.REFUSED:
        moving.move(payment, "note_refused", by=by, reason=result.reason[:300])
        _bind_saved(payment, by=by)
    else:
        was_paid = payment.state == "paid"
        moving.move(payment, "note_returned", by=by, reason=result.reason[:300])
        if was_paid:
            words = f"Storno di {payment.number}"
            ledger.unpay(payment.case, amount, by=by, description=words)
        _bind_saved(payment, by=by)
    return Standing.TAKEN


def _bind_saved(payment: Payment, *, by: User) -> None:
    """Bind again what the payment had saved: the one that follows works it out anew."""
    if payment.freed:
        words = f"{payment.number} non riuscito: economia annullata"
        ledger.bind_again(payment.case, payment.freed, by=by, description=words)
