import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

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
