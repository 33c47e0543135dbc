"""What a closed month is worth, and the proof that it was paid (R-IND, R-SAN-01)."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from internships import register
from internships.models import AllowanceDue, Internship, Month, PayerChoice
from internships.parameters import limits_on, register_on
from internships.permissions import actors_of, may_follow, may_prepare
from internships.rules import indemnity
from internships.rules.dates import end_for
from internships.rules.start import Actor
from internships.services.register.holding import ask_right, held
from parties import moment
from parties.models import User
from ui.formats import euro
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Document
from workflows.services import documents

ACCEPTED = frozenset({"pdf", "p7m", "jpeg", "png", "xml"})
MOST_BYTES = 10 * 1024 * 1024


@dataclass(frozen=True)
class PaymentData:
    """How a month was paid: amount in EUR, day, and the reference that its proof bears."""

    amount: Decimal
    paid_on: date
    reference: str


def reckon(case: Internship, month: Month) -> AllowanceDue:
    """Write down what a month that has just been closed is worth, with the rule that said so.

    Where the rules leave it to a person the amount stays empty (R-IND-08).
    """
    days = register.running_days(case, month)
    is_whole = (
        month.last_day == end_for(month.first_day, 1)
        and days == (month.last_day - month.first_day).days + 1
    )
    agreed = indemnity.agreed_for(case.allowance, days, is_whole=is_whole)
    amount, outcome = indemnity.amount_due(
        agreed, month.planned_minutes or 0, month.done_minutes or 0, limits_on(case.start).indemnity
    )
    return AllowanceDue.objects.create(
        month=month,
        amount=amount,
        rule=outcome.rule,
        outcome=outcome.to_dict(),
        due_on=_due_on(case) if amount else None,
    )


@transaction.atomic
def decide_allowance(
    allowance: AllowanceDue, *, by: User, amount: Decimal, reason: str
) -> AllowanceDue:
    """Say what a month is worth where the rules leave it to a person (R-IND-08); EUR, with why."""
    case, month = held(allowance.month)
    ask_right(allowed=may_prepare(case, by))
    allowance = AllowanceDue.objects.get(month=month)
    if allowance.amount is not None:
        raise TransitionRefused(Refusal.STATUS, _("What this month is worth has been decided."))
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why so much is due (R-IND-08)."))
    if not 0 <= amount <= case.allowance:
        raise TransitionRefused(
            Refusal.RULE,
            _("Between nothing and {most}, what was agreed for a month (R-IND-08).").format(
                most=euro(case.allowance)
            ),
        )
    allowance.amount, allowance.decided_by = amount, by
    allowance.decided_because = reason.strip()
    allowance.due_on = _due_on(case) if amount else None
    allowance.save()
    return allowance


@transaction.atomic
def note_payment(
    allowance: AllowanceDue, *, by: User, data: PaymentData, upload: UploadedFile
) -> AllowanceDue:
    """Keep the proof that a month was paid; the host brings it, or the office that received it.

    The file is judged by its content: raises `workflows.uploads.Refused` where it is no proof, and
    `TransitionRefused` where less was paid than is due; then nothing has changed.
    """
    case, month = held(allowance.month)
    ask_right(allowed=may_bring_proof(case, by))
    allowance = AllowanceDue.objects.get(month=month)
    _ask_payment(month, allowance, data)
    document = documents.attach(
        case,
        upload,
        by=by,
        requirement=f"prova-mese-{month.number}",
        accepted=ACCEPTED,
        max_bytes=MOST_BYTES,
    )
    Document.objects.filter(pk=document.pk).update(filed_at=moment.now())
    allowance.paid_amount, allowance.paid_on = data.amount, data.paid_on
    allowance.reference, allowance.proof = data.reference.strip(), document
    allowance.save()
    return allowance


def may_bring_proof(case: Internship, user: User) -> bool:
    """The host, where it pays; the office for what it was sent, or where the funder pays (R-IND-13)."""
    pays = case.payer != PayerChoice.FUNDER
    return may_follow(case, user) or (pays and Actor.HOST in actors_of(case, user))


def _ask_payment(month: Month, allowance: AllowanceDue, data: PaymentData) -> None:
    if allowance.paid_on is not None:
        raise TransitionRefused(Refusal.STATUS, _("The payment of this month is on record."))
    if not allowance.amount:
        raise TransitionRefused(Refusal.STATUS, _("For this month nothing is due."))
    if not month.first_day <= data.paid_on <= moment.today():
        raise TransitionRefused(
            Refusal.RULE, _("It was paid between the first day of the month and today (R-IND-06).")
        )
    if data.amount < allowance.amount:
        raise TransitionRefused(
            Refusal.RULE,
            _("{due} are due: {paid} are less ({rule}).").format(
                due=euro(allowance.amount), paid=euro(data.amount), rule=allowance.rule
            ),
        )
    if not data.reference.strip():
        raise TransitionRefused(Refusal.RULE, _("Write the reference of the payment (R-IND-06)."))


def _due_on(case: Internship) -> date:
    return moment.today() + timedelta(days=register_on(case.start).payment_days)
