import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounting.rules import AntimafiaAnswer
from parties import moment


@pghistory.track()
class GrantEvidence(models.Model):
    """What was found before a grant, and where it stands written (G4). The last of a kind counts."""

    class Kind(models.TextChoices):
        """What is looked at."""

        DURC = "durc", _("Certificate of contributions (DURC)")
        ANTIMAFIA = "antimafia", _("Antimafia information")

    contribution = models.ForeignKey(
        "grants.RentContribution", models.PROTECT, related_name="grant_evidence"
    )
    kind = models.CharField(_("kind"), max_length=9, choices=Kind.choices)
    reference = models.CharField(_("number"), max_length=60, blank=True)
    on = models.DateField(_("day"), null=True, blank=True)
    is_regular = models.BooleanField(_("regular"), default=True)
    answer = models.CharField(
        _("answer of the prefecture"),
        max_length=7,
        blank=True,
        choices=[
            (AntimafiaAnswer.CLEAR.value, _("Nothing stands against it")),
            (AntimafiaAnswer.BARRED.value, _("It bars from public money")),
            (AntimafiaAnswer.PENDING.value, _("Asked for, not answered yet")),
        ],
    )
    exemption = models.CharField(_("why it is not due"), max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        verbose_name = _("evidence before a grant")
        verbose_name_plural = _("evidence before grants")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(exemption="") | (~Q(reference="") & Q(on__isnull=False)),
                name="grant_evidence_says_something",
            ),
            models.CheckConstraint(
                condition=~Q(kind="antimafia") | ~Q(exemption="") | ~Q(answer=""),
                name="grant_evidence_antimafia_is_answered",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.reference or self.exemption}"
