"""Workbooks: typed cells, totals, harmless text, reproducible bytes, little left behind."""

import hashlib
import re
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from accounting.sheets import Column, Sheet, SheetError, WorkbookSummary, write_workbook

CREATED = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

COLUMNS = (
    Column("name", "Beneficiario", "text"),
    Column("tax_code", "Codice fiscale", "code"),
    Column("filed", "Domanda presentata", "datetime"),
    Column("granted", "Data concessione", "date"),
    Column("staff", "Addetti", "integer", total=True),
    Column("amount", "Contributo lordo", "money", total=True),
    Column("rate", "Aliquota", "percent"),
)
ALFA = (
    "Alfa Srl",
    "01234560207",
    datetime(2026, 1, 15, 22, 59, 59, 700_000, tzinfo=UTC),
    date(2026, 2, 1),
    12,
    Decimal("5000.00"),
    Decimal("4.00"),
)
BETA = ("Beta Snc", "00046", datetime(2026, 7, 1, 8, 0, tzinfo=UTC), None, 3, Decimal("0.10"), None)


def _sheet(rows: Any, title: str = "Liquidazioni", columns: Any = COLUMNS, **more: Any) -> Sheet:
    return Sheet(title, columns, rows, **more)


def _write(path: Path, *sheets: Sheet, **more: Any) -> WorkbookSummary:
    return write_workbook(path, sheets, title="Determina n. 12", created=CREATED, **more)


def _texts(path: Path, values: list[str], kind: Any = "text") -> list[Any]:
    """Write texts in one column and read the cells below the header back."""
    _write(path, _sheet([[value] for value in values], columns=[Column("note", "Note", kind)]))
    sheet = load_workbook(path).worksheets[0]
    return [row[0] for row in sheet.iter_rows(min_row=3, max_col=1)]


def test_write_workbook_gives_typed_cells_when_read_back(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    _write(path, _sheet([ALFA, BETA]))
    sheet = load_workbook(path).worksheets[0]
    read = [[(c.value, c.data_type, c.number_format) for c in row] for row in sheet["A4:G5"]]
    assert read == [
        [
            ("Alfa Srl", "s", "General"),
            ("01234560207", "s", "@"),
            (datetime.fromisoformat("2026-01-15T23:59:59"), "d", "dd/mm/yyyy hh:mm:ss"),
            (datetime.fromisoformat("2026-02-01"), "d", "dd/mm/yyyy"),
            (12, "n", "0"),
            (5000, "n", "#,##0.00"),
            (0.04, "n", "0.00%"),
        ],
        [
            ("Beta Snc", "s", "General"),
            ("00046", "s", "@"),
            (datetime.fromisoformat("2026-07-01T10:00"), "d", "dd/mm/yyyy hh:mm:ss"),
            (None, "n", "General"),
            (3, "n", "0"),
            (0.1, "n", "#,##0.00"),
            (None, "n", "General"),
        ],
    ]


def test_write_workbook_returns_exact_totals_when_columns_are_summed(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    tenths = [(*BETA[:4], 1, Decimal("0.10"), None)] * 3
    summary = _write(path, _sheet([ALFA, BETA]), _sheet(tenths, "Decimi"))
    assert summary == WorkbookSummary(
        rows=5,
        sheet_rows={"Liquidazioni": 2, "Decimi": 3},
        totals={
            "Liquidazioni": {"staff": 15, "amount": Decimal("5000.10")},
            "Decimi": {"staff": 3, "amount": Decimal("0.30")},
        },
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
    )


def test_totals_row_covers_every_row_when_it_stands_above_the_header(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    _write(path, _sheet([ALFA] * 1200, note_lines=["Estratto di prova"]))
    formulas = [cell.value for cell in load_workbook(path).worksheets[0][3]]
    cached = [cell.value for cell in load_workbook(path, data_only=True).worksheets[0][3]]
    label = "Totale delle righe visibili"
    assert formulas == [
        label,
        None,
        None,
        None,
        "=SUBTOTAL(109,E5:E1204)",
        "=SUBTOTAL(109,F5:F1204)",
        None,
    ]
    assert cached == [label, None, None, None, 14_400, 6_000_000, None]


def test_layout_holds_title_notes_filter_and_print_setup(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    _write(path, _sheet([ALFA, BETA], note_lines=["Bando fiere 2026", "Solo ammesse"]))
    sheet = load_workbook(path).worksheets[0]
    header = sheet["A5"]
    assert [sheet[f"A{row}"].value for row in range(1, 6)] == [
        "Liquidazioni",
        "Bando fiere 2026",
        "Solo ammesse",
        "Totale delle righe visibili",
        "Beneficiario",
    ]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A6", "A5:G7")
    assert (header.font.b, header.fill.fill_type) == (True, "solid")
    assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$5:$5", "landscape")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    scaling = sheet.sheet_properties.pageSetUpPr
    assert scaling is not None
    assert scaling.fitToPage is True
    assert [sheet.column_dimensions[letter].width for letter in "ABF"] == [28, 18, 16]


def test_wide_sheet_is_printed_over_several_pages(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    columns = [Column(f"text{number}", "Testo", "text", width=50) for number in range(12)]
    _write(path, _sheet([["x"] * 12], columns=columns))
    setup = load_workbook(path).worksheets[0].page_setup
    assert (setup.fitToWidth, setup.fitToHeight) == (3, 0)


def test_document_properties_carry_title_language_and_time(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    _write(path, _sheet([ALFA]), language="en")
    book = load_workbook(path)
    properties = book.properties
    assert (properties.title, properties.creator, properties.language) == (
        "Determina n. 12",
        "Sportello",
        "en-GB",
    )
    assert properties.created == properties.modified == CREATED.replace(tzinfo=None)
    assert book.worksheets[0]["A2"].value == "Total of visible rows"


def test_text_is_no_formula_when_it_looks_like_one(tmp_path: Path) -> None:
    risky = ["=1+1", "+39 0376 000000", "-", "@SUM(A1)", "\t=1+1", "\r=1+1", "  =1+1", "\uff1d1+1"]
    cells = _texts(tmp_path / "out.xlsx", [*risky, "#N/A", "Rossi - Bianchi"])
    assert [(c.value, c.data_type, bool(c.quotePrefix)) for c in cells] == [
        ("=1+1", "s", True),
        ("+39 0376 000000", "s", True),
        ("-", "s", True),
        ("@SUM(A1)", "s", True),
        ("\t=1+1", "s", True),
        ("\n=1+1", "s", True),
        ("  =1+1", "s", True),
        ("\uff1d1+1", "s", True),
        ("#N/A", "s", False),
        ("Rossi - Bianchi", "s", False),
    ]


def test_titles_and_notes_are_no_formulas_when_they_look_like_some(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    columns = [Column("note", "=2+2", "text")]
    _write(path, Sheet("=3+3", columns, [["=4+4"]], note_lines=["=5+5"]))
    with zipfile.ZipFile(path) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_characters_are_dropped_when_xml_cannot_hold_them(tmp_path: Path) -> None:
    cells = _texts(
        tmp_path / "out.xlsx", ["a\x00b\x0bc\x1fd\ud800e\uffff", "uno\r\ndue", "è <&> 🎭"]
    )
    assert [cell.value for cell in cells] == ["abcde", "uno\ndue", "è <&> 🎭"]


def test_text_ends_in_an_ellipsis_when_a_cell_cannot_hold_it(tmp_path: Path) -> None:
    cells = _texts(tmp_path / "out.xlsx", ["a" * 32_767, "b" * 32_768, "🎭" * 16_384])
    assert [cell.value for cell in cells] == ["a" * 32_767, "b" * 32_766 + "…", "🎭" * 16_383 + "…"]


def test_cell_is_left_out_when_its_text_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    _texts(path, ["", "\x00", "c"], kind="code")
    with zipfile.ZipFile(path) as archive:
        cells = re.findall(rb'<c r="(\w+)"', archive.read("xl/worksheets/sheet1.xml"))
    assert cells == [b"A1", b"A2", b"A5"]


def test_escape_sequences_stay_text_when_a_reader_would_decode_them(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    _texts(path, ["codice _x0041_"])
    with zipfile.ZipFile(path) as archive:
        assert b"<t>codice _x005F_x0041_</t>" in archive.read("xl/worksheets/sheet1.xml")


def test_bytes_are_the_same_when_input_and_time_are(tmp_path: Path) -> None:
    digests = [
        _write(tmp_path / name, _sheet([ALFA, BETA]), _sheet([], "Vuoto")).sha256
        for name in ("first.xlsx", "second.xlsx")
    ]
    other = write_workbook(
        tmp_path / "third.xlsx",
        [_sheet([ALFA, BETA]), _sheet([], "Vuoto")],
        title="Determina n. 12",
        created=CREATED.replace(minute=31),
    )
    assert digests[0] == digests[1] != other.sha256
    with zipfile.ZipFile(tmp_path / "first.xlsx") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 3, 2, 9, 30, 0)}


def test_sheet_is_complete_when_there_are_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    summary = _write(path, _sheet([]))
    sheet = load_workbook(path).worksheets[0]
    assert (summary.rows, summary.totals) == (
        0,
        {"Liquidazioni": {"staff": 0, "amount": Decimal("0.00")}},
    )
    assert (sheet.max_row, sheet.auto_filter.ref) == (3, "A3:G3")
    assert sheet["F2"].value == "=SUBTOTAL(109,F4:F4)"


def test_progress_is_told_every_500_rows_when_sheets_follow_each_other(tmp_path: Path) -> None:
    seen: list[int] = []
    sheets = [_sheet([ALFA] * 700), _sheet([BETA] * 800, "Seconda")]
    _write(tmp_path / "out.xlsx", *sheets, progress=seen.append)
    assert seen == [500, 1000, 1500]


def test_rows_are_read_one_by_one_when_given_as_generator(tmp_path: Path) -> None:
    read = 0
    seen: list[int] = []

    def rows() -> Iterator[Any]:
        nonlocal read
        for _ in range(1000):
            read += 1
            yield ALFA

    _write(tmp_path / "out.xlsx", _sheet(rows()), progress=lambda _: seen.append(read))
    assert seen == [500, 1000]


@pytest.mark.parametrize(
    ("kind", "value", "reason"),
    [
        ("money", 1.5, "a Decimal is needed, not float"),
        ("money", Decimal("1.005"), "amount with fractions of a cent: 1.005"),
        ("money", Decimal("NaN"), "not a finite number: NaN"),
        ("money", Decimal("1E+13"), "amount of more than 13 integer digits"),
        ("integer", True, "a whole number is needed, not bool"),
        ("integer", 10**15, "more than 15 digits: use a code column"),
        ("code", 46100, "a code must be text, not int"),
        ("date", "2026-01-01", "a date is needed, not str"),
        ("date", date(1899, 12, 31), "date before 01/03/1900"),
        ("datetime", date(2026, 1, 1), "date and time are needed, not date"),
        ("percent", "4", "a Decimal is needed, not str"),
    ],
)
def test_place_and_reason_are_named_when_a_value_does_not_fit(
    tmp_path: Path, kind: Any, value: Any, reason: str
) -> None:
    columns = [Column("name", "Nome", "text"), Column("odd", "Strano", kind)]
    expected = f"sheet 'Prova', row 2, column 'odd': {reason}"
    with pytest.raises(SheetError, match=f"^{re.escape(expected)}$"):
        _write(tmp_path / "out.xlsx", Sheet("Prova", columns, [("a", None), ("b", value)]))


def test_row_is_refused_when_it_has_too_few_values(tmp_path: Path) -> None:
    with pytest.raises(SheetError, match="row 1: 1 values for 7 columns"):
        _write(tmp_path / "out.xlsx", _sheet([("solo",)]))


def test_nothing_is_left_behind_when_rows_fail_halfway(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"earlier")

    def rows() -> Iterator[Any]:
        yield ALFA
        raise ConnectionError("lost")

    with pytest.raises(ConnectionError):
        _write(path, _sheet([ALFA], "Prima"), _sheet(rows()))
    assert [*scratch.iterdir()] == []
    assert [entry.name for entry in tmp_path.iterdir() if entry.is_file()] == ["out.xlsx"]
    assert path.read_bytes() == b"earlier"


def test_tabs_get_allowed_and_different_names_when_titles_are_long(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    long = "Contributi concessi [de minimis] 2026/2027"
    titles = [f"{long}: prima parte", f"{long}: seconda parte", "D'Arco", "???"]
    _write(path, *[_sheet([ALFA], title) for title in titles])
    assert load_workbook(path).sheetnames == [
        "Contributi concessi de minimis",
        "Contributi concessi de minimi 2",
        "D'Arco",
        "-",
    ]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Column("name", "Nome", "text", total=True), "a text column has no total"),
        (lambda: Column("name", "Nome", "colour"), "unknown kind 'colour'"),  # type: ignore[arg-type]
        (lambda: Sheet("Prova", [], []), "no column"),
        (lambda: Sheet("Prova", [COLUMNS[0], COLUMNS[0]], []), "two columns share a key"),
    ],
)
def test_description_is_refused_when_it_makes_no_sense(make: Any, message: str) -> None:
    with pytest.raises(SheetError, match=message):
        make()


def test_workbook_is_refused_when_sheets_are_missing_or_alike(tmp_path: Path) -> None:
    with pytest.raises(SheetError, match="a workbook needs a sheet"):
        _write(tmp_path / "out.xlsx")
    with pytest.raises(SheetError, match="two sheets share a title"):
        _write(tmp_path / "out.xlsx", _sheet([]), _sheet([]))
    with pytest.raises(SheetError, match="unknown language 'de'"):
        _write(tmp_path / "out.xlsx", _sheet([]), language="de")
