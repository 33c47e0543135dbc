import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from parties import moment


class SpaceClass(models.TextChoices):
    """How far a space of the directory has come (co-mantova 16.1)."""

    QUALIFIED = "qualified", _("Qualified")
    DEVELOPING = "developing", _("Being developed")
    INTERESTED = "interested", _("Interested")


@pghistory.track()
class SpaceInterest(models.Model):
    """Somebody's wish to start a space, or to strengthen one: taken note of, accompanied, ended.

    A light track beside applications: no minimum is checked and nothing is decided (form 14.1).
    """

    class Kind(models.TextChoices):
        """What is wished for."""

        NEW = "new", _("A new space")
        STRONGER = "stronger", _("A space to be strengthened")

    class Outcome(models.TextChoices):
        """What came of it."""

        APPLIED = "applied", _("An application was filed")
        ENDED = "ended", _("Filed away")

    kind = models.CharField(_("what you wish for"), max_length=8, choices=Kind.choices)
    name = models.CharField(_("name"), max_length=120)
    municipality = models.CharField(_("municipality"), max_length=80)
    place = models.CharField(_("intended place"), max_length=200, blank=True)
    plan = models.TextField(_("what you want to do, and when"), max_length=4000)
    desks = models.PositiveSmallIntegerField(_("desks expected"), default=0)
    investment = models.DecimalField(
        _("investment needed"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    partners = models.CharField(_("partners"), max_length=300, blank=True)
    support = models.JSONField(_("help asked for"), default=list)
    may_publish = models.BooleanField(_("may be shown in the directory"), default=False)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    protocol_in = models.OneToOneField(
        "workflows.ProtocolEntry", models.PROTECT, related_name="+", editable=False
    )
    sent_at = models.DateTimeField(_("sent at"), default=moment.now)
    noted_at = models.DateTimeField(_("taken note of at"), null=True)
    followed_at = models.DateTimeField(_("accompanied since"), null=True)
    ended_at = models.DateTimeField(_("ended at"), null=True)
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome.choices, blank=True)
    note = models.TextField(_("note of the office"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("expression of interest")
        verbose_name_plural = _("expressions of interest")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(followed_at__isnull=True) | Q(followed_at__gte=F("noted_at")),
                name="interest_is_noted_before_it_is_accompanied",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, outcome="")
                | (Q(ended_at__isnull=False, noted_at__isnull=False) & ~Q(outcome="")),
                name="ended_interest_has_outcome",
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.municipality}"

    @property
    def step(self) -> str:
        """Where it stands: sent, noted, followed or ended."""
        if self.ended_at:
            return "ended"
        if self.followed_at:
            return "followed"
        return "noted" if self.noted_at else "sent"

    @property
    def class_of(self) -> SpaceClass:
        """The class under which the directory shows it."""
        return SpaceClass.DEVELOPING if self.followed_at else SpaceClass.INTERESTED
