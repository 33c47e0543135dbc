import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from internships.rules.promoters import PromoterType
from parties.validators import validate_person_tax_code


class PromoterKind(models.TextChoices):
    """By which title a body promotes (R-PRO-01)."""

    SCHOOL = PromoterType.SCHOOL.value, _("School or higher technical institute")
    UNIVERSITY = PromoterType.UNIVERSITY.value, _("University")
    TRAINING = PromoterType.TRAINING.value, _("Body accredited for vocational training")
    JOB_CENTRE = PromoterType.JOB_CENTRE.value, _("Job centre")
    ACCREDITED = PromoterType.ACCREDITED.value, _("Body accredited for employment services")
    AUTHORISED = PromoterType.AUTHORISED.value, _("Body authorised for employment services")
    SOCIAL = PromoterType.SOCIAL.value, _("Therapeutic community or social co-operative")


@pghistory.track()
class Promoter(models.Model):
    """A body that may promote internships, by a title of its own (R-PRO-01, R-PRO-06)."""

    party = models.OneToOneField(
        "parties.Organisation", models.PROTECT, related_name="promoter", verbose_name=_("body")
    )
    kind = models.CharField(_("title"), max_length=10, choices=PromoterKind.choices)
    registration = models.CharField(_("registration"), max_length=80, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    class Meta:
        verbose_name = _("promoter")
        verbose_name_plural = _("promoters")
        ordering = ["party__name", "id"]

    def __str__(self):
        return self.party.name


@pghistory.track()
class Tutor(models.Model):
    """Who follows an intern, for the host or for the promoter; one at a time (R-TUT)."""

    class Side(models.TextChoices):
        """For whom."""

        HOST = "host", _("Host")
        PROMOTER = "promoter", _("Promoter")

    internship = models.ForeignKey("internships.Internship", models.CASCADE, related_name="tutors")
    side = models.CharField(_("for"), max_length=8, choices=Side.choices)
    name = models.CharField(_("name"), max_length=120)
    tax_code = models.CharField(
        _("tax code"), max_length=16, db_index=True, validators=[validate_person_tax_code]
    )
    email = models.EmailField(_("email address"))
    role = models.CharField(_("role"), max_length=120, blank=True)
    years = models.PositiveSmallIntegerField(_("years of experience"), default=0)
    skills = models.TextField(_("skills"), blank=True)
    substitute = models.CharField(_("substitute tutor"), max_length=120, blank=True)
    # The last day, where another has taken their place by an addendum (R-TUT-04).
    ended_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("tutor")
        verbose_name_plural = _("tutors")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["internship", "side"],
                condition=Q(ended_on__isnull=True),
                name="tutor_one_a_side_at_a_time",
            )
        ]

    def __str__(self):
        return self.name
