"""Who may ask, for which place and time: every limit on both sides."""

from datetime import date, timedelta

import pytest

from grants import rules
from tests.grants.rules.judging import MET, NOT_MET, TODAY, answer, eur


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
    ("aspiring", "committed", "expected"),
    [(True, True, MET), (True, False, NOT_MET), (False, False, MET)],
)
def test_COW_09_who_has_no_vat_number_commits_to_open_one(aspiring, committed, expected):
    assert answer(rules.vat_commitment(aspiring, committed, 30)) == ("COW-09", expected)


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
