import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from internships.models.deeds import Signer
from internships.rules.start import Actor
from parties import moment


class Bearer(models.TextChoices):
    """Who takes something upon themselves by the agreement (R-INS-01, R-SAF-03)."""

    PROMOTER = Actor.PROMOTER.value, _("Promoter")
    HOST = Actor.HOST.value, _("Host")


@pghistory.track()
class Agreement(models.Model):
    """What promoter and host agree (form 4.3): for one internship, or once for many (R-DOC-02).

    A collective one is signed for the internship that it was drawn for, and named by the later ones
    of the same host and promoter until its last day.
    """

    class Kind(models.TextChoices):
        """For one, or for many."""

        INDIVIDUAL = "individual", _("Individual: for this internship alone")
        COLLECTIVE = "collective", _("Collective: for later internships too, until a day")

    class Rules(models.TextChoices):
        """Of which Region, for a host with seats in several (R-HOS-07)."""

        UNIT = "unit", _("Those of the Region of the unit")
        SEAT = "seat", _("Those of the Region of the registered office")

    host = models.ForeignKey("parties.Party", models.PROTECT, related_name="agreements")
    promoter = models.ForeignKey("internships.Promoter", models.PROTECT, related_name="agreements")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    several_regions = models.BooleanField(_("seats in several Regions"), default=False)
    ruled_by = models.CharField(
        _("whose rules apply"), max_length=4, choices=Rules.choices, default=Rules.UNIT
    )
    cover_bearer = models.CharField(
        _("who insures"), max_length=8, choices=Bearer.choices, default=Bearer.PROMOTER
    )
    safety_bearer = models.CharField(
        _("who trains on safety"), max_length=8, choices=Bearer.choices, default=Bearer.HOST
    )
    jointly_declared = models.BooleanField(_("declared together"), default=False)
    stamp_asked = models.BooleanField(_("stamp duty asked for"), default=False)
    stamp_receipt = models.CharField(_("receipt of the stamp duty"), max_length=60, blank=True)
    # The paper that both sign; empty until it is drawn, another one where it is drawn anew.
    deed = models.OneToOneField(
        "internships.Deed", models.PROTECT, related_name="agreement", null=True
    )
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    end_reason = models.TextField(_("why it ended"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="collective") | Q(valid_to__isnull=False),
                name="agreement_for_many_has_a_last_day",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | ~Q(end_reason=""),
                name="agreement_ended_says_why",
            ),
        ]

    def __str__(self):
        return f"{self.promoter} – {self.host}"

    @property
    def is_collective(self) -> bool:
        """Whether it is for many internships."""
        return self.kind == self.Kind.COLLECTIVE


@pghistory.track()
class CopyGiven(models.Model):
    """A copy of a signed paper that a party has had: when, and how (R-DOC-06)."""

    class Means(models.TextChoices):
        """How it was given."""

        HERE = "here", _("Opened here")
        MAIL = "mail", _("By email or certified email")
        PAPER = "paper", _("On paper, by hand")

    internship = models.ForeignKey("internships.Internship", models.PROTECT, related_name="copies")
    deed = models.ForeignKey("internships.Deed", models.PROTECT, related_name="copies")
    actor = models.CharField(_("who"), max_length=10, choices=Signer.choices)
    given_on = models.DateField(_("given on"))
    means = models.CharField(_("how"), max_length=5, choices=Means.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        verbose_name = _("copy given")
        verbose_name_plural = _("copies given")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["internship", "deed", "actor"], name="copy_given_once_to_each"
            )
        ]

    def __str__(self):
        return f"{self.deed}: {self.actor}"
