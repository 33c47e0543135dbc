"""The file of an order: written by the worker, once, of what was approved and of nothing else."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.core.files import File
from django.core.files.base import ContentFile
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounting import rules
from accounting.files.transfers import Account, Address, Order, OrderError, Transfer, write_order
from accounting.gates import NOTHING, gate_outcomes, held_for_grants, law_on
from accounting.models import OrderState, Payment, PaymentOrder, PaymentState
from accounting.permissions import may_order
from accounting.services import moving, orders
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.models import BackgroundJob
from workflows.rules import Outcome
from workflows.services import jobs

JOB_KIND = "payment_order"
# Payments are held against the law so many at once, each with all its evidence.
AT_A_TIME = 500


class Damaged(Exception):
    """The stored file is not the one that was made: its digest differs."""


def request_file(order: PaymentOrder, *, by: User, key: UUID | None = None) -> BackgroundJob:
    """Ask the worker for the file of an approved order. Raises `TransitionRefused`."""
    if not may_order(order, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if order.state != OrderState.APPROVED:
        raise TransitionRefused(Refusal.STATUS, _("Only an approved order is sent."))
    return jobs.start_job(
        kind=JOB_KIND,
        title=_("File of the payment order {number}").format(number=order.number),
        by=by,
        inputs={"order": order.pk},
        total=order.payments.count(),
        key=key,
    )


def make_file(job: BackgroundJob) -> list[dict[str, str]]:
    """Write the file of a job's order; called by the worker, and as often as it likes."""
    order = PaymentOrder.objects.get(pk=job.inputs["order"])
    if order.state != OrderState.SENT:
        try:
            send(order, by=job.by)
        except TransitionRefused as refused:
            raise jobs.JobFailed(refused.sentence) from refused
    jobs.note_progress(job, job.total, job.total)
    return [{"label": order.number, "url": reverse("accounting:order", args=[order.number])}]


@transaction.atomic
def send(order: PaymentOrder, *, by: User) -> PaymentOrder:
    """Write the file of an approved order and mark its payments as sent.

    What was approved is compared with what is there now, and every gate is asked again for the day of
    payment (G5): one payment that does not pass stops the whole order. Raises `TransitionRefused`.
    """
    order = orders.locked(order)
    present = orders.digest_of(order)
    moving.refuse_blocked([rules.order_unchanged(order.digest, present)])
    moving.refuse_blocked([orders.enough(order, present)])
    moving.refuse_blocked(_against(order))
    payments = list(order.payments.order_by("pk"))
    data = _written(order, payments)
    folder = f"orders/{order.execute_on.year}/"
    storage = PaymentOrder._meta.get_field("file").storage
    # A run that was killed leaves a file behind: it is replaced.
    storage.delete(f"{folder}{order.number}.xml")
    order = orders.moved(
        order,
        "send",
        by=by,
        at=moment.now(),
        file=storage.save(f"{folder}{order.number}.xml", ContentFile(data)),
        sha256=hashlib.sha256(data).hexdigest(),
    )
    moving.move_all(payments, PaymentState.SENT, "send", by=by)
    return order


def _written(order: PaymentOrder, payments: Sequence[Payment]) -> bytes:
    try:
        return write_order(order_of(order, payments))
    except OrderError as error:
        raise TransitionRefused(
            Refusal.RULE, _("The file cannot be written: {reason}.").format(reason=error)
        ) from error


def open_file(order: PaymentOrder) -> File:
    """Open the file of an order, once its digest has been checked; raises `Damaged`."""
    try:
        file = order.file.storage.open(str(order.file.name), "rb")
    except FileNotFoundError as error:
        raise Damaged from error
    if hashlib.file_digest(file, "sha256").hexdigest() != order.sha256:
        file.close()
        raise Damaged
    file.seek(0)
    return file


def order_of(order: PaymentOrder, payments: Sequence[Payment]) -> Order:
    """Return an order as the bank's file takes it.

    Where the institutes take all, nothing goes to the beneficiary: the bank is not told of it, and the
    cashier's answer alone says that it is done.
    """
    body = order.body
    made = timezone.localtime(order.opened_at)
    return Order(
        id=order.number,
        made_at=made,
        payer=Account(body.name, order.payer_iban, order.payer_bic),
        on=order.execute_on,
        transfers=[
            Transfer(payment.number, _payee(payment), payment.net, payment.purpose)
            for payment in payments
            if payment.net
        ],
    )


def _payee(payment: Payment) -> Account:
    has_place = bool(payment.municipality)
    address = Address(
        payment.street, payment.street_number, payment.postcode, payment.municipality, "IT"
    )
    return Account(payment.holder, payment.iban, address=address if has_place else None)


def _against(order: PaymentOrder) -> list[Outcome]:
    """Return what stands against the payments on the day of the order, each sentence with its number."""
    law, payments = law_on(order.execute_on), orders.payments_of(order)
    held = held_for_grants(list(payments.values_list("case", flat=True)))
    return [
        replace(outcome, sentence=f"{payment.number}: {outcome.sentence}")
        for payment in payments.iterator(AT_A_TIME)
        for outcome in gate_outcomes(payment, law, held.get(payment.case_id, NOTHING))
        if outcome.blocks
    ]
