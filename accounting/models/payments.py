from decimal import Decimal

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_fsm import FSMModelMixin, transition

from accounting import permissions
from parties import moment
from parties.status import StatusField
from parties.validators import validate_iban

NOTHING = Decimal("0.00")


def money(name: str, **options) -> models.DecimalField:
    """Return a field for an amount in EUR."""
    return models.DecimalField(name, max_digits=12, decimal_places=2, **options)


class PaymentState(models.TextChoices):
    """Where a payment stands between the accounts that were approved and the beneficiary's bank."""

    PROPOSED = "proposed", pgettext_lazy("payment", "Proposed")
    LIQUIDATED = "liquidated", _("Liquidated")
    BATCHED = "batched", _("In a payment order")
    SENT = "sent", _("Sent to the bank")
    PAID = "paid", pgettext_lazy("payment", "Paid")
    REFUSED = "refused", _("Refused by the bank")
    RETURNED = "returned", _("Returned by the bank")
    WITHDRAWN = "withdrawn", pgettext_lazy("payment", "Withdrawn")


# Money of the case is still meant for these, or has gone with them.
ALIVE = ("proposed", "liquidated", "batched", "sent", "paid")
LIQUIDATED_ONCE = ("liquidated", "batched", "sent", "paid", "refused", "returned")


class NumberSeries(models.Model):
    """The last number given in a year, of payments or of payment orders."""

    code = models.CharField(max_length=2)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("series of numbers")
        verbose_name_plural = _("series of numbers")
        constraints = [
            models.UniqueConstraint(fields=["code", "year"], name="number_series_once_a_year")
        ]

    def __str__(self):
        return f"{self.code}-{self.year}"


class PaymentQuerySet(models.QuerySet):
    """Every list of payments starts here."""

    def alive(self):
        """Return those that still bind or have used the money of their case."""
        return self.filter(state__in=ALIVE)

    def reached(self):
        """Return those whose beneficiary was paid; a part of some may still go to others."""
        return self.filter(state__in=ALIVE, paid_on__isnull=False)

    def for_pages(self):
        """Add what lists and pages read of case, call and order."""
        return self.select_related("case__call", "case__applicant", "payee", "order")


@pghistory.track()
class Payment(FSMModelMixin, models.Model):
    """What is owed to a beneficiary, from gross to net, in EUR, with whom and where it goes (PAY-20).

    What depends on time stands here as it was when it was proposed: the account, the codes, the
    tax. Its state moves through `accounting.services.moving` alone.
    """

    number = models.CharField(_("payment number"), max_length=20, unique=True)
    case = models.ForeignKey("workflows.Case", models.PROTECT, related_name="payments")
    state = StatusField(
        _("state"),
        max_length=12,
        choices=PaymentState.choices,
        default=PaymentState.PROPOSED,
        protected=True,
    )
    report_act = models.CharField(_("act that approves the accounts"), max_length=120)
    report_on = models.DateField(_("accounts approved on"))
    spend = money(_("spend admitted in the end"))
    freed = money(_("what the final amount frees"), default=NOTHING)
    gross = money(_("gross contribution"))
    not_taxable = money(_("part for capital goods, or not taxable"))
    taxable = money(_("taxable"))
    rate_percent = models.DecimalField(
        _("rate of the withholding"), max_digits=5, decimal_places=2, default=NOTHING
    )
    withheld = money(_("withheld tax"))
    why_no_tax = models.CharField(_("why nothing is withheld"), max_length=120, blank=True)
    inps = money("INPS", default=NOTHING)
    inail = money("INAIL", default=NOTHING)
    building_fund = money(_("building workers' fund"), default=NOTHING)
    suspended = money(_("suspended under art. 48-bis"), default=NOTHING)
    collector = money(_("to the collector under art. 48-bis"), default=NOTHING)
    net = money(_("net to pay"))
    payee = models.ForeignKey(
        "parties.Party", models.PROTECT, related_name="payments", verbose_name=_("beneficiary")
    )
    beneficiary = models.CharField(_("name of the beneficiary"), max_length=200)
    nature = models.CharField(_("nature of the beneficiary"), max_length=4)
    tax_code = models.CharField(_("tax code"), max_length=16)
    vat_number = models.CharField(_("VAT number"), max_length=11, blank=True)
    iban = models.CharField("IBAN", max_length=34, validators=[validate_iban])
    holder = models.CharField(_("account holder"), max_length=140)
    holder_code = models.CharField(_("tax code of the account holder"), max_length=16)
    street = models.CharField(_("street"), max_length=120, blank=True)
    street_number = models.CharField(_("street number"), max_length=12, blank=True)
    postcode = models.CharField(_("postcode"), max_length=5, blank=True)
    municipality = models.CharField(_("municipality"), max_length=80, blank=True)
    province = models.CharField(_("province"), max_length=2, blank=True)
    cup = models.CharField("CUP", max_length=15)
    cor = models.CharField("COR", max_length=12, blank=True)
    is_de_minimis = models.BooleanField(_("de minimis aid, or no aid"), default=True)
    purpose = models.CharField(_("what it is for"), max_length=140)
    act_number = models.CharField(_("number of the liquidation act"), max_length=60, blank=True)
    act_date = models.DateField(_("date of the liquidation act"), null=True, blank=True)
    order = models.ForeignKey(
        "accounting.PaymentOrder", models.PROTECT, related_name="payments", null=True, blank=True
    )
    paid_on = models.DateField(_("paid on"), null=True, blank=True)
    mandate_number = models.CharField(_("payment mandate"), max_length=30, blank=True)
    receipt_number = models.CharField(_("receipt"), max_length=30, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = PaymentQuerySet.as_manager()

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    gross=F("withheld")
                    + F("inps")
                    + F("inail")
                    + F("building_fund")
                    + F("suspended")
                    + F("collector")
                    + F("net")
                ),
                name="payment_parts_are_the_gross",
            ),
            models.CheckConstraint(
                condition=Q(gross=F("not_taxable") + F("taxable")), name="payment_tax_base_is_gross"
            ),
            models.CheckConstraint(
                condition=Q(gross__gt=0, freed__gte=0)
                & Q(
                    **{
                        f"{part}__gte": 0
                        for part in (
                            "withheld",
                            "inps",
                            "inail",
                            "building_fund",
                            "suspended",
                            "collector",
                        )
                    }
                )
                & Q(net__gte=0),
                name="payment_parts_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(state__in=PaymentState.values), name="payment_state_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=LIQUIDATED_ONCE)
                | (~Q(act_number="") & Q(act_date__isnull=False)),
                name="payment_liquidated_by_an_act",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("proposed", "liquidated", "withdrawn"), order__isnull=True)
                | Q(state__in=("batched", "sent", "paid"), order__isnull=False)
                | Q(state__in=("refused", "returned")),
                name="payment_in_an_order_from_then_on",
            ),
            models.CheckConstraint(
                condition=~Q(state="paid") | Q(paid_on__isnull=False),
                name="payment_paid_on_a_day",
            ),
            models.UniqueConstraint(
                fields=["case"], condition=Q(state__in=ALIVE), name="payment_one_alive_per_case"
            ),
        ]

    def __str__(self):
        return self.number

    @property
    def to_institutes(self) -> Decimal:
        """What goes to the institutes in the beneficiary's stead, in EUR (PAY-03)."""
        return self.inps + self.inail + self.building_fund

    @property
    def counted(self) -> Decimal:
        """What the ledger counts as paid of it by now, line by line, in EUR."""
        return sum((line.counts for line in self.lines.all() if line.state == "paid"), NOTHING)

    @transition(
        state,
        source=PaymentState.PROPOSED,
        target=PaymentState.LIQUIDATED,
        permission=permissions.may_liquidate,
    )
    def liquidate(self, by, *, act_number, act_date):
        """Recognise the debt by an act (DPR 254/2005, art. 15)."""
        self.act_number, self.act_date = act_number, act_date

    @transition(
        state,
        source=[PaymentState.PROPOSED, PaymentState.LIQUIDATED],
        target=PaymentState.WITHDRAWN,
        permission=permissions.may_propose,
    )
    def withdraw(self, by):
        """Take it back before it is in an order; the reason stands in its moves."""

    @transition(
        state,
        source=PaymentState.LIQUIDATED,
        target=PaymentState.BATCHED,
        permission=permissions.may_order,
    )
    def put_in(self, by, *, order):
        """Put it into a payment order."""
        self.order = order

    @transition(
        state,
        source=PaymentState.BATCHED,
        target=PaymentState.LIQUIDATED,
        permission=permissions.may_order,
    )
    def take_out(self, by):
        """Take it out of an order that has not left."""
        self.order = None

    @transition(
        state,
        source=PaymentState.BATCHED,
        target=PaymentState.SENT,
        permission=permissions.may_order,
    )
    def send(self, by):
        """It stands in the file for the bank."""

    @transition(
        state,
        source=PaymentState.SENT,
        target=PaymentState.PAID,
        permission=permissions.may_order,
    )
    def note_paid(self, by):
        """The bank has paid every line of it."""

    @transition(
        state,
        source=[PaymentState.SENT, PaymentState.LIQUIDATED],
        target=PaymentState.REFUSED,
        permission=permissions.may_order,
    )
    def note_refused(self, by):
        """The bank has not paid: a new payment may be proposed."""

    @transition(
        state,
        source=[PaymentState.SENT, PaymentState.PAID, PaymentState.LIQUIDATED],
        target=PaymentState.RETURNED,
        permission=permissions.may_order,
    )
    def note_returned(self, by):
        """The money has come back: a new payment may be proposed."""

    @transition(
        state,
        source=[PaymentState.SENT, PaymentState.PAID],
        target=PaymentState.LIQUIDATED,
        permission=permissions.may_order,
    )
    def fall_short(self, by):
        """An institute has not got its part: it is ordered again."""
        self.order = None

    @transition(
        state,
        source=PaymentState.PAID,
        target=PaymentState.LIQUIDATED,
        permission=permissions.may_liquidate,
    )
    def set_free(self, by):
        """What was suspended is divided: it may be ordered."""
        self.order = None


class PaymentMove(models.Model):
    """A line of a payment's history: what was done, by whom, on what the rules had said."""

    payment = models.ForeignKey(Payment, models.PROTECT, related_name="moves")
    name = models.CharField(max_length=20)
    source = models.CharField(max_length=12, blank=True)
    target = models.CharField(max_length=12, choices=PaymentState.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    outcomes = models.JSONField(default=list)

    class Meta:
        verbose_name = _("move of a payment")
        verbose_name_plural = _("moves of payments")
        ordering = ["id"]

    def __str__(self):
        return f"{self.payment} {self.name}"
