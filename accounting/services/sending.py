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
from accounting.files.f24 import write_list
from accounting.files.transfers import Account, Address, Order, OrderError, Transfer, write_order
from accounting.gates import bound_of, gate_outcomes, law_on
from accounting.models import LineState, OrderState, PaymentLine, PaymentOrder, PaymentState
from accounting.permissions import may_order
from accounting.queries import in_batches
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
    lines = list(order.lines.select_related("payment").order_by("pk"))
    data, ending = _written(order, lines)
    folder = f"orders/{order.execute_on.year}/"
    storage = PaymentOrder._meta.get_field("file").storage
    # A run that was killed leaves a file behind: it is replaced.
    name = f"{folder}{order.number}.{ending}"
    storage.delete(name)
    order = orders.moved(
        order,
        "send",
        by=by,
        at=moment.now(),
        file=storage.save(name, ContentFile(data)),
        sha256=hashlib.sha256(data).hexdigest(),
    )
    order.lines.update(state=LineState.SENT)
    payments = {line.payment_id: line.payment for line in lines}
    moving.move_all(payments.values(), PaymentState.SENT, "send", by=by)
    return order


def _written(order: PaymentOrder, lines: Sequence[PaymentLine]) -> tuple[bytes, str]:
    """Return the file and its ending; where every line is paid with F24, it is their list (ACC-07)."""
    if not any(line.iban for line in lines):
        return write_list(lines), "csv"
    try:
        return write_order(order_of(order, lines)), "xml"
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


def order_of(order: PaymentOrder, lines: Sequence[PaymentLine]) -> Order:
    """Return an order as the bank's file takes it: a transfer for each line, but for those paid with F24."""
    body = order.body
    made = timezone.localtime(order.opened_at)
    return Order(
        id=order.number,
        made_at=made,
        payer=Account(body.name, order.payer_iban, order.payer_bic),
        on=order.execute_on,
        transfers=[
            Transfer(line.number, _payee(line), line.amount, line.purpose)
            for line in lines
            if line.iban
        ],
    )


def _payee(line: PaymentLine) -> Account:
    payment = line.payment
    if line.to != rules.BENEFICIARY or not payment.municipality:
        return Account(line.name, line.iban)
    address = Address(
        payment.street, payment.street_number, payment.postcode, payment.municipality, "IT"
    )
    return Account(line.name, line.iban, address=address)


def _against(order: PaymentOrder) -> list[Outcome]:
    """Return what stands against the payments on the day of the order, each sentence with its number."""
    law = law_on(order.execute_on)
    against = []
    for some in in_batches(orders.payments_of(order), AT_A_TIME):
        bound = bound_of(some)
        against += [
            replace(outcome, sentence=f"{payment.number}: {outcome.sentence}")
            for payment in some
            for outcome in gate_outcomes(payment, law, bound[payment.pk])
            if outcome.blocks
        ]
    return against
