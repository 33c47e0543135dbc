"""Every rule of the coworking contribution at its limits, on both sides."""

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from grants import rules
from workflows.rules import Outcome, Verdict

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text())
MET, NOT_MET, WARNING = Verdict.MET, Verdict.NOT_MET, Verdict.WARNING
TODAY = date(2026, 11, 22)


def eur(amount) -> Decimal:
    return Decimal(str(amount))


def answer(outcome: Outcome) -> tuple[str, Verdict]:
    return outcome.rule, outcome.verdict


def line(net="1000.00", kind="desk_rent", quantity=1, vat="22", list_price=None, admitted=None):
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


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("0.004", "0.00"),
        ("0.005", "0.01"),
        ("0.015", "0.02"),
        ("2.675", "2.68"),
        ("-0.005", "-0.01"),
    ],
)
def test_AMT_06_cents_are_rounded_half_up(amount, expected):
    assert rules.cents(eur(amount)) == eur(expected)


def test_AMT_06_each_line_is_rounded_once():
    assert line("33.335", quantity="1.5").net == eur("50.00")
    assert line("10.05", vat="4").cost(with_vat=True) == eur("10.45")


@pytest.mark.parametrize(
    ("amount", "text"),
    [("0", "0,00 €"), ("1500", "1.500,00 €"), ("1234567.895", "1.234.567,90 €")],
)
def test_amounts_are_written_as_italian_letters_do(amount, text):
    assert rules.euro(eur(amount)) == text


@pytest.mark.parametrize(("value", "text"), [("50", "50%"), ("12.50", "12,5%"), ("100", "100%")])
def test_percentages_are_written_as_italian_letters_do(value, text):
    assert rules.percent(eur(value)) == text


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 10, 31), 4, date(2027, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), 12, date(2027, 3, 31)),
    ],
)
def test_TERM_05_months_end_on_the_same_day_or_on_the_last(start, months, expected):
    assert rules.months_after(start, months) == expected


@pytest.mark.parametrize(
    ("filed", "expected"),
    [
        (date(2026, 11, 21), NOT_MET),
        (date(2026, 11, 22), MET),
        (date(2044, 11, 21), MET),
        (date(2044, 11, 22), NOT_MET),
    ],
)
def test_COW_01_age_counts_from_the_birthday_to_the_day_before_the_next_limit(filed, expected):
    born = date(2008, 11, 22)

    assert answer(rules.age_within(born, filed, (18, 35))) == ("COW-01", expected)


@pytest.mark.parametrize(
    ("on", "age"),
    [(date(2026, 2, 28), 17), (date(2026, 3, 1), 18), (date(2028, 2, 29), 20)],
)
def test_COW_01_born_on_29_february_grow_older_on_1_march(on, age):
    assert rules.age_on(date(2008, 2, 29), on) == age


def test_COW_01_is_met_when_the_call_sets_no_age():
    assert answer(rules.age_within(date(1950, 1, 1), TODAY, None)) == ("COW-01", MET)


@pytest.mark.parametrize(("province", "expected"), [("MN", MET), ("VR", NOT_MET), ("", NOT_MET)])
def test_COW_02_seat_stands_in_the_province(province, expected):
    assert answer(rules.seat_in_province(province, "MN")) == ("COW-02", expected)


@pytest.mark.parametrize(("qualified", "expected"), [(True, MET), (False, NOT_MET)])
def test_COW_03_space_stands_in_the_register(qualified, expected):
    outcome = rules.space_qualified("Officina", TODAY, qualified)

    assert answer(outcome) == ("COW-03", expected)
    assert "Officina" in outcome.sentence
    assert "22/11/2026" in outcome.sentence


@pytest.mark.parametrize(
    ("codes", "expected"), [({"A", "B"}, MET), ({"A", "M"}, NOT_MET), (set(), MET)]
)
def test_COW_04_who_manages_the_space_gets_nothing_for_it(codes, expected):
    assert answer(rules.space_not_own("M", codes)) == ("COW-04", expected)


@pytest.mark.parametrize(
    ("start", "expected"),
    [(TODAY - timedelta(days=1), NOT_MET), (TODAY, NOT_MET), (TODAY + timedelta(days=1), MET)],
)
def test_COW_05_period_starts_after_the_day_of_filing(start, expected):
    outcome = rules.period_within(start, start + timedelta(days=150), TODAY, (3, 12))[0]

    assert answer(outcome) == ("COW-05", expected)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2026, 12, 1), date(2027, 2, 27), NOT_MET),
        (date(2026, 12, 1), date(2027, 2, 28), MET),
        (date(2026, 12, 1), date(2027, 11, 30), MET),
        (date(2026, 12, 1), date(2027, 12, 1), NOT_MET),
        # End of month: three months from 30 November end on 28 February, the day before is enough.
        (date(2026, 11, 30), date(2027, 2, 26), NOT_MET),
        (date(2026, 11, 30), date(2027, 2, 27), MET),
        (date(2027, 1, 31), date(2027, 4, 28), NOT_MET),
        (date(2027, 1, 31), date(2027, 4, 29), MET),
        # A leap year: twelve months from 29 February end on 28 February.
        (date(2028, 2, 29), date(2029, 2, 27), MET),
        (date(2028, 2, 29), date(2029, 2, 28), NOT_MET),
        (date(2027, 1, 15), date(2027, 1, 14), NOT_MET),
    ],
)
def test_COW_05_period_lasts_three_to_twelve_months(start, end, expected):
    outcome = rules.period_within(start, end, TODAY, (3, 12))[1]

    assert answer(outcome) == ("COW-05", expected)


@pytest.mark.parametrize(
    ("days", "word"), [(30, "troppo breve"), (700, "troppo lungo")], ids=["short", "long"]
)
def test_COW_05_sentence_says_on_which_side_the_period_misses(days, word):
    outcome = rules.period_within(
        date(2026, 12, 1), date(2026, 12, 1) + timedelta(days=days), TODAY, (3, 12)
    )[1]

    assert word in outcome.sentence


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
    ("aspiring", "committed", "expected"),
    [(True, True, MET), (True, False, NOT_MET), (False, False, MET)],
)
def test_COW_09_who_has_no_vat_number_commits_to_open_one(aspiring, committed, expected):
    assert answer(rules.vat_commitment(aspiring, committed, 30)) == ("COW-09", expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("x" * 499, NOT_MET), ("x" * 500, MET), ("x" * 3000, MET), ("x" * 3001, NOT_MET)],
    ids=["499", "500", "3000", "3001"],
)
def test_COW_10_project_is_told_within_the_calls_characters(text, expected):
    assert answer(rules.project_told(f"  {text}\n", 500, 3000)) == ("COW-10", expected)


@pytest.mark.parametrize(("is_open", "expected"), [(True, MET), (False, NOT_MET)])
def test_RANK_05_application_arrives_while_the_call_is_open(is_open, expected):
    assert answer(rules.call_open(received="22/11/2026 10:00:00", is_open=is_open)) == (
        "RANK-05",
        expected,
    )


@pytest.mark.parametrize(("declared", "expected"), [(False, MET), (True, NOT_MET)])
def test_CALL_19_other_contributions_on_the_same_spend_are_refused(declared, expected):
    assert answer(rules.no_other_aid(declared, "Regione")) == ("CALL-19", expected)


@pytest.mark.parametrize(("asked", "expected"), [("80000.00", MET), ("80000.01", NOT_MET)])
def test_AID_01_aid_fits_in_what_is_left_of_the_ceiling(asked, expected):
    outcome = rules.aid_room(eur(asked), eur("80000.00"), eur("300000.00"), 3)

    assert answer(outcome) == ("AID-01", expected)


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
    ("available", "ahead", "number", "expected"),
    [
        ("600.00", "0.00", 0, MET),
        ("100.00", "0.00", 0, MET),
        ("1200.00", "600.00", 1, MET),
        ("1199.99", "600.00", 1, NOT_MET),
        ("600.00", "600.00", 1, NOT_MET),
    ],
)
def test_RANK_01_those_who_filed_first_are_served_first(available, ahead, number, expected):
    outcome = rules.turn_to_be_served(eur(600), eur(available), eur(ahead), number)

    assert answer(outcome) == ("RANK-01", expected)


@pytest.mark.parametrize(
    ("available", "expected"), [("599.99", NOT_MET), ("600.00", MET), ("0.00", NOT_MET)]
)
def test_CALL_08_grant_fits_in_what_is_left(available, expected):
    assert answer(rules.funds_cover(eur(600), eur(available))) == ("CALL-08", expected)


@pytest.mark.parametrize(
    ("available", "partial_last", "expected"),
    [
        ("0.00", True, NOT_MET),
        ("0.01", True, MET),
        ("599.99", True, MET),
        ("600.00", True, NOT_MET),
        ("300.00", False, NOT_MET),
    ],
)
def test_RANK_12_part_is_offered_where_something_but_not_enough_is_left(
    available, partial_last, expected
):
    outcome = rules.funds_partly_cover(eur(600), eur(available), partial_last=partial_last)

    assert answer(outcome) == ("RANK-12", expected)


@pytest.mark.parametrize(
    ("available", "partial_last", "expected"),
    [
        ("0.00", True, MET),
        ("0.01", True, NOT_MET),
        ("599.99", False, MET),
        ("600.00", False, NOT_MET),
    ],
)
def test_RANK_17_waiting_list_is_for_those_whom_the_funds_do_not_reach(
    available, partial_last, expected
):
    outcome = rules.funds_exhausted(eur(600), eur(available), partial_last=partial_last)

    assert answer(outcome) == ("RANK-17", expected)


@pytest.mark.parametrize("available", ["0.00", "0.01", "300.00", "599.99", "600.00", "900.00"])
@pytest.mark.parametrize("partial_last", [True, False])
def test_RANK_12_exactly_one_decision_is_open_whatever_is_left(available, partial_last):
    amount, left = eur(600), eur(available)

    assert [
        rules.funds_cover(amount, left).verdict,
        rules.funds_partly_cover(amount, left, partial_last=partial_last).verdict,
        rules.funds_exhausted(amount, left, partial_last=partial_last).verdict,
    ].count(MET) == 1


@pytest.mark.parametrize("outcome", ["paid", "if_a2_inadmissible"])
def test_RANK_12_R3_funds_go_in_order_until_the_last_in_part(outcome):
    chrono = VECTORS["chrono"]
    left = eur(chrono["budget"])
    admitted = dict(chrono[outcome])
    paid = []
    for name, asked in chrono["applications"]:
        if name in admitted:
            part = served(eur(asked), left, partial_last=chrono["partial_last"])
            left -= part
            paid.append([name, f"{part:.2f}"])

    assert paid == chrono[outcome]
    assert left == (eur(chrono["residual_then"]) if outcome == "if_a2_inadmissible" else 0)


def served(asked: Decimal, left: Decimal, *, partial_last: bool) -> Decimal:
    """Return what an application gets when it is its turn, as the rules say."""
    if not rules.funds_cover(asked, left).blocks:
        return asked
    if not rules.funds_partly_cover(asked, left, partial_last=partial_last).blocks:
        return left
    return Decimal(0)


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
