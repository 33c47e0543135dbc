import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


@pghistory.track()
class Annulment(models.Model):
    """The office sets out to undo a grant of its own: why, and what came of it.

    It annuls what was unlawful from the start, in a public interest (PROC-15), or revokes, in whole
    or in part, for a cause of the law (`Revocation`). Both are told first and heard (PRE-11, REV-06).
    """

    class Kind(models.TextChoices):
        """What the office sets out to do."""

        ANNULMENT = "annulment", _("Annulment")
        REVOCATION = "revocation", _("Revocation")

    class Cause(models.TextChoices):
        """Why a grant is revoked (REV-04, CALL-16)."""

        PREMIUM_LOST = "premium_lost", _("Premium stated falsely")
        REQUIREMENTS = "requirements", _("Requirements that were lacking")
        UNTRUE = "untrue", _("Untrue declaration")
        NOT_REALISED = "not_realised", _("Not carried out, or not reported, in time")
        LOW_SPEND = "low_spend", _("Spend under the minimum")
        VARIATION = "variation", _("Substantial change without authorisation")
        CUMULATION = "cumulation", _("Other contributions beyond what is allowed")
        DUTIES = "duties", _("Duties of the call not met")

    class Extent(models.TextChoices):
        """How much of a grant a revocation takes (REV-05)."""

        PARTIAL = "partial", _("In part")
        TOTAL = "total", _("In full")

    class Outcome(models.TextChoices):
        """What came of it."""

        ANNULLED = "annulled", _("Annulled")
        REVOKED = "revoked", _("Revoked")
        DROPPED = "dropped", _("Dropped")

    kind = models.CharField(
        _("kind"), max_length=10, choices=Kind.choices, default=Kind.ANNULMENT, editable=False
    )

    contribution = models.ForeignKey(
        "grants.RentContribution", models.PROTECT, related_name="annulments"
    )
    public_interest = models.TextField(_("public interest"), max_length=4000, blank=True)
    judgment = models.CharField(
        _("final judgment that established the crime"), max_length=300, blank=True
    )
    cause = models.CharField(_("cause"), max_length=20, choices=Cause.choices, blank=True)
    premium = models.ForeignKey(
        "calls.Premium", models.PROTECT, related_name="+", null=True, blank=True
    )
    evidence = models.TextField(_("evidence"), max_length=2000, blank=True)
    # What was declared and is not true (DOC-08).
    declaration = models.TextField(_("untrue declaration"), max_length=2000, blank=True)
    # What would follow, as told at the start; once it has ended, what followed. EUR.
    extent = models.CharField(_("extent"), max_length=7, choices=Extent.choices, blank=True)
    amount_before = models.DecimalField(
        _("contribution before"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    amount_after = models.DecimalField(
        _("contribution after"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    granted_on = models.DateField(_("granted on"))
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    started_at = models.DateTimeField(_("started at"))
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome.choices, blank=True)
    # What came back into the call and what left the aid account of the party, in EUR.
    returned = models.DecimalField(
        _("money that came back"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    aid_reversed = models.DecimalField(
        _("aid reversed"), max_digits=12, decimal_places=2, null=True, blank=True
    )

    class Meta:
        verbose_name = _("annulment")
        verbose_name_plural = _("annulments")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["contribution"],
                condition=Q(ended_at__isnull=True),
                name="one_open_annulment",
            ),
            models.CheckConstraint(
                condition=Q(kind="revocation") | ~Q(public_interest=""),
                name="annulment_names_the_public_interest",
            ),
            models.CheckConstraint(
                condition=Q(kind="annulment", cause="", extent="", amount_before__isnull=True)
                | (Q(kind="revocation") & ~Q(cause="") & ~Q(evidence="")),
                name="revocation_has_cause_and_evidence",
            ),
            models.CheckConstraint(
                condition=Q(cause="premium_lost", premium__isnull=False)
                | (~Q(cause="premium_lost") & Q(premium__isnull=True)),
                name="lost_premium_is_named",
            ),
            models.CheckConstraint(
                condition=Q(extent="", amount_after__isnull=True)
                | Q(extent="total", amount_after=0, amount_before__gt=0)
                | Q(extent="partial", amount_after__gt=0, amount_before__gt=F("amount_after")),
                name="revocation_takes_part_or_all",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, outcome="")
                | (Q(ended_at__isnull=False) & ~Q(outcome="")),
                name="ended_annulment_has_an_outcome",
            ),
        ]

    def __str__(self):
        return f"{self.contribution_id} {self.started_at:%d/%m/%Y}"

    @classmethod
    def causes_of_law(cls) -> set[str]:
        """Return the causes that are told with facts of their own: all but a lost premium (REV-04)."""
        return set(cls.Cause.values) - {cls.Cause.PREMIUM_LOST.value}


class Revocation(Annulment):
    """A revocation, with its cause and what it takes (REV-04 to REV-06)."""

    class Meta:
        proxy = True
        verbose_name = _("revocation")
        verbose_name_plural = _("revocations")


@pghistory.track()
class AnnulmentGround(models.Model):
    """One reason to annul or to revoke, with what the beneficiary says to it and the answer (PRE-11)."""

    annulment = models.ForeignKey(Annulment, models.CASCADE, related_name="grounds")
    text = models.TextField(_("reason"), max_length=2000)
    memory = models.TextField(_("memory"), max_length=4000, blank=True)
    answer = models.TextField(_("answer to the memory"), max_length=4000, blank=True)

    class Meta:
        verbose_name = _("reason to annul")
        verbose_name_plural = _("reasons to annul")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="annulment_ground_says_why"),
        ]

    def __str__(self):
        return self.text[:60]
