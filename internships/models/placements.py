from datetime import time
from typing import Any

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from internships.models.agreements import Bearer
from internships.models.offers import RiskClass
from internships.models.placement_ends import EndingSteps
from internships.models.placement_steps import PlacementSteps
from internships.models.promoters import Tutor
from internships.models.statuses import InternshipStatus
from internships.rules.indemnity import Payer
from internships.rules.recipients import Kind
from workflows.models import Case


class InternshipType(models.TextChoices):
    """Which internship it is (R-DUR-03)."""

    ORDINARY = Kind.ORDINARY.value, _("Extracurricular internship")
    SUMMER = Kind.SUMMER.value, _("Summer internship of a student")


class PayerChoice(models.TextChoices):
    """Who pays the allowance (R-IND-13)."""

    HOST = Payer.HOST.value, _("Host")
    FUNDER = Payer.FUNDER.value, _("Funder")
    MIXED = Payer.MIXED.value, _("Both in part")


def _hours(label):
    return models.DecimalField(label, max_digits=5, decimal_places=2, default=0)


@pghistory.track()
class Internship(EndingSteps, PlacementSteps, Case):
    """An internship, from its preparation to its end: host, intern, promoter and funder (5.3).

    The applicant of the case is the intern, known by the tax code; the host is that of the offer.
    Allowance in EUR a month, work in minutes, safety training in hours.
    """

    KIND = "internship"

    offer = models.ForeignKey("internships.HostOffer", models.PROTECT, related_name="internships")
    trainee = models.ForeignKey("parties.Person", models.PROTECT, related_name="internships")
    unit = models.ForeignKey("internships.Unit", models.PROTECT, related_name="internships")
    promoter = models.ForeignKey(
        "internships.Promoter", models.PROTECT, related_name="internships", null=True
    )
    agreement = models.ForeignKey(
        "internships.Agreement", models.PROTECT, related_name="internships", null=True
    )
    ruleset = models.CharField(_("ruleset"), max_length=40, blank=True, editable=False)
    type = models.CharField(
        _("type"), max_length=8, choices=InternshipType.choices, default=InternshipType.ORDINARY
    )

    # The plan (form 4.4)
    title = models.CharField(_("title of the position"), max_length=120)
    start = models.DateField(_("first day"))
    end = models.DateField(_("last day"))
    planned_end = models.DateField(_("last day of the first plan"), null=True)
    # Planned minutes of each day of the week, from Monday on.
    week = ArrayField(
        models.PositiveSmallIntegerField(), size=7, default=list, verbose_name=_("hours of a week")
    )
    arrives_at = models.TimeField(_("presents at, on the first day"), default=time(9))
    contract = models.CharField(_("collective agreement"), max_length=120, blank=True)
    contract_minutes = models.PositiveSmallIntegerField(
        _("weekly minutes of the collective agreement"), default=0
    )
    odd_hours = models.TextField(_("why evenings or holidays"), blank=True)
    remote_days = models.PositiveSmallIntegerField(_("days a week at a distance"), default=0)
    remote_rules = models.TextField(_("how the distance is arranged"), blank=True)
    allowance = models.DecimalField(
        _("allowance a month"), max_digits=8, decimal_places=2, default=0
    )
    gives_meals = models.BooleanField(_("canteen or meal vouchers"), default=False)
    payer = models.CharField(
        _("who pays it"), max_length=6, choices=PayerChoice.choices, default=PayerChoice.HOST
    )
    objectives = models.TextField(_("objectives"), blank=True)
    methods = models.TextField(_("methods and monitoring"), blank=True)
    trips = models.TextField(_("trips foreseen"), blank=True)
    equipment = models.TextField(_("protective equipment"), blank=True)

    # Between the parties, by the agreement (form 4.3)
    cover_bearer = models.CharField(
        _("who insures"), max_length=8, choices=Bearer.choices, default=Bearer.PROMOTER
    )
    safety_bearer = models.CharField(
        _("who trains on safety"), max_length=8, choices=Bearer.choices, default=Bearer.HOST
    )
    accident_reference = models.CharField(_("INAIL position"), max_length=60, blank=True)
    insurer = models.CharField(_("insurer"), max_length=120, blank=True)
    liability_policy = models.CharField(_("liability policy"), max_length=60, blank=True)
    liability_expiry = models.DateField(_("policy valid to"), null=True, blank=True)
    liability_renews = models.BooleanField(_("will be renewed"), default=False)
    covered_at = models.DateTimeField(_("insured at"), null=True, blank=True)
    # What of the plan the insurance covers, in the plan's own words (R-INS-02).
    covered = ArrayField(
        models.CharField(max_length=300), default=list, verbose_name=_("what is covered")
    )
    risk = models.CharField(_("class of risk"), max_length=6, choices=RiskClass.choices)
    general_hours = _hours(_("hours of general training"))
    specific_hours = _hours(_("hours of specific training"))
    trained_on = models.DateField(_("trained on"), null=True, blank=True)
    needs_surveillance = models.BooleanField(_("health surveillance due"), default=False)
    fit_on = models.DateField(_("fitness certified on"), null=True, blank=True)
    guardian_name = models.CharField(_("parent or guardian"), max_length=120, blank=True)
    minor_authorised = models.BooleanField(_("authorised by the guardian"), default=False)

    # The compulsory communication of the start (R-COB)
    cob_number = models.CharField(_("number of the communication"), max_length=40, blank=True)
    cob_sent_at = models.DateTimeField(_("communication sent at"), null=True, blank=True)
    # Codes of its form, as the ministry lists them (R-COB-06).
    cob_promoter_code = models.CharField(_("code of the promoter"), max_length=10, blank=True)
    cob_intern_code = models.CharField(_("code of the intern"), max_length=10, blank=True)
    cob_type_code = models.CharField(_("code of the internship"), max_length=10, blank=True)

    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    end_reason = models.TextField(_("why it ended early"), blank=True)
    end_cob_number = models.CharField(
        _("number of the communication of the end"), max_length=40, blank=True
    )
    end_cob_on = models.DateField(_("end communicated on"), null=True, blank=True)
    was_hired = models.BooleanField(_("ended by a hire"), default=False)
    refunded = models.DecimalField(
        _("refunded to the host"), max_digits=9, decimal_places=2, null=True, blank=True
    )
    # The host gave the refund up: it is asked for no more, its money is free (R-PUB-19).
    refund_waived_on = models.DateField(_("refund waived on"), null=True, blank=True)

    class Meta:
        verbose_name = _("internship")
        verbose_name_plural = _("internships")
        indexes = [
            models.Index(fields=["trainee", "start"], name="internship_trainee"),
            models.Index(fields=["unit", "start"], name="internship_unit"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(end__gte=F("start")),
                name="internship_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(started_at__isnull=True) | ~Q(cob_number=""),
                name="internship_started_was_communicated",
            ),
        ]

    def get_status_display(self) -> str:
        """Return the status in the reader's language."""
        return str(InternshipStatus(self.status).label)

    @property
    def host(self) -> Any:
        """Who takes the intern in."""
        return self.offer.applicant

    @property
    def weekly_minutes(self) -> int:
        """The minutes of a week."""
        return sum(self.week)

    @property
    def daily_minutes(self) -> int:
        """The minutes of the longest day."""
        return max(self.week, default=0)

    def tutor(self, side: str) -> Tutor | None:
        """Return the present tutor of a side."""
        return next(
            (one for one in self.tutors.all() if one.side == side and not one.ended_on), None
        )


@pghistory.track()
class PlanActivity(models.Model):
    """What the intern does, with its hours (form 4.4, 16)."""

    internship = models.ForeignKey(Internship, models.CASCADE, related_name="activities")
    text = models.CharField(_("activity"), max_length=300)
    minutes = models.PositiveIntegerField(_("minutes"), default=0)
    is_green = models.BooleanField(_("green"), default=False)

    class Meta:
        verbose_name = _("activity of the plan")
        verbose_name_plural = _("activities of the plan")
        ordering = ["id"]

    def __str__(self):
        return self.text


@pghistory.track()
class PlanCompetence(models.Model):
    """What the intern learns, with its level (R-BAN-04, R-DUR-05..07)."""

    internship = models.ForeignKey(Internship, models.CASCADE, related_name="competences")
    text = models.CharField(_("competence"), max_length=200)
    level = models.PositiveSmallIntegerField(
        _("EQF level"), validators=[MinValueValidator(1), MaxValueValidator(8)]
    )
    # The extension that added it; empty for those of the first plan.
    extension = models.ForeignKey(
        "internships.Extension",
        models.CASCADE,
        related_name="competences",
        null=True,
        blank=True,
    )

    class Meta:
        verbose_name = _("competence of the plan")
        verbose_name_plural = _("competences of the plan")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(level__gte=1, level__lte=8), name="plan_competence_level_one_to_eight"
            )
        ]

    def __str__(self):
        return self.text
