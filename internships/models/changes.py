import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from internships.rules.dates import days_in
from parties import moment


class Communication(models.Model):
    """A variation told to the employment authorities (R-COB-03)."""

    cob_number = models.CharField(_("number of the communication"), max_length=40, blank=True)
    cob_on = models.DateField(_("communicated on"), null=True, blank=True)

    class Meta:
        abstract = True


@pghistory.track()
class Suspension(Communication):
    """Days in which an internship stands still (R-DUR-12..16). Why stands apart (`PauseReason`)."""

    internship = models.ForeignKey(
        "internships.Internship", models.CASCADE, related_name="suspensions"
    )
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    told_on = models.DateField(_("told on"), default=moment.today)
    returned_on = models.DateField(_("returned on"), null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("suspension")
        verbose_name_plural = _("suspensions")
        ordering = ["first_day", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="suspension_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(returned_on__isnull=True) | Q(returned_on__gt=F("first_day")),
                name="suspension_return_after_first_day",
            ),
        ]

    def __str__(self):
        return f"{self.first_day} – {self.last_day}"

    @property
    def period(self) -> tuple:
        """First and last day."""
        return self.first_day, self.last_day

    @property
    def days(self) -> int:
        """How many days it counts, both ends included."""
        return days_in(self.first_day, self.last_day)


@pghistory.track()
class Extension(Communication):
    """More months for an internship, agreed by an addendum to its plan (R-DUR-07, R-DUR-11)."""

    class State(models.TextChoices):
        """Where the request stands."""

        ASKED = "asked", _("Asked for")
        GRANTED = "granted", _("Authorised")
        REFUSED = "refused", _("Not authorised")

    internship = models.ForeignKey(
        "internships.Internship", models.CASCADE, related_name="extensions"
    )
    months = models.PositiveSmallIntegerField(_("further months"))
    new_end = models.DateField(_("new last day"))
    # The last day before, once it is authorised: the new one is communicated within days of it.
    previous_end = models.DateField(_("last day before"), null=True, blank=True)
    reason = models.TextField(_("reason"))
    asked_on = models.DateField(_("asked on"), default=moment.today)
    state = models.CharField(_("state"), max_length=7, choices=State.choices, default=State.ASKED)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    deed = models.OneToOneField(
        "internships.Deed", models.PROTECT, related_name="extension", null=True, blank=True
    )

    class Meta:
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="asked", decided_at__isnull=True)
                | Q(state__in=["granted", "refused"], decided_at__isnull=False),
                name="extension_decided_has_its_instant",
            ),
            models.UniqueConstraint(
                fields=["internship"],
                condition=Q(state="asked"),
                name="extension_one_request_at_a_time",
            ),
        ]

    def __str__(self):
        return f"{self.months} – {self.new_end}"


@pghistory.track()
class Variation(Communication):
    """A change of hours or tutor, agreed by an addendum to the plan (R-DOC-09)."""

    internship = models.ForeignKey(
        "internships.Internship", models.CASCADE, related_name="variations"
    )
    reason = models.TextField(_("reason"))
    # Planned minutes from Monday on; empty where the hours stay.
    week = ArrayField(
        models.PositiveSmallIntegerField(), size=7, null=True, blank=True, verbose_name=_("hours")
    )
    tutor_name = models.CharField(_("new tutor of the host"), max_length=120, blank=True)
    tutor_tax_code = models.CharField(_("tax code of the tutor"), max_length=16, blank=True)
    tutor_email = models.EmailField(_("email address of the tutor"), blank=True)
    asked_on = models.DateField(_("asked on"), default=moment.today)
    applied_at = models.DateTimeField(_("applied at"), null=True, blank=True)
    deed = models.OneToOneField(
        "internships.Deed", models.PROTECT, related_name="variation", null=True, blank=True
    )

    class Meta:
        verbose_name = _("variation")
        verbose_name_plural = _("variations")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(week__isnull=False) | ~Q(tutor_name=""),
                name="variation_changes_something",
            ),
            models.UniqueConstraint(
                fields=["internship"],
                condition=Q(applied_at__isnull=True),
                name="variation_one_request_at_a_time",
            ),
        ]

    def __str__(self):
        return self.reason
