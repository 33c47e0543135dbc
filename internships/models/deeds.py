import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from internships.rules.start import Actor
from parties import moment


class Signer(models.TextChoices):
    """Who signs something."""

    HOST = Actor.HOST.value, _("Host")
    HOST_TUTOR = Actor.HOST_TUTOR.value, _("Tutor of the host")
    TRAINEE = Actor.TRAINEE.value, _("Intern")
    GUARDIAN = Actor.GUARDIAN.value, _("Parent or guardian")
    PROMOTER = Actor.PROMOTER.value, _("Promoter")


@pghistory.track()
class Deed(models.Model):
    """Something to be signed: agreement, plan or addendum, with who signs it in which order (R-DOC)."""

    class Kind(models.TextChoices):
        """Which paper."""

        CONVENTION = "convention", _("Agreement")
        PLAN = "plan", _("Individual training plan")
        ADDENDUM = "addendum", _("Addendum to the plan")

    internship = models.ForeignKey("internships.Internship", models.PROTECT, related_name="deeds")
    kind = models.CharField(_("paper"), max_length=10, choices=Kind.choices)
    title = models.CharField(_("title"), max_length=160)
    signers = ArrayField(
        models.CharField(max_length=10, choices=Signer.choices), verbose_name=_("who signs")
    )
    # The drawn paper: what everybody signs.
    document = models.OneToOneField(
        "workflows.Document", models.PROTECT, related_name="deed", null=True
    )
    drawn_at = models.DateTimeField(_("drawn at"), default=moment.now)
    drawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    completed_at = models.DateTimeField(_("signed by all at"), null=True)
    # A paper that was drawn anew: its signatures count no more.
    dropped_at = models.DateTimeField(_("dropped at"), null=True)

    class Meta:
        verbose_name = _("paper to sign")
        verbose_name_plural = _("papers to sign")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["internship", "kind"],
                condition=Q(dropped_at__isnull=True, kind__in=["convention", "plan"]),
                name="deed_one_agreement_and_one_plan",
            ),
            models.CheckConstraint(
                condition=Q(completed_at__isnull=True)
                | Q(dropped_at__isnull=True)
                | Q(dropped_at__gte=models.F("completed_at")),
                name="deed_dropped_after_it_was_signed",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a signature."""
        return self.completed_at is None and self.dropped_at is None


@pghistory.track()
class Signature(models.Model):
    """One signature on a deed: by whom, when, and by which means."""

    class Means(models.TextChoices):
        """How it was put."""

        DIGITAL = "digital", _("Digital signature")
        PAPER = "paper", _("Signed on paper and scanned")
        CODE = "code", _("Accepted here with a one-time code")

    deed = models.ForeignKey(Deed, models.PROTECT, related_name="signatures")
    actor = models.CharField(_("who"), max_length=10, choices=Signer.choices)
    name = models.CharField(_("name"), max_length=160)
    means = models.CharField(_("how"), max_length=7, choices=Means.choices)
    signed_at = models.DateTimeField(_("signed at"), default=moment.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    document = models.OneToOneField(
        "workflows.Document", models.PROTECT, related_name="deed_signature", null=True
    )
    # What the reader of signatures found, for a digital one.
    finding = models.CharField(_("what was found"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["deed", "actor"], name="signature_once_per_actor"),
            models.CheckConstraint(
                condition=Q(means="code", document__isnull=True)
                | Q(means__in=["digital", "paper"], document__isnull=False),
                name="signature_has_its_file_or_a_code",
            ),
        ]

    def __str__(self):
        return f"{self.deed}: {self.name}"


class SigningCode(models.Model):
    """A one-time code sent by email to somebody who is to accept a deed; kept as a digest."""

    deed = models.ForeignKey(Deed, models.CASCADE, related_name="codes")
    actor = models.CharField(max_length=10, choices=Signer.choices)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    sent_at = models.DateTimeField(default=moment.now)
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("one-time code")
        verbose_name_plural = _("one-time codes")
        ordering = ["id"]

    def __str__(self):
        return f"{self.deed}: {self.actor}"
