"""Payments and sums asked back, as the home of whoever gets or owes them shows them."""

from django.urls import reverse
from django.utils.translation import gettext as _

from accounting.models import Payment, PaymentState, Recovery, RecoveryState
from parties import moment
from parties.models import User
from parties.queries import is_party_of
from ui.formats import short_date
from workflows.desk_parts import MOST, Part, Sum, is_mine, register

_BACK = (PaymentState.REFUSED, PaymentState.RETURNED)


def register_part() -> None:
    """Make payments known to people's homes."""
    register(Part(sums=sums_of))


def sums_of(user: User) -> list[Sum]:
    """Return the latest payments to a person and those they act for, and what is asked back."""
    owed = Payment.objects.filter(
        is_mine(user, "case__") | is_party_of(user, moment.today(), "payee")
    )
    payments = owed.exclude(state=PaymentState.WITHDRAWN).select_related("case").order_by("-pk")
    asked = Recovery.objects.filter(is_mine(user, "case__")).select_related("case").order_by("-pk")
    return [
        *(_back(one) for one in asked[:MOST]),
        *(_payment(one) for one in payments[:MOST]),
    ]


def _payment(found: Payment) -> Sum:
    state, tone, text = _("To come"), "info", _("We are preparing the payment.")
    if found.paid_on and found.state not in _BACK:
        state, tone = _("Paid"), "success"
        text = _("Paid on {day}.").format(day=short_date(found.paid_on))
    elif found.state == PaymentState.SENT:
        text = _("The order is with the bank.")
    elif found.state in _BACK:
        state, tone = _("Stopped"), "warning"
        text = _("The bank has sent it back: we write to you.")
    return Sum(found.case.number or "", _case(found.case_id), state, tone, found.net, text)


def _back(found: Recovery) -> Sum:
    is_over = found.state == RecoveryState.SETTLED
    text = _("To be returned by {day}, with interest: the letter says how.")
    return Sum(
        found.case.number or "",
        _case(found.case_id),
        _("Returned") if is_over else _("Asked back"),
        "neutral" if is_over else "danger",
        found.principal,
        "" if is_over else text.format(day=short_date(found.due_on)),
    )


def _case(key: int) -> str:
    return reverse("workflows:case", args=[key])
