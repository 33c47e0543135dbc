"""The papers of a year: the certificate of the tax withheld, the statement of the sums received."""

from datetime import date
from decimal import Decimal
from typing import Any

from accounting.models import Payment
from calls.models import Parameter
from grants.letters.dossier import Dossier
from grants.models import RentContribution, YearlyPaper
from grants.rules import euro
from grants.yearly import paid_in
from letters import pdf
from letters.cases.sending import send
from letters.models import Letter
from parties import moment
from parties.models import User
from workflows.terms.italian import italian_date

ACCOUNTS = "L'ufficio ragioneria"
TEMPLATES = {
    YearlyPaper.Kind.CERTIFICATE: "withholding_certificate",
    YearlyPaper.Kind.STATEMENT: "yearly_statement",
}
NOTHING = Decimal("0.00")


def send_yearly_paper(
    kind: str,
    case: RentContribution,
    year: int,
    *,
    by: User,
    replaces: str = "",
) -> Letter:
    """Put the paper of a kind for the beneficiary of a case, about all that was paid to them in a year.

    `replaces` is the protocol number of an earlier one that says less.
    """
    payments = list(
        paid_in(year)
        .filter(tax_code=case.applicant.tax_code, case__call__manager=case.call.manager)
        .select_related("case__call")
        .order_by("paid_on", "pk")
    )
    given = _certificate(payments) if kind == YearlyPaper.Kind.CERTIFICATE else _statement(payments)
    return send(
        case,
        TEMPLATES[YearlyPaper.Kind(kind)],
        by=by,
        role=ACCOUNTS,
        given={
            "certificazione.anno": str(year),
            "certificazione.sostituisce": replaces or None,
            **given,
        },
    )


def _certificate(payments: list[Payment]) -> dict[str, Any]:
    sums = {name: _sum(payments, name) for name in ("gross", "taxable", "withheld")}
    rows = [
        (
            italian_date(one.paid_on) if one.paid_on else "",
            f"{one.case.call.code}, {one.cup}",
            euro(one.gross),
            euro(one.taxable),
            euro(one.withheld),
        )
        for one in payments
    ]
    total = ("Totale", "", *(euro(amount) for amount in sums.values()))
    return {
        "certificazione.righe": pdf.Table(
            head=("Pagamento", "Bando e CUP", "Lordo", "Imponibile", "Ritenuta"),
            rows=(*rows, total),
            align=("left", "left", "right", "right", "right"),
            row_headers=True,
            total=True,
        ),
        "certificazione.imponibile": euro(sums["taxable"]),
        "certificazione.ritenuta": euro(sums["withheld"]),
        "certificazione.netto": euro(sums["gross"] - sums["withheld"]),
    }


def _statement(payments: list[Payment]) -> dict[str, Any]:
    today = moment.today()
    law = Parameter.objects.value("received_disclosure", today)
    rows = [
        (one.case.call.code, _act(one), euro(one.gross), one.cup, one.cor or "–")
        for one in payments
    ]
    total = _sum(payments, "gross")
    last = date((payments[0].paid_on or today).year + 1, law["month"], law["day"])
    return {
        "prospetto.righe": pdf.Table(
            head=("Bando", "Concessione", "Pagato", "CUP", "COR"),
            rows=(*rows, ("Totale", "", euro(total), "", "")),
            align=("left", "left", "right", "left", "left"),
            row_headers=True,
            total=True,
        ),
        "prospetto.totale": euro(total),
        "prospetto.soglia": euro(Decimal(law["threshold"])),
        "prospetto.scadenza": italian_date(last),
    }


def _act(payment: Payment) -> str:
    mark = Dossier(payment.case.specific, moment.today()).mark_of("grant")
    return f"prot. n. {mark}" if mark else "–"


def _sum(payments: list[Payment], name: str) -> Decimal:
    return sum((getattr(one, name) for one in payments), NOTHING)
