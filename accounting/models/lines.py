from decimal import Decimal

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounting.models.orders import PaymentOrder
from accounting.models.payments import NOTHING, Payment, money
from accounting.rules import Share


class LineState(models.TextChoices):
    """What became of a line of a payment order."""

    ORDERED = "ordered", pgettext_lazy("line of an order", "Being ordered")
    SENT = "sent", pgettext_lazy("line of an order", "Sent")
    PAID = "paid", pgettext_lazy("line of an order", "Paid")
    REFUSED = "refused", pgettext_lazy("line of an order", "Refused")
    RETURNED = "returned", pgettext_lazy("line of an order", "Returned")


ON_THEIR_WAY = ("ordered", "sent")
# What stands in an order and has not failed.
STANDING = (*ON_THEIR_WAY, "paid")


@pghistory.track()
class PaymentLine(models.Model):
    """What one of them gets of a payment, as an order asks for it: to whom, where to, how much (ACC-07).

    The beneficiary's net is a line, and so is each part that goes to an institute in the beneficiary's
    stead. Results come back by its number. Moved by `accounting.services.lines` alone.
    """

    class To(models.TextChoices):
        """Who gets it."""

        BENEFICIARY = "beneficiary", _("Beneficiary")
        INPS = "inps", "INPS"
        INAIL = "inail", "INAIL"
        BUILDING_FUND = "building_fund", _("Building workers' fund")
        COLLECTOR = "collector", _("Collector (art. 48-bis)")

    number = models.CharField(_("line number"), max_length=35, unique=True)
    payment = models.ForeignKey(Payment, models.PROTECT, related_name="lines")
    order = models.ForeignKey(PaymentOrder, models.PROTECT, related_name="lines")
    to = models.CharField(_("payee"), max_length=14, choices=To.choices)
    name = models.CharField(_("name of the payee"), max_length=140)
    iban = models.CharField("IBAN", max_length=34, blank=True)
    amount = money(_("amount"))
    tax = money(_("withheld tax that goes along"), default=NOTHING)
    purpose = models.CharField(_("what it is for"), max_length=140)
    state = models.CharField(
        _("state"), max_length=10, choices=LineState.choices, default=LineState.ORDERED
    )
    on = models.DateField(_("day of the result"), null=True, blank=True)
    mandate_number = models.CharField(_("payment mandate"), max_length=30, blank=True)
    receipt_number = models.CharField(_("receipt"), max_length=30, blank=True)

    class Meta:
        verbose_name = _("line of a payment order")
        verbose_name_plural = _("lines of payment orders")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0, tax__gte=0), name="line_has_money"),
            models.CheckConstraint(
                condition=Q(state__in=LineState.values), name="line_state_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(state="paid") | Q(on__isnull=False), name="line_paid_on_a_day"
            ),
            # Institutes may be paid with F24, outside of the bank's file.
            models.CheckConstraint(
                condition=~Q(to="beneficiary") | ~Q(iban=""), name="line_beneficiary_by_transfer"
            ),
            models.UniqueConstraint(
                fields=["payment", "to"],
                condition=Q(state__in=ON_THEIR_WAY),
                name="line_one_on_its_way_per_payee",
            ),
        ]

    def __str__(self):
        return self.number

    @property
    def counts(self) -> Decimal:
        """What the ledger counts as paid with it, in EUR."""
        return self.amount + self.tax

    @property
    def stands(self) -> bool:
        """Whether it is in an order and has not failed."""
        return self.state in STANDING

    @property
    def share(self) -> Share:
        """What it is as the rules take it."""
        return Share(self.to, self.amount, self.tax)
