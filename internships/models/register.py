import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from internships.models.statuses import MonthStatus
from internships.rules.attendance import Absence, Interval, Row

FILLABLE = [MonthStatus.OPEN, MonthStatus.REJECTED]


@pghistory.track()
class Month(models.Model):
    """A month of the register: from the day of the month on which the internship began (R-IND-11).

    The first begins with the first day, the last ends with the last one; its status is protected
    and moves through the transitions below alone.
    """

    internship = models.ForeignKey("internships.Internship", models.CASCADE, related_name="months")
    number = models.PositiveSmallIntegerField(_("month"))
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    status = FSMField(
        _("status"),
        max_length=9,
        default=MonthStatus.OPEN,
        choices=MonthStatus.choices,
        protected=True,
    )
    note = models.TextField(_("note"), blank=True)
    filled_at = models.DateTimeField(_("filled in at"), null=True, blank=True)
    validated_at = models.DateTimeField(_("validated at"), null=True, blank=True)
    verified_at = models.DateTimeField(_("checked at"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    # When whoever has it was reminded of it (M01).
    reminded_on = models.DateField(_("reminded on"), null=True, blank=True)
    # What the month asked for and what was done, once it is closed (R-ATT-03).
    planned_minutes = models.PositiveIntegerField(_("planned minutes"), null=True, blank=True)
    done_minutes = models.PositiveIntegerField(_("minutes done"), null=True, blank=True)

    class Meta:
        verbose_name = _("month of the register")
        verbose_name_plural = _("months of the register")
        ordering = ["internship_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["internship", "number"], name="month_once"),
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="month_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=~Q(status="closed")
                | Q(
                    closed_at__isnull=False,
                    planned_minutes__isnull=False,
                    done_minutes__isnull=False,
                ),
                name="month_closed_says_what_was_done",
            ),
        ]

    def __str__(self):
        return f"{self.first_day} – {self.last_day}"

    @transition(field="status", source=FILLABLE, target=MonthStatus.FILLED)
    def fill(self, *, at):
        """Hand the month in: the intern has written it."""
        self.filled_at = at

    @transition(field="status", source=MonthStatus.FILLED, target=MonthStatus.VALIDATED)
    def validate(self, *, at):
        """Confirm it: the tutor of the host was there."""
        self.validated_at = at

    @transition(field="status", source=MonthStatus.VALIDATED, target=MonthStatus.VERIFIED)
    def verify(self, *, at):
        """Check it for the promoter."""
        self.verified_at = at

    @transition(
        field="status",
        source=[MonthStatus.FILLED, MonthStatus.VALIDATED],
        target=MonthStatus.REJECTED,
    )
    def reject(self, *, note):
        """Send it back to the intern, saying what is wrong."""
        self.note = note
        self.filled_at = self.validated_at = None

    @transition(field="status", source=MonthStatus.VERIFIED, target=MonthStatus.CLOSED)
    def close(self, *, at, planned_minutes, done_minutes):
        """Close it with what was planned and done; from here on nothing in it changes."""
        self.closed_at = at
        self.planned_minutes, self.done_minutes = planned_minutes, done_minutes


@pghistory.track()
class Day(models.Model):
    """A day of the register (form 4.5); work in minutes."""

    class Mode(models.TextChoices):
        """Where the intern was."""

        PRESENCE = "presence", _("At the host")
        REMOTE = "remote", _("At a distance")
        TRIP = "trip", _("On a trip")

    class Absence(models.TextChoices):
        """Why they were not there, as the register writes it."""

        ILLNESS = Absence.ILLNESS.value, _("Illness")
        LEAVE = Absence.LEAVE.value, _("Leave")
        VISIT = Absence.VISIT.value, _("Medical visit")
        INJURY = Absence.INJURY.value, _("Injury")
        HOLIDAY = Absence.HOLIDAY.value, _("Public holiday")
        CLOSURE = Absence.CLOSURE.value, _("Host closed")
        SUSPENSION = Absence.SUSPENSION.value, _("Suspension")
        UNEXPLAINED = Absence.UNEXPLAINED.value, _("Without a reason")

    month = models.ForeignKey(Month, models.CASCADE, related_name="days")
    day = models.DateField(_("day"))
    planned_minutes = models.PositiveSmallIntegerField(_("planned minutes"), default=0)
    done_minutes = models.PositiveSmallIntegerField(_("minutes done"), default=0)
    in_1 = models.TimeField(_("in"), null=True, blank=True)
    out_1 = models.TimeField(_("out"), null=True, blank=True)
    in_2 = models.TimeField(_("in again"), null=True, blank=True)
    out_2 = models.TimeField(_("out again"), null=True, blank=True)
    mode = models.CharField(_("where"), max_length=8, choices=Mode.choices, default=Mode.PRESENCE)
    absence = models.CharField(_("absence"), max_length=3, choices=Absence.choices, blank=True)
    activity = models.ForeignKey(
        "internships.PlanActivity", models.SET_NULL, null=True, blank=True, related_name="days"
    )
    note = models.TextField(_("what was done"), blank=True)
    explained = models.TextField(_("why more than planned"), blank=True)
    trainee_signed_at = models.DateTimeField(_("signed by the intern at"), null=True, blank=True)
    tutor_signed_at = models.DateTimeField(_("signed by the tutor at"), null=True, blank=True)
    tutor_signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("day of the register")
        verbose_name_plural = _("days of the register")
        ordering = ["day", "id"]
        constraints = [
            models.UniqueConstraint(fields=["month", "day"], name="day_once_in_month"),
            models.CheckConstraint(
                condition=Q(tutor_signed_at__isnull=True)
                | Q(tutor_signed_at__gte=F("trainee_signed_at")),
                name="day_tutor_signs_after_intern",
            ),
        ]

    def __str__(self):
        return str(self.day)

    @property
    def intervals(self) -> tuple[Interval, ...]:
        """The times in which the intern was there."""
        pairs = ((self.in_1, self.out_1), (self.in_2, self.out_2))
        return tuple((one, other) for one, other in pairs if one and other)

    @property
    def plain(self) -> Row:
        """The day as the rules take it."""
        return Row(
            day=self.day,
            planned=self.planned_minutes,
            done=self.done_minutes,
            intervals=self.intervals,
            absence=Absence(self.absence) if self.absence else None,
            is_remote=self.mode == self.Mode.REMOTE,
            explained=self.explained,
        )


@pghistory.track()
class AllowanceDue(models.Model):
    """What a closed month is worth, in EUR before tax, with the rule that said so (R-IND-06..08).

    The amount is empty where a person has yet to decide (R-IND-08).
    """

    month = models.OneToOneField(Month, models.PROTECT, related_name="allowance")
    amount = models.DecimalField(
        _("amount due"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    rule = models.CharField(_("rule"), max_length=20)
    outcome = models.JSONField(_("what the rule said"), default=dict)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_because = models.TextField(_("why so much"), blank=True)
    due_on = models.DateField(_("to be paid by"), null=True, blank=True)
    reminded_on = models.DateField(_("reminded on"), null=True, blank=True)
    paid_amount = models.DecimalField(
        _("amount paid"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    paid_on = models.DateField(_("paid on"), null=True, blank=True)
    reference = models.CharField(_("payment reference"), max_length=140, blank=True)
    proof = models.ForeignKey(
        "workflows.Document", models.PROTECT, null=True, blank=True, related_name="allowances"
    )

    class Meta:
        verbose_name = _("allowance of a month")
        verbose_name_plural = _("allowances of months")
        ordering = ["month_id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(paid_on__isnull=True, paid_amount__isnull=True)
                | Q(paid_on__isnull=False, paid_amount__isnull=False),
                name="allowance_paid_has_day_and_amount",
            ),
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gte=0),
                name="allowance_is_not_negative",
            ),
        ]

    def __str__(self):
        return str(self.month)

    @property
    def waits(self) -> bool:
        """Whether something is due and its payment not yet proven."""
        return bool(self.amount) and self.paid_on is None

    def is_late(self, day) -> bool:
        """Tell whether its term is over on a day and it is still to be paid (R-SAN-01)."""
        return self.waits and self.due_on is not None and self.due_on < day
