"""Liquidation sheet and withholding register: every column, reconciled with the ledger."""

from decimal import Decimal

import pytest

from accounting.models import Payment
from accounting.services.answers import take_answers
from tests.accounting.books import cents, made, sheets, table
from tests.accounting.files.samples import table as answers
from tests.accounting.payments.paying import IBAN, granted_firm, liquidated, proposed, sent
from tests.accounting.payments.test_lines import with_inps

pytestmark = pytest.mark.django_db(transaction=True)

HEAD = [
    "esercizio",
    "bando_codice",
    "bando_titolo",
    "atto_concessione_n",
    "atto_concessione_data",
    "atto_liquidazione_n",
    "atto_liquidazione_data",
    "conto",
    "centro_di_costo",
    "iniziativa",
    "capitolo",
    "articolo",
    "impegno_anno",
    "impegno_n",
    "siope",
    "cup",
    "car",
    "cor",
    "covar",
    "domanda_protocollo",
    "domanda_data",
    "beneficiario_denominazione",
    "natura",
    "codice_fiscale",
    "partita_iva",
    "pec",
    "indirizzo_via",
    "civico",
    "cap",
    "comune",
    "provincia",
    "nazione",
    "iban",
    "intestatario_conto",
    "esito_vop",
    "spesa_ammessa",
    "contributo_lordo",
    "quota_strumentale",
    "imponibile_ritenuta",
    "aliquota_ritenuta",
    "ritenuta",
    "intervento_sostitutivo_inps",
    "intervento_sostitutivo_inail",
    "intervento_sostitutivo_cassa_edile",
    "sospeso_48bis",
    "netto_da_pagare",
    "durc_protocollo",
    "durc_scadenza",
    "esito_48bis",
    "id_richiesta_48bis",
    "esito_deggendorf",
    "causale",
    "data_pagamento",
    "mandato_n",
    "mandato_data",
    "reversale_n",
    "reversale_data",
    "quietanza_n",
    "quietanza_data",
    "note",
]


def test_liquidation_sheet_has_every_column_and_agrees_with_the_ledger(office):
    first = liquidated(office)
    liquidated(office, proposed(office, granted_firm(office, "Beta srl")))
    sent(office, first)
    done = answers(f"{first.number};pagato;26/11/2026;576,00;123;77;")
    take_answers(done, name="esiti.csv", by=office.accountant)

    workbook = made(office, "liquidation")
    rows = table(sheets(workbook)["Liquidazione"])

    assert list(rows[0])[: len(HEAD)] == HEAD
    assert (workbook.rows, workbook.total, workbook.agrees) == (2, Decimal("600.00"), True)
    paid, waiting = rows
    assert {
        name: paid[name]
        for name in ("bando_codice", "natura", "iban", "cup", "mandato_n", "stato", "esito_vop")
    } == {
        "bando_codice": office.call.code,
        "natura": "PG",
        "iban": IBAN,
        "cup": "J41B26000010005",
        "mandato_n": "123",
        "stato": "Pagato",
        "esito_vop": "match",
    }
    for row in (paid, waiting):
        parts = ("ritenuta", "intervento_sostitutivo_inps", "sospeso_48bis", "netto_da_pagare")
        assert cents(row[part] for part in parts) == cents([row["contributo_lordo"]])
    assert (waiting["stato"], waiting["pagato_registro"]) == ("Liquidato", 0)


def test_liquidation_sheet_as_csv_has_semicolons_and_decimal_commas(office):
    liquidated(office)

    workbook = made(office, "liquidation", file_format="csv")
    with workbook.file.open() as file:
        head, row = file.read().decode("utf-8-sig").splitlines()[:2]

    assert head.split(";")[: len(HEAD)] == HEAD
    assert ";600,00;" in row


def test_ACC_07_the_workbooks_have_a_row_for_the_institute_that_sums_to_the_gross(office):
    payment = with_inps(office)
    sent(office, payment)
    done = answers(f"{payment.number};pagato;26/11/2026;476,00;123;77;")
    take_answers(done, name="esiti.csv", by=office.accountant)

    workbook, book = made(office, "liquidation"), made(office, "lines")
    register = made(office, "withholding")

    (row,) = table(sheets(workbook)["Liquidazione"])
    lines = table(sheets(workbook)["Disposizioni"])
    assert table(sheets(book)["Disposizioni"]) == lines
    assert [
        (
            line["id_disposizione"],
            line["a_favore_di"],
            line["modalita"],
            line["importo"],
            line["stato"],
        )
        for line in lines
    ] == [
        (payment.number, payment.holder, "bonifico", 476, "Pagata"),
        (f"{payment.number}-INPS", "INPS", "bonifico", 100, "Inviata"),
    ]
    assert (row["disposto"], row["da_disporre"], row["pagato_registro"]) == (576, 0, 500)
    parts = [line[name] for line in lines for name in ("importo", "ritenuta_collegata")]
    assert cents(parts) == cents([row["contributo_lordo"]])
    assert {(one.total, one.agrees) for one in (workbook, book)} == {(Decimal("500.00"), True)}
    # The tax is of the month in which the beneficiary was paid, though INPS still waits.
    assert (register.rows, register.total, register.agrees) == (1, Decimal("600.00"), True)
    for one in (workbook, book, register):
        results = table(sheets(one, values=True)["Quadratura"])
        assert {line["Esito"] for line in results} == {"concorda"}


def test_ACC_07_what_an_institute_got_first_is_paid_though_its_register_waits(office):
    payment = with_inps(office)
    sent(office, payment)
    done = answers(f"{payment.number}-INPS;pagato;26/11/2026;100,00;123;77;")
    take_answers(done, name="esiti.csv", by=office.accountant)

    workbook, register = made(office, "liquidation"), made(office, "withholding")

    assert (workbook.total, workbook.agrees) == (Decimal("100.00"), True)
    assert (register.rows, register.total, register.agrees) == (0, Decimal("0.00"), True)


def test_TAX_06_withholding_register_holds_what_was_paid_by_month(office):
    payment = liquidated(office)
    liquidated(office, proposed(office, granted_firm(office, "Beta srl")))
    sent(office, payment)
    done = answers(f"{payment.number};pagato;26/11/2026;576,00;123;77;")
    take_answers(done, name="esiti.csv", by=office.accountant)

    workbook = made(office, "withholding")
    (row,) = table(sheets(workbook)["Registro ritenute"])

    assert row == row | {
        "anno": 2026,
        "mese": 11,
        "sostituto_cf": office.agency.tax_code,
        "percipiente_cf": Payment.objects.get(pk=payment.pk).tax_code,
        "lordo": 600,
        "imponibile": 600,
        "non_soggetto": 0,
        "aliquota": 0.04,
        "ritenuta": 24,
        "codice_tributo": "1045",
        "mandato_n": "123",
    }
    assert (workbook.total, workbook.agrees) == (Decimal("600.00"), True)
