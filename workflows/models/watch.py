from django.db import models
from django.utils.translation import gettext_lazy as _


class WatchRound(models.Model):
    """One round of `check_office`: what was looked at and what was found."""

    at = models.DateTimeField(_("at"))
    seconds = models.FloatField(_("duration in seconds"))
    # Lists of {"check", "sentence", "url"}; empty where all is well.
    findings = models.JSONField(default=list)
    checks = models.JSONField(default=list)

    class Meta:
        verbose_name = _("round of checks")
        verbose_name_plural = _("rounds of checks")
        ordering = ["-id"]

    def __str__(self):
        return f"{self.at:%d/%m/%Y %H:%M}"
