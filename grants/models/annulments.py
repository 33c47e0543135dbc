import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


@pghistory.track()
class Annulment(models.Model):
    """The office sets out to annul a grant of its own: why, in whose interest, what came of it.

    Source: PROC-15, PRE-11.
    """

    class Outcome(models.TextChoices):
        """What came of it."""

        ANNULLED = "annulled", _("Annulled")
        DROPPED = "dropped", _("Dropped")

    contribution = models.ForeignKey(
        "grants.RentContribution", models.PROTECT, related_name="annulments"
    )
    public_interest = models.TextField(_("public interest"), max_length=4000)
    judgment = models.CharField(
        _("final judgment that established the crime"), max_length=300, blank=True
    )
    granted_on = models.DateField(_("granted on"))
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    started_at = models.DateTimeField(_("started at"))
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome.choices, blank=True)
    # What came back into the call and what left the aid account of the party, in EUR.
    returned = models.DecimalField(
        _("money that came back"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    aid_reversed = models.DecimalField(
        _("aid reversed"), max_digits=12, decimal_places=2, null=True, blank=True
    )

    class Meta:
        verbose_name = _("annulment")
        verbose_name_plural = _("annulments")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["contribution"],
                condition=Q(ended_at__isnull=True),
                name="one_open_annulment",
            ),
            models.CheckConstraint(
                condition=~Q(public_interest=""), name="annulment_names_the_public_interest"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, outcome="")
                | (Q(ended_at__isnull=False) & ~Q(outcome="")),
                name="ended_annulment_has_an_outcome",
            ),
        ]

    def __str__(self):
        return f"{self.contribution_id} {self.started_at:%d/%m/%Y}"


@pghistory.track()
class AnnulmentGround(models.Model):
    """One reason to annul, with what the beneficiary says to it and the answer (PRE-11)."""

    annulment = models.ForeignKey(Annulment, models.CASCADE, related_name="grounds")
    text = models.TextField(_("reason"), max_length=2000)
    memory = models.TextField(_("memory"), max_length=4000, blank=True)
    answer = models.TextField(_("answer to the memory"), max_length=4000, blank=True)

    class Meta:
        verbose_name = _("reason to annul")
        verbose_name_plural = _("reasons to annul")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="annulment_ground_says_why"),
        ]

    def __str__(self):
        return self.text[:60]
