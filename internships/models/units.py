import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from parties import moment
from parties.validators import validate_postcode
from workflows.models.cases import search_words


@pghistory.track()
class Unit(models.Model):
    """An operating unit of a host: limits on interns count here, and its row is their lock (R-NUM-01)."""

    host = models.ForeignKey("parties.Party", models.PROTECT, related_name="units")
    # The address in bare words: one unit is not two because of a comma.
    key = models.CharField(max_length=220, editable=False)
    street = models.CharField(_("street"), max_length=120)
    street_number = models.CharField(_("number"), max_length=12)
    postcode = models.CharField(_("postcode"), max_length=5, validators=[validate_postcode])
    municipality = models.CharField(_("municipality"), max_length=80)
    province = models.CharField(_("province"), max_length=2)

    class Meta:
        verbose_name = _("operating unit")
        verbose_name_plural = _("operating units")
        constraints = [
            models.UniqueConstraint(fields=["host", "key"], name="unit_once_per_host"),
        ]

    def __str__(self):
        return f"{self.municipality}, {self.street} {self.street_number}".strip()

    @staticmethod
    def key_of(street: str, street_number: str, municipality: str) -> str:
        """Return an address in bare words, by which a unit is known again."""
        return search_words(f"{municipality} {street} {street_number}")[:220]


@pghistory.track()
class QuotaRaise(models.Model):
    """Places that an act of the Region adds to the quota of a unit, until its last day (R-NUM-10)."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="raises")
    places = models.PositiveSmallIntegerField(_("more places"))
    act_number = models.CharField(_("number of the act"), max_length=60)
    act_date = models.DateField(_("date of the act"))
    until = models.DateField(_("until"))
    reason = models.TextField(_("reason"), max_length=1000)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=moment.now, editable=False)
    # Taken back before its last day: it counts no more.
    dropped_at = models.DateTimeField(_("taken back at"), null=True, blank=True)
    dropped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    drop_reason = models.TextField(_("why it was taken back"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("raised quota")
        verbose_name_plural = _("raised quotas")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gte=F("act_date"), places__gte=1),
                name="quota_raise_adds_places_after_its_act",
            ),
        ]

    def __str__(self):
        return f"{self.unit}: {self.act_number}"
