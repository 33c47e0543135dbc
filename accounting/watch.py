"""What the daily round asks of the money: each pot is what its entries add up to, each grant is there."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db.models import Case as When
from django.db.models import DecimalField, F, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models import When as Is
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounting.models import LedgerEntry, Pot, Recovery, RecoveryReceipt
from accounting.queries import budgets
from accounting.reconciliation import ledger_checks, value_of
from ui.formats import euro
from workflows.kinds import kinds
from workflows.models import Case
from workflows.watch import Finding, Group, Severity, register_check

BATCH = 2000
MONEY = DecimalField(max_digits=14, decimal_places=2)
NOTHING = Value(Decimal("0.00"), output_field=MONEY)
# What was granted may since have been paid, or saved where the spend was lower (AMT-05).
GRANTED_ONCE = (Pot.GRANTED, Pot.PAID, Pot.ECONOMIES)


def pots() -> Iterator[Finding]:
    """Yield balances that are not the sum of their entries (ACC-04)."""
    for check in ledger_checks(budgets()):
        if check.left != check.right:
            yield Finding(
                _(
                    "Call {call}, {pot}: the balance says {balance}, the entries add up to "
                    "{entries}."
                ).format(
                    call=check.call,
                    pot=check.check.lower(),
                    balance=euro(value_of(check.left)),
                    entries=euro(value_of(check.right)),
                ),
                reverse("accounting:budget", args=[check.call]),
                Severity.URGENT,
            )


def grants() -> Iterator[Finding]:
    """Yield cases for which the ledger holds another amount than their status says.

    Each kind of case names the statuses in which money is held for it (`Kind.holds`); in all
    others there is none.
    """
    for pot, holders in ((Pot.RESERVED, (Pot.RESERVED,)), (Pot.GRANTED, GRANTED_ONCE)):
        for case in _differing(pot, holders).iterator(BATCH):
            yield Finding(
                _(
                    "Case {number}: by its status {due} should be in the pot “{pot}”, the ledger "
                    "says {held}."
                ).format(
                    number=case["number"],
                    due=euro(case["due"]),
                    held=euro(case["held"]),
                    pot=pot.label,
                ),
                reverse("workflows:office_case", args=[case["pk"]]),
                Severity.URGENT,
            )


def _differing(pot: Pot, holders: tuple[Pot, ...]) -> QuerySet:
    holding = Q(pk__in=[])
    for kind in kinds():
        statuses = [status for status, where in kind.holds.items() if where == pot]
        holding |= Q(kind=kind.code, status__in=statuses)
    cases = Case.objects.filter(submitted_at__isnull=False).annotate(
        held=Coalesce(Subquery(_held(holders)), NOTHING),
        due=Coalesce(
            When(Is(holding, then=F("amount")), default=NOTHING, output_field=MONEY), NOTHING
        )
        + (_asked_back() if pot == Pot.GRANTED else NOTHING),
    )
    return cases.exclude(held=F("due")).order_by("pk").values("pk", "number", "held", "due")


def _asked_back() -> Any:
    """Return, in EUR, what was paid for a case, is asked back and has not come yet (REV-07)."""
    asked = Recovery.objects.filter(case=OuterRef("pk")).order_by()
    came = RecoveryReceipt.objects.filter(recovery__case=OuterRef("pk")).order_by()
    return Coalesce(
        Subquery(asked.values("case").annotate(sum=Sum("principal")).values("sum")), NOTHING
    ) - Coalesce(
        Subquery(came.values("recovery__case").annotate(sum=Sum("capital")).values("sum")), NOTHING
    )


def _held(holders: tuple[Pot, ...]) -> QuerySet:
    """Sum, in EUR, what the entries of a case have left in some pots."""
    comes, goes = Q(target__in=holders), Q(source__in=holders)
    moved = When(
        Is(comes & ~goes, then=F("amount")),
        Is(goes & ~comes, then=-F("amount")),
        default=NOTHING,
        output_field=MONEY,
    )
    entries = LedgerEntry.objects.filter(case=OuterRef("pk")).order_by()
    return entries.values("case").annotate(held=Sum(moved)).values("held")


def register() -> None:
    """Make these checks known."""
    register_check(
        "pots",
        gettext_lazy("Balances against the entries of the ledger"),
        pots,
        group=Group.BOOKS,
        advice=gettext_lazy(
            "Let nobody decide on grants of this call until whoever maintains the site has found "
            "out which of the two is right."
        ),
    )
    register_check(
        "ledger_of_cases",
        gettext_lazy("Ledger against grants and offers"),
        grants,
        group=Group.BOOKS,
        advice=gettext_lazy(
            "Compare the case with the moves of its call: a decision was taken without its money, "
            "or money was moved without a decision. Tell the accountant."
        ),
    )
