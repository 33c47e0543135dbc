import pghistory
from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from parties import moment
from parties.validators import validate_iban


@pghistory.track()
class RefundRequest(models.Model):
    """What the host asks back of the allowance it paid, and what the office found (R-PUB-17)."""

    internship = models.OneToOneField(
        "internships.Internship", models.PROTECT, related_name="refund"
    )
    iban = models.CharField("IBAN", max_length=34, validators=[validate_iban])
    holder = models.CharField(_("account holder"), max_length=140)
    # What the host declares of other de minimis aid within the years that count, in EUR (R-PUB-15).
    other_aid = models.DecimalField(
        _("other de minimis aid"),
        max_digits=12,
        decimal_places=2,
        default=0,
        validators=[MinValueValidator(0)],
    )
    paper = models.OneToOneField(
        "workflows.Document", models.PROTECT, related_name="refund_request"
    )
    asked_amount = models.DecimalField(_("amount asked for"), max_digits=9, decimal_places=2)
    asked_on = models.DateField(_("asked on"), default=moment.today)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    cup = models.CharField("CUP", max_length=15, blank=True)
    cor = models.CharField("COR", max_length=12, blank=True)
    finding = models.TextField(_("what the examination found"), blank=True)
    examined_at = models.DateTimeField(_("examined at"), null=True, blank=True)
    examined_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    # The act that recognises the refund: payments rest on it.
    act = models.ForeignKey(
        "letters.Letter", models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        verbose_name = _("request of a refund")
        verbose_name_plural = _("requests of refunds")
        constraints = [
            models.CheckConstraint(
                condition=Q(asked_amount__gte=0, other_aid__gte=0),
                name="refund_request_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(examined_at__isnull=True, examined_by__isnull=True)
                | Q(examined_at__isnull=False, examined_by__isnull=False),
                name="refund_examined_by_somebody",
            ),
        ]

    def __str__(self):
        return f"{self.internship}: {self.asked_amount}"
