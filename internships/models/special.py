import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from internships.rules.duration import Pause
from internships.rules.recipients import Category


class CategoryChoice(models.TextChoices):
    """In which condition somebody is an intern (R-REC-02)."""

    UNEMPLOYED = Category.UNEMPLOYED.value, _("Unemployed")
    INCOME_SUPPORT = Category.INCOME_SUPPORT.value, _("On income support")
    AT_RISK = Category.AT_RISK.value, _("Worker at risk of unemployment")
    EMPLOYED = Category.EMPLOYED.value, _("Employed, looking for another job")
    DISABLED = Category.DISABLED.value, _("Person with a disability (L. 68/1999)")
    DISADVANTAGED = Category.DISADVANTAGED.value, _("Disadvantaged person (L. 381/1991)")
    STUDENT = Category.STUDENT.value, _("Student in the summer holidays")


@pghistory.track()
class Condition(models.Model):
    """What an internship needs to know of the person's condition: health and hardship among it.

    Read with `permissions.may_see_condition` alone: neither letters nor lists read it.
    """

    internship = models.OneToOneField(
        "internships.Internship", models.CASCADE, related_name="condition"
    )
    category = models.CharField(_("category"), max_length=2, choices=CategoryChoice.choices)
    evidence = models.CharField(_("document that proves it"), max_length=200, blank=True)
    evidence_on = models.DateField(_("dated"), null=True, blank=True)
    in_charge = models.BooleanField(_("followed already by the promoter"), default=False)
    income_support = models.BooleanField(_("receives income support"), default=False)
    needs_permit = models.BooleanField(_("needs a permit of stay"), default=False)
    permit_to = models.DateField(_("permit valid to"), null=True, blank=True)
    permit_renewing = models.BooleanField(_("renewal asked for"), default=False)
    # How much help the person needs to find work, 1 to 4: what a promoter gets goes by it (R-PUB-20).
    profile = models.PositiveSmallIntegerField(_("band of help"), null=True, blank=True)
    detail = models.TextField(_("what else there is to know"), blank=True)

    class Meta:
        verbose_name = _("condition of an intern")
        verbose_name_plural = _("conditions of interns")

    def __str__(self):
        return str(self.get_category_display())


@pghistory.track()
class PauseReason(models.Model):
    """Why an internship stands still: may tell of health, hence apart from the suspension (R-DUR-12)."""

    class Kind(models.TextChoices):
        """Which reason."""

        MATERNITY = Pause.MATERNITY.value, _("Maternity")
        ILLNESS = Pause.ILLNESS.value, _("Long illness")
        INJURY = Pause.INJURY.value, _("Injury")
        CLOSURE = Pause.CLOSURE.value, _("The host is closed")

    suspension = models.OneToOneField(
        "internships.Suspension", models.CASCADE, related_name="why", verbose_name=_("suspension")
    )
    kind = models.CharField(_("reason"), max_length=9, choices=Kind.choices)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("reason of a suspension")
        verbose_name_plural = _("reasons of suspensions")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[pause.value for pause in Pause]), name="pause_reason_is_known"
            )
        ]

    def __str__(self):
        return str(self.get_kind_display())
