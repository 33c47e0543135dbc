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


@pghistory.track()
class EntryChange(models.Model):
    """A change of an entry that its manager has reported: at once where minor, else once looked at (SPA-25)."""

    application = models.ForeignKey(SpaceApplication, models.CASCADE, related_name="changes")
    reported_at = models.DateTimeField(_("reported at"), default=moment.now)
    values = models.JSONField(_("new values"), default=dict)
    before = models.JSONField(_("values before"), default=dict)
    major = models.JSONField(_("what has to be looked at"), default=list)
    note = models.TextField(_("why"), max_length=2000, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    is_taken = models.BooleanField(_("taken over"), null=True)

    class Meta:
        verbose_name = _("change of an entry")
        verbose_name_plural = _("changes of entries")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(decided_at__isnull=True),
                name="one_open_change_of_an_entry",
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, is_taken__isnull=True)
                | Q(decided_at__isnull=False, is_taken__isnull=False),
                name="decided_change_says_how",
            ),
        ]

    def __str__(self):
        return f"{self.reported_at:%d/%m/%Y}"
