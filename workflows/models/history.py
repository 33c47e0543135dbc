from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from parties import moment
from workflows import seals
from workflows.models.cases import Case


class HistoryEntry(models.Model):
    """One move of a case: who, when, from where to where, why, under which outcomes.

    Written by the engine alone; a trigger refuses to change or delete a row. `position` counts
    the entries of a case from 1, and `seal` chains each to the one before (`workflows.seals`).
    """

    SEALED: ClassVar = (
        "case_id",
        "position",
        "name",
        "source",
        "target",
        "by_id",
        "at",
        "reason",
        "outcomes",
        "changes",
    )

    case = models.ForeignKey("workflows.Case", models.PROTECT, related_name="history")
    position = models.PositiveIntegerField(editable=False)
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
    seal = models.CharField(max_length=64, editable=False)

    class Meta:
        verbose_name = _("history entry")
        verbose_name_plural = _("history entries")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "position"], name="history_position_once")
        ]

    def __str__(self):
        return f"{self.source} → {self.target}"

    @property
    def sealed_values(self) -> dict[str, Any]:
        """What the seal covers; of what may be long, its fingerprint."""
        return {name: getattr(self, name) for name in self.SEALED} | {
            "outcomes": seals.fingerprint(self.outcomes),
            "changes": seals.fingerprint(self.changes),
        }


class FieldHistoryBlock(models.Model):
    """A seal over the field history of one table, from one key to another.

    Triggers write that history, so that nothing escapes it; the worker seals it afterwards, block
    by block, with the digest of every row (`digests`: row key → 64 hexadecimal digits).
    """

    SEALED: ClassVar = (
        "table",
        "position",
        "from_key",
        "until_key",
        "columns",
        "digests",
        "sealed_at",
    )

    table = models.CharField(max_length=63)
    position = models.PositiveIntegerField()
    # The rows whose key is above the one and not above the other.
    from_key = models.BigIntegerField(default=0)
    until_key = models.BigIntegerField(default=0)
    # What the digests cover: a column that comes later changes none of them.
    columns = models.JSONField(default=list)
    digests = models.JSONField(default=dict)
    sealed_at = models.DateTimeField(default=timezone.now)
    seal = models.CharField(max_length=64)

    class Meta:
        ordering = ["table", "position"]
        constraints = [
            models.UniqueConstraint(fields=["table", "position"], name="history_block_once")
        ]

    def __str__(self):
        return f"{self.table} {self.position}"

    @property
    def sealed_values(self) -> dict[str, Any]:
        """What the seal covers."""
        return {name: getattr(self, name) for name in self.SEALED}


class ChainEnd(models.Model):
    """The end of a chain of blocks: without it, blocks cut off the end would not be missed.

    The row without a name seals which chains there are.
    """

    name = models.CharField(max_length=63, unique=True)
    length = models.PositiveIntegerField(default=0)
    last = models.CharField(max_length=64, blank=True)
    head = models.CharField(max_length=64, blank=True)

    def __str__(self):
        return f"{self.name} {self.length}"


class Note(models.Model):
    """What a colleague wants the next one to know; never shown to the applicant."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="notes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)
    text = models.TextField(_("text"), max_length=4000)

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["-id"]

    def __str__(self):
        return self.text[:60]
