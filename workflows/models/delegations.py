import uuid
from datetime import date

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from parties import moment


class DelegationQuerySet(models.QuerySet):
    """What delegations allow today, and to whom."""

    def in_force(self):
        """Return those that were accepted, did not end and have not run out."""
        return self.filter(
            accepted_at__isnull=False, ended_at__isnull=True, valid_to__gte=moment.today()
        )

    def reaching(self, case):
        """Return those about a case: given for it, or for all that its applicant has sent."""
        about = Q(case=case.pk)
        if case.applicant_id and case.submitted_at:
            about |= Q(case__isnull=True, party=case.applicant_id)
        return self.filter(about)

    def holding(self):
        """Return those in force with the draft in the hands of whoever was delegated."""
        return self.in_force().filter(holds_since__isnull=False)

    def may_fill(self):
        """Return those that let somebody write."""
        return self.filter(level__in=(Delegation.Level.FILL, Delegation.Level.SEND))


@pghistory.track()
class Delegation(models.Model):
    """What a party lets somebody else do in its place: for one case, or for all that it has (DIG-15).

    It takes nothing from the party: letters go on to it, and it may end the delegation at any time.
    """

    class Level(models.TextChoices):
        """How far it goes; each includes the one before."""

        READ = "read", _("Read only")
        FILL = "fill", _("Read and fill in")
        SEND = "send", _("Read, fill in and send")

    class End(models.TextChoices):
        """Why it ended before its last day."""

        DECLINED = "declined", _("Declined")
        REVOKED = "revoked", _("Revoked")
        GIVEN_UP = "given_up", _("Given up")
        REPLACED = "replaced", _("Replaced by a new one")

    # One of the two: a draft has no party yet, and what is sent later has no row yet.
    case = models.ForeignKey(
        "workflows.Case", models.PROTECT, related_name="delegations", null=True, blank=True
    )
    party = models.ForeignKey(
        "parties.Party", models.PROTECT, related_name="delegations", null=True, blank=True
    )
    level = models.CharField(_("what they may do"), max_length=4, choices=Level.choices)
    email = models.EmailField(_("email address"))
    # What was declared in giving it, word for word.
    statement = models.TextField(_("declaration"))
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="delegations_given"
    )
    given_at = models.DateTimeField(default=moment.now, editable=False)
    valid_to = models.DateField(_("last day"))
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="delegations", null=True
    )
    accepted_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )
    ended_at = models.DateTimeField(null=True)
    end = models.CharField(max_length=8, choices=End.choices, blank=True)
    # Since when a draft is in their hands: who gave it writes in it no more until it is back.
    holds_since = models.DateTimeField(null=True)

    objects = DelegationQuerySet.as_manager()

    class Meta:
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        constraints = [
            models.CheckConstraint(
                condition=Q(case__isnull=True, party__isnull=False)
                | Q(case__isnull=False, party__isnull=True),
                name="delegation_of_a_case_or_a_party",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True, accepted_by__isnull=True)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
                name="delegation_accepted_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True, end="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(end="")),
                name="delegation_ended_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(accepted_by=F("given_by")), name="delegation_given_to_another"
            ),
            models.CheckConstraint(
                condition=Q(holds_since__isnull=True)
                | Q(case__isnull=False, accepted_at__isnull=False, ended_at__isnull=True),
                name="delegation_holds_while_in_force",
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(holds_since__isnull=False),
                name="draft_in_one_hand",
            ),
            models.UniqueConstraint(
                fields=["case", "email"],
                condition=Q(ended_at__isnull=True, party__isnull=True),
                name="delegation_of_a_case_once",
            ),
            models.UniqueConstraint(
                fields=["party", "email"],
                condition=Q(ended_at__isnull=True, case__isnull=True),
                name="delegation_of_a_party_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["email"],
                condition=Q(accepted_at__isnull=True, ended_at__isnull=True),
                name="delegation_waits_for",
            )
        ]

    def __str__(self):
        return f"{self.email}: {self.get_level_display()}"

    def state_on(self, day: date) -> str:
        """Return how it stands on a day: "waiting", "in_force", "over" or how it ended."""
        if self.end:
            return self.end
        if self.valid_to < day:
            return "over"
        return "in_force" if self.accepted_at else "waiting"


def paper_name(_paper, _filename) -> str:
    """Return a path that says nothing about the person and cannot be guessed."""
    return f"delegations/{uuid.uuid4().hex}"


class DelegationPaper(models.Model):
    """The power of attorney that goes with a delegation: judged by its content, never exchanged."""

    delegation = models.OneToOneField(Delegation, models.PROTECT, related_name="paper")
    name = models.CharField(_("file name"), max_length=200)
    file = models.FileField(upload_to=paper_name, max_length=200)
    content_type = models.CharField(max_length=80)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("digest (SHA-256)"), max_length=64)

    class Meta:
        verbose_name = _("power of attorney")
        verbose_name_plural = _("powers of attorney")
        constraints = [
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="paper_digest_is_sha256"
            ),
            models.CheckConstraint(condition=Q(size__gt=0), name="delegation_paper_is_not_empty"),
        ]

    def __str__(self):
        return self.name
