import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _


@pghistory.track()
class HostChoice(models.Model):
    """A candidate whom a host names for its offer, best first, before a pairing (R-PUB-11)."""

    offer = models.ForeignKey("internships.HostOffer", models.CASCADE, related_name="choices")
    candidacy = models.ForeignKey(
        "internships.Candidacy", models.CASCADE, related_name="host_choices"
    )
    rank = models.PositiveSmallIntegerField(_("rank"))

    class Meta:
        verbose_name = _("candidate named by a host")
        verbose_name_plural = _("candidates named by hosts")
        ordering = ["rank", "id"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "candidacy"], name="named_once_an_offer"),
            models.UniqueConstraint(fields=["offer", "rank"], name="one_named_a_rank"),
        ]

    def __str__(self):
        return f"{self.rank} {self.candidacy}"
