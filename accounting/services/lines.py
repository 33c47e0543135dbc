"""The lines of payment orders: written when payments are put in, followed until each is paid (ACC-07)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounting import rules
from accounting.files.results import Result
from accounting.gates import evidence_of, held_for_grant
from accounting.models import Evidence, LineState, Payment, PaymentLine, PaymentOrder
from accounting.models.lines import ON_THEIR_WAY
from accounting.models.payments import ALIVE
from accounting.rules import Share
from accounting.services import ledger, moving
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused

NOTHING = Decimal("0.00")
INSTITUTES = ("inps", "inail", "building_fund")
NAMES = {
    "inps": "INPS",
    "inail": "INAIL",
    "building_fund": "Cassa edile",
    "collector": "Agenzia delle entrate-Riscossione",
}
BACK = {LineState.REFUSED: "note_refused", LineState.RETURNED: "note_returned"}


def parts_of(payment: Payment) -> dict[str, Decimal]:
    """Return what each gets of a payment in all, in EUR; the tax and what is suspended go to nobody."""
    parts = {name: getattr(payment, name) for name in (*INSTITUTES, "collector")}
    return {rules.BENEFICIARY: payment.net, **parts}


def due_of(payment: Payment, lines: Iterable[PaymentLine] | None = None) -> list[Share]:
    """Return what of a payment no order asks for yet, or no longer, in EUR (ACC-07)."""
    found = payment.lines.all() if lines is None else lines
    standing = [line.share for line in found if line.stands]
    return rules.shares_due(parts_of(payment), payment.withheld, standing)


def paid_parts(payment: Payment) -> dict[str, Decimal]:
    """Return what each was paid already of a payment, in EUR."""
    paid = dict.fromkeys(rules.ENDINGS, NOTHING)
    for line in payment.lines.filter(state=LineState.PAID):
        paid[line.to] += line.amount
    return paid


def write_lines(order: PaymentOrder, payments: Sequence[Payment]) -> None:
    """Write what an order asks for of these payments, whose rows are locked.

    Raises `TransitionRefused` where nothing of one may be paid now.
    """
    before: dict[int, list[PaymentLine]] = defaultdict(list)
    for line in PaymentLine.objects.filter(payment__in=[payment.pk for payment in payments]):
        before[line.payment_id].append(line)
    evidence = _evidence_of_debtors(payments)
    lines: list[PaymentLine] = []
    for payment in payments:
        lines += _lines(order, payment, before[payment.pk], evidence.get(payment.pk, {}))
    PaymentLine.objects.bulk_create(lines, batch_size=1000)


def drop_lines(order: PaymentOrder, payments: Iterable[Payment]) -> None:
    """Take back what an order that has not left asks for of these payments."""
    order.lines.filter(payment__in=payments, state=LineState.ORDERED).delete()


def count_result(line: PaymentLine, result: Result, *, by: User) -> Payment | None:
    """Move a line and the money of its case as a bank answered; None where that money is gone by now.

    Its payment, whose row is locked, follows once no line is on its way any more. Returns it as it stands.
    """
    state, day = LineState(result.happened.value), result.on or moment.today()
    payment = line.payment
    if state == LineState.PAID:
        if held_for_grant(payment.case) < line.counts:
            return None
        words = f"Pagamento {line.number}"
        ledger.pay(payment.case, line.counts, by=by, description=words)
        line.mandate_number = result.order_number[:30]
        line.receipt_number = result.receipt_number[:30]
    elif state == LineState.RETURNED and line.state == LineState.PAID:
        words = f"Storno di {line.number}"
        ledger.unpay(payment.case, line.counts, by=by, description=words)
    line.state, line.on = state, day
    line.save()
    return _follow(payment, line, result.reason[:300], by=by)


def take_over(payment: Payment) -> None:
    """Let a new payment go on with the lines that were paid of one of its case that came to nothing."""
    _of_failed(payment.case_id).update(payment=payment)


def paid_before(case: int) -> list[PaymentLine]:
    """Return the lines that were paid of payments of a case that came to nothing, by the case's key."""
    return list(_of_failed(case))


def _of_failed(case: int) -> QuerySet[PaymentLine]:
    failed = Payment.objects.filter(case=case).exclude(state__in=ALIVE)
    return PaymentLine.objects.filter(payment__in=failed, state=LineState.PAID)


def _follow(payment: Payment, line: PaymentLine, reason: str, *, by: User) -> Payment:
    """Let a payment follow its lines: paid with the last, failed with the beneficiary's, else anew."""
    payment = moving.locked(payment)
    lines = list(payment.lines.order_by("pk"))
    _note_day(payment, line)
    due = {share.to for share in due_of(payment, lines)}
    if any(one.state in ON_THEIR_WAY for one in lines) or payment.state == "batched":
        moving.note(payment, "line", source=payment.state, by=by, reason=_words(line, reason))
        return payment
    if not due:
        return moving.move(payment, "note_paid", by=by)
    if rules.BENEFICIARY in due:
        last = [one for one in lines if one.to == rules.BENEFICIARY][-1]
        return moving.move(payment, BACK[LineState(last.state)], by=by, reason=reason)
    if payment.state == "liquidated":
        return payment
    return moving.move(payment, "fall_short", by=by, reason=_words(line, reason))


def _note_day(payment: Payment, line: PaymentLine) -> None:
    """Keep on a payment on which day, and by which order, its beneficiary was paid; or was not after all."""
    if line.number != payment.number and payment.net:
        return
    if line.state == LineState.PAID and payment.paid_on is None:
        payment.paid_on = line.on
        payment.mandate_number, payment.receipt_number = line.mandate_number, line.receipt_number
        payment.save()
    elif line.state == LineState.RETURNED and payment.state == "sent":
        payment.paid_on = None
        payment.save()


def _words(line: PaymentLine, reason: str) -> str:
    said = f"{line.number}, {line.name}: {LineState(line.state).label}"
    return f"{said}. {reason}"[:300] if reason else said


def _evidence_of_debtors(payments: Iterable[Payment]) -> dict[int, dict[str, Evidence]]:
    """Return the evidence of those payments of which institutes or the collector get a part."""
    debtors = [one.pk for one in payments if one.to_institutes or one.collector]
    rows = Payment.objects.filter(pk__in=debtors).prefetch_related("evidence")
    return {payment.pk: evidence_of(payment) for payment in rows}


def _lines(
    order: PaymentOrder, payment: Payment, before: list[PaymentLine], found: dict[str, Evidence]
) -> Iterator[PaymentLine]:
    due = due_of(payment, before)
    if not due:
        raise TransitionRefused(
            Refusal.RULE,
            _(
                "Of payment {number} nothing may be paid now: all of it is suspended (PAY-05)."
            ).format(number=payment.number),
        )
    for share in due:
        tried = sum(line.to == share.to for line in before)
        yield PaymentLine(
            number=rules.line_number(payment.number, share.to, tried),
            payment=payment,
            order=order,
            to=share.to,
            amount=share.amount,
            tax=share.tax,
            **_whom(payment, share.to, found),
        )


def _whom(payment: Payment, to: str, found: dict[str, Evidence]) -> dict[str, str]:
    """Return name, account and purpose of a line; an institute's account is what it has told."""
    if to == rules.BENEFICIARY:
        return {"name": payment.holder, "iban": payment.iban, "purpose": payment.purpose}
    kind = Evidence.Kind.ATTACHMENT if to == "collector" else Evidence.Kind.DURC
    said = found.get(kind)
    why = "Ordine art. 48-bis" if to == "collector" else "Intervento sostitutivo DURC"
    reference = said.reference if said else ""
    words = f"{why} {reference} per CF {payment.tax_code} {payment.purpose}"
    return {
        "name": NAMES[to],
        "iban": getattr(said, f"{to}_iban") if said else "",
        "purpose": " ".join(words.split())[:140],
    }
