import pghistory
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from parties import moment


class Contract(models.TextChoices):
    """By which contract somebody was hired (R-ATT-11)."""

    PERMANENT = "permanent", _("Permanent")
    FIXED = "fixed", _("Fixed term")
    APPRENTICE = "apprentice", _("Apprenticeship")
    AGENCY = "agency", _("Through an agency")
    SELF = "self", _("Self-employment")


@pghistory.track()
class Evidence(models.Model):
    """What shows, in the individual dossier, that an activity was done (form 4.6, R-ATT-05)."""

    class Kind(models.TextChoices):
        """Which evidence."""

        DOCUMENT = "document", _("Document")
        PRODUCT = "product", _("Product")
        PHOTO = "photo", _("Photograph")
        TEST = "test", _("Test")
        OBSERVATION = "observation", _("Observation of the tutor")

    class Level(models.TextChoices):
        """How far the intern came."""

        NOT_OBSERVED = "not_observed", _("Not observed")
        GUIDED = "guided", _("With guidance")
        AUTONOMOUS = "autonomous", _("By themselves")

    activity = models.ForeignKey(
        "internships.PlanActivity", models.PROTECT, related_name="evidence"
    )
    competence = models.ForeignKey(
        "internships.PlanCompetence",
        models.SET_NULL,
        related_name="evidence",
        null=True,
        blank=True,
    )
    kind = models.CharField(_("kind of evidence"), max_length=12, choices=Kind.choices)
    text = models.TextField(_("what was done"))
    level = models.CharField(_("level reached"), max_length=12, choices=Level.choices)
    document = models.OneToOneField(
        "workflows.Document", models.PROTECT, related_name="evidence_row", null=True, blank=True
    )
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(_("written at"), default=moment.now)

    class Meta:
        verbose_name = _("evidence of the dossier")
        verbose_name_plural = _("evidence of the dossier")
        ordering = ["activity_id", "id"]

    def __str__(self):
        return self.text


@pghistory.track()
class FinalReport(models.Model):
    """What host and intern say at the end (form 4.6): one each; marks from 1 to 5."""

    class By(models.TextChoices):
        """Whose report."""

        HOST = "host", _("Host")
        TRAINEE = "trainee", _("Intern")

    internship = models.ForeignKey(
        "internships.Internship", models.CASCADE, related_name="final_reports"
    )
    by = models.CharField(_("of"), max_length=7, choices=By.choices)
    goals = models.PositiveSmallIntegerField(
        _("goals reached"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    coherence = models.PositiveSmallIntegerField(
        _("coherence with the plan"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    treatment = models.PositiveSmallIntegerField(
        _("how it went together"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    text = models.TextField(_("what was done and learnt"))
    suggestions = models.TextField(_("suggestions"), blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(_("written at"), default=moment.now)

    class Meta:
        verbose_name = _("final report")
        verbose_name_plural = _("final reports")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["internship", "by"], name="final_report_one_each"),
            models.CheckConstraint(
                condition=Q(goals__range=(1, 5))
                & Q(coherence__range=(1, 5))
                & Q(treatment__range=(1, 5)),
                name="final_report_marks_one_to_five",
            ),
        ]

    def __str__(self):
        return f"{self.internship}: {self.get_by_display()}"


@pghistory.track()
class WorkOutcome(models.Model):
    """What became of the intern: at the end, and six months later (R-ATT-11)."""

    class When(models.TextChoices):
        """When it was asked."""

        END = "end", _("At the end")
        LATER = "later", _("After six months")

    internship = models.ForeignKey(
        "internships.Internship", models.CASCADE, related_name="outcomes"
    )
    when = models.CharField(_("when"), max_length=5, choices=When.choices)
    # Asked by the clock, before somebody answers.
    asked_on = models.DateField(_("asked on"), null=True, blank=True)
    works = models.BooleanField(_("works"), null=True)
    contract = models.CharField(_("contract"), max_length=10, choices=Contract.choices, blank=True)
    same_host = models.BooleanField(_("at the same host"), default=False)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        verbose_name = _("outcome of an internship")
        verbose_name_plural = _("outcomes of internships")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["internship", "when"], name="work_outcome_once"),
            models.CheckConstraint(
                condition=Q(works__isnull=True, answered_on__isnull=True)
                | Q(works__isnull=False, answered_on__isnull=False),
                name="work_outcome_answered_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(works=True) | ~Q(contract=""),
                name="work_outcome_work_has_its_contract",
            ),
        ]

    def __str__(self):
        return f"{self.internship}: {self.get_when_display()}"
