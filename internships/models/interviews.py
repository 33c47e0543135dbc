import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from parties import moment


@pghistory.track()
class Slot(models.Model):
    """A time for an interview, of a call or of one offer: a place or a link, and who asks (R-PUB-09)."""

    call = models.ForeignKey("calls.Call", models.PROTECT, related_name="interview_slots")
    offer = models.ForeignKey(
        "internships.HostOffer",
        models.PROTECT,
        related_name="interview_slots",
        null=True,
        blank=True,
        verbose_name=_("offer"),
    )
    starts_at = models.DateTimeField(_("begins at"))
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=30)
    place = models.CharField(_("place"), max_length=200, blank=True)
    link = models.URLField(_("link"), blank=True)
    # Names, one after the other: whoever sits for the host, and for the office or the promoter.
    for_host = models.CharField(_("who asks for the host"), max_length=200)
    for_programme = models.CharField(_("who asks for the office or the promoter"), max_length=200)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("time of an interview")
        verbose_name_plural = _("times of interviews")
        ordering = ["starts_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(minutes__gte=5), name="slot_lasts_five_minutes"),
            models.CheckConstraint(condition=~Q(place="", link=""), name="slot_is_somewhere"),
        ]

    def __str__(self):
        return f"{self.starts_at:%d/%m/%Y %H:%M}"

    @property
    def members(self) -> list[str]:
        """Everybody who asks, by name."""
        return [*named(self.for_programme), *named(self.for_host)]

    @property
    def panel(self) -> str:
        """Everybody who asks, as letters and pages name them."""
        return ", ".join(self.members)


def named(text: str) -> list[str]:
    """Return the names that stand one after the other, each once."""
    found = [" ".join(one.split()) for one in text.replace(";", ",").split(",")]
    return list(dict.fromkeys(one for one in found if one))


@pghistory.track()
class Interview(models.Model):
    """A candidate's appointment: called, confirmed, moved once at their request, held or missed."""

    class State(models.TextChoices):
        """Where it stands."""

        CALLED = "called", _("Called")
        CONFIRMED = "confirmed", _("Confirmed")
        CHANGE_ASKED = "change_asked", _("Another time asked for")
        MOVED = "moved", _("Moved to another time")
        HELD = "held", _("Interview held")
        MISSED = "missed", _("Missed")
        CANCELLED = "cancelled", _("Cancelled")

    OPEN = (State.CALLED, State.CONFIRMED, State.CHANGE_ASKED)

    candidacy = models.ForeignKey(
        "internships.Candidacy", models.PROTECT, related_name="interviews"
    )
    slot = models.ForeignKey(Slot, models.PROTECT, related_name="interviews")
    state = models.CharField(_("state"), max_length=12, choices=State.choices, default=State.CALLED)
    # What the candidate says: why another time, or why they did not come.
    said = models.TextField(_("what the candidate says"), max_length=1000, blank=True)
    # Whether everybody who asked has declared that there is no conflict with the candidate.
    is_declared = models.BooleanField(_("no conflict declared"), default=False)
    called_at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        verbose_name = _("interview")
        verbose_name_plural = _("interviews")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["candidacy"],
                condition=Q(state__in=["called", "confirmed", "change_asked"]),
                name="one_open_interview_a_candidacy",
            ),
            models.UniqueConstraint(
                fields=["slot"],
                condition=~Q(state__in=["moved", "cancelled"]),
                name="one_interview_a_slot",
            ),
        ]

    def __str__(self):
        return f"{self.candidacy} {self.slot}"
