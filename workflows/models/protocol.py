from datetime import date
from typing import Any, ClassVar, Optional

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from workflows import seals


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
    # Of an annulment: the reason and the act that authorises it. Of what came by hand or by post:
    # how, and the sender's own number and date (PRT-01).
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
            models.Index(fields=["registered_at", "id"], name="protocol_by_time"),
            GinIndex(
                SearchVector("subject", "counterpart", config="simple"), name="protocol_search"
            ),
        ]

    def __str__(self):
        return f"{self.number:07d}/{self.year}"

    @property
    def sealed_values(self) -> dict[str, Any]:
        """What the seal covers; of what may be long, its fingerprint."""
        values = {name: getattr(self, name) for name in self.SEALED}
        return values | {"digests": seals.fingerprint(self.digests)}

    @property
    def mark(self) -> str:
        """The mark (segnatura) as it is printed: number and day."""
        return f"{self} del {self.day:%d/%m/%Y}"

    @property
    def day(self) -> date:
        """The day of the register the entry stands in."""
        return timezone.localdate(self.registered_at)

    @property
    def annulment(self) -> Optional["ProtocolEntry"]:
        """The later entry that annuls this one, if there is one (PRT-04)."""
        return getattr(self, "annulled_by", None)

    def get_absolute_url(self) -> str:
        """The entry's page; the body says whose register it is."""
        address = reverse("workflows:protocol_entry", args=[self.year, self.number])
        return f"{address}?ente={self.body_id}"


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

    @property
    def name(self) -> str:
        """The name of the file as it is handed out."""
        return f"registro-giornaliero-{self.body.code}-{self.day:%Y-%m-%d}.pdf"

    def get_absolute_url(self) -> str:
        """The page that says what the file holds and whether it is still what was made."""
        return reverse("workflows:daily_register", args=[self.pk])
