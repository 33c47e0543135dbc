import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from internships.models.candidate_steps import CandidacySteps
from internships.models.statuses import CandidacyStatus
from internships.rules.recipients import Category
from workflows.models import Case


class ApplicantCondition(models.TextChoices):
    """In which condition somebody applies (R-REC-02); protected ones are kept apart (`Restricted`)."""

    UNEMPLOYED = Category.UNEMPLOYED.value, _("Unemployed, with a declaration of availability")
    INCOME_SUPPORT = Category.INCOME_SUPPORT.value, _("On income support, still employed")
    AT_RISK = Category.AT_RISK.value, _("Employed and at risk of losing the job")
    EMPLOYED = Category.EMPLOYED.value, _("Employed and looking for another job")
    STUDENT = Category.STUDENT.value, _("Student, for the summer")


class Support(models.TextChoices):
    """Which income support runs (R-IND-09)."""

    NONE = "none", _("None")
    NASPI = "naspi", _("NASpI")
    WAGE = "wage", _("Wage support")
    OTHER = "other", _("Another one")


class Education(models.TextChoices):
    """The highest title of study, with its EQF level."""

    LOWER = "lower", _("Lower secondary school")
    QUALIFICATION = "qualification", _("Vocational qualification (EQF 3)")
    DIPLOMA = "diploma", _("Upper secondary school (EQF 4)")
    HIGHER = "higher", _("Higher technical diploma, ITS (EQF 5)")
    BACHELOR = "bachelor", _("Bachelor's degree (EQF 6)")
    MASTER = "master", _("Master's degree (EQF 7)")
    DOCTORATE = "doctorate", _("Doctorate (EQF 8)")


class Digital(models.TextChoices):
    """How well somebody works with digital tools (DigComp)."""

    BASIC = "basic", _("Basic")
    INDEPENDENT = "independent", _("Independent")
    ADVANCED = "advanced", _("Advanced")
    EXPERT = "expert", _("Specialised")


@pghistory.track()
class Candidacy(CandidacySteps, Case):
    """A person who applies to be an intern (form 4.2). Times of work in minutes a week."""

    KIND = "candidacy"
    FORM_PAGES = "internships:candidacy_"

    # By which published lists name the candidacy (R-PUB-14).
    code = models.CharField(_("code"), max_length=20, unique=True, null=True, blank=True)
    # Empty where the condition is a protected one: it stands in `Restricted`.
    condition = models.CharField(
        _("condition"), max_length=2, choices=ApplicantCondition.choices, blank=True
    )
    evidence_number = models.CharField(_("number of the evidence"), max_length=60, blank=True)
    evidence_on = models.DateField(_("date of the evidence"), null=True)
    job_centre = models.CharField(_("job centre"), max_length=120, blank=True)
    support = models.CharField(
        _("income support"), max_length=5, choices=Support.choices, default=Support.NONE
    )
    support_until = models.DateField(_("income support until"), null=True)
    schooling_done = models.BooleanField(_("compulsory schooling done"), default=False)
    is_neet = models.BooleanField(_("neither in work nor in education"), default=False)
    needs_permit = models.BooleanField(_("needs a permit of stay"), default=False)
    permit_until = models.DateField(_("permit valid to"), null=True)
    is_renewing = models.BooleanField(_("renewal asked for"), default=False)
    guardian = models.CharField(_("parent or guardian"), max_length=120, blank=True)
    guardian_tax_code = models.CharField(
        _("tax code of the parent or guardian"), max_length=16, blank=True
    )

    education = models.CharField(_("title of study"), max_length=13, choices=Education.choices)
    study_title = models.CharField(_("name of the title"), max_length=160, blank=True)
    institute = models.CharField(_("institute"), max_length=160, blank=True)
    graduated_on = models.DateField(_("graduated on"), null=True)
    grade = models.CharField(_("grade"), max_length=20, blank=True)
    languages = models.CharField(_("languages"), max_length=300, blank=True)
    digital = models.CharField(_("digital skills"), max_length=11, choices=Digital.choices)
    has_licence = models.BooleanField(_("driving licence"), default=False)
    motivation = models.TextField(_("motivation"))

    available_from = models.DateField(_("available from"), null=True)
    weekly_minutes = models.PositiveSmallIntegerField(_("weekly minutes"), default=0)
    mobility_km = models.PositiveSmallIntegerField(_("kilometres from home"), default=0)
    has_kinship = models.BooleanField(_("related to a host"), default=False)
    declarations = models.JSONField(_("declarations made"), default=list)

    # The placement that is proposed to the candidate now, or is theirs.
    placement = models.ForeignKey(
        "internships.HostOffer",
        models.PROTECT,
        related_name="placed",
        null=True,
        verbose_name=_("placement"),
    )
    interview_at = models.DateTimeField(_("interview"), null=True)
    assigned_on = models.DateField(_("assigned on"), null=True)
    accepted_at = models.DateTimeField(_("accepted at"), null=True)
    decided_at = models.DateTimeField(_("decided at"), null=True)

    class Meta:
        verbose_name = _("candidacy")
        verbose_name_plural = _("candidacies")
        indexes = [
            models.Index(fields=["placement", "case_ptr"], name="candidacy_placement"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(placement__isnull=False),
                name="candidacy_accepts_a_placement",
            ),
        ]

    def get_status_display(self) -> str:
        """Return the status in the reader's language."""
        return str(CandidacyStatus(self.status).label)

    @property
    def grounds(self) -> list:
        """The reasons against."""
        return list(self.refusal_grounds.all())
