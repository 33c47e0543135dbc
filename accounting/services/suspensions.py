"""What was suspended under art. 48-bis: to the collector by its order, or free again (PAY-05)."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from accounting import rules
from accounting.gates import evidence_of
from accounting.models import Evidence, Payment
from accounting.permissions import LIQUIDATE
from accounting.services import ledger, moving
from calls.models import Parameter
from parties import moment
from parties.models import User
from ui.formats import euro
from workflows.engine import Refusal, TransitionRefused


@transaction.atomic
def set_free(
    payment: Payment,
    *,
    by: User,
    attached: Decimal,
    reference: str,
    on: date,
    iban: str,
    seen: int,
) -> Payment:
    """Divide what was suspended: `attached` EUR to the collector, the rest to the beneficiary.

    `reference` and `on` are those of the collector's order; without one, nothing is attached, and the
    days of waiting must be over. The parts become lines of the next order. Raises `TransitionRefused`.
    """
    if not by.has_perm(LIQUIDATE):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    payment = Payment.objects.for_pages().get(pk=payment.pk)
    ledger.locked_budget(payment.case.call)
    payment = moving.locked(payment)
    if payment.version != seen:
        raise TransitionRefused(
            Refusal.STALE, _("The payment has changed since you opened this page: look again.")
        )
    if payment.state not in {"liquidated", "paid"} or not payment.suspended:
        raise TransitionRefused(Refusal.STATUS, _("Nothing is suspended that could be paid now."))
    _refuse_early(payment, attached, reference, on)
    suspended = payment.suspended
    Evidence.objects.create(
        payment=payment,
        kind=Evidence.Kind.ATTACHMENT,
        reference=reference.strip(),
        on=on,
        collector=attached,
        collector_iban=iban,
        by=by,
    )
    payment.collector += attached
    payment.net += suspended - attached
    payment.suspended = Decimal("0.00")
    payment.version += 1
    payment.save()
    words = _("{attached} of {suspended} to the collector. {reference}").format(
        attached=euro(attached), suspended=euro(suspended), reference=reference.strip()
    )[:300]
    if payment.state == "paid":
        return moving.move(payment, "set_free", by=by, reason=words)
    moving.note(payment, "set_free", source=payment.state, by=by, reason=words)
    return payment


def _refuse_early(payment: Payment, attached: Decimal, reference: str, on: date) -> None:
    """Refuse without the collector's order before its days are over, and an order without its number."""
    if on > moment.today() or (attached and not reference.strip()):
        raise TransitionRefused(
            Refusal.RULE,
            _("Write the number of the collector's order, and a day that has come (PAY-05)."),
        )
    enquiry, today = evidence_of(payment).get(Evidence.Kind.ENQUIRY), moment.today()
    answered = enquiry.on if enquiry and enquiry.on else today
    days = Parameter.objects.value("suspension_48bis_days", today)
    outcome = rules.suspension_ends(attached, payment.suspended, answered, days, today)
    moving.refuse_blocked([outcome])
