"""A workbook with chosen columns still agrees with the ledger, and says what it left out."""

from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import timezone

from accounting import reconciliation
from accounting.services.columns import choose_columns
from accounting.services.workbooks import snapshot
from accounting.sheets import Column, Sheet, SheetError, with_columns
from accounting.workbooks import Request, kinds
from tests.accounting import calc
from tests.accounting.books import made, sheets, table
from tests.accounting.payments.paying import liquidated

pytestmark = pytest.mark.django_db(transaction=True)
WANTED = ["iban", "net", "id_pagamento"]


def test_rows_come_in_the_chosen_columns_and_order():
    columns = [Column(key, key.upper(), "text") for key in "abc"]
    sheet = with_columns(Sheet("Prova", columns, iter([("1", "2", "3")])), ["c", "a"])

    assert [column.key for column in sheet.columns] == ["c", "a"]
    assert list(sheet.rows) == [("3", "1")]


@pytest.mark.parametrize("keys", [["d"], ["a", "a"], []])
def test_columns_that_cannot_be_are_an_error(keys):
    with pytest.raises(SheetError):
        with_columns(Sheet("Prova", [Column("a", "A", "text")], []), keys)


def test_a_row_of_another_length_is_an_error_with_its_number():
    sheet = with_columns(Sheet("Prova", [Column("a", "A", "text")], [("1", "2")]), ["a"])

    with pytest.raises(SheetError, match="row 1: 2 values for 1 columns"):
        list(sheet.rows)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)
def test_every_workbook_is_made_of_its_needed_columns_alone_and_agrees(office, kind):
    liquidated(office)
    choose_columns(kind.code, [], by=office.accountant)

    workbook = made(office, kind.code, call=None)

    titles = {column.key: column.title for column in kind.columns}
    assert sorted(workbook.columns) == sorted(titles[key] for key in kind.needed)
    assert sorted(workbook.columns + workbook.left_out) == sorted(titles.values())
    assert workbook.agrees
    results = table(sheets(workbook, values=True)["Quadratura"])
    assert {row["Esito"] for row in results} == {reconciliation.AGREES}


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)
def test_every_workbook_has_the_columns_that_it_names(office, kind):
    with snapshot():
        book = kind.build(Request(None, timezone.now()))

    assert list(book.sheets[0].columns) == list(kind.columns)
    assert {*kind.needed, book.total} <= {column.key for column in kind.columns}
    assert book.total in kind.needed


def test_a_choice_counts_for_its_reader_from_the_next_workbook_on(office):
    liquidated(office)
    before = made(office, "liquidation")
    choose_columns("liquidation", WANTED, by=office.accountant)
    after = made(office, "liquidation")

    assert (len(before.columns), before.left_out) == (len(before.columns), [])
    assert after.columns[:3] == ["iban", "netto_da_pagare", "id_pagamento"]
    rows = sheets(after)["Liquidazione"]
    assert list(table(rows)[0]) == after.columns
    assert rows["A2"].value == f"Colonne scelte: {len(after.columns)} di {len(before.columns)}."


def test_a_csv_has_the_chosen_columns_with_semicolons_and_commas(office):
    liquidated(office)
    choose_columns("liquidation", WANTED, by=office.accountant)

    workbook = made(office, "liquidation", file_format="csv")
    with workbook.file.open() as file:
        head, row = file.read().decode("utf-8-sig").splitlines()[:2]

    assert head.split(";") == workbook.columns
    assert row.split(";")[1] == "576,00"


def test_calc_reckons_the_chosen_columns_anew_and_still_agrees(office, tmp_path):
    liquidated(office)
    choose_columns("liquidation", ["net", "iban"], by=office.accountant)
    workbook = made(office, "liquidation")

    read = calc.opened({"chosen": Path(workbook.file.path)}, tmp_path)["chosen"]

    (row,) = calc.rows(read["Liquidazione"], "netto_da_pagare")
    assert (list(row), Decimal(row["netto_da_pagare"])) == (workbook.columns, Decimal(576))
    lines = calc.rows(read["Quadratura"], "Bando")
    assert {line["Esito"] for line in lines} == {reconciliation.AGREES}
