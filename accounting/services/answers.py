"""What the bank answers: read once, matched by the line's id, counted in the ledger (SEPA-06)."""

import hashlib
from collections.abc import Collection, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from accounting.files.results import Result, read_results
from accounting.files.safe_xml import Unreadable
from accounting.models import AnswerFile, Payment, PaymentAnswer, PaymentLine, PaymentState
from accounting.payables import tell_paid
from accounting.permissions import ORDER_PAYMENTS
from accounting.rules import Answer, Ordered, Standing, match
from accounting.services import ledger
from accounting.services.lines import count_result
from calls.models import Call
from parties.models import User
from workflows.engine import Refusal, TransitionRefused


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
    lines = _locked_lines(named)
    # Payments that no order holds have no line: they are told from numbers that nobody knows.
    payments = {one.number: one for one in Payment.objects.filter(number__in=named - lines.keys())}
    standings = match(
        [Answer(r.id, r.happened.value, r.amount) for r in results],
        {number: Ordered(one.net, one.state) for number, one in payments.items()}
        | {number: Ordered(line.amount, line.state) for number, line in lines.items()},
    )
    for result, matched in zip(results, standings, strict=True):
        line = lines.get(result.id)
        standing = matched
        if matched is Standing.TAKEN and line is not None:
            standing = _do(line, result, by=by)
        PaymentAnswer.objects.create(
            file=file,
            payment=line.payment if line else payments.get(result.id),
            line=line,
            end_to_end_id=result.id[:80],
            happened=result.happened.value,
            on=result.on,
            amount=result.amount,
            reason=result.reason[:200],
            standing=standing.value,
        )


def _locked_lines(named: Collection[str]) -> dict[str, PaymentLine]:
    """Lock the budgets and payments of the lines that are named, always in one order; return the lines."""
    found = PaymentLine.objects.filter(number__in=named).order_by()
    calls = Call.objects.filter(pk__in=found.values("payment__case__call")).order_by("pk")
    for call in calls:
        ledger.locked_budget(call)
    rows = Payment.objects.filter(pk__in=found.values("payment")).order_by("pk")
    list(rows.select_for_update(of=("self",)).values_list("pk"))
    return {line.number: line for line in found.select_related("payment__case__call")}


def _do(line: PaymentLine, result: Result, *, by: User) -> Standing:
    """Move the line, the money of its case and its payment; out of place where that money is gone by now."""
    before = Payment.objects.values_list("state", flat=True).get(pk=line.payment_id)
    payment = count_result(line, result, by=by)
    if payment is None:
        return Standing.OUT_OF_PLACE
    if payment.state != before:
        if payment.state == PaymentState.PAID:
            tell_paid(payment)
        elif payment.state in {PaymentState.REFUSED, PaymentState.RETURNED}:
            _bind_saved(payment, by=by)
    return Standing.TAKEN


def _bind_saved(payment: Payment, *, by: User) -> None:
    """Bind again what the payment had saved: the one that follows works it out anew."""
    if payment.freed:
        words = f"{payment.number} non riuscito: economia annullata"
        ledger.bind_again(payment.case, payment.freed, by=by, description=words)
