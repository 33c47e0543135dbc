from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from parties import moment


class WatchRound(models.Model):
    """One round of `check_office`: what was looked at and what was found."""

    at = models.DateTimeField(_("at"))
    seconds = models.FloatField(_("duration in seconds"))
    # Lists of {"check", "sentence", "url", "severity"}; empty where all is well.
    findings = models.JSONField(default=list)
    # What was looked at: {"code", "label", "group", "advice", "seconds", "found"}.
    checks = models.JSONField(default=list)
    # Of the daily round, its day: whatever happens to the worker, there is one a day.
    day = models.DateField(_("day"), unique=True, null=True, editable=False)

    class Meta:
        verbose_name = _("round of checks")
        verbose_name_plural = _("rounds of checks")
        ordering = ["-id"]

    def __str__(self):
        return f"{self.at:%d/%m/%Y %H:%M}"

    @property
    def found(self) -> int:
        """How many things were found, those left out of `findings` for their number included."""
        return sum(check["found"] for check in self.checks)

    @property
    def by_severity(self) -> dict[str, list[dict[str, Any]]]:
        """The findings by how much they weigh."""
        groups: dict[str, list[dict[str, Any]]] = {}
        for finding in self.findings:
            groups.setdefault(finding["severity"], []).append(finding)
        return groups


class SettledFailure(models.Model):
    """A failure that somebody has seen to in another way: it is no longer reported.

    `what` names the one failure and not the work: the same work that fails again is reported again.
    """

    what = models.CharField(max_length=80, unique=True)
    label = models.CharField(_("what failed"), max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        verbose_name = _("settled failure")
        verbose_name_plural = _("settled failures")
        ordering = ["id"]

    def __str__(self):
        return self.label


class DigestPause(models.Model):
    """Somebody does not want the email about their day; without this row it is sent."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="digest_pause"
    )
    since = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        verbose_name = _("digest switched off")
        verbose_name_plural = _("digests switched off")

    def __str__(self):
        return f"{self.user}"
