"""Payment orders: put together, approved as they are by enough people, written once (ACC-01, SEPA)."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import QuerySet, Sum
from django.utils.translation import gettext as _

from accounting import rules
from accounting.gates import levels_on, pays_alone
from accounting.models import OrderApproval, OrderState, Payment, PaymentOrder, PaymentState
from accounting.permissions import ORDER_PAYMENTS, may_order
from accounting.services import lines, moving
from parties import moment
from parties.codes import CodeError, parse_iban
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.rules import Outcome

NOTHING = Decimal("0.00")
# What an approval is about: whom, where to, how much, what for.
FROZEN = (
    "number",
    "beneficiary",
    "tax_code",
    "vat_number",
    "iban",
    "holder",
    "holder_code",
    "gross",
    "withheld",
    "inps",
    "inail",
    "building_fund",
    "suspended",
    "collector",
    "net",
    "cup",
    "cor",
    "purpose",
    "act_number",
    "act_date",
)
FROZEN_LINES = ("number", "to", "name", "iban", "amount", "tax", "purpose")


@transaction.atomic
def open_order(
    payments: Iterable[Payment], *, by: User, payer_iban: str, payer_bic: str, execute_on: date
) -> PaymentOrder:
    """Put liquidated payments of one body into a new order.

    Raises `TransitionRefused` where somebody may not, there is none, they are of several bodies, the
    account is none or the day has gone.
    """
    if not by.has_perm(ORDER_PAYMENTS):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    rows = list(
        Payment.objects.select_for_update(of=("self",))
        .select_related("case__call")
        .filter(pk__in=[payment.pk for payment in payments])
        .order_by("pk")
    )
    bodies = {payment.case.call.manager_id for payment in rows}
    if not rows:
        raise TransitionRefused(Refusal.RULE, _("Choose at least one payment."))
    if len(bodies) > 1:
        raise TransitionRefused(
            Refusal.RULE, _("These payments are of several bodies: make an order for each.")
        )
    if execute_on < moment.today():
        raise TransitionRefused(Refusal.RULE, _("The day of payment has gone."))
    for payment in rows:
        moving.refuse_out_of_turn(payment, "put_in", by=by)
    order = PaymentOrder.objects.create(
        number=moving.next_number("D", moment.today()),
        body_id=bodies.pop(),
        payer_iban=_iban(payer_iban),
        payer_bic=payer_bic.strip().upper(),
        execute_on=execute_on,
        opened_by=by,
    )
    moving.move_all(rows, PaymentState.BATCHED, "put_in", by=by, order=order)
    lines.write_lines(order, rows)
    return order


@transaction.atomic
def take_out(order: PaymentOrder, payment: Payment, *, by: User, seen: int) -> PaymentOrder:
    """Take one payment out of an order that has not left: what was approved is so no more."""
    order = moved(order, "open_again", by=by, seen=seen)
    found = order.payments.filter(pk=payment.pk).first()
    if found is None:
        raise TransitionRefused(Refusal.STALE, _("The payment is not in this order any more."))
    moving.move(found, "take_out", by=by)
    lines.drop_lines(order, [found])
    if not order.payments.exists():
        order = moved(order, "give_up", by=by)
    return order


@transaction.atomic
def give_up(order: PaymentOrder, *, by: User, seen: int) -> PaymentOrder:
    """Let all payments of an order go: they may be put into another."""
    order = moved(order, "give_up", by=by, seen=seen)
    payments = list(order.payments.select_related("case__call").order_by("pk"))
    for payment in payments:
        moving.move(payment, "take_out", by=by)
    lines.drop_lines(order, payments)
    return order


@transaction.atomic
def approve(order: PaymentOrder, *, by: User, digest: str) -> PaymentOrder:
    """Approve an order as the page showed it; with enough approvals it is frozen.

    Raises `TransitionRefused` where the order is another by now (`digest` differs), somebody approves
    twice, or has granted, proposed or liquidated any of its payments (ORG-09).
    """
    order = locked(order)
    if not may_order(order, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if order.state != OrderState.OPEN:
        raise TransitionRefused(Refusal.STATUS, _("This order is not being put together any more."))
    present = digest_of(order)
    if digest != present:
        raise TransitionRefused(
            Refusal.STALE, _("The order has changed since you opened this page: look again.")
        )
    alone = pays_alone(by, Payment.objects.filter(order=order))
    moving.refuse_blocked([alone])
    _approval, is_new = OrderApproval.objects.get_or_create(order=order, by=by, digest=present)
    if not is_new:
        raise TransitionRefused(Refusal.RULE, _("You have approved this order already."))
    outcome = enough(order, present)
    if not outcome.blocks:
        order = moved(order, "approve", by=by, digest=present)
    return order


def enough(order: PaymentOrder, digest: str) -> Outcome:
    """Tell whether enough people have approved an order as it is (ACC-01)."""
    given = order.approvals.filter(digest=digest).count()
    return rules.approved_by_enough(given, total_of(order), levels_on(moment.today()))


def total_of(order: PaymentOrder) -> Decimal:
    """Return what an order asks the bank to pay, in EUR."""
    total: Decimal = order.lines.aggregate(sum=Sum("amount", default=NOTHING))["sum"]
    return total


def payments_of(order: PaymentOrder) -> QuerySet[Payment]:
    """Return the payments of an order, with what gates and files read of them."""
    rows = Payment.objects.filter(order=order).order_by("pk")
    # One call for all that are of it: ten thousand copies of its texts would fill the memory.
    return rows.select_related("case__applicant").prefetch_related(
        "case__call", "evidence", "lines"
    )


def digest_of(order: PaymentOrder) -> str:
    """Return the SHA-256 of all that an approval is about, from what is stored now."""
    rows = Payment.objects.filter(order=order).order_by("pk").values_list(*FROZEN)
    content = {
        "order": [order.number, order.payer_iban, order.payer_bic, order.execute_on.isoformat()],
        "payments": [[str(value or "") for value in row] for row in rows],
        "lines": [
            [str(value or "") for value in row]
            for row in order.lines.order_by("pk").values_list(*FROZEN_LINES)
        ],
    }
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def locked(order: PaymentOrder) -> PaymentOrder:
    """Return the order with its row locked until the transaction ends."""
    rows = PaymentOrder.objects.select_for_update(of=("self",)).select_related("body")
    return rows.get(pk=order.pk)


def moved(
    order: PaymentOrder, name: str, *, by: User, seen: int | None = None, **inputs: Any
) -> PaymentOrder:
    """Make one declared move of an order, or refuse and change nothing."""
    order = locked(order)
    if seen is not None and seen != order.version:
        raise TransitionRefused(
            Refusal.STALE, _("The order has changed since you opened this page: look again.")
        )
    known: Any = order
    steps = [step for step in known.get_all_state_transitions() if step.name == name]
    if order.state not in {step.source for step in steps}:
        raise TransitionRefused(
            Refusal.STATUS,
            _("The order is now “{state}”: this can no longer be done.").format(
                state=OrderState(order.state).label
            ),
        )
    if not steps[0].has_perm(order, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    getattr(order, name)(by, **inputs)
    order.version += 1
    order.save()
    return order


def _iban(typed: str) -> str:
    try:
        return parse_iban(typed).normalised
    except CodeError as error:
        raise TransitionRefused(Refusal.RULE, _("The account that pays is not an IBAN.")) from error
