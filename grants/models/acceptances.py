import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from parties.validators import validate_iban, validate_vat_number


@pghistory.track()
class Acceptance(models.Model):
    """The deed by which a beneficiary takes a grant on, within its term, and the account it is paid to.

    The term runs from the day on which the grant arrives; until that is known it is reckoned from
    the act and nothing lapses by it (co-mantova 15.3, REV-01).
    """

    contribution = models.OneToOneField(
        "grants.RentContribution", models.PROTECT, related_name="acceptance"
    )
    starts_on = models.DateField(_("starts on"))
    due_on = models.DateField(_("due on"))
    reckoning = models.JSONField(_("reckoning"))
    has_arrived = models.BooleanField(_("the grant has arrived"), default=False)
    returned_at = models.DateTimeField(_("returned at"), null=True, blank=True)
    returned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    deed = models.ForeignKey(
        "workflows.Document", models.PROTECT, related_name="+", null=True, blank=True
    )
    iban = models.CharField("IBAN", max_length=34, blank=True, validators=[validate_iban])
    holder = models.CharField(_("account holder"), max_length=140, blank=True)
    holder_code = models.CharField(_("tax code of the account holder"), max_length=16, blank=True)
    is_dedicated = models.BooleanField(_("account dedicated to the contribution"), default=False)
    vat_number = models.CharField(
        _("VAT number opened"), max_length=11, blank=True, validators=[validate_vat_number]
    )
    # Why the deed is asked for anew, until it has been returned again.
    asked_again = models.TextField(_("what is to be mended"), max_length=2000, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    # Nobody where all rules were met and nothing was left to look at.
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    lapsed_at = models.DateTimeField(_("lapsed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("acceptance of a grant")
        verbose_name_plural = _("acceptances of grants")
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["due_on"],
                condition=Q(returned_at__isnull=True, lapsed_at__isnull=True),
                name="acceptance_awaited",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gte=F("starts_on")), name="acceptance_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(returned_at__isnull=True)
                | (
                    Q(deed__isnull=False, is_dedicated=True, lapsed_at__isnull=True)
                    & ~Q(iban="")
                    & ~Q(holder="")
                    & ~Q(holder_code="")
                ),
                name="acceptance_returned_has_deed_and_account",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True) | Q(returned_at__isnull=False),
                name="acceptance_confirmed_was_returned",
            ),
        ]

    def __str__(self):
        return f"{self.contribution_id} {self.due_on:%d/%m/%Y}"

    @property
    def is_awaited(self) -> bool:
        """Whether it is the beneficiary's move."""
        return self.returned_at is None and self.lapsed_at is None

    @property
    def waits_for_office(self) -> bool:
        """Whether an officer has to look at what was returned."""
        return self.returned_at is not None and self.confirmed_at is None
