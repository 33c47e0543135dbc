import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from internships.models.choices import CertificateKind, MeasureKind
from internships.rules import green, hosts, quota


@pghistory.track()
class StaffPeriod(models.Model):
    """Somebody in the unit for a time: staff on a fixed term, or an intern who is there already."""

    class Kind(models.TextChoices):
        """Who it is."""

        FIXED_TERM = "fixed_term", _("Fixed-term contract")
        INTERN = "intern", _("Extracurricular internship")
        CURRICULAR = "curricular", _("Curricular internship")

    offer = models.ForeignKey("internships.HostOffer", models.CASCADE, related_name="periods")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))

    class Meta:
        verbose_name = _("period in the unit")
        verbose_name_plural = _("periods in the unit")
        ordering = ["first_day", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="staff_period_ends_after_it_starts"
            )
        ]

    def __str__(self):
        return f"{self.first_day} – {self.last_day}"


@pghistory.track()
class Hire(models.Model):
    """Somebody whom the host hired after an internship in the unit (R-NUM-05, R-NUM-06)."""

    offer = models.ForeignKey("internships.HostOffer", models.CASCADE, related_name="hires")
    # Empty where the contract has no end.
    months = models.PositiveSmallIntegerField(_("months of the contract"), null=True)
    part_time_percent = models.PositiveSmallIntegerField(_("share of the full week, in percent"))

    class Meta:
        verbose_name = _("hire after an internship")
        verbose_name_plural = _("hires after internships")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(part_time_percent__gte=1, part_time_percent__lte=100),
                name="hire_of_part_of_a_week",
            )
        ]

    def __str__(self):
        return f"{self.months or '–'} / {self.part_time_percent}%"

    @property
    def plain(self) -> quota.Hire:
        """The row as the rules take it."""
        return quota.Hire(self.months, self.part_time_percent)


@pghistory.track()
class Layoff(models.Model):
    """Wage support that runs at the host (R-HOS-04)."""

    class Kind(models.TextChoices):
        """Which support."""

        ORDINARY = hosts.Layoff.ORDINARY.value, _("Ordinary")
        EXTRAORDINARY = hosts.Layoff.EXTRAORDINARY.value, _("Extraordinary")
        EXCEPTIONAL = hosts.Layoff.EXCEPTIONAL.value, _("In derogation")

    offer = models.ForeignKey("internships.HostOffer", models.CASCADE, related_name="layoffs")
    kind = models.CharField(_("kind"), max_length=13, choices=Kind.choices)
    same_unit = models.BooleanField(_("same unit"))
    same_tasks = models.BooleanField(_("same tasks"))
    union_agreement = models.BooleanField(_("union agreement"))

    class Meta:
        verbose_name = _("wage support")
        verbose_name_plural = _("wage supports")
        ordering = ["id"]

    def __str__(self):
        return str(self.get_kind_display())

    @property
    def plain(self) -> hosts.LayoffRow:
        """The row as the rules take it."""
        return hosts.LayoffRow(
            hosts.Layoff(self.kind), self.same_unit, self.same_tasks, self.union_agreement
        )


@pghistory.track()
class Dismissal(models.Model):
    """A dismissal at the host in the months before (R-HOS-05)."""

    class Cause(models.TextChoices):
        """Why."""

        JUST_CAUSE = hosts.Cause.JUST_CAUSE.value, _("Just cause")
        SUBJECTIVE = hosts.Cause.SUBJECTIVE.value, _("Subjective reason")
        OBJECTIVE = hosts.Cause.OBJECTIVE.value, _("Objective reason")
        COLLECTIVE = hosts.Cause.COLLECTIVE.value, _("Collective dismissal")
        ILLNESS_TERM = hosts.Cause.ILLNESS_TERM.value, _("Too long an illness")
        PROBATION = hosts.Cause.PROBATION.value, _("Probation not passed")
        WORKS_ENDED = hosts.Cause.WORKS_ENDED.value, _("End of the works")
        APPRENTICESHIP = hosts.Cause.APPRENTICESHIP.value, _("End of an apprenticeship")

    offer = models.ForeignKey("internships.HostOffer", models.CASCADE, related_name="dismissals")
    dismissed_on = models.DateField(_("dismissed on"))
    cause = models.CharField(_("cause"), max_length=14, choices=Cause.choices)
    same_unit = models.BooleanField(_("same unit"))
    similar_tasks = models.BooleanField(_("similar tasks"))
    agreement = models.BooleanField(_("collective agreement or social clause"))

    class Meta:
        verbose_name = _("dismissal")
        verbose_name_plural = _("dismissals")
        ordering = ["dismissed_on", "id"]

    def __str__(self):
        return str(self.dismissed_on)

    @property
    def plain(self) -> hosts.DismissalRow:
        """The row as the rules take it."""
        return hosts.DismissalRow(
            self.dismissed_on,
            self.same_unit,
            self.similar_tasks,
            hosts.Cause(self.cause),
            self.agreement,
        )


@pghistory.track()
class Competence(models.Model):
    """What the intern learns, with its level from 1 to 8 (R-BAN-04, R-DUR-05, R-DUR-06)."""

    offer = models.ForeignKey("internships.HostOffer", models.CASCADE, related_name="competences")
    text = models.CharField(_("competence"), max_length=200)
    level = models.PositiveSmallIntegerField(_("EQF level"))

    class Meta:
        verbose_name = _("competence")
        verbose_name_plural = _("competences")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(level__gte=1, level__lte=8), name="competence_level_one_to_eight"
            )
        ]

    def __str__(self):
        return self.text


@pghistory.track()
class Certificate(models.Model):
    """A certificate of the environment that the host holds (R-GRN-04)."""

    offer = models.ForeignKey("internships.HostOffer", models.CASCADE, related_name="certificates")
    kind = models.CharField(_("kind"), max_length=10, choices=CertificateKind.choices)
    number = models.CharField(_("number"), max_length=60)
    body = models.CharField(_("issued by"), max_length=120)
    valid_to = models.DateField(_("valid to"))

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["id"]

    def __str__(self):
        return f"{self.get_kind_display()} {self.number}"

    @property
    def plain(self) -> green.Certificate:
        """The row as the rules take it."""
        return green.Certificate(self.kind, self.number, self.valid_to)


@pghistory.track()
class Measure(models.Model):
    """A measure of circular economy or energy, with its proof (R-GRN-05)."""

    offer = models.ForeignKey("internships.HostOffer", models.CASCADE, related_name="measures")
    kind = models.CharField(_("kind"), max_length=10, choices=MeasureKind.choices)
    done_on = models.DateField(_("done on"))
    proof = models.CharField(_("proof"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("green measure")
        verbose_name_plural = _("green measures")
        ordering = ["id"]

    def __str__(self):
        return str(self.get_kind_display())

    @property
    def plain(self) -> green.Measure:
        """The row as the rules take it."""
        return green.Measure(self.kind, self.done_on, bool(self.proof.strip()))


@pghistory.track()
class OfferGround(models.Model):
    """One reason against an offer, told in the notice, with what the host says and the answer (PRE-05)."""

    offer = models.ForeignKey(
        "internships.HostOffer", models.CASCADE, related_name="refusal_grounds"
    )
    rule = models.CharField(_("rule"), max_length=20)
    text = models.TextField(_("reason"), max_length=2000)
    observation = models.TextField(_("observation"), max_length=4000, blank=True)
    answer = models.TextField(_("answer to the observation"), max_length=4000, blank=True)
    upheld = models.BooleanField(_("still stands"), default=True)
    # The document of the call whose lack is the reason, by its code (SOC-03, SOC-05).
    document = models.SlugField(_("missing document"), max_length=40, blank=True)
    # Empty where no notice told it: it came up with the observations, or none was due.
    told_at = models.DateTimeField(_("told at"), null=True, blank=True)
    from_observations = models.BooleanField(_("from the observations"), default=False)

    # A refusal of an offer is not annulled: the host offers again.
    is_past = False

    class Meta:
        verbose_name = _("reason against an offer")
        verbose_name_plural = _("reasons against an offer")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="offer_ground_says_why"),
            models.CheckConstraint(
                condition=Q(from_observations=False) | Q(told_at__isnull=True),
                name="offer_ground_from_observations_was_not_told",
            ),
        ]

    def __str__(self):
        return self.text[:60]
