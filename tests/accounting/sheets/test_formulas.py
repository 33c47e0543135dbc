"""Calculated cells: the formula a spreadsheet runs, and the value it shows before it does."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from accounting.sheets import Column, Formula, Sheet, SheetError, write_csv, write_workbook

CREATED = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ROWS = Sheet(
    "Righe d'esempio",
    [Column("call", "Bando", "code"), Column("gross", "Lordo", "money", total=True)],
    [("ALFA", Decimal("1.10")), ("BETA", Decimal("2.20"))],
)
COLUMNS = (
    Column("call", "Bando", "code"),
    Column("ledger", "Registro", "money", calculated=True),
    Column("rows", "Righe", "money", calculated=True),
    Column("result", "Esito", "text", calculated=True, tones={"sì & no": "good", "no": "bad"}),
)
CHECK = (
    "ALFA",
    Decimal("1.10"),
    Formula("SUMIF({Righe d'esempio!call},{call},{Righe d'esempio!gross})", Decimal("1.10")),
    Formula('IF({ledger}={rows},"sì & no","no")', "sì & no"),
)


def _write(path: Path, *rows: Any, columns: Any = COLUMNS) -> None:
    write_workbook(path, [ROWS, Sheet("Quadratura", columns, rows)], title="Prova", created=CREATED)


def test_formula_names_cells_of_its_row_and_columns_of_earlier_sheets(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    _write(path, CHECK)
    formulas = [cell.value for cell in load_workbook(path).worksheets[1][3]]
    assert formulas == [
        "ALFA",
        1.1,
        "=SUMIF('Righe d''esempio'!$A$4:$A$5,A3,'Righe d''esempio'!$B$4:$B$5)",
        '=IF(B3=C3,"sì & no","no")',
    ]


def test_formula_shows_its_value_to_a_reader_that_does_not_calculate(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    _write(path, CHECK)
    values = [cell.value for cell in load_workbook(path, data_only=True).worksheets[1][3]]
    assert values == ["ALFA", 1.1, 1.1, "sì & no"]


def test_words_are_coloured_by_a_rule_over_the_whole_column(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    _write(path, CHECK, CHECK)
    formatting = load_workbook(path).worksheets[1].conditional_formatting
    rules = [
        (str(found.sqref), rule.operator, rule.formula)
        for found in formatting
        for rule in found.rules
    ]
    assert rules == [("D3:D4", "equal", ['"sì & no"']), ("D3:D4", "equal", ['"no"'])]


def test_plain_text_stays_text_in_a_calculated_column(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    _write(path, ("=1+1", None, None, "=2+2"))
    cells = [(cell.value, cell.data_type) for cell in load_workbook(path).worksheets[1][3]]
    assert cells == [("=1+1", "s"), (None, "n"), (None, "n"), ("=2+2", "s")]


def test_csv_gets_the_value_of_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    write_csv(path, Sheet("Quadratura", COLUMNS, [CHECK]))
    assert path.read_text("utf-8-sig").splitlines() == [
        "Bando;Registro;Righe;Esito",
        "ALFA;1,10;1,10;sì & no",
    ]


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        (Formula("{nobody}", Decimal(0)), "no column 'nobody'"),
        (Formula("{Altro!gross}", Decimal(0)), "no sheet 'Altro' before it"),
        (Formula("{Righe d'esempio!nobody}", Decimal(0)), "no column 'nobody'"),
        (Formula("{ledger}", Decimal("0.001")), "fractions of a cent"),
    ],
)
def test_formula_is_refused_when_it_names_what_is_not_there(
    tmp_path: Path, formula: Formula, reason: str
) -> None:
    with pytest.raises(SheetError, match=reason):
        _write(tmp_path / "out.xlsx", ("ALFA", formula, None, None))


def test_calculated_column_is_refused_a_total() -> None:
    with pytest.raises(SheetError, match="a calculated column has no total"):
        Column("sum", "Somma", "money", calculated=True, total=True)
