"""Codes of other registers: CUP, COR, VERCOR."""

from datetime import date

import pytest

from accounting.rules import aid_answer, cor_given, cor_in_window, cup_given
from tests.accounting.vectors import VECTORS

CUP = VECTORS["cup"]


@pytest.mark.parametrize("code", CUP["ok"])
def test_CUP_04_takes_a_well_formed_code(code):
    assert not cup_given(code).blocks


@pytest.mark.parametrize("code", [*CUP["bad"], "", "J41B26000010005\n", "J41B2600001000５"])
def test_CUP_01_CUP_04_refuses_any_other(code):
    assert cup_given(code).blocks


def test_CUP_04_belongs_to_one_grant():
    outcome = cup_given(CUP["ok"][0], used_by="BF26-00012")

    assert (outcome.blocks, outcome.sentence) == (
        True,
        "Il CUP J41B26000010005 è già della pratica BF26-00012.",
    )


@pytest.mark.parametrize(
    ("code", "used", "blocks"),
    [
        ("1234567", "", False),
        ("", "", True),
        ("12A", "", True),
        ("1234567", "BF26-00012", True),
    ],
)
def test_RNA_02_asks_for_digits_of_one_grant(code, used, blocks):
    assert cor_given(code, used).blocks is blocks


@pytest.mark.parametrize(
    ("registered", "granted", "verdict"),
    [
        ("2026-11-05", "2026-11-19", "met"),
        ("2026-11-05", "2026-11-20", "warning"),
        ("2026-11-05", "2026-11-25", "warning"),
        ("2026-11-05", "2026-11-26", "not_met"),
        ("2026-11-05", "2026-11-04", "not_met"),
        ("2026-12-05", "2026-12-25", "warning"),
        ("2026-12-05", "2026-12-26", "not_met"),
    ],
)
def test_RNA_03_grants_within_twenty_days_and_no_holiday_moves_them(registered, granted, verdict):
    outcome = cor_in_window(date.fromisoformat(registered), date.fromisoformat(granted), 20, 15)

    assert outcome.verdict.value == verdict


def test_RNA_03_needs_the_day_of_registration():
    assert cor_in_window(None, date(2026, 11, 5), 20, 15).blocks


@pytest.mark.parametrize(("answer", "blocks"), [("7654321", False), ("", True), ("no", True)])
def test_RNA_04_keeps_the_answer_of_the_register(answer, blocks):
    assert aid_answer(answer, "Visura de minimis").blocks is blocks
