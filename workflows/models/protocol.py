from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ProtocolCounter(models.Model):
    """The last number given in a year; its row lock makes the series gapless (PRT-03)."""

    body = models.ForeignKey("parties.Body", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last_number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "year"], name="protocol_counter_once_per_year")
        ]

    def __str__(self):
        return f"{self.year}: {self.last_number}"


class ProtocolEntry(models.Model):
    """One line of the protocol register; it cannot be changed or deleted (PRT-01, PRT-04)."""

    class Direction(models.TextChoices):
        """Where the document goes."""

        IN = "in", _("Incoming")
        OUT = "out", _("Outgoing")
        INTERNAL = "internal", _("Internal")

    body = models.ForeignKey("parties.Body", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(_("year"))
    number = models.PositiveIntegerField(_("number"))
    registered_at = models.DateTimeField(_("registered at"))
    direction = models.CharField(_("direction"), max_length=8, choices=Direction.choices)
    subject = models.CharField(_("subject"), max_length=300)
    counterpart = models.CharField(_("sender or addressee"), max_length=250)
    digests = models.JSONField(_("digests of the documents"), default=list)
    case = models.ForeignKey(
        "workflows.Case", models.PROTECT, related_name="protocol_entries", null=True, blank=True
    )

    class Meta:
        verbose_name = _("protocol entry")
        verbose_name_plural = _("protocol entries")
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "year", "number"], name="protocol_number_once_per_year"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="protocol_number_from_one"),
        ]
        indexes = [
            models.Index(fields=["-year", "-number", "-id"], name="protocol_newest_first"),
            GinIndex(
                SearchVector("subject", "counterpart", config="simple"), name="protocol_search"
            ),
        ]

    def __str__(self):
        return f"{self.number:07d}/{self.year}"

    @property
    def mark(self) -> str:
        """The mark (segnatura) as it is printed: number and day."""
        day = timezone.localtime(self.registered_at)
        return f"{self} del {day:%d/%m/%Y}"
