from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class AidEntry(models.Model):
    """One aid granted to an undertaking, gross, in EUR (AID-03, AID-04)."""

    class Source(models.TextChoices):
        """How the office knows of it."""

        DECLARED = "declared", _("Declared by the applicant")
        GRANTED_HERE = "granted_here", _("Granted by this office")
        REGISTER = "register", _("National aid register")

    party = models.ForeignKey("parties.Party", models.PROTECT, related_name="aid_entries")
    case = models.ForeignKey(
        "workflows.Case", models.PROTECT, related_name="aid_entries", null=True, blank=True
    )
    source = models.CharField(_("source"), max_length=12, choices=Source.choices)
    regulation = models.CharField(_("regulation"), max_length=20)
    authority = models.CharField(_("granting authority"), max_length=160)
    measure = models.CharField(_("measure"), max_length=160, blank=True)
    granted_on = models.DateField(_("granted on"))
    amount = models.DecimalField(_("amount"), max_digits=12, decimal_places=2)

    class Meta:
        verbose_name = _("aid entry")
        verbose_name_plural = _("aid entries")
        ordering = ["granted_on", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="aid_amount_positive"),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(source="granted_here"),
                name="aid_granted_here_once_per_case",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.authority} {self.granted_on:%d/%m/%Y} {self.amount}"
