"""What may be counted of an invoice, and what may not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grants.rules import expenses
from grants.rules.expenses import Expense, Means, Window, identity

CUP = "J41B26000010005"
WINDOW = Window(date(2026, 1, 1), date(2026, 6, 30))
SPACE = "Officina Nove"
INVOICE = Expense(
    supplier="IT01234560207",
    number="12/A",
    issued_on=date(2026, 3, 10),
    net=Decimal("100.00"),
    vat=Decimal("22.00"),
    claimed=Decimal("100.00"),
    paid_on=date(2026, 3, 20),
    means=Means.TRANSFER,
    reference="CRO 0123456789",
    cup=CUP,
)
NOTE = replace(
    INVOICE,
    number="3/NC",
    issued_on=date(2026, 4, 1),
    net=Decimal("30.00"),
    vat=Decimal("6.60"),
    claimed=Decimal("0.00"),
    paid_on=None,
    credits="12/A",
)


@pytest.mark.parametrize(
    ("issued", "paid", "verdicts"),
    [
        ("2026-01-01", "2026-06-30", ["met", "met"]),
        ("2025-12-31", "2026-06-30", ["not_met", "met"]),
        ("2026-01-01", "2026-07-01", ["met", "not_met"]),
        ("2026-07-01", "2026-07-01", ["not_met", "not_met"]),
    ],
)
def test_AMT_04_counts_both_days_to_the_day(issued, paid, verdicts):
    bill = replace(INVOICE, issued_on=date.fromisoformat(issued), paid_on=date.fromisoformat(paid))

    outcomes = expenses.within_window(bill, WINDOW)

    assert [outcome.verdict.value for outcome in outcomes] == verdicts
    assert {outcome.rule for outcome in outcomes} == {"AMT-04"}


def test_AMT_04_asks_for_the_day_of_payment():
    last = expenses.within_window(replace(INVOICE, paid_on=None), WINDOW)[-1]

    assert (last.blocks, last.sentence) == (True, "Manca la data del pagamento.")


def test_EXP_01_takes_the_space_or_its_manager_alone():
    manager = ["01234560207", "RSSDAA80A41E897Q"]

    assert not expenses.supplier_admitted(INVOICE, manager, SPACE).blocks
    assert expenses.supplier_admitted(INVOICE, ["09876543210", ""], SPACE).blocks
    assert expenses.supplier_admitted(replace(INVOICE, supplier=""), manager, SPACE).blocks


@pytest.mark.parametrize(
    ("means", "reference", "blocks"),
    [(Means.TRANSFER, "CRO 1", False), (Means.CARD, " ", True), (None, "CRO 1", True)]
    + [(means, "CRO 1", True) for means in (Means.CASH, Means.CHEQUE, Means.COMPENSATION)],
)
def test_AMT_03_wants_a_trace_at_the_bank(means, reference, blocks):
    bill = replace(INVOICE, means=means, reference=reference)

    assert expenses.paid_traceably(bill).blocks is blocks


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({}, "met"),
        ({"cup": "J41B26000010006"}, "not_met"),
        ({"cup": ""}, "not_met"),
        ({"cup": "", "cup_explained": "Dichiarazione allegata"}, "warning"),
        ({"cup": "", "issued_on": date(2026, 1, 14)}, "warning"),
        ({"cup": "", "issued_on": date(2026, 1, 15)}, "not_met"),
    ],
)
def test_CUP_02_wants_the_code_or_a_reason(change, verdict):
    outcome = expenses.cup_on_invoice(replace(INVOICE, **change), CUP, date(2026, 1, 15))

    assert outcome.verdict.value == verdict


def test_EXP_03_refuses_another_currency():
    assert expenses.in_euro(replace(INVOICE, currency="CHF")).sentence == (
        "La fattura è in CHF: serve l'importo in euro addebitato dalla banca."
    )
    assert not expenses.in_euro(INVOICE).blocks


@pytest.mark.parametrize("number", ["12/A", "0012-a", " 12 A", "12A"])
def test_EXP_02_knows_an_invoice_however_its_number_is_spelled(number):
    used = {identity("01234560207", "12/A", date(2026, 1, 1)): "BF26-00007"}

    outcome = expenses.never_twice(replace(INVOICE, number=number), used)

    assert outcome.blocks
    assert outcome.sentence == (f"La fattura {number} è già rendicontata: pratica BF26-00007.")


@pytest.mark.parametrize(
    "change",
    [
        {"number": "12/B"},
        {"number": "1/2A"},
        {"supplier": "09876543210"},
        {"issued_on": date(2025, 3, 10)},
    ],
)
def test_EXP_02_tells_apart_what_is_another_invoice(change):
    used = {identity("01234560207", "12/A", date(2026, 1, 1)): "BF26-00007"}

    assert not expenses.never_twice(replace(INVOICE, **change), used).blocks


def test_EXP_02_names_the_lines_that_repeat_one_before():
    again = replace(INVOICE, number="0012 a")

    assert expenses.repeated([INVOICE, NOTE, again, INVOICE]) == [2, 3]


@pytest.mark.parametrize(
    ("claimed", "vat_is_cost", "blocks"),
    [
        ("100.00", False, False),
        ("100.01", False, True),
        ("122.00", True, False),
        ("122.01", True, True),
        ("-0.01", False, True),
    ],
)
def test_AMT_02_claims_no_more_than_the_invoice_cost(claimed, vat_is_cost, blocks):
    bill = replace(INVOICE, claimed=Decimal(claimed))

    outcome = expenses.claim_within(bill, Decimal("0.00"), vat_is_cost=vat_is_cost)

    assert (outcome.rule, outcome.blocks) == ("AMT-02", blocks)


def test_EXP_04_a_credit_note_lowers_its_invoice():
    lines = [INVOICE, NOTE]
    taken = expenses.credited(lines, vat_is_cost=False)

    too_much = expenses.claim_within(INVOICE, taken[0], vat_is_cost=False)
    just = replace(INVOICE, claimed=Decimal("70.00"))

    assert taken == {0: Decimal("30.00")}
    assert expenses.credited(lines, vat_is_cost=True) == {0: Decimal("36.60")}
    assert (too_much.rule, too_much.blocks) == ("EXP-04", True)
    assert not expenses.claim_within(just, taken[0], vat_is_cost=False).blocks
    assert not expenses.credit_note_placed(NOTE, lines).blocks


@pytest.mark.parametrize(
    "change",
    [
        {"credits": "99"},
        {"supplier": "09876543210"},
        {"claimed": Decimal("1.00")},
        {"issued_on": date(2026, 3, 9)},
    ],
)
def test_EXP_04_a_credit_note_without_its_invoice_is_refused(change):
    note = replace(NOTE, **change)

    assert expenses.credit_note_placed(note, [INVOICE, note]).blocks


@pytest.mark.parametrize(
    ("admitted", "reason", "blocks"),
    [
        ("100.00", "", False),
        ("99.99", "", True),
        ("99.99", "Fuori listino", False),
        ("100.01", "Fuori listino", True),
        ("-1.00", "Fuori listino", True),
    ],
)
def test_PRE_09_cuts_only_with_a_reason(admitted, reason, blocks):
    assert expenses.admitted_within(INVOICE, Decimal(admitted), reason).blocks is blocks


@given(st.text(max_size=20), st.text(max_size=20))
def test_EXP_02_identity_is_the_same_for_the_same_and_never_breaks(supplier, number):
    first = identity(supplier, number, date(2026, 1, 1))

    assert first == identity(f" {supplier} ", f"{number} ", date(2026, 12, 31))
