import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coworking_registry.models.applications import SpaceApplication
from parties import moment


class RenewalNotice(models.Model):
    """A notice that an entry comes to its end, so many days before it: each is given once (SPA-22)."""

    application = models.ForeignKey(
        SpaceApplication, models.CASCADE, related_name="renewal_notices"
    )
    entry_ends = models.DateField(_("last day of the entry"))
    days = models.PositiveSmallIntegerField(_("days before the end"))
    letter = models.ForeignKey("letters.Letter", models.PROTECT, related_name="+")
    given_at = models.DateTimeField(_("given at"), default=moment.now)

    class Meta:
        verbose_name = _("notice to renew")
        verbose_name_plural = _("notices to renew")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "entry_ends", "days"], name="renewal_notice_once"
            )
        ]

    def __str__(self):
        return f"{self.application_id}: {self.days}"


@pghistory.track()
class Removal(models.Model):
    """A procedure to take an entry off the register for what it lacks: told, heard, decided."""

    class Outcome(models.TextChoices):
        """What came of it."""

        REMOVED = "removed", _("Taken off the register")
        DROPPED = "dropped", _("Left in the register")

    application = models.ForeignKey(SpaceApplication, models.CASCADE, related_name="removals")
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    started_at = models.DateTimeField(_("started at"), default=moment.now)
    ended_at = models.DateTimeField(_("ended at"), null=True)
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome.choices, blank=True)

    class Meta:
        verbose_name = _("procedure of removal")
        verbose_name_plural = _("procedures of removal")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application"], condition=Q(ended_at__isnull=True), name="one_open_removal"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, outcome="")
                | (Q(ended_at__isnull=False) & ~Q(outcome="")),
                name="ended_removal_has_outcome",
            ),
        ]

    def __str__(self):
        return f"{self.started_at:%d/%m/%Y}"


@pghistory.track()
class RemovalGround(models.Model):
    """One reason to take a space off the register, what its manager says to it, and the answer (PRE-11)."""

    removal = models.ForeignKey(Removal, models.CASCADE, related_name="grounds")
    text = models.TextField(_("reason"), max_length=2000)
    memory = models.TextField(_("memory"), max_length=4000, blank=True)
    answer = models.TextField(_("answer to the memory"), max_length=4000, blank=True)

    class Meta:
        verbose_name = _("reason to remove")
        verbose_name_plural = _("reasons to remove")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="removal_ground_says_why")
        ]

    def __str__(self):
        return self.text[:60]
