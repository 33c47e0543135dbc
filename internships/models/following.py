"""What happens while an internship runs and is told, followed or looked into: reports, accidents, trips, signs."""

import pghistory
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from parties import moment


def _user(*, empty=False):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=empty, blank=empty
    )


def _mark(label):
    return models.PositiveSmallIntegerField(
        label, null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )


@pghistory.track()
class InterimReport(models.Model):
    """How an internship goes, by its tutors (form 4.6, R-ATT-10): asked for first, then written."""

    internship = models.ForeignKey(
        "internships.Internship", models.CASCADE, related_name="interim_reports"
    )
    number = models.PositiveSmallIntegerField(_("number"))
    asked_on = models.DateField(_("asked on"), null=True, blank=True)
    progress = _mark(_("progress towards the goals"))
    satisfaction = _mark(_("satisfaction of the intern"))
    problems = models.TextField(_("problems"), blank=True)
    remedies = models.TextField(_("what is done about them"), blank=True)
    contacts = models.TextField(_("visits and calls"), blank=True)
    plan_holds = models.BooleanField(_("the plan still holds"), null=True)
    document = models.OneToOneField(
        "workflows.Document", models.PROTECT, related_name="interim_report", null=True, blank=True
    )
    written_by = _user(empty=True)
    written_at = models.DateTimeField(_("written at"), null=True, blank=True)

    class Meta:
        verbose_name = _("interim report")
        verbose_name_plural = _("interim reports")
        ordering = ["internship_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["internship", "number"], name="interim_report_once"),
            models.CheckConstraint(
                condition=Q(written_at__isnull=True)
                | Q(
                    progress__range=(1, 5),
                    satisfaction__range=(1, 5),
                    plan_holds__isnull=False,
                    written_by__isnull=False,
                ),
                name="interim_report_written_says_all",
            ),
        ]

    def __str__(self):
        return f"{self.internship}: {self.number}"


@pghistory.track()
class Accident(models.Model):
    """An accident that was told to the promoter, and its report to INAIL (R-INS-05, R-INS-06)."""

    internship = models.ForeignKey(
        "internships.Internship", models.CASCADE, related_name="accidents"
    )
    happened_at = models.DateTimeField(_("happened at"))
    place = models.CharField(_("place"), max_length=160)
    facts = models.TextField(_("how it happened"))
    # Days of the calendar on which the intern is away because of it, as known so far.
    absence_days = models.PositiveSmallIntegerField(_("days of absence"), default=0)
    # Since when the absence is known to be so long that a report is due: its hours run from here.
    due_from = models.DateTimeField(_("to be reported since"), null=True, blank=True)
    told_at = models.DateTimeField(_("told at"), default=moment.now)
    told_by = _user()
    reported_at = models.DateTimeField(_("reported at"), null=True, blank=True)
    report_number = models.CharField(_("number of the report"), max_length=40, blank=True)
    chased_at = models.DateTimeField(_("reminded at"), null=True, blank=True)

    class Meta:
        verbose_name = _("accident")
        verbose_name_plural = _("accidents")
        ordering = ["happened_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(told_at__gte=F("happened_at")), name="accident_told_after_it_happened"
            ),
            models.CheckConstraint(
                condition=Q(reported_at__isnull=True, report_number="")
                | (Q(reported_at__gte=F("happened_at")) & ~Q(report_number="")),
                name="accident_report_has_its_number",
            ),
        ]

    def __str__(self):
        return f"{self.internship}: {self.happened_at:%d/%m/%Y}"


@pghistory.track()
class Trip(models.Model):
    """A trip of the intern, told to the promoter so that the insurance is extended (R-DUR-23)."""

    internship = models.ForeignKey(
        "internships.Internship", models.CASCADE, related_name="journeys"
    )
    begins_at = models.DateTimeField(_("begins at"))
    last_day = models.DateField(_("last day"))
    place = models.CharField(_("place"), max_length=160)
    purpose = models.CharField(_("purpose"), max_length=200)
    companion = models.CharField(_("who goes with the intern"), max_length=120)
    why_late = models.CharField(_("why it was told late"), max_length=200, blank=True)
    told_at = models.DateTimeField(_("told at"), default=moment.now)
    told_by = _user()

    class Meta:
        verbose_name = _("trip")
        verbose_name_plural = _("trips")
        ordering = ["begins_at", "id"]

    def __str__(self):
        return f"{self.internship}: {self.place}"


@pghistory.track()
class SignSeen(models.Model):
    """What somebody of the office saw that speaks against a genuine internship (R-BAN-07)."""

    class Kind(models.TextChoices):
        """Which sign; the others are read from the papers and the register."""

        AS_STAFF = "as_staff", _("Leave and attendance as those of the staff")
        OTHER_ACTIVITY = "other_activity", _("Other activities than those of the plan")
        REPLACES = "replaces", _("The intern stands in for staff")

    internship = models.ForeignKey("internships.Internship", models.CASCADE, related_name="signs")
    kind = models.CharField(_("sign"), max_length=14, choices=Kind.choices)
    seen_on = models.DateField(_("seen on"))
    facts = models.TextField(_("what was seen"))
    noted_by = _user()
    noted_at = models.DateTimeField(_("noted at"), default=moment.now)
    # A sign that was explained stays on record and counts no more.
    cleared_because = models.TextField(_("why it no longer counts"), blank=True)

    class Meta:
        verbose_name = _("sign for inspections")
        verbose_name_plural = _("signs for inspections")
        ordering = ["seen_on", "id"]

    def __str__(self):
        return f"{self.internship}: {self.get_kind_display()}"
