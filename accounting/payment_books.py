"""The accountants' workbooks of payments: liquidation sheet (export 1), withholding register (export 2).

Column titles are those of the exports, in Italian in every language of the site: other programs read
them.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from accounting import reconciliation, rules
from accounting.gates import evidence_of
from accounting.models import Budget, Evidence, Payment, PaymentState, Pot
from accounting.queries import (
    balances_by_entries,
    budget_of,
    granted_days,
    returned_capital,
)
from accounting.reconciliation import Check
from accounting.sheets import Column, Formula, Sheet
from accounting.sheets.values import to_local
from accounting.workbooks import IDENTITY, RECONCILED, Book, Request, WorkbookKind, by_law
from calls.models import Parameter

BATCH = 2000
NOTHING = Decimal("0.00")
SHEET, REGISTER = "Liquidazione", "Registro ritenute"
STATES = ("liquidated", "batched", "sent", "paid")
PARTS = ("withheld", "inps", "inail", "building_fund", "suspended", "net")


def _texts(*titles: str) -> list[Column]:
    """Return columns that keep text as it is, one for each title."""
    return [Column(title, title, "code") for title in titles]


def _days(*titles: str) -> list[Column]:
    return [Column(title, title, "date") for title in titles]


def _money(**titles: str) -> list[Column]:
    return [Column(key, title, "money", total=True) for key, title in titles.items()]


COLUMNS = (
    Column("esercizio", "esercizio", "integer"),
    *_texts("bando_codice"),
    Column("bando_titolo", "bando_titolo", "text", width=40),
    *_texts("atto_concessione_n"),
    *_days("atto_concessione_data"),
    *_texts("atto_liquidazione_n"),
    *_days("atto_liquidazione_data"),
    *_texts("conto", "centro_di_costo", "iniziativa", "capitolo", "articolo"),
    *_texts("impegno_anno", "impegno_n", "siope", "cup", "car", "cor", "covar"),
    *_texts("domanda_protocollo"),
    *_days("domanda_data"),
    Column("beneficiario_denominazione", "beneficiario_denominazione", "text", width=34),
    *_texts("natura", "codice_fiscale", "partita_iva", "pec", "indirizzo_via", "civico", "cap"),
    *_texts("comune", "provincia", "nazione", "iban", "intestatario_conto", "esito_vop"),
    *_money(
        spend="spesa_ammessa",
        gross="contributo_lordo",
        not_taxable="quota_strumentale",
        taxable="imponibile_ritenuta",
    ),
    Column("rate", "aliquota_ritenuta", "percent"),
    *_money(
        withheld="ritenuta",
        inps="intervento_sostitutivo_inps",
        inail="intervento_sostitutivo_inail",
        building_fund="intervento_sostitutivo_cassa_edile",
        suspended="sospeso_48bis",
        net="netto_da_pagare",
    ),
    *_texts("durc_protocollo"),
    *_days("durc_scadenza"),
    *_texts("esito_48bis", "id_richiesta_48bis", "esito_deggendorf", "causale"),
    *_days("data_pagamento"),
    *_texts("mandato_n"),
    *_days("mandato_data"),
    *_texts("reversale_n"),
    *_days("reversale_data"),
    *_texts("quietanza_n"),
    *_days("quietanza_data"),
    Column("note", "note", "text", width=44),
    *_texts("id_pagamento", "stato"),
    *_money(paid="pagato_registro"),
)

REGISTER_COLUMNS = (
    Column("anno", "anno", "integer"),
    Column("mese", "mese", "integer"),
    *_texts("sostituto_cf", "percipiente_cf"),
    Column("denominazione", "denominazione", "text", width=34),
    *_texts("comune"),
    *_money(gross="lordo", taxable="imponibile", not_taxable="non_soggetto"),
    Column("rate", "aliquota", "percent"),
    *_money(withheld="ritenuta"),
    *_texts("codice_tributo"),
    *_days("data_pagamento", "f24_data"),
    *_texts("f24_protocollo", "mandato_n", "id_pagamento"),
)

RECOVERED = {True: "regolare", False: "non regolare"}


def build_sheet(asked: Request) -> Book:
    """Make the liquidation sheet: every payment whose debt is recognised, from gross to net."""
    budgets = budget_of(asked.call)
    payments = _of_call(asked).filter(state__in=STATES)
    paid = _paid(budgets)
    return Book(
        sheets=(
            Sheet(SHEET, COLUMNS, _sheet_rows(payments)),
            reconciliation.sheet(_sheet_checks(budgets, payments)),
        ),
        row_count=payments.count(),
        total="paid",
        ledger_total=paid,
    )


def build_register(asked: Request) -> Book:
    """Make the withholding register: every payment made, month by month (TAX-06)."""
    budgets = budget_of(asked.call)
    payments = _of_call(asked).filter(state=PaymentState.PAID)
    suspended = payments.aggregate(sum=Sum("suspended", default=NOTHING))["sum"]
    code = Parameter.objects.value("withholding_tax_code", to_local(asked.as_of).date())
    return Book(
        sheets=(
            Sheet(REGISTER, REGISTER_COLUMNS, _register_rows(payments, code)),
            reconciliation.sheet(_register_checks(budgets, payments)),
        ),
        row_count=payments.count(),
        total="gross",
        ledger_total=_paid(budgets) + suspended,
    )


def _of_call(asked: Request) -> QuerySet[Payment]:
    payments = Payment.objects.filter(case__call__budget__isnull=False)
    if asked.call is not None:
        payments = payments.filter(case__call=asked.call)
    return payments.select_related("case__call__manager", "payee", "case__protocol_in").order_by(
        "case__call__code", "pk"
    )


def _paid(budgets: QuerySet[Budget]) -> Decimal:
    """Return what was paid by the entries, in EUR; what came back later was paid all the same."""
    return sum(_paid_by_budget(budgets).values(), NOTHING)


def _paid_by_budget(budgets: QuerySet[Budget]) -> dict[int, Decimal]:
    returned = returned_capital(budgets)
    sums = balances_by_entries(budgets).items()
    return {budget: pots[Pot.PAID] + returned[budget] for budget, pots in sums}


def _sheet_rows(payments: QuerySet[Payment]) -> Iterator[tuple[object, ...]]:
    rows = payments.prefetch_related("evidence").iterator(BATCH)
    batch: list[Payment] = []
    for payment in rows:
        batch.append(payment)
        if len(batch) == BATCH:
            yield from _sheet_batch(batch)
            batch = []
    yield from _sheet_batch(batch)


def _sheet_batch(batch: Sequence[Payment]) -> Iterator[tuple[object, ...]]:
    days = granted_days([payment.case_id for payment in batch])
    for payment in batch:
        yield _sheet_row(payment, days.get(payment.case_id))


def _sheet_row(payment: Payment, granted_on: date | None) -> tuple[object, ...]:
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
        "paid": payment.leaves_ledger if payment.state == PaymentState.PAID else NOTHING,
        **_beneficiary(payment),
        **_evidence(payment, found),
        **{
            name: getattr(payment, name)
            for name in ("spend", "gross", "not_taxable", "taxable", *PARTS)
        },
    }
    return tuple(row.get(column.key) for column in COLUMNS)


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


def _evidence(payment: Payment, found: dict[str, Evidence]) -> dict[str, object]:
    """Return what the evidence says in the columns of export 1."""
    kind = Evidence.Kind
    durc, enquiry = found.get(kind.DURC), found.get(kind.ENQUIRY)
    payee, recovery = found.get(kind.PAYEE), found.get(kind.RECOVERY)
    valid_days = Parameter.objects.value("durc_days", durc.on) if durc and durc.on else 0
    return {
        "esito_vop": payee.answer if payee else None,
        "durc_protocollo": durc.reference or durc.exemption if durc else None,
        "durc_scadenza": rules.durc_until(durc.on, valid_days) if durc and durc.on else None,
        "esito_48bis": ("inadempiente" if payment.suspended else "non inadempiente")
        if enquiry
        else None,
        "id_richiesta_48bis": enquiry.reference if enquiry else None,
        "esito_deggendorf": RECOVERED[recovery.is_regular] if recovery else None,
    }


def _register_rows(payments: QuerySet[Payment], code: str) -> Iterator[tuple[object, ...]]:
    for payment in payments.order_by("paid_on", "pk").iterator(BATCH):
        day = payment.paid_on
        yield (
            day.year if day else None,
            day.month if day else None,
            payment.case.call.manager.tax_code,
            payment.tax_code,
            payment.beneficiary,
            payment.municipality,
            payment.gross,
            payment.taxable if payment.rate_percent else NOTHING,
            payment.not_taxable if payment.rate_percent else payment.gross,
            payment.rate_percent,
            payment.withheld,
            code if payment.withheld else None,
            day,
            None,
            None,
            payment.mandate_number or None,
            payment.number,
        )


def _sheet_checks(budgets: QuerySet[Budget], payments: QuerySet[Payment]) -> Iterator[Check]:
    yield from reconciliation.ledger_checks(budgets)
    for code, paid, sums in _sums(budgets, payments):
        yield Check(
            code,
            "Righe e registro contabile",
            "Pagato per i movimenti, rientri compresi",
            paid,
            "Pagato per le righe",
            Formula(_sum_of(SHEET, "paid"), sums["paid"]),
        )
        parts = "+".join(_sum_of(SHEET, name) for name in PARTS)
        yield Check(
            code,
            "Lordo = ritenuta + sostitutivi + sospesi + netto",
            "Contributo lordo delle righe",
            Formula(_sum_of(SHEET, "gross"), sums["gross"]),
            "Somma delle parti",
            Formula(parts, sum((sums[name] for name in PARTS), NOTHING)),
        )


def _register_checks(budgets: QuerySet[Budget], payments: QuerySet[Payment]) -> Iterator[Check]:
    yield from reconciliation.ledger_checks(budgets)
    sums = payments.aggregate(
        **{name: Sum(name, default=NOTHING) for name in ("gross", "suspended")}
    )
    yield Check(
        "tutti",
        "Righe e registro contabile",
        "Pagato per i movimenti, rientri e sospesi compresi",
        _paid(budgets) + sums["suspended"],
        "Lordo delle righe",
        Formula(f"SUM({{{REGISTER}!gross}})", sums["gross"]),
    )


def _sums(
    budgets: Iterable[Budget], payments: QuerySet[Payment]
) -> Iterator[tuple[str, Decimal, dict[str, Decimal]]]:
    """Yield each call with what the ledger says is paid and what its rows add up to, in EUR."""
    found = list(budgets)
    by_entries = _paid_by_budget(Budget.objects.filter(pk__in=[b.pk for b in found]))
    for budget in found:
        mine = payments.filter(case__call=budget.call_id).order_by()
        sums = mine.aggregate(**{name: Sum(name, default=NOTHING) for name in ("gross", *PARTS)})
        done = mine.filter(state=PaymentState.PAID).aggregate(
            gross=Sum("gross", default=NOTHING), suspended=Sum("suspended", default=NOTHING)
        )
        paid = done["gross"] - done["suspended"]
        yield budget.call.code, by_entries[budget.pk], sums | {"paid": paid}


def _sum_of(sheet: str, key: str) -> str:
    """Name the sum of a column of the rows, for the call of the check."""
    return f"SUMIF({{{sheet}!bando_codice}},{{call}},{{{sheet}!{key}}})"


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
        **dict.fromkeys(("bando_codice", "gross", *PARTS, "paid"), RECONCILED),
        "codice_fiscale": by_law("L. 232/2016, art. 1 c. 533; ACC-05"),
        "cup": by_law("L. 3/2003, art. 11 c. 2-bis; CUP-01"),
    },
)
WITHHOLDING = WorkbookKind(
    code="withholding",
    title=_("Withholding register"),
    purpose=_("One row for each payment made, with taxable amount and withheld tax, by month."),
    build=build_register,
    columns=REGISTER_COLUMNS,
    needed={
        "id_pagamento": IDENTITY,
        "gross": RECONCILED,
        **dict.fromkeys(
            (
                "anno",
                "mese",
                "sostituto_cf",
                "percipiente_cf",
                "taxable",
                "not_taxable",
                "rate",
                "withheld",
                "codice_tributo",
                "data_pagamento",
            ),
            by_law("DPR 600/1973, art. 28 c. 2; TAX-06"),
        ),
    },
)
