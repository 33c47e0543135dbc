from typing import Any, ClassVar

from django.conf import settings
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
    # The end of the chain: seal of the last entry, seal of the end itself.
    last_seal = models.CharField(max_length=64, blank=True)
    head = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "year"], name="protocol_counter_once_per_year")
        ]

    def __str__(self):
        return f"{self.year}: {self.last_number}"


class ProtocolEntry(models.Model):
    """One line of the protocol register; it cannot be changed or deleted (PRT-01, PRT-04).

    An entry is annulled by a later one, internal, that names it and says why: both stay readable.
    """

    SEALED: ClassVar = (
        "body_id",
        "year",
        "number",
        "registered_at",
        "direction",
        "subject",
        "counterpart",
        "digests",
        "case_id",
        "by_id",
        "annuls_id",
        "note",
    )

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
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("registered by"),
    )
    annuls = models.OneToOneField(
        "self",
        models.PROTECT,
        related_name="annulled_by",
        null=True,
        blank=True,
        verbose_name=_("annuls"),
    )
    # Of an annulment: the reason and the act that authorises it.
    note = models.TextField(_("note"), blank=True)
    seal = models.CharField(max_length=64, editable=False)
    # Held locked between taking a number and registering it.
    counter: ProtocolCounter

    class Meta:
        verbose_name = _("protocol entry")
        verbose_name_plural = _("protocol entries")
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "year", "number"], name="protocol_number_once_per_year"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="protocol_number_from_one"),
            models.CheckConstraint(
                condition=Q(annuls__isnull=True) | (Q(direction="internal") & ~Q(note="")),
                name="protocol_annulment_is_internal_and_reasoned",
            ),
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
    def sealed_values(self) -> dict[str, Any]:
        """What the seal covers."""
        return {name: getattr(self, name) for name in self.SEALED}

    @property
    def mark(self) -> str:
        """The mark (segnatura) as it is printed: number and day."""
        day = timezone.localtime(self.registered_at)
        return f"{self} del {day:%d/%m/%Y}"


class DailyRegister(models.Model):
    """The printed register of one day, kept with its digest and never changed (PRT-06)."""

    body = models.ForeignKey("parties.Body", models.PROTECT, related_name="+")
    day = models.DateField(_("day"))
    entries = models.PositiveIntegerField(_("entries"))
    first_number = models.PositiveIntegerField(null=True)
    last_number = models.PositiveIntegerField(null=True)
    # The seal of the chain's last entry when it was printed: an anchor outside the database.
    anchor = models.CharField(max_length=64, blank=True)
    file = models.FileField(upload_to="protocol/", max_length=200)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("digest (SHA-256)"), max_length=64)
    is_sealed = models.BooleanField(_("electronically sealed"), default=False)
    made_at = models.DateTimeField(_("made at"))

    class Meta:
        verbose_name = _("daily register")
        verbose_name_plural = _("daily registers")
        ordering = ["-day"]
        constraints = [
            models.UniqueConstraint(fields=["body", "day"], name="daily_register_once"),
        ]

    def __str__(self):
        return f"{self.day:%d/%m/%Y}"
