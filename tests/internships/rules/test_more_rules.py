"""Rules without a worked example: insurance, formalities, inspection, counting, what people are told."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from internships.rules import counting, covering, formalities, information, papers, surveying
from internships.rules.exposure import TaxYear, tax_told
from internships.rules.matching import host_order
from internships.rules.recipients import Category
from internships.rules.surveying import Signs
from tests.internships.rules.ruleset import BLOCK, LIMITS, MET, WARN, eur, on, said

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
REPORTING = covering.Reporting(absence_days=3, hours=48)
GENUINE = Signs(
    has_convention=True,
    has_plan=True,
    promoter_is_host=False,
    category_proved=True,
    too_short=False,
    over_quota=False,
    replaces_staff=False,
    planned=9600,
    done=9600,
)


def test_R_INS_02_policies_cover_all_activities():
    assert covering.covers_everything([]).verdict == MET
    assert said(covering.covers_everything(["trasferte"])) == ("R-INS-02", BLOCK)


def test_R_INS_04_premium_by_days_and_rate():
    assert covering.premium(eur("18000"), 120, eur("10"), 300) == eur("72.00")


@pytest.mark.parametrize(
    ("days", "after", "verdict"), [(3, None, MET), (4, 48, MET), (4, 49, WARN), (4, None, WARN)]
)
def test_R_INS_05_longer_absences_are_reported_within_the_hours(days, after, verdict):
    reported = None if after is None else NOON + timedelta(hours=after)
    outcome = covering.reported_in_time(NOON, reported, days, REPORTING)
    assert said(outcome) == ("R-INS-05", verdict)


def test_R_INS_06_whoever_bears_inail_reports():
    assert [covering.reporter(one) for one in ("promoter", "host")] == ["promoter", "host"]


def test_R_DOC_02_an_agreement_is_individual_or_collective():
    assert formalities.kind_known("individual").verdict == MET
    assert said(formalities.kind_known("")) == ("R-DOC-02", BLOCK)


def test_R_DOC_05_the_joint_declaration_is_in_the_agreement():
    assert formalities.jointly_declared(declared=True).verdict == MET
    assert said(formalities.jointly_declared(declared=False)) == ("R-DOC-05", BLOCK)


def test_R_DOC_06_everybody_has_a_copy():
    assert formalities.copies_given([]).verdict == MET
    assert said(formalities.copies_given(["tirocinante"])) == ("R-DOC-06", WARN)


def test_R_DOC_08_stamp_duty_where_the_promoter_asks():
    assert formalities.stamp_paid("", asked=False).verdict == MET
    assert said(formalities.stamp_paid(" ", asked=True)) == ("R-DOC-08", WARN)


def test_R_DOC_10_some_days_from_the_forms_to_the_start():
    assert formalities.sent_soon_enough(on("2026-03-02"), on("2026-03-12"), 10).verdict == MET
    late = formalities.sent_soon_enough(on("2026-03-02"), on("2026-03-11"), 10)
    assert said(late) == ("R-DOC-10", WARN)


def test_R_COB_06_the_communication_names_all_it_must():
    data = {"codice fiscale del promotore": "01234567890", "tipo di tirocinio": "A"}
    assert formalities.communication_complete(data).verdict == MET
    gap = formalities.communication_complete(data | {"PAT INAIL": " "})
    assert said(gap) == ("R-COB-06", BLOCK)
    assert "PAT INAIL" in gap.sentence


def test_R_DUR_23_a_trip_is_told_a_day_before():
    begins = NOON + timedelta(hours=24)
    assert formalities.trip_told_in_time(NOON, begins, 24).verdict == MET
    late = formalities.trip_told_in_time(NOON, begins - timedelta(minutes=1), 24)
    assert said(late) == ("R-DUR-23", WARN)


def test_R_BAN_07_each_sign_is_flagged_and_a_genuine_internship_has_none():
    assert surveying.indicators(GENUINE, 50) == []
    assert surveying.indicators(replace(GENUINE, done=14399), 50) == []
    found = surveying.indicators(replace(GENUINE, done=14400, promoter_is_host=True), 50)
    assert [said(one) for one in found] == [("R-BAN-07", WARN)] * 2
    assert (
        found[1].sentence
        == "Indicatore per i controlli: le ore superano il progetto di oltre il 50%."
    )


def test_R_BAN_08_R_SAN_05_beyond_the_most_months_it_is_undeclared_work():
    assert surveying.not_over_maximum(on("2026-07-11"), on("2026-07-11")).verdict == MET
    over = surveying.not_over_maximum(on("2026-07-12"), on("2026-07-11"))
    assert said(over) == ("R-BAN-08", BLOCK)


def test_R_GRN_06_a_tenth_at_least_is_drawn_and_the_seed_draws_it_again():
    numbers = [f"OFF-{n:03}" for n in range(21)]
    drawn = surveying.sample(numbers, 10, "seme")
    assert len(drawn) == 3
    assert drawn == surveying.sample(reversed(numbers), 10, "seme")
    assert drawn != surveying.sample(numbers, 10, "altro")
    assert surveying.sample([], 10, "seme") == []


def test_R_SAN_06_a_ban_holds_to_its_last_day_and_grows_with_breaches():
    until = on("2026-03-02")
    assert said(surveying.not_banned(until, until)) == ("R-SAN-06", BLOCK)
    assert surveying.not_banned(until, on("2026-03-03")).verdict == MET
    assert surveying.not_banned(None, until).verdict == MET
    assert [surveying.ban_months(n, [12, 18, 24]) for n in (0, 1, 2, 3, 9)] == [12, 12, 18, 24, 24]


def test_R_SAN_07_an_untrue_declaration_bars_to_its_last_day():
    until = on("2026-03-02")
    assert said(surveying.nothing_untrue(until, until)) == ("R-SAN-07", BLOCK)
    assert surveying.nothing_untrue(until, on("2026-03-03")).verdict == MET


def test_R_NUM_04_curricular_internships_are_counted_apart():
    assert counting.counted_apart(["extra", "curricular", "extra"]) == (2, 1)


def test_R_NUM_09_nobody_is_outside_the_quota_until_the_ruleset_says_so():
    assert counting.counts_in_quota(Category.DISABLED, [])
    assert not counting.counts_in_quota(Category.DISABLED, ["E1"])


def test_R_NUM_10_an_act_raises_the_quota_until_its_last_day():
    raised = counting.Raised(2, "protocollo n. 4/2026", on("2026-12-31"))
    assert counting.raised_quota(3, None, on("2026-03-02"))[0] == 3
    places, outcome = counting.raised_quota(3, raised, on("2026-12-31"))
    assert (places, *said(outcome)) == (5, "R-NUM-10", WARN)
    places, outcome = counting.raised_quota(3, raised, on("2027-01-01"))
    assert (places, *said(outcome)) == (3, "R-NUM-10", WARN)


def test_R_HOS_07_a_host_of_several_regions_chooses():
    chosen = [
        counting.governing_region("LOM", "VEN", several_regions=several, choice=choice)
        for several, choice in ((True, "seat"), (True, "unit"), (False, "seat"))
    ]
    assert chosen == ["VEN", "LOM", "LOM"]


def test_R_PUB_05_no_notice_is_due_where_people_compete():
    told = [counting.notice_due(competitive=one) for one in (True, False)]
    assert [(one.rule, "non si dà preavviso" in one.sentence) for one in told] == [
        ("R-PUB-05", True),
        ("R-PUB-05", False),
    ]


def test_R_PUB_15_aid_stays_within_the_ceiling():
    held, ceiling = eur("299000"), eur("300000")
    assert counting.aid_within_ceiling(held, eur("1000"), ceiling).verdict == MET
    over = counting.aid_within_ceiling(held, eur("1000.01"), ceiling)
    assert said(over) == ("R-PUB-15", BLOCK)


def test_R_PUB_20_the_promoter_gets_half_on_the_way():
    fees = {"high": eur("500")}
    assert counting.promoter_fee("high", fees, is_over=False) == eur("250")
    assert counting.promoter_fee("high", fees, is_over=True) == eur("500")
    assert counting.promoter_fee("other", fees, is_over=True) == Decimal(0)


def test_R_PUB_11_a_host_list_comes_first_and_the_ranking_follows_where_the_call_says_so():
    ranked = ["a", "b", "c"]
    assert host_order([], ranked, unlisted_follow=False) == ranked
    assert host_order(["c"], ranked, unlisted_follow=True) == ["c", "a", "b"]
    assert host_order(["c", "gone"], ranked, unlisted_follow=False) == ["c"]


def test_R_TAX_02_R_TAX_04_the_estimate_in_words():
    year = TaxYear(eur("23"), eur("15000"), eur("1955"), 365)
    assert "non si paga imposta" in tax_told(eur("3000"), 184, year).sentence
    assert "253,00" in tax_told(eur("9600"), 365, year).sentence
    assert said(tax_told(eur("15000.01"), 365, year)) == ("R-TAX-04", WARN)


TOLD = (
    *("R-HOS-01", "R-HOS-08", "R-SAF-01", "R-SAF-05", "R-SAF-06", "R-COB-01", "R-COB-05"),
    *("R-SAN-03", "R-SAN-04", "R-IND-10", "R-IND-12", "R-TAX-01", "R-TAX-03", "R-TAX-05"),
    *("R-TAX-06", "R-TAX-07", "R-PRO-07", "R-ATT-08", "R-ATT-10", "R-ATT-12"),
    *("R-GRN-07", "R-GRN-08"),
)


def test_rules_that_only_inform_say_so_with_their_source():
    outcomes = [information.told(rule) for rule in TOLD]
    assert [said(one) for one in outcomes] == [(rule, MET) for rule in TOLD]
    assert all(one.sentence.endswith(".") and one.source for one in outcomes)
    audiences = (information.CANDIDATES, information.HOSTS, information.PROMOTERS)
    assert {one.rule for whom in audiences for one in information.told_to(whom)} == set(TOLD)


def test_R_COB_04_a_late_communication_says_the_fine_of_the_law():
    limits, midnight = LIMITS, datetime(2026, 3, 2, tzinfo=UTC)
    start = papers.cob_in_time(midnight, midnight, limits)
    later = papers.variation_told_in_time(date(2026, 3, 2), None, limits, date(2026, 3, 10))
    fine = "sanzione da 100,00 € a 500,00 €"
    assert [(said(one), fine in one.sentence) for one in (start, later)] == [
        (("R-COB-02", BLOCK), True),
        (("R-COB-03", WARN), True),
    ]
