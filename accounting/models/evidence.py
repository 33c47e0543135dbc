from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounting.models.payments import NOTHING, Payment, money
from accounting.rules import Payee
from parties import moment
from parties.validators import validate_iban


def account(name: str) -> models.CharField:
    """Return a field for the account of an institute; empty: it is paid with F24."""
    return models.CharField(
        name,
        max_length=34,
        blank=True,
        validators=[validate_iban],
        help_text=_("Leave it empty where it is paid with F24."),
    )


class Evidence(models.Model):
    """What was found before paying, and where it stands written (G5). The last of a kind counts."""

    class Kind(models.TextChoices):
        """What is looked at."""

        DURC = "durc", _("Certificate of contributions (DURC)")
        ENQUIRY = "enquiry", _("Enquiry of the collector (art. 48-bis)")
        PUBLICATION = "publication", _("Publication of the grant")
        PAYEE = "payee", _("Verification of the payee")
        RECOVERY = "recovery", _("Deggendorf check")
        ATTACHMENT = "attachment", _("Order of the collector (art. 48-bis)")

    payment = models.ForeignKey(Payment, models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    reference = models.CharField(_("number or place"), max_length=120, blank=True)
    on = models.DateField(_("day"), null=True, blank=True)
    is_regular = models.BooleanField(_("regular"), default=True)
    exemption = models.CharField(_("why it is not due"), max_length=200, blank=True)
    answer = models.CharField(
        _("answer of the bank"),
        max_length=12,
        blank=True,
        choices=[
            (Payee.MATCH.value, _("The name matches")),
            (Payee.CLOSE.value, _("The name matches in part")),
            (Payee.NO_MATCH.value, _("The account is somebody else's")),
            (Payee.NOT_POSSIBLE.value, _("It cannot be verified")),
        ],
    )
    reason = models.CharField(_("why it is paid all the same"), max_length=300, blank=True)
    inps = money(_("owed to INPS"), default=NOTHING)
    inail = money(_("owed to INAIL"), default=NOTHING)
    building_fund = money(_("owed to the building workers' fund"), default=NOTHING)
    collector = money(_("owed to the collector"), default=NOTHING)
    inps_iban = account(_("IBAN that INPS has named"))
    inail_iban = account(_("IBAN that INAIL has named"))
    building_fund_iban = account(_("IBAN of the building workers' fund"))
    collector_iban = account(_("IBAN that the collector has named"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(inps__gte=0, inail__gte=0, building_fund__gte=0, collector__gte=0),
                name="evidence_debts_not_negative",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.reference}"
