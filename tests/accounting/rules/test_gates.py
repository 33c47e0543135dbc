"""Nothing is paid without its evidence (G5)."""

from datetime import date
from decimal import Decimal

import pytest

from accounting.rules import (
    Durc,
    Payee,
    account_of_payee,
    clear_of_recovery,
    durc_covers,
    durc_until,
    enquiry_done,
    paid_by_another,
    payee_verified,
    published_or_discharged,
    within_due,
)

TODAY = date(2026, 11, 23)
THRESHOLD = Decimal("5000.00")


def answers(outcomes):
    return [(outcome.rule, outcome.verdict.value) for outcome in outcomes]


@pytest.mark.parametrize(
    ("issued", "last"),
    [("2026-07-25", "2026-11-22"), ("2026-10-01", "2027-01-29"), ("2026-11-22", "2027-03-22")],
)
def test_PAY_01_is_valid_for_120_days_the_last_included(issued, last):
    durc = Durc("DURC-1", date.fromisoformat(issued), is_regular=True)
    until = durc_until(durc.issued_on, 120)

    assert until == date.fromisoformat(last)
    assert answers(durc_covers(durc, until, 120)) == [("PAY-01", "met")]
    assert answers(durc_covers(durc, date.fromordinal(until.toordinal() + 1), 120)) == [
        ("PAY-01", "not_met")
    ]


def test_PAY_01_missing_or_of_a_day_to_come_stops_the_payment():
    ahead = Durc("DURC-1", date(2026, 11, 24), is_regular=True)

    assert answers(durc_covers(None, TODAY, 120)) == [("PAY-01", "not_met")]
    assert answers(durc_covers(ahead, TODAY, 120)) == [("PAY-01", "not_met")]


def test_PAY_02_who_has_no_duty_says_why():
    assert answers(durc_covers(None, TODAY, 120, exemption="Nessun dipendente.")) == [
        ("PAY-02", "met")
    ]
    assert answers(durc_covers(None, TODAY, 120, exemption="  ")) == [("PAY-01", "not_met")]


def test_PAY_03_an_irregular_one_needs_the_confirmed_debt():
    unknown = Durc("DURC-1", date(2026, 11, 1), is_regular=False)
    known = Durc("DURC-1", date(2026, 11, 1), is_regular=False, debt=Decimal("1800.00"))

    assert answers(durc_covers(unknown, TODAY, 120))[-1] == ("PAY-03", "not_met")
    assert answers(durc_covers(known, TODAY, 120))[-1] == ("PAY-03", "met")


@pytest.mark.parametrize(
    ("amount", "request_number", "answered", "blocks"),
    [
        ("5000.00", "", None, False),
        ("5000.01", "", None, True),
        ("5000.01", "48BIS-7", None, True),
        ("5000.01", "", TODAY, True),
        ("5000.01", "48BIS-7", TODAY, False),
        ("5000.01", "48BIS-7", date(2026, 11, 24), True),
    ],
)
def test_PAY_05_asks_above_the_threshold(amount, request_number, answered, blocks):
    outcome = enquiry_done(Decimal(amount), THRESHOLD, request_number, answered, TODAY)

    assert (outcome.rule, outcome.blocks) == ("PAY-05", blocks)


@pytest.mark.parametrize(
    ("published", "discharge", "due", "blocks"),
    [
        (None, "", True, True),
        (date(2026, 11, 24), "", True, True),
        (TODAY, "", True, False),
        (None, "1234567", True, False),
        (None, "", False, False),
    ],
)
def test_TRA_03_TRA_07_pays_only_what_is_effective(published, discharge, due, blocks):
    outcome = published_or_discharged(published, TODAY, discharge=discharge, must_publish=due)

    assert (outcome.rule, outcome.blocks) == ("TRA-03", blocks)


@pytest.mark.parametrize(
    ("holders", "blocks"),
    [
        (["01234560207"], False),
        (["rssdaa80a41e897q "], False),
        (["09876543210"], True),
        ([""], True),
    ],
)
def test_PAY_12_pays_into_the_beneficiarys_own_account(holders, blocks):
    outcome = account_of_payee(holders, ["01234560207", "RSSDAA80A41E897Q", ""])

    assert outcome.blocks is blocks


@pytest.mark.parametrize(
    ("answer", "reason", "blocks"),
    [
        (None, "", True),
        (Payee.MATCH, "", False),
        (Payee.NO_MATCH, "è il socio", True),
        (Payee.CLOSE, "", True),
        (Payee.CLOSE, "Manca solo la forma giuridica.", False),
        (Payee.NOT_POSSIBLE, " ", True),
        (Payee.NOT_POSSIBLE, "Banca estera, visto l'estratto conto.", False),
    ],
)
def test_PAY_12_takes_the_banks_answer(answer, reason, blocks):
    outcome = payee_verified(answer, reason)

    assert outcome.blocks is blocks
    assert outcome.sentence


def test_RNA_08_other_regimes_need_their_check():
    assert not clear_of_recovery(True, None, TODAY).blocks
    assert clear_of_recovery(False, None, TODAY).blocks
    assert not clear_of_recovery(False, TODAY, TODAY).blocks


def test_ORG_09_nobody_grants_and_pays():
    assert paid_by_another("Anna", ["Anna", "Bruno"]).blocks
    assert not paid_by_another("Carla", ["Anna", "Bruno"]).blocks


@pytest.mark.parametrize(
    ("gross", "already", "blocks"),
    [("600.00", "400.00", False), ("600.01", "400.00", True), ("0.00", "0.00", True)],
)
def test_ACC_04_parts_never_pass_what_is_due(gross, already, blocks):
    assert within_due(Decimal(gross), Decimal(1000), Decimal(already)).blocks is blocks
