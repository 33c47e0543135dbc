from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from parties import moment


class Pot(models.TextChoices):
    """Where the money of a call can be; every entry moves it from one pot to another."""

    OUTSIDE = "outside", _("Outside the call")
    AVAILABLE = "available", _("Available")
    RESERVED = "reserved", _("Reserved")
    GRANTED = "granted", pgettext_lazy("money", "Granted")
    PAID = "paid", _("Paid")
    ECONOMIES = "economies", _("Economies")


class Budget(models.Model):
    """What a call has left, pot by pot, in EUR. A trigger on the entries keeps it; nobody else writes it.

    The constraints are the promise: funds are a hard ceiling (CALL-08, ACC-04).
    """

    call = models.OneToOneField("calls.Call", models.PROTECT, related_name="budget")
    available = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    reserved = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    granted = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    paid = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    economies = models.DecimalField(max_digits=14, decimal_places=2, default=0)

    class Meta:
        verbose_name = _("budget")
        verbose_name_plural = _("budgets")
        constraints = [
            models.CheckConstraint(
                condition=Q(**{f"{pot}__gte": 0}), name=f"budget_{pot}_not_negative"
            )
            for pot in ("available", "reserved", "granted", "paid", "economies")
        ]

    def __str__(self) -> str:
        return f"{self.call}"

    @property
    def endowment(self) -> Decimal:
        """All that was put into the call, in EUR."""
        return self.available + self.reserved + self.granted + self.paid + self.economies


class LedgerEntry(models.Model):
    """Money that moves from one pot to another; never changed, never deleted."""

    budget = models.ForeignKey(Budget, models.PROTECT, related_name="entries")
    source = models.CharField(_("from"), max_length=10, choices=Pot.choices)
    target = models.CharField(_("to"), max_length=10, choices=Pot.choices)
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2)
    case = models.ForeignKey(
        "workflows.Case", models.PROTECT, related_name="ledger_entries", null=True, blank=True
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField(default=moment.now, editable=False)
    description = models.CharField(_("description"), max_length=250)

    class Meta:
        verbose_name = _("ledger entry")
        verbose_name_plural = _("ledger entries")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="ledger_amount_positive"),
            models.CheckConstraint(condition=~Q(source=F("target")), name="ledger_pots_differ"),
            models.CheckConstraint(
                condition=Q(source__in=Pot.values, target__in=Pot.values),
                name="ledger_pots_are_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_source_display()} → {self.get_target_display()} {self.amount}"
