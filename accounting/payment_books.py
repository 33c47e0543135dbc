"""The liquidation sheet (export 1): every payment from gross to net, and to whom its parts go.

Column titles are those of the exports, in Italian in every language of the site: other programs read
them.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache

from django.db.models import F, Q, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from accounting import lines_book, reconciliation, rules
from accounting.gates import evidence_of
from accounting.models import Budget, Evidence, Payment, PaymentLine, PaymentState
from accounting.models.lines import STANDING
from accounting.paid_rows import days, money, of_call, paid_by_budget, paid_by_entries, texts
from accounting.queries import budget_of, granted_days, in_batches
from accounting.reconciliation import Check
from accounting.services.lines import due_of
from accounting.sheets import Column, Formula, Sheet
from accounting.workbooks import IDENTITY, RECONCILED, Book, Request, WorkbookKind, by_law
from calls.models import Parameter

BATCH = 2000
NOTHING = Decimal("0.00")
SHEET = "Liquidazione"
STATES = ("liquidated", "batched", "sent", "paid")
PARTS = ("withheld", "inps", "inail", "building_fund", "suspended", "collector", "net")


COLUMNS = (
    Column("esercizio", "esercizio", "integer"),
    *texts("bando_codice"),
    Column("bando_titolo", "bando_titolo", "text", width=40),
    *texts("atto_concessione_n"),
    *days("atto_concessione_data"),
    *texts("atto_liquidazione_n"),
    *days("atto_liquidazione_data"),
    *texts("conto", "centro_di_costo", "iniziativa", "capitolo", "articolo"),
    *texts("impegno_anno", "impegno_n", "siope", "cup", "car", "cor", "covar"),
    *texts("domanda_protocollo"),
    *days("domanda_data"),
    Column("beneficiario_denominazione", "beneficiario_denominazione", "text", width=34),
    *texts("natura", "codice_fiscale", "partita_iva", "pec", "indirizzo_via", "civico", "cap"),
    *texts("comune", "provincia", "nazione"),
    Column("iban", "iban", "code", width=30),
    *texts("intestatario_conto", "esito_vop"),
    *money(
        spend="spesa_ammessa",
        gross="contributo_lordo",
        not_taxable="quota_strumentale",
        taxable="imponibile_ritenuta",
    ),
    Column("rate", "aliquota_ritenuta", "percent"),
    *money(
        withheld="ritenuta",
        inps="intervento_sostitutivo_inps",
        inail="intervento_sostitutivo_inail",
        building_fund="intervento_sostitutivo_cassa_edile",
        suspended="sospeso_48bis",
        net="netto_da_pagare",
    ),
    *texts("durc_protocollo"),
    *days("durc_scadenza"),
    *texts("esito_48bis", "id_richiesta_48bis", "esito_deggendorf", "causale"),
    *days("data_pagamento"),
    *texts("mandato_n"),
    *days("mandato_data"),
    *texts("reversale_n"),
    *days("reversale_data"),
    *texts("quietanza_n"),
    *days("quietanza_data"),
    Column("note", "note", "text", width=44),
    *texts("id_pagamento", "stato"),
    *money(
        collector="versato_art_48bis",
        ordered="disposto",
        due="da_disporre",
        paid="pagato_registro",
    ),
)

RECOVERED = {True: "regolare", False: "non regolare"}


def build_sheet(asked: Request) -> Book:
    """Make the liquidation sheet: every payment whose debt is recognised, from gross to net."""
    budgets = budget_of(asked.call)
    payments = of_call(asked).filter(
        Q(state__in=STATES) | Q(pk__in=PaymentLine.objects.filter(state="paid").values("payment"))
    )
    paid = paid_by_entries(budgets)
    return Book(
        sheets=(
            Sheet(SHEET, COLUMNS, _sheet_rows(payments)),
            lines_book.sheet(payments),
            reconciliation.sheet(_checks(budgets, payments)),
        ),
        row_count=payments.count(),
        total="paid",
        ledger_total=paid,
    )


def _sheet_rows(payments: QuerySet[Payment]) -> Iterator[tuple[object, ...]]:
    valid_days = cache(lambda on: Parameter.objects.value("durc_days", on))
    for batch in in_batches(payments.prefetch_related("evidence", "lines"), BATCH):
        days = granted_days([payment.case_id for payment in batch])
        for payment in batch:
            yield _sheet_row(payment, days.get(payment.case_id), valid_days)


def _sheet_row(
    payment: Payment, granted_on: date | None, valid_days: Callable[[date], int]
) -> tuple[object, ...]:
    case, call, found = payment.case, payment.case.call, evidence_of(payment)
    entry = case.protocol_in
    row: dict[str, object] = {
        "esercizio": payment.act_date.year if payment.act_date else None,
        "bando_codice": call.code,
        "bando_titolo": call.title_it,
        "atto_concessione_data": granted_on,
        "atto_liquidazione_n": payment.act_number,
        "atto_liquidazione_data": payment.act_date,
        "cup": payment.cup,
        "cor": payment.cor or None,
        "domanda_protocollo": f"{entry.number:07d}/{entry.year}" if entry else None,
        "domanda_data": entry.registered_at if entry else None,
        "rate": payment.rate_percent,
        "causale": payment.purpose,
        "data_pagamento": payment.paid_on,
        "mandato_n": payment.mandate_number or None,
        "quietanza_n": payment.receipt_number or None,
        "note": f"Ritenuta non dovuta: {payment.why_no_tax}" if payment.why_no_tax else "",
        "id_pagamento": payment.number,
        "stato": str(PaymentState(payment.state).label),
        **_lines(payment),
        **_beneficiary(payment),
        **_evidence(payment, found, valid_days),
        **{
            name: getattr(payment, name)
            for name in ("spend", "gross", "not_taxable", "taxable", *PARTS)
        },
    }
    return tuple(row.get(column.key) for column in COLUMNS)


def _lines(payment: Payment) -> dict[str, Decimal]:
    """Return what orders ask for, what none asks for yet, and what the ledger counts as paid; EUR."""
    found = payment.lines.all()
    is_owed = payment.state in STATES
    return {
        "ordered": sum((line.amount for line in found if line.stands), NOTHING),
        "due": sum((share.amount for share in due_of(payment)), NOTHING) if is_owed else NOTHING,
        "paid": payment.counted,
    }


def _beneficiary(payment: Payment) -> dict[str, object]:
    return {
        "beneficiario_denominazione": payment.beneficiary,
        "natura": payment.nature,
        "codice_fiscale": payment.tax_code,
        "partita_iva": payment.vat_number or None,
        "pec": payment.payee.pec or None,
        "indirizzo_via": payment.street,
        "civico": payment.street_number,
        "cap": payment.postcode,
        "comune": payment.municipality,
        "provincia": payment.province,
        "nazione": "IT",
        "iban": payment.iban,
        "intestatario_conto": payment.holder,
    }


def _evidence(
    payment: Payment, found: dict[str, Evidence], valid_days: Callable[[date], int]
) -> dict[str, object]:
    """Return what the evidence says in the columns of export 1."""
    kind = Evidence.Kind
    durc, enquiry = found.get(kind.DURC), found.get(kind.ENQUIRY)
    payee, recovery = found.get(kind.PAYEE), found.get(kind.RECOVERY)
    return {
        "esito_vop": payee.answer if payee else None,
        "durc_protocollo": durc.reference or durc.exemption if durc else None,
        "durc_scadenza": rules.durc_until(durc.on, valid_days(durc.on))
        if durc and durc.on
        else None,
        "esito_48bis": ("inadempiente" if payment.suspended else "non inadempiente")
        if enquiry
        else None,
        "id_richiesta_48bis": enquiry.reference if enquiry else None,
        "esito_deggendorf": RECOVERED[recovery.is_regular] if recovery else None,
    }


def _checks(budgets: QuerySet[Budget], payments: QuerySet[Payment]) -> Iterator[Check]:
    yield from reconciliation.ledger_checks(budgets)
    for code, paid, sums in _sums(budgets, payments):
        yield Check(
            code,
            "Righe e registro contabile",
            "Pagato per i movimenti, rientri compresi",
            paid,
            "Pagato per le righe",
            Formula(_sum_of("paid"), sums["paid"]),
        )
        parts = "+".join(_sum_of(name) for name in PARTS)
        yield Check(
            code,
            "Lordo = ritenuta + sostitutivi + sospesi + netto",
            "Contributo lordo delle righe",
            Formula(_sum_of("gross"), sums["gross"]),
            "Somma delle parti",
            Formula(parts, sum((sums[name] for name in PARTS), NOTHING)),
        )
        yield Check(
            code,
            "Pagamenti e disposizioni",
            "Disposto per i pagamenti",
            Formula(_sum_of("ordered"), sums["ordered"]),
            "Disposizioni valide",
            Formula(lines_book.sum_of("standing"), sums["ordered"]),
        )


def _sums(
    budgets: Iterable[Budget], payments: QuerySet[Payment]
) -> Iterator[tuple[str, Decimal, dict[str, Decimal]]]:
    """Yield each call with what the ledger says is paid and what its rows add up to, in EUR."""
    found = list(budgets)
    by_entries = paid_by_budget(Budget.objects.filter(pk__in=[b.pk for b in found]))
    for budget in found:
        mine = payments.filter(case__call=budget.call_id).order_by()
        sums = mine.aggregate(**{name: Sum(name, default=NOTHING) for name in ("gross", *PARTS)})
        lines = PaymentLine.objects.filter(payment__in=mine.values("pk"))
        sums |= lines.aggregate(
            ordered=Sum("amount", filter=Q(state__in=STANDING), default=NOTHING),
            paid=Sum(F("amount") + F("tax"), filter=Q(state="paid"), default=NOTHING),
        )
        yield budget.call.code, by_entries[budget.pk], sums


def _sum_of(key: str) -> str:
    """Name the sum of a column of the rows, for the call of the check."""
    return f"SUMIF({{{SHEET}!bando_codice}},{{call}},{{{SHEET}!{key}}})"


LIQUIDATION = WorkbookKind(
    code="liquidation",
    title=_("Liquidation sheet"),
    purpose=_(
        "One row for each payment whose debt is recognised, from gross to net, with act, evidence, account "
        "and mandate; reconciled with the ledger."
    ),
    build=build_sheet,
    columns=COLUMNS,
    needed={
        "id_pagamento": IDENTITY,
        **dict.fromkeys(("bando_codice", "gross", *PARTS, "ordered", "paid"), RECONCILED),
        "codice_fiscale": by_law("L. 232/2016, art. 1 c. 533; ACC-05"),
        "cup": by_law("L. 3/2003, art. 11 c. 2-bis; CUP-01"),
    },
)
