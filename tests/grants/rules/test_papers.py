"""What comes with an application, at its limits."""

from datetime import timedelta

import pytest

from grants import rules
from tests.grants.rules.judging import MET, NOT_MET, TODAY, WARNING, answer


@pytest.mark.parametrize(
    ("quoted", "expected"),
    [
        (TODAY, MET),
        (TODAY - timedelta(days=60), MET),
        (TODAY - timedelta(days=61), NOT_MET),
        (TODAY + timedelta(days=1), NOT_MET),
        (None, NOT_MET),
    ],
)
def test_COW_08_quotation_is_neither_old_nor_of_tomorrow(quoted, expected):
    assert answer(rules.quote_fresh(quoted, TODAY, 60)) == ("COW-08", expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("x" * 499, NOT_MET), ("x" * 500, MET), ("x" * 3000, MET), ("x" * 3001, NOT_MET)],
    ids=["499", "500", "3000", "3001"],
)
def test_COW_10_project_is_told_within_the_calls_characters(text, expected):
    assert answer(rules.project_told(f"  {text}\n", 500, 3000)) == ("COW-10", expected)


def test_SOC_03_nothing_missing_is_one_outcome_that_holds():
    assert [answer(one) for one in rules.documents_present([])] == [("SOC-03", MET)]


def test_SOC_05_only_an_essential_document_blocks():
    outcomes = rules.documents_present([("Preventivo", True), ("Curriculum", False)])

    assert [answer(one) for one in outcomes] == [("SOC-03", NOT_MET), ("SOC-05", WARNING)]


@pytest.mark.parametrize(("missing", "expected"), [([], MET), (["Informativa"], NOT_MET)])
def test_DOC_01_every_declaration_is_made(missing, expected):
    outcome = rules.declarations_made(missing)

    assert answer(outcome) == ("DOC-01", expected)
    assert all(title in outcome.sentence for title in missing)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("COW-08", MET),
        ("AMT-01", MET),
        ("PROC-T2", NOT_MET),
        ("proc-t5", NOT_MET),
        ("TERM-05", NOT_MET),
    ],
)
def test_PRE_10_delay_of_the_office_is_no_reason_against(rule, expected):
    assert answer(rules.ground_not_own_fault(rule)) == ("PRE-10", expected)
