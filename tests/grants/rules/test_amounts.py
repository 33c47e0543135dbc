"""What a spend gives, to the cent."""

import pytest

from grants import rules
from tests.grants.rules.judging import MET, NOT_MET, VECTORS, WARNING, answer, eur


def line(net="1000.00", *, kind="desk_rent", quantity=1, vat="22", list_price=None, admitted=None):
    return rules.Line(
        kind,
        "Postazione",
        eur(quantity),
        eur(net),
        eur(vat),
        None if list_price is None else eur(list_price),
        None if admitted is None else eur(admitted),
    )


def compute(*lines, rate="50", ceiling="1500.00", minimum="400.00", with_vat=False):
    return rules.contribution(
        lines,
        rate_percent=eur(rate),
        ceiling=eur(ceiling),
        minimum=eur(minimum),
        with_vat=with_vat,
    )


@pytest.mark.parametrize("case", VECTORS["voucher"], ids=lambda case: case["eligible"])
def test_AMT_01_contribution_is_the_share_of_the_spend_up_to_the_ceiling(case):
    amount = compute(
        line(case["eligible"]), rate=case["rate"], ceiling=case["cap"], minimum=case["minimum"]
    ).amount

    assert amount == (None if case["grant"] is None else eur(case["grant"]))


def test_AMT_01_steps_say_how_the_amount_came_about():
    assert compute(line("1234.50")) == rules.Contribution(
        eligible=eur("1234.50"),
        share=eur("617.25"),
        amount=eur("617.25"),
        steps=(
            ("Spesa ammissibile (senza IVA)", eur("1234.50")),
            ("50% della spesa ammissibile", eur("617.25")),
            ("Contributo massimo", eur("1500.00")),
            ("Contributo", eur("617.25")),
        ),
    )


def test_AMT_01_no_line_gives_no_contribution():
    assert compute().amount is None


@pytest.mark.parametrize(
    ("spend", "expected"), [("399.99", NOT_MET), ("400.00", MET), ("400.01", MET)]
)
def test_AMT_01_minimum_spend_is_reached_to_the_cent(spend, expected):
    outcome = rules.minimum_reached(compute(line(spend)), eur("400.00"))

    assert answer(outcome) == ("AMT-01", expected)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [("0.00", NOT_MET), ("0.01", MET), ("500.00", MET), ("500.01", NOT_MET)],
)
def test_AMT_01_request_stays_within_what_is_computed(asked, expected):
    assert answer(rules.request_within(eur(asked), compute(line("1000.00")))) == (
        "AMT-01",
        expected,
    )


def test_AMT_01_nothing_can_be_asked_for_a_spend_that_is_too_low():
    assert rules.request_within(eur(1), compute(line("399.99"))).verdict is NOT_MET


def test_AMT_02_vat_counts_only_where_it_is_a_cost():
    assert compute(line("1000.00"), with_vat=False).eligible == eur("1000.00")
    assert compute(line("1000.00"), with_vat=True).eligible == eur("1220.00")


def test_AMT_02_spend_admitted_by_the_officer_counts_as_it_is():
    assert compute(line("1000.00", admitted="800.00"), with_vat=True).eligible == eur("800.00")
    assert compute(line("1000.00", admitted="0.00")).eligible == 0


def test_AMT_06_each_line_is_rounded_once():
    assert line("33.335", quantity="1.5").net == eur("50.00")
    assert line("10.05", vat="4").cost(with_vat=True) == eur("10.45")


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [([], MET), (["desk_rent"], MET), (["desk_rent", "travel"], NOT_MET)],
)
def test_COW_06_kinds_of_spend_are_those_of_the_call(kinds, expected):
    lines = [line(kind=kind) for kind in kinds]

    assert answer(rules.kinds_allowed(lines, ("desk_rent", "insurance"))) == ("COW-06", expected)


@pytest.mark.parametrize(
    ("price", "expected"), [("220.00", MET), ("220.01", WARNING), ("200.00", MET), ("0.00", MET)]
)
def test_COW_07_price_above_the_list_by_more_than_the_tolerance_is_looked_at(price, expected):
    outcome = rules.price_within_list(line(price, list_price="200.00"), eur(10))

    assert answer(outcome) == ("COW-07", expected)
    assert not outcome.blocks


def test_COW_07_spend_that_is_not_in_the_list_is_looked_at():
    assert answer(rules.price_within_list(line(), eur(10))) == ("COW-07", WARNING)
