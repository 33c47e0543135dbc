"""How a payment is told on its page: the steps from gross to net, and whom it goes to."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from accounting.models import Payment
from ui.formats import short_date


@dataclass(frozen=True)
class Line:
    """One step: its words, what it is in EUR, its rule, and a remark."""

    label: str
    amount: Decimal
    rule: str
    hint: str = ""


def steps_of(payment: Payment) -> list[Line]:
    """Return the way from gross to net (PAY-20); what takes nothing is left out, the tax is not."""
    rate = f"{payment.rate_percent.normalize():f}%".replace(".", ",")
    institutes = (
        ("INPS", payment.inps),
        ("INAIL", payment.inail),
        (_("Building workers' fund"), payment.building_fund),
    )
    taxed = rate if payment.withheld else payment.why_no_tax
    lines = [
        Line(_("Gross contribution"), payment.gross, "AMT-05"),
        Line(_("Withheld tax"), -payment.withheld, "TAX-01", taxed),
        *(Line(name, -amount, "PAY-03") for name, amount in institutes if amount),
    ]
    if payment.suspended:
        lines.append(Line(_("Suspended under art. 48-bis"), -payment.suspended, "PAY-05"))
    if payment.collector:
        lines.append(Line(_("To the collector by its order"), -payment.collector, "PAY-05"))
    return [*lines, Line(_("Net to the beneficiary"), payment.net, "PAY-20")]


def facts_of(payment: Payment) -> list[dict[str, Any]]:
    """Return whom a payment goes to, where to and on which acts, for `partials/_facts.html`."""
    act = f"{payment.act_number}, {short_date(payment.act_date)}" if payment.act_date else ""
    told = (
        (_("Account holder"), f"{payment.holder} ({payment.holder_code})"),
        ("IBAN", payment.iban),
        ("CUP", payment.cup),
        (_("Purpose of the transfer"), payment.purpose),
        (
            _("Accounts approved by"),
            f"{payment.report_act}, {short_date(payment.report_on)}",
        ),
        (_("Liquidation act"), act),
        (_("Paid on"), short_date(payment.paid_on) if payment.paid_on else ""),
    )
    return [{"label": label, "value": value, "hint": ""} for label, value in told]
