import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from grants.rules import expenses as rules

NOTHING = 0


def _money(label, **options) -> models.DecimalField:
    return models.DecimalField(label, max_digits=12, decimal_places=2, **options)


class Means(models.TextChoices):
    """How an invoice was paid (AMT-03)."""

    TRANSFER = rules.Means.TRANSFER.value, _("Bank transfer")
    DIRECT_DEBIT = rules.Means.DIRECT_DEBIT.value, _("Direct debit")
    CARD = rules.Means.CARD.value, _("Payment card")
    RECEIPT_ORDER = rules.Means.RECEIPT_ORDER.value, _("Bank receipt order (Ri.Ba.)")
    CHEQUE = rules.Means.CHEQUE.value, _("Cheque")
    CASH = rules.Means.CASH.value, _("Cash")
    COMPENSATION = rules.Means.COMPENSATION.value, _("Compensation between invoices")


@pghistory.track()
class ExpenseReport(models.Model):
    """What a beneficiary has really spent, and what the office admits of it in the end (AMT-05); EUR."""

    class Result(models.TextChoices):
        """What became of the grant."""

        WHOLE = "whole", _("Confirmed")
        LOWERED = "lowered", _("Lowered")
        FORFEITED = "forfeited", _("Under the least spend")

    contribution = models.OneToOneField(
        "grants.RentContribution", models.PROTECT, related_name="report"
    )
    activity = models.TextField(_("what was done"), max_length=6000, blank=True)
    is_commercial = models.BooleanField(_("commercial activity"), null=True, blank=True)
    capital_spend = _money(_("of which capital goods"), default=NOTHING)
    other_aid = models.BooleanField(_("other contributions on the same spend"), default=False)
    other_aid_detail = models.TextField(_("which contributions"), max_length=1000, blank=True)
    filed_at = models.DateTimeField(_("filed at"), null=True, blank=True)
    protocol = models.OneToOneField(
        "workflows.ProtocolEntry", models.PROTECT, related_name="+", null=True, blank=True
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    result = models.CharField(_("result"), max_length=9, choices=Result.choices, blank=True)
    granted = _money(_("contribution granted"), null=True, blank=True)
    planned = _money(_("spend admitted by the grant"), null=True, blank=True)
    spend = _money(_("spend admitted in the end"), null=True, blank=True)
    final = _money(_("contribution due in the end"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("report of expenses")
        verbose_name_plural = _("reports of expenses")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(filed_at__isnull=True, protocol__isnull=True)
                | Q(filed_at__isnull=False, protocol__isnull=False),
                name="report_filed_has_a_protocol",
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, result="", final__isnull=True)
                | (
                    Q(
                        decided_at__isnull=False,
                        filed_at__isnull=False,
                        final__gte=0,
                        spend__gte=0,
                        planned__gt=0,
                        granted__gte=F("final"),
                    )
                    & ~Q(result="")
                ),
                name="report_decided_has_amounts",
            ),
            models.CheckConstraint(
                condition=~Q(result="whole") | Q(final=F("granted")),
                name="report_whole_is_the_grant",
            ),
            models.CheckConstraint(
                condition=~Q(result="forfeited") | Q(final=0), name="report_forfeited_is_nothing"
            ),
            models.CheckConstraint(
                condition=Q(capital_spend__gte=0), name="report_capital_not_negative"
            ),
        ]

    def __str__(self):
        return f"{self.contribution_id}"

    @property
    def freed(self):
        """What the final amount leaves of the grant, in EUR."""
        return self.granted - self.final


@pghistory.track()
class Expense(models.Model):
    """One invoice, or credit note, of a report with its payment; amounts in its own currency."""

    report = models.ForeignKey(ExpenseReport, models.CASCADE, related_name="expenses")
    supplier_name = models.CharField(_("supplier"), max_length=200)
    supplier = models.CharField(_("VAT number or tax code of the supplier"), max_length=28)
    number = models.CharField(_("number of the invoice"), max_length=40)
    issued_on = models.DateField(_("date of the invoice"))
    net = _money(_("net amount"))
    vat = _money(_("VAT"), default=NOTHING)
    claimed = _money(_("amount claimed"))
    currency = models.CharField(_("currency"), max_length=3, default="EUR")
    credits = models.CharField(_("invoice that it lowers"), max_length=40, blank=True)
    paid_on = models.DateField(_("paid on"), null=True, blank=True)
    means = models.CharField(_("how it was paid"), max_length=13, choices=Means.choices, blank=True)
    reference = models.CharField(_("reference of the payment"), max_length=60, blank=True)
    cup = models.CharField(_("CUP on the invoice"), max_length=15, blank=True)
    cup_explained = models.CharField(_("why it bears no CUP"), max_length=300, blank=True)
    invoice = models.ForeignKey(
        "workflows.Document", models.PROTECT, related_name="+", null=True, blank=True
    )
    proof = models.ForeignKey(
        "workflows.Document", models.PROTECT, related_name="+", null=True, blank=True
    )
    # What makes an invoice this one, whatever its spelling (EXP-02; `rules.expenses.identity`).
    key_supplier = models.CharField(max_length=28, editable=False)
    key_number = models.CharField(max_length=80, editable=False)
    key_year = models.PositiveSmallIntegerField(editable=False)
    # From the filing of its report on it can be used nowhere else.
    counts = models.BooleanField(default=False, editable=False)
    admitted = _money(_("amount admitted"), null=True, blank=True)
    cut_reason = models.CharField(_("reason of the cut"), max_length=400, blank=True)

    class Meta:
        verbose_name = _("expense")
        verbose_name_plural = _("expenses")
        ordering = ["issued_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["key_supplier", "key_number", "key_year"],
                condition=Q(counts=True),
                name="expense_counts_once",
            ),
            models.UniqueConstraint(
                fields=["report", "key_supplier", "key_number", "key_year"],
                name="expense_once_in_a_report",
            ),
            models.CheckConstraint(
                condition=Q(net__gte=0, vat__gte=0, claimed__gte=0),
                name="expense_amounts_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(credits="") | Q(claimed=0), name="expense_credit_note_claims_nothing"
            ),
            models.CheckConstraint(
                condition=Q(admitted__isnull=True)
                | Q(admitted__gte=0, admitted=F("claimed"))
                | (Q(admitted__gte=0, admitted__lt=F("claimed")) & ~Q(cut_reason="")),
                name="expense_cut_says_why",
            ),
        ]

    def __str__(self):
        return f"{self.supplier_name} {self.number}"

    @property
    def plain(self) -> rules.Expense:
        """The expense as the rules take it."""
        return rules.Expense(
            supplier=self.supplier,
            number=self.number,
            issued_on=self.issued_on,
            net=self.net,
            vat=self.vat,
            claimed=self.claimed,
            paid_on=self.paid_on,
            means=rules.Means(self.means) if self.means else None,
            reference=self.reference,
            cup=self.cup,
            cup_explained=self.cup_explained,
            currency=self.currency,
            credits=self.credits,
        )
