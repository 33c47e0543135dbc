import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, FSMModelMixin, transition

from accounting import permissions
from accounting.models.payments import money
from parties import moment


class RecoveryState(models.TextChoices):
    """Where a sum that is asked back stands (REV-13, REV-14)."""

    OPEN = "open", _("Asked back")
    INSTALMENTS = "instalments", _("In instalments")
    SETTLED = "settled", _("Returned")
    ROLL = "roll", _("On the roll")


class RecoveryQuerySet(models.QuerySet):
    """Every list of recoveries starts here."""

    def for_pages(self):
        """Add what lists and pages read of case and call, receipts and plan."""
        return self.select_related("case__call", "case__applicant").prefetch_related(
            "receipts", "instalments"
        )


@pghistory.track()
class Recovery(FSMModelMixin, models.Model):
    """What a beneficiary has to give back after a revocation, with one rate fixed by its act; EUR (REV-07)."""

    number = models.CharField(_("recovery number"), max_length=20, unique=True)
    case = models.ForeignKey("workflows.Case", models.PROTECT, related_name="recoveries")
    state = FSMField(
        _("state"),
        max_length=11,
        choices=RecoveryState.choices,
        default=RecoveryState.OPEN,
        protected=True,
    )
    debtor = models.CharField(_("debtor"), max_length=200)
    tax_code = models.CharField(_("tax code"), max_length=16)
    cause = models.CharField(_("cause"), max_length=300)
    act_on = models.DateField(_("date of the act"))
    principal = money(_("sum to be returned"))
    rate_percent = models.DecimalField(_("rate in percent"), max_digits=5, decimal_places=2)
    surcharge = models.DecimalField(
        _("of which surcharge"), max_digits=5, decimal_places=2, default=0
    )
    since = models.DateField(_("interest from"))
    due_on = models.DateField(_("to be returned by"))
    planned_on = models.DateField(_("instalments from"), null=True, blank=True)
    plan_reason = models.CharField(_("why in instalments"), max_length=1000, blank=True)
    roll_on = models.DateField(_("enrolled on"), null=True, blank=True)
    roll_reference = models.CharField(_("list of the roll"), max_length=60, blank=True)
    settled_on = models.DateField(_("returned on"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = RecoveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("recovery")
        verbose_name_plural = _("recoveries")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(principal__gt=0, rate_percent__gte=F("surcharge"), surcharge__gte=0),
                name="recovery_of_something_at_a_rate",
            ),
            models.CheckConstraint(
                condition=Q(act_on__gte=F("since"), due_on__gte=F("act_on")),
                name="recovery_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(state__in=RecoveryState.values), name="recovery_state_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(state="roll") | (Q(roll_on__isnull=False) & ~Q(roll_reference="")),
                name="recovery_on_the_roll_says_where",
            ),
            models.CheckConstraint(
                condition=~Q(state="instalments")
                | (Q(planned_on__isnull=False) & ~Q(plan_reason="")),
                name="recovery_in_instalments_says_why",
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=~Q(state="settled"),
                name="recovery_one_open_per_case",
            ),
        ]

    def __str__(self):
        return self.number

    @transition(
        state,
        source=RecoveryState.OPEN,
        target=RecoveryState.INSTALMENTS,
        permission=permissions.may_recover,
    )
    def plan(self, by, *, on, reason):
        """Let it be returned in instalments, by a reasoned act."""
        self.planned_on, self.plan_reason = on, reason

    @transition(
        state,
        source=[RecoveryState.OPEN, RecoveryState.INSTALMENTS, RecoveryState.ROLL],
        target=RecoveryState.SETTLED,
        permission=permissions.may_recover,
    )
    def settle(self, by, *, on):
        """All has come back."""
        self.settled_on = on

    @transition(
        state,
        source=[RecoveryState.OPEN, RecoveryState.INSTALMENTS],
        target=RecoveryState.ROLL,
        permission=permissions.may_recover,
    )
    def enrol(self, by, *, on, reference):
        """Hand the credit over to the collector."""
        self.roll_on, self.roll_reference = on, reference


class RecoveryInstalment(models.Model):
    """One payment of a plan; amounts in EUR."""

    recovery = models.ForeignKey(Recovery, models.PROTECT, related_name="instalments")
    number = models.PositiveSmallIntegerField(_("number"))
    due_on = models.DateField(_("due on"))
    capital = money(_("capital"))
    interest = money(_("interest"))

    class Meta:
        verbose_name = _("instalment")
        verbose_name_plural = _("instalments")
        ordering = ["recovery", "number"]
        constraints = [
            models.UniqueConstraint(fields=["recovery", "number"], name="instalment_number_once"),
            models.CheckConstraint(
                condition=Q(capital__gt=0, interest__gte=0), name="instalment_of_something"
            ),
        ]

    def __str__(self):
        return f"{self.recovery} {self.number}"


class RecoveryReceipt(models.Model):
    """What came back on a day, and how it was counted; EUR. Never changed."""

    recovery = models.ForeignKey(Recovery, models.PROTECT, related_name="receipts")
    on = models.DateField(_("received on"))
    amount = money(_("amount"))
    interest = money(_("of which interest"))
    capital = money(_("of which capital"))
    reference = models.CharField(_("collection order"), max_length=60)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        verbose_name = _("receipt of a recovery")
        verbose_name_plural = _("receipts of recoveries")
        ordering = ["on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0, amount=F("interest") + F("capital")),
                name="receipt_parts_are_the_amount",
            ),
            models.UniqueConstraint(
                fields=["recovery", "reference"], name="receipt_reference_once"
            ),
        ]

    def __str__(self):
        return f"{self.recovery} {self.on:%d/%m/%Y}"
