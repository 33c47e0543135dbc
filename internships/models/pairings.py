from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from parties import moment


class PairingRound(models.Model):
    """A pairing of candidates with offers: a draft until an act approves it, then never changed.

    `inputs` are the preferences, orders and places that were asked, by number of file; `answer` is
    what `rules.matching` said of them, with every step; `digest` is of both, and the act quotes it.
    """

    call = models.ForeignKey("calls.Call", models.PROTECT, related_name="pairings")
    number = models.PositiveSmallIntegerField(_("number"))
    inputs = models.JSONField(_("what was asked"))
    answer = models.JSONField(_("what came of it"))
    digest = models.CharField(_("digest (SHA-256)"), max_length=64)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("made at"), default=moment.now, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    approved_at = models.DateTimeField(_("approved at"), null=True, editable=False)
    act_number = models.CharField(_("number of the act"), max_length=60, blank=True)
    act_date = models.DateField(_("date of the act"), null=True, blank=True)

    class Meta:
        verbose_name = _("pairing")
        verbose_name_plural = _("pairings")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["call", "number"], name="pairing_number_once"),
            models.UniqueConstraint(
                fields=["call"],
                condition=Q(approved_at__isnull=True),
                name="one_draft_pairing_per_call",
            ),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True, approved_by__isnull=True)
                | (
                    Q(
                        approved_at__isnull=False,
                        approved_by__isnull=False,
                        act_date__isnull=False,
                    )
                    & ~Q(act_number="")
                ),
                name="pairing_approved_by_an_act",
            ),
            models.CheckConstraint(
                condition=Q(digest__regex=r"^[0-9a-f]{64}$"), name="pairing_digest_is_sha256"
            ),
        ]

    def __str__(self):
        return str(_("Pairing {number}")).format(number=self.number)

    @property
    def act(self) -> str:
        """The act of approval in words."""
        return f"{self.act_number} del {self.act_date:%d/%m/%Y}" if self.act_date else ""


class PairingRow(models.Model):
    """What a pairing says of one candidacy, and why, in sentences: an offer, or the reserve."""

    pairing = models.ForeignKey(PairingRound, models.CASCADE, related_name="rows")
    candidacy = models.ForeignKey(
        "internships.Candidacy", models.PROTECT, related_name="pairing_rows"
    )
    place = models.PositiveIntegerField(_("place in the ranking"))
    offer = models.ForeignKey(
        "internships.HostOffer", models.PROTECT, related_name="pairing_rows", null=True
    )
    why = models.JSONField(_("why"), default=list)

    class Meta:
        verbose_name = _("row of a pairing")
        verbose_name_plural = _("rows of a pairing")
        ordering = ["place", "id"]
        constraints = [
            models.UniqueConstraint(fields=["pairing", "candidacy"], name="paired_once_a_round"),
        ]

    def __str__(self):
        return f"{self.place} {self.candidacy}"
