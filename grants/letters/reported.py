"""What letters say of the report of expenses: lines, cuts, checks, the new amount; EUR (AMT-05)."""

from decimal import Decimal
from typing import Any

from django.utils import timezone

from grants import reporting
from grants.letters.dossier import Dossier
from grants.models import Expense, ExpenseReport
from grants.rules import euro, percent
from letters import pdf
from letters.compose import name_of
from letters.templating import Items
from workflows.terms.italian import italian_date

HUNDRED = Decimal(100)
NOTHING = Decimal("0.00")
FIELDS = (
    "contributo.economia",
    "contributo.ricalcolo",
    "contributo.rideterminato",
    "rendiconto.dati",
    "rendiconto.esito",
    "rendiconto.presentato",
    "rendiconto.protocollo",
    "rendiconto.quota",
    "rendiconto.righe",
    "rendiconto.spesa_ammessa",
    "rendiconto.spesa_presentata",
    "rendiconto.tagli",
    "rendiconto.verifiche",
)
MEANS = {
    "transfer": "bonifico",
    "direct_debit": "addebito diretto",
    "card": "carta",
    "receipt_order": "ricevuta bancaria",
    "cheque": "assegno",
    "cash": "contanti",
    "compensation": "compensazione",
}
CHECKS = (
    ("Fatture e pagamenti nel periodo ammesso", {"AMT-04"}),
    ("Pagamenti tracciabili", {"AMT-03"}),
    ("CUP sulle fatture", {"CUP-02"}),
    ("Fornitore: lo spazio o chi lo gestisce", {"EXP-01"}),
    ("Spazio iscritto nell'elenco alla data della spesa", {"COW-03", "SPA-27"}),
    ("Fatture non usate altrove", {"EXP-02"}),
    ("Fatture di giorni in cui la concessione non era sospesa", {"REV-02"}),
)


def reported(dossier: Dossier) -> dict[str, Any]:
    """Return what the report says and what the office admits of it."""
    report = reporting.report_of(dossier.case)
    if report is None or report.filed_at is None:
        return dict.fromkeys(FIELDS)
    accounts = reporting.Accounts(dossier.case, report)
    lowered = report.result == ExpenseReport.Result.LOWERED
    return {
        "rendiconto.presentato": italian_date(timezone.localtime(report.filed_at).date()),
        "rendiconto.protocollo": report.protocol.mark if report.protocol else None,
        "rendiconto.dati": lambda: _facts(dossier, report),
        "rendiconto.righe": lambda: _lines(accounts),
        "rendiconto.tagli": lambda: Items(tuple(_cut(one) for one in _cuts(accounts))),
        "rendiconto.verifiche": lambda: _checks(accounts, report),
        "rendiconto.spesa_presentata": lambda: euro(accounts.claimed),
        "rendiconto.spesa_ammessa": euro(report.spend) if report.spend is not None else None,
        "rendiconto.quota": _share(report),
        "rendiconto.esito": _result(report),
        "contributo.rideterminato": euro(report.final) if lowered and report.final else None,
        "contributo.economia": euro(report.freed) if report.decided_at else None,
        "contributo.ricalcolo": lambda: _calculation(dossier, report),
    }


def _facts(dossier: Dossier, report: ExpenseReport) -> pdf.Facts:
    case = dossier.case
    filed = italian_date(timezone.localtime(report.filed_at).date())
    mark = report.protocol.mark if report.protocol else "—"
    rows = [
        ("Domanda n.", case.number),
        ("Beneficiario", f"{case.applicant.name}, codice fiscale {case.applicant.tax_code}"),
        ("Concessione", f"prot. n. {dossier.mark_of('grant') or '—'}, {euro(case.granted)}"),
        ("CUP", case.cup),
        ("Rendiconto", f"prot. n. {mark}, presentato in data {filed}"),
        ("Esaminato da", name_of(report.decided_by) if report.decided_by else ""),
    ]
    return pdf.Facts(tuple(row for row in rows if row[1]))


def _lines(accounts: reporting.Accounts) -> pdf.Table:
    rows = [
        (
            one.supplier_name,
            f"n. {one.number} in data {italian_date(one.issued_on)}",
            _payment(one),
            euro(one.claimed),
            euro(one.admitted or NOTHING),
        )
        for one in accounts.expenses
    ]
    total = ("Totale", "", "", euro(accounts.claimed), euro(accounts.admitted))
    return pdf.Table(
        head=("Fornitore", "Fattura", "Pagamento", "Presentata", "Ammessa"),
        rows=(*rows, total),
        align=("left", "left", "left", "right", "right"),
        total=True,
        row_headers=True,
        small=True,
    )


def _payment(one: Expense) -> str:
    words = MEANS.get(one.means, "")
    day = italian_date(one.paid_on) if one.paid_on else ""
    return ", ".join(part for part in (words, day) if part) or "nota di credito"


def _cuts(accounts: reporting.Accounts) -> list[Expense]:
    return [one for one in accounts.expenses if one.cut_reason]


def _cut(one: Expense) -> str:
    taken = one.claimed - (one.admitted or NOTHING)
    return f"Fattura n. {one.number}, {euro(taken)}: {one.cut_reason}"


def _checks(accounts: reporting.Accounts, report: ExpenseReport) -> pdf.Table:
    day = italian_date(timezone.localtime(report.decided_at).date()) if report.decided_at else "—"
    rows = []
    for title, ids in CHECKS:
        wrong = [
            row["expense"].number
            for row in accounts.rows
            if any(one.blocks and one.rule in ids for one in row["outcomes"])
        ]
        found = f"non in regola: {', '.join(wrong)}" if wrong else "in regola"
        rows.append((title, found, day))
    return pdf.Table(
        head=("Verifica", "Esito", "Data"),
        rows=tuple(rows),
        widths=(0.45, 0.35, 0.2),
        row_headers=True,
    )


def _share(report: ExpenseReport) -> str | None:
    if not report.planned or report.spend is None:
        return None
    return percent((report.spend * HUNDRED / report.planned).quantize(Decimal("0.01")))


def _result(report: ExpenseReport) -> str | None:
    if report.result == ExpenseReport.Result.WHOLE:
        return f"Il rendiconto è approvato: il contributo di {euro(report.final)} è confermato."
    if report.result == ExpenseReport.Result.LOWERED:
        return (
            "Il rendiconto è approvato: il contributo è rideterminato da "
            f"{euro(report.granted)} a {euro(report.final)}."
        )
    if report.result == ExpenseReport.Result.FORFEITED:
        return (
            "La spesa ammessa non raggiunge il minimo: nessun importo è liquidabile e segue il "
            "procedimento di decadenza, nel quale si possono presentare memorie."
        )
    return None


def _calculation(dossier: Dossier, report: ExpenseReport) -> pdf.Table | None:
    if report.spend is None:
        return None
    floor = percent(dossier.parameters.minimum_realised_percent)
    return pdf.Table(
        head=("Calcolo", "Importo"),
        rows=(
            ("Spesa ammessa con la concessione", euro(report.planned)),
            ("Spesa ammessa a rendiconto", euro(report.spend)),
            (f"Quota realizzata (minimo {floor})", _share(report) or ""),
            ("Contributo concesso", euro(report.granted)),
            ("Contributo rideterminato", euro(report.final)),
        ),
        align=("left", "right"),
        widths=(0.75, 0.25),
        total=True,
        row_headers=True,
    )
