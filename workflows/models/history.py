from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from parties import moment


class HistoryEntry(models.Model):
    """One move of a case: who, when, from where to where, why, under which outcomes.

    Written by the engine alone; a trigger refuses to change or delete a row.
    """

    case = models.ForeignKey("workflows.Case", models.PROTECT, related_name="history")
    name = models.CharField(_("move"), max_length=50)
    source = models.CharField(_("from"), max_length=40)
    target = models.CharField(_("to"), max_length=40)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))
    reason = models.TextField(_("reason"), blank=True)
    outcomes = models.JSONField(_("outcomes of the rules"), default=list)
    changes = models.JSONField(_("fields before and after"), default=dict)

    class Meta:
        verbose_name = _("history entry")
        verbose_name_plural = _("history entries")
        ordering = ["id"]

    def __str__(self):
        return f"{self.source} → {self.target}"


class Note(models.Model):
    """What a colleague wants the next one to know; never shown to the applicant."""

    case = models.ForeignKey("workflows.Case", models.PROTECT, related_name="notes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)
    text = models.TextField(_("text"), max_length=4000)

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["-id"]

    def __str__(self):
        return self.text[:60]
