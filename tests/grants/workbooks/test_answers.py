"""The answers to a call's extra questions in the workbook of grants: typed, by question, lines apart."""

import uuid
from datetime import date, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounting.services.workbooks import make_workbook, request_workbook
from calls.rules.questions import Question as PlainQuestion
from grants import services
from tests.accounting.books import made, sheets, table
from tests.grants import typed
from tests.grants.asking import FILED, QUESTIONS, later_version
from workflows.tasks import perform

pytestmark = pytest.mark.django_db(transaction=True)

ANSWERS, LINES = "Risposte COW-SPORT", "Righe COW-SPORT"
GIVEN = {code: value for code, value in FILED.items() if code != "totale"}


def granted(office, **given):
    """Return a grant whose application answered so."""
    case = office.draft()
    if any(one.kind == "file" for one in case.call_version.questions.all()):
        typed.attach(case, "q_piano", "piano.pdf")
    services.submit(
        case,
        by=case.opened_by,
        filing=office.filing(given_answers=given),
        submission_key=uuid.uuid4(),
    )
    case = perform(case, "start_examination", by=office.officer)
    case = perform(case, "propose_admission", by=office.officer)
    return perform(case, "grant", by=office.director)


def test_CALL_07_each_question_has_its_column_and_each_answer_its_type(office):
    later_version(office, *QUESTIONS)
    case = granted(office, **GIVEN)

    [row] = table(sheets(made(office))[ANSWERS])

    assert row == {
        "Pratica": case.number,
        "Beneficiario": case.applicant.name,
        "Un motto": "Piano, ma bene",
        "Quanti siete?": 3,
        "Risparmi": 1000.5,
        "Inizio": datetime(2026, 12, 24),  # noqa: DTZ001 (as a spreadsheet gives it)
        "Settore": "Arte",
        "Quale altro settore?": None,
        "Canali": "Fiere, Rete",
        "Piano d'impresa": "piano.pdf",
        "Beni da comprare (righe)": 1,
        "Spesa con i beni": 1450,
        "Veridicità": "Dichiarato",
    }


def test_CALL_07_repeating_lines_stand_on_a_sheet_of_their_own(office):
    later_version(office, *QUESTIONS)
    lines = (
        {"che": "Tavolo", "prezzo": Decimal("250.00"), "quando": None},
        {"che": "Sedia", "prezzo": Decimal("40.50"), "quando": date(2027, 1, 2)},
    )
    case = granted(office, **GIVEN | {"beni": lines})

    rows = table(sheets(made(office))[LINES])

    whose = {
        "Pratica": case.number,
        "Beneficiario": case.applicant.name,
        "Domanda": "Beni da comprare",
    }
    assert rows == [
        whose | {"Riga": 1, "Che cosa": "Tavolo", "Prezzo": 250, "Quando": None},
        whose
        | {
            "Riga": 2,
            "Che cosa": "Sedia",
            "Prezzo": 40.5,
            "Quando": datetime(2027, 1, 2),  # noqa: DTZ001 (as a spreadsheet gives it)
        },
    ]


def test_answers_that_look_like_formulas_stay_text(office):
    later_version(office, PlainQuestion("motto", "text", "=1+1"))
    granted(office, motto='=HYPERLINK("http://example.org")')

    sheet = sheets(made(office))[ANSWERS]
    header, answer = sheet["C2"], sheet["C3"]

    assert [(one.data_type, one.value) for one in (header, answer)] == [
        ("s", "=1+1"),
        ("s", '=HYPERLINK("http://example.org")'),
    ]
    assert answer.quotePrefix


def test_answers_that_no_spreadsheet_holds_stand_as_text(office):
    later_version(
        office, PlainQuestion("nata", "date", "Nata il"), PlainQuestion("molto", "number", "Quanto")
    )
    granted(office, nata=date(1850, 5, 1), molto=Decimal(123456789012345678))
    granted(office, nata=date(1950, 5, 1), molto=Decimal("0.125"))

    rows = table(sheets(made(office))[ANSWERS])

    assert [(row["Nata il"], row["Quanto"]) for row in rows] == [
        ("01/05/1850", "123456789012345678"),
        (datetime(1950, 5, 1), 0.125),  # noqa: DTZ001 (as a spreadsheet gives it)
    ]


def test_CALL_21_versions_share_columns_of_the_same_question(office):
    later_version(
        office, PlainQuestion("motto", "text", "Motto"), PlainQuestion("altro", "text", "Altro")
    )
    first = granted(office, motto="Uno", altro="Solo qui")
    later_version(
        office,
        PlainQuestion("motto", "text", "Un motto"),
        PlainQuestion("altro", "number", "Altri"),
    )
    second = granted(office, motto="Due", altro=Decimal(2))

    rows = table(sheets(made(office))[ANSWERS])

    assert [tuple(row.items())[0::1] for row in rows] == [
        (
            ("Pratica", one.number),
            ("Beneficiario", one.applicant.name),
            ("Un motto", motto),
            ("Altri", number),
            ("Altro", text),
        )
        for one, motto, number, text in (
            (first, "Uno", None, "Solo qui"),
            (second, "Due", 2, None),
        )
    ]


def test_calls_that_ask_nothing_more_have_no_sheet_of_answers(office):
    office.granted()

    assert list(sheets(made(office))) == ["Contributi concessi", "Quadratura", "Totali per linea"]


def test_workbook_of_all_calls_has_the_answers_of_each(office):
    later_version(office, *QUESTIONS)
    granted(office, **GIVEN)

    assert list(sheets(made(office, call=None)))[3:] == [ANSWERS, LINES]


@pytest.mark.parametrize("grants", [1, 3])
def test_queries_are_as_many_for_one_row_of_answers_as_for_three(office, grants):
    later_version(office, *QUESTIONS)
    for _ in range(grants):
        granted(office, **GIVEN)
    job = request_workbook("granted", office.call, by=office.accountant)

    with CaptureQueriesContext(connection) as queries:
        make_workbook(job)
    assert len(queries) == 38, "\n".join(query["sql"][:150] for query in queries)
