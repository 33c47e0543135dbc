import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django_fsm import transition

from grants import changing, permissions
from grants.models.statuses import CHANGING, Status
from parties import moment
from workflows.engine import met
from workflows.examination import against, told

DECIDABLE = [Status.CHANGE_ASKED, Status.CHANGE_HEARD]


class Changed(models.Model):
    """The moves by which a grant that runs is changed: asked for, authorised or not (REV-02, REV-03).

    Reasons against it are told and heard by the moves of every examination (PRE-01, PRE-02), which
    here begin and end in two places.
    """

    class Meta:
        abstract = True

    @property
    def change_at_hand(self):
        """The change that is asked for now, or None; a case that changes nothing asks nobody."""
        return changing.open_change(self) if self.status in CHANGING else None

    @transition(
        field="status",
        source=Status.GRANTED,
        target=Status.CHANGE_ASKED,
        conditions=[met(changing.asking_outcomes)],
        permission=permissions.is_applicant,
        custom={"reopens": True, "starts_flow": "change_start"},
    )
    def ask_change(self, by, *, due_on):
        """Ask to change space, period or spend, for more time, or to stand still, saying why."""
        self.due_on = due_on

    @transition(
        field="status",
        source=Status.UNDER_EXAMINATION,
        target=Status.REFUSAL_NOTICE,
        conditions=[met(against.notice_outcomes)],
        permission=permissions.may_propose,
    )
    @transition(
        field="status",
        source=Status.CHANGE_ASKED,
        target=Status.CHANGE_NOTICE,
        conditions=[met(against.notice_outcomes)],
        permission=permissions.may_decide_change,
    )
    def give_refusal_notice(self, by, *, due_on):
        """Tell every reason against the application, or the change, before any refusal (PRE-01)."""
        self.due_on = due_on

    @transition(
        field="status",
        source=Status.REFUSAL_NOTICE,
        target=Status.OBSERVATIONS_RECEIVED,
        conditions=[met(told.observations_told)],
        permission=permissions.may_send,
    )
    @transition(
        field="status",
        source=Status.CHANGE_NOTICE,
        target=Status.CHANGE_HEARD,
        conditions=[met(told.observations_told)],
        permission=permissions.may_send,
    )
    def file_observations(self, by, *, due_on):
        """Answer the reasons against (PRE-02)."""
        self.due_on = due_on

    @transition(
        field="status",
        source=Status.REFUSAL_NOTICE,
        target=Status.OBSERVATIONS_RECEIVED,
        conditions=[met(told.observation_term_outcomes)],
        permission=permissions.is_clock_or_examiner,
    )
    @transition(
        field="status",
        source=Status.CHANGE_NOTICE,
        target=Status.CHANGE_HEARD,
        conditions=[met(told.observation_term_outcomes)],
        permission=permissions.is_clock_or_examiner,
    )
    def close_observations(self, by, *, due_on):
        """Go on without observations, once their term has passed (PRE-03)."""
        self.due_on = due_on

    @transition(
        field="status",
        source=DECIDABLE,
        target=Status.GRANTED,
        conditions=[met(changing.authorising_outcomes)],
        permission=permissions.may_decide_change,
        custom={"closes": True},
    )
    def authorise_change(self, by, **changed):
        """Change what was asked for; the contribution is never raised by it (REV-02)."""
        for name, value in changed.items():
            setattr(self, name, value)
        self.due_on = None

    @transition(
        field="status",
        source=DECIDABLE,
        target=Status.GRANTED,
        conditions=[met(against.refusal_outcomes)],
        permission=permissions.may_decide_change,
        custom={"closes": True},
    )
    def refuse_change(self, by):
        """Leave the grant as it is, for reasons that were told and heard (PRE-01, PRE-05)."""
        self.due_on = None

    @transition(
        field="status",
        source=CHANGING,
        target=Status.GRANTED,
        permission=permissions.is_applicant,
        custom={"closes": True, "ends_flow": True},
    )
    def take_change_back(self, by):
        """Leave the grant as it is: the beneficiary asks for nothing any more."""
        self.due_on = None


@pghistory.track()
class Change(models.Model):
    """What a beneficiary asks to change in a grant, and what became of it; EUR (REV-02, REV-03)."""

    class Kind(models.TextChoices):
        """What is to change."""

        SPACE = "space", _("Another space")
        PERIOD = "period", _("Another period")
        BUDGET = "budget", _("Another division of the spend")
        EXTENSION = "extension", _("More time for the report")
        SUSPENSION = "suspension", _("Standing still for some days")

    class State(models.TextChoices):
        """Where the request stands."""

        ASKED = "asked", _("Asked for")
        AUTHORISED = "authorised", _("Authorised")
        REFUSED = "refused", _("Not authorised")
        TAKEN_BACK = "taken_back", _("Taken back")

    contribution = models.ForeignKey(
        "grants.RentContribution", models.PROTECT, related_name="changes"
    )
    kind = models.CharField(_("what changes"), max_length=10, choices=Kind.choices)
    reason = models.TextField(_("why"), max_length=4000)
    space = models.ForeignKey(
        "coworking_registry.Space", models.PROTECT, related_name="+", null=True, blank=True
    )
    space_before = models.ForeignKey(
        "coworking_registry.Space", models.PROTECT, related_name="+", null=True, blank=True
    )
    first_day = models.DateField(_("first day"), null=True, blank=True)
    last_day = models.DateField(_("last day"), null=True, blank=True)
    report_until = models.DateField(_("report by"), null=True, blank=True)
    # What the letter compares: what, as it was, as asked.
    rows = models.JSONField(default=list)
    asked_on = models.DateField(_("asked on"), default=moment.today)
    protocol = models.OneToOneField(
        "workflows.ProtocolEntry", models.PROTECT, related_name="+", null=True, blank=True
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.ASKED)
    amount_before = models.DecimalField(
        _("contribution before"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    amount_after = models.DecimalField(
        _("contribution after"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    words = models.TextField(_("reasons of the decision"), max_length=4000, blank=True)

    class Meta:
        verbose_name = _("change of a grant")
        verbose_name_plural = _("changes of grants")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="change_says_why"),
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")),
                name="change_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(amount_after__isnull=True)
                | Q(amount_after__gt=0, amount_after__lte=F("amount_before")),
                name="change_never_raises",
            ),
            models.CheckConstraint(
                condition=Q(state="asked", decided_at__isnull=True)
                | (~Q(state="asked") & Q(decided_at__isnull=False)),
                name="change_decided_has_its_instant",
            ),
            models.UniqueConstraint(
                fields=["contribution"],
                condition=Q(state="asked"),
                name="change_one_request_at_a_time",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.asked_on:%d/%m/%Y}"

    @property
    def is_extension(self) -> bool:
        """Whether it moves a term and nothing else."""
        return self.kind == self.Kind.EXTENSION


class ChangedLine(models.Model):
    """What a line of the spend would come to after a change; EUR."""

    change = models.ForeignKey(Change, models.CASCADE, related_name="lines")
    line = models.ForeignKey("grants.SpendLine", models.PROTECT, related_name="+")
    amount = models.DecimalField(_("spend admitted"), max_digits=12, decimal_places=2)

    class Meta:
        verbose_name = _("changed line of spend")
        verbose_name_plural = _("changed lines of spend")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=0), name="changed_line_not_negative"),
            models.UniqueConstraint(fields=["change", "line"], name="changed_line_once"),
        ]

    def __str__(self):
        return f"{self.line_id} {self.amount}"
