"""CSV: exact bytes, harmless text, the same strictness as in a workbook."""

import hashlib
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest

from accounting.sheets import Column, FileSummary, Sheet, SheetError, write_csv

COLUMNS = (
    Column("beneficiario", "beneficiario", "text"),
    Column("cap", "cap", "code"),
    Column("domanda", "domanda", "datetime"),
    Column("scadenza", "scadenza", "date"),
    Column("addetti", "addetti", "integer", total=True),
    Column("lordo", "contributo_lordo", "money", total=True),
    Column("aliquota", "aliquota_ritenuta", "percent"),
)
ROWS = (
    (
        "Alfa; Beta & C.",
        "00046",
        datetime(2026, 1, 15, 22, 59, 59, 900_000, tzinfo=UTC),
        date(2026, 2, 1),
        1200,
        Decimal(10000),
        Decimal(4),
    ),
    ('=cmd|"x"', "46100", None, None, None, Decimal("-0.50"), Decimal("0.125")),
)
EXPECTED = (
    "\ufeffbeneficiario;cap;domanda;scadenza;addetti;contributo_lordo;aliquota_ritenuta\r\n"
    '"Alfa; Beta & C.";00046;15/01/2026 23:59:59;01/02/2026;1200;10000,00;4,00\r\n'
    '"\'=cmd|""x""";46100;;;;-0,50;0,125\r\n'
).encode()


def test_ACC_export_1_gives_exact_bytes_when_written_to_a_stream() -> None:
    stream = BytesIO()
    summary = write_csv(stream, Sheet("Liquidazioni", COLUMNS, ROWS))
    assert stream.getvalue() == EXPECTED
    assert summary == FileSummary(
        rows=2,
        totals={"addetti": 1200, "lordo": Decimal("9999.50")},
        sha256=hashlib.sha256(EXPECTED).hexdigest(),
    )


def test_write_csv_gives_the_same_bytes_when_written_to_a_path(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    write_csv(path, Sheet("Liquidazioni", COLUMNS, ROWS))
    assert path.read_bytes() == EXPECTED


def test_write_csv_uses_comma_and_point_when_asked() -> None:
    stream = BytesIO()
    columns = [Column("nome", "nome", "text"), Column("lordo", "lordo", "money")]
    write_csv(
        stream,
        Sheet("Liquidazioni", columns, [("Alfa, Beta", Decimal("10.5"))]),
        separator=",",
        decimal_comma=False,
    )
    assert stream.getvalue() == '\ufeffnome,lordo\r\n"Alfa, Beta",10.50\r\n'.encode()


def test_text_gets_an_apostrophe_when_it_could_run_as_a_formula() -> None:
    stream = BytesIO()
    texts = ["=1", "+39 0376", "-", "@a", "\t=1", "\r=1", " =1", "\uff1d1", "a=1", "", "x\x00\x1fy"]
    write_csv(stream, Sheet("Note", [Column("note", "note", "text")], [[t] for t in texts]))
    assert stream.getvalue().decode("utf-8-sig") == (
        "note\r\n'=1\r\n'+39 0376\r\n'-\r\n'@a\r\n'\t=1\r\n\"'\n=1\"\r\n' =1\r\n'\uff1d1\r\na=1\r\n"
        '""\r\nxy\r\n'
    )


def test_write_csv_gives_only_the_header_when_there_are_no_rows() -> None:
    stream = BytesIO()
    summary = write_csv(stream, Sheet("Liquidazioni", COLUMNS, []))
    assert stream.getvalue() == EXPECTED[: EXPECTED.index(b"\r\n") + 2]
    assert (summary.rows, summary.totals) == (0, {"addetti": 0, "lordo": Decimal("0.00")})


def test_minus_zero_is_zero_when_an_amount_is_written() -> None:
    stream = BytesIO()
    columns = [Column("lordo", "lordo", "money"), Column("quota", "quota", "percent")]
    write_csv(stream, Sheet("Zero", columns, [(Decimal("-0.00"), Decimal("-0"))]))
    assert stream.getvalue() == "\ufefflordo;quota\r\n0,00;0,00\r\n".encode()


def test_place_is_named_when_a_value_does_not_fit() -> None:
    columns = [Column("nome", "nome", "text"), Column("lordo", "lordo", "money")]
    sheet = Sheet("Prova", columns, [("a", Decimal(1)), ("b", 1.5)])
    with pytest.raises(SheetError, match=r"^sheet 'Prova', row 2, column 'lordo': a Decimal"):
        write_csv(BytesIO(), sheet)
    with pytest.raises(SheetError, match="row 1: 1 values for 2 columns"):
        write_csv(BytesIO(), Sheet("Prova", columns, [("a",)]))
