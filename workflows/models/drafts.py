from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from parties import moment


class Words:
    """What somebody has typed so far, word for word, valid or not.

    `answers` maps a field name to {"value": str | list[str], "revision": int}; the revision of a
    field grows each time it is saved, so that two windows cannot overwrite each other unseen.
    """

    answers: dict[str, Any]
    saved_at: datetime

    def value(self, field: str, default=""):
        """Return what was typed in a field."""
        return self.answers.get(field, {}).get("value", default)

    def revision(self, field: str) -> int:
        """Return how often a field was saved."""
        return self.answers.get(field, {}).get("revision", 0)

    def values(self) -> dict[str, str | list[str]]:
        """Return every field with what was typed in it."""
        return {field: answer["value"] for field, answer in self.answers.items()}


class Typed(Words, models.Model):
    """Words that are stored, with the instant of the last one."""

    answers = models.JSONField(default=dict)
    saved_at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the instant of the last word."""
        self.saved_at = moment.now()
        super().save(*args, **kwargs)


class Draft(Typed):
    """What an applicant has typed in the forms of a case."""

    case = models.OneToOneField("workflows.Case", models.CASCADE, related_name="draft")

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")

    def __str__(self):
        return f"{self.case_id}"
