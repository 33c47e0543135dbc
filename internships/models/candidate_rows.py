import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


@pghistory.track()
class Preference(models.Model):
    """An offer that a candidate has chosen, in their order; examination may drop it with a reason."""

    candidacy = models.ForeignKey(
        "internships.Candidacy", models.CASCADE, related_name="preferences"
    )
    offer = models.ForeignKey("internships.HostOffer", models.PROTECT, related_name="chosen_in")
    rank = models.PositiveSmallIntegerField(_("rank"))
    # Why it no longer counts, in the rule's words; empty while it does.
    dropped = models.TextField(_("why it does not count"), blank=True)

    class Meta:
        verbose_name = _("preference")
        verbose_name_plural = _("preferences")
        ordering = ["candidacy", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["candidacy", "offer"], name="offer_preferred_once"),
            models.UniqueConstraint(fields=["candidacy", "rank"], name="preference_rank_once"),
            models.CheckConstraint(condition=Q(rank__gte=1), name="preference_ranked_from_one"),
        ]

    def __str__(self):
        return f"{self.rank}. {self.offer.title}"


@pghistory.track()
class PriorRelation(models.Model):
    """What a candidate has had with the host of an offer they chose (R-BAN-01..03)."""

    class Kind(models.TextChoices):
        """What it was."""

        EMPLOYMENT = "employment", _("Employment or collaboration")
        OCCASIONAL = "occasional", _("Occasional work")
        INTERNSHIP = "internship", _("Extracurricular internship")
        LEARNING = "learning", _("Curricular internship or learning at work (PCTO)")

    candidacy = models.ForeignKey(
        "internships.Candidacy", models.CASCADE, related_name="prior_relations"
    )
    host = models.ForeignKey("parties.Party", models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    ended_on = models.DateField(_("ended on"))
    days = models.PositiveSmallIntegerField(_("days in the last six months"), default=0)

    class Meta:
        verbose_name = _("relation with a host")
        verbose_name_plural = _("relations with hosts")
        ordering = ["id"]

    def __str__(self):
        return str(self.get_kind_display())


@pghistory.track()
class Experience(models.Model):
    """A course or an experience that a candidate tells of."""

    class Kind(models.TextChoices):
        """What it was."""

        COURSE = "course", _("Course")
        WORK = "work", _("Work")
        VOLUNTEERING = "volunteering", _("Volunteering")
        INTERNSHIP = "internship", _("Internship")

    candidacy = models.ForeignKey(
        "internships.Candidacy", models.CASCADE, related_name="experiences"
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    what = models.CharField(_("what"), max_length=160)
    where = models.CharField(_("where"), max_length=160)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))

    class Meta:
        verbose_name = _("experience")
        verbose_name_plural = _("experiences")
        ordering = ["-first_day", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="experience_ends_after_it_starts"
            )
        ]

    def __str__(self):
        return self.what


@pghistory.track()
class RunningInternship(models.Model):
    """An internship that the candidate is in already, with its minutes a week (R-REC-07)."""

    candidacy = models.ForeignKey(
        "internships.Candidacy", models.CASCADE, related_name="running_internships"
    )
    host = models.CharField(_("host"), max_length=200)
    weekly_minutes = models.PositiveSmallIntegerField(_("weekly minutes"))
    last_day = models.DateField(_("last day"))

    class Meta:
        verbose_name = _("internship under way")
        verbose_name_plural = _("internships under way")
        ordering = ["id"]

    def __str__(self):
        return self.host


@pghistory.track()
class CandidacyGround(models.Model):
    """One reason against a candidacy, with what the candidate says and the answer (PRE-05)."""

    candidacy = models.ForeignKey(
        "internships.Candidacy", models.CASCADE, related_name="refusal_grounds"
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

    # An exclusion is not annulled: the candidate applies again.
    is_past = False

    class Meta:
        verbose_name = _("reason against a candidacy")
        verbose_name_plural = _("reasons against a candidacy")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="candidacy_ground_says_why"),
            models.CheckConstraint(
                condition=Q(from_observations=False) | Q(told_at__isnull=True),
                name="candidacy_ground_from_observations_was_not_told",
            ),
        ]

    def __str__(self):
        return self.text[:60]
