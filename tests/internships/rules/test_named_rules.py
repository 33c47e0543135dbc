"""Rules that other examples pass by, each by its own name."""

import pytest

from internships.rules.assigning import host_list_valid, not_begun, requirement_lost, start_overdue
from internships.rules.bans import not_serial
from internships.rules.green import Measure, _measures
from internships.rules.hosts import no_insolvency
from internships.rules.indemnity import Payer, amount_enough
from internships.rules.papers import substitute_named, tutors_named
from internships.rules.procedure import claim_complete
from internships.rules.promoters import (
    PromoterType,
    cob_recorded,
    promoter_is_not_host,
    region_fits,
    title_holds,
)
from internships.rules.quota import Hire, valid_hires
from internships.rules.recipients import neet, no_kinship
from tests.internships.rules.ruleset import BLOCK, LIMITS, MET, WARN, eur, on, said
from tests.internships.rules.test_green import GRID


def test_R_BAN_06_three_internships_on_one_position_and_no_hire_are_looked_at():
    assert not_serial(2, 0, LIMITS.bans).verdict == MET
    assert not_serial(3, 1, LIMITS.bans).verdict == MET
    assert said(not_serial(3, 0, LIMITS.bans)) == ("R-BAN-06", WARN)


def test_R_GRN_05_three_measures_count_within_the_months_and_when_proved():
    day = on("2026-03-02")
    rows = [Measure(kind, on("2025-01-10"), proved=True) for kind in "abcd"]
    old = Measure("audit", on("2023-03-01"), proved=True)
    unproved = Measure("audit", on("2025-01-10"), proved=False)
    assert _measures(rows, day, GRID) == 15
    assert _measures([old, unproved], day, GRID) == 0


def test_R_HOS_06_insolvency_is_a_warning_save_with_an_agreement():
    assert said(no_insolvency(running=True, union_agreement=False)) == ("R-HOS-06", WARN)
    assert no_insolvency(running=True, union_agreement=True).verdict == MET


@pytest.mark.parametrize(
    ("amount", "meals", "hours", "verdict"),
    [
        ("399.99", True, "8", BLOCK),
        ("400", True, "8", MET),
        ("349.99", False, "4", BLOCK),
        ("350", False, "4", MET),
        ("350", False, "4.5", BLOCK),
    ],
)
def test_R_IND_02_R_IND_03_lower_minimums_with_meals_or_on_short_days(
    amount, meals, hours, verdict
):
    outcome = amount_enough(
        eur(amount),
        is_public=False,
        meals=meals,
        max_daily_hours=eur(hours),
        limits=LIMITS.indemnity,
    )
    assert outcome.verdict == verdict


def test_R_IND_13_host_funder_or_both_pay():
    assert [one.value for one in Payer] == ["host", "funder", "mixed"]


def test_R_NUM_06_hires_count_from_six_months_and_half_time():
    hires = [Hire(6, 100), Hire(5, 100), Hire(12, 50), Hire(12, 49)]
    assert valid_hires(hires, LIMITS.quota) == 2


def test_R_PRO_03_across_regions_only_schools_universities_and_job_centres():
    assert region_fits(PromoterType.JOB_CENTRE, other_region=True).verdict == MET
    assert region_fits(PromoterType.ACCREDITED, other_region=False).verdict == MET
    assert said(region_fits(PromoterType.ACCREDITED, other_region=True)) == ("R-PRO-03", BLOCK)


def test_R_PRO_05_promoter_and_host_differ_by_tax_code():
    assert said(promoter_is_not_host("01234567890", "01234567890")) == ("R-PRO-05", BLOCK)
    assert promoter_is_not_host("01234567890", "01234567891").verdict == MET


def test_R_PRO_06_whoever_runs_the_call_needs_a_title_of_its_own():
    day = on("2026-03-02")
    assert said(title_holds(None, "", None, day)) == ("R-PRO-01", BLOCK)
    assert title_holds(PromoterType.ACCREDITED, "n. 12", day, day).verdict == MET
    assert title_holds(PromoterType.ACCREDITED, "n. 12", on("2026-03-01"), day).verdict == BLOCK


def test_R_COB_07_the_promoter_keeps_the_number_of_the_communication():
    assert said(cob_recorded(" ", on("2026-03-02"))) == ("R-PRO-08", BLOCK)
    assert cob_recorded("1000126200001", on("2026-03-02")).verdict == MET


def test_R_REC_06_neet_only_where_the_call_wants_it():
    assert neet([False], wanted=False).verdict == MET
    assert neet([True], wanted=True).verdict == MET
    assert said(neet([True, False], wanted=True)) == ("R-REC-06", BLOCK)


def test_R_REC_08_kinship_blocks_where_the_call_says_so_and_warns_elsewhere():
    assert said(no_kinship(declared=True, call_forbids=True)) == ("R-REC-08", BLOCK)
    assert said(no_kinship(declared=True, call_forbids=False)) == ("R-REC-08", WARN)
    assert no_kinship(declared=False, call_forbids=True).verdict == MET


def test_R_TUT_04_R_TUT_05_tutors_are_named_and_somebody_stands_in():
    assert said(substitute_named(" ")) == ("R-TUT-04", WARN)
    assert said(tutors_named(["promotore"])) == ("R-TUT-05", BLOCK)
    assert tutors_named([]).verdict == MET


def test_R_PUB_17_a_claim_names_what_is_missing():
    assert claim_complete([]).verdict == MET
    gap = claim_complete(["DURC"])
    assert (*said(gap), gap.sentence) == ("R-PUB-17", BLOCK, "Per il rimborso mancano: DURC.")


def test_R_PUB_13_an_assignment_lapses_after_its_day_or_with_a_requirement():
    day = on("2026-03-02")
    assert said(start_overdue(day, day)) == ("R-PUB-13", BLOCK)
    assert start_overdue(day, on("2026-03-03")).verdict == MET
    assert start_overdue(None, day).verdict == BLOCK
    assert not_begun(has_begun=True).verdict == BLOCK
    assert requirement_lost([neet([False], wanted=True)]).verdict == MET
    assert requirement_lost([]).verdict == BLOCK


def test_R_PUB_11_a_list_names_fit_candidates_once_and_so_many_for_each_place():
    known = ["a", "b", "c", "d"]
    assert host_list_valid(["c", "a"], known, places=1, per_place=3).verdict == MET
    assert host_list_valid([], known, places=1, per_place=3).verdict == MET
    for wrong in (["a", "a"], ["a", "x"], known):
        outcome = host_list_valid(wrong, known, places=1, per_place=3)
        assert said(outcome) == ("R-PUB-11", BLOCK)
