from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from calls.models.states import State
from parties import moment


class CallHistoryEntry(models.Model):
    """One move of a call: who, when, why, under which act. Never changed, never deleted (trigger)."""

    call = models.ForeignKey("calls.Call", models.PROTECT, related_name="history")
    position = models.PositiveIntegerField(_("position"))
    name = models.CharField(_("what"), max_length=30)
    source = models.CharField(_("from"), max_length=20, choices=State.choices)
    target = models.CharField(_("to"), max_length=20, choices=State.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField(_("at"), default=moment.now, editable=False)
    reason = models.TextField(_("reason"), blank=True)
    act = models.CharField(_("act"), max_length=200, blank=True)
    # What else is worth knowing, as plain values: what changed, and since when it was due.
    details = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("line of a call's history")
        verbose_name_plural = _("history of calls")
        ordering = ["call", "position"]
        constraints = [
            models.UniqueConstraint(fields=["call", "position"], name="call_history_in_order")
        ]

    def __str__(self):
        return f"{self.call_id}: {self.source} → {self.target}"

    @property
    def new_closing(self) -> datetime | None:
        """The closing to which this move brought the call, in local time; None where it did not."""
        moved = self.details.get("closes_at") or self.details.get("changes", {}).get("closes_at")
        if not moved or not moved[1] or self.name == "publish":
            return None
        return timezone.localtime(datetime.fromisoformat(moved[1]))
