"""Interns, promoters, hosts and what stood between them before."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from internships.rules import bans, hosts, promoters, recipients
from internships.rules.promoters import PromoterType
from internships.rules.recipients import Category, Kind
from tests.internships.rules.ruleset import BLOCK, LIMITS, MET, WARN, on, said

START = on("2026-03-02")


@pytest.mark.parametrize(
    ("born", "kind", "verdict"),
    [
        ("2010-03-02", Kind.SUMMER, MET),
        ("2010-03-03", Kind.SUMMER, BLOCK),
        ("2009-03-02", Kind.ORDINARY, WARN),
        ("2008-03-02", Kind.ORDINARY, MET),
    ],
)
def test_R_REC_01_of_working_age(born, kind, verdict):
    outcome = recipients.of_age(on(born), START, schooling_done=True, kind=kind, limits=LIMITS)

    assert said(outcome) == ("R-REC-01", verdict)


def test_R_REC_01_compulsory_schooling_comes_first():
    outcome = recipients.of_age(
        on("2000-01-01"), START, schooling_done=False, kind=Kind.ORDINARY, limits=LIMITS
    )

    assert outcome.verdict == BLOCK


def test_R_REC_02_03_one_category_with_its_evidence():
    assert recipients.one_category(None).verdict == BLOCK
    assert recipients.one_category(Category.EMPLOYED).verdict == MET
    assert recipients.evidence_held(Category.UNEMPLOYED, START, START).verdict == MET
    assert (
        recipients.evidence_held(Category.UNEMPLOYED, START + timedelta(1), START).verdict == BLOCK
    )
    assert recipients.evidence_held(Category.DISABLED, None, START).verdict == BLOCK


@pytest.mark.parametrize(
    ("valid_to", "renewing", "abroad", "verdict"),
    [
        ("2026-09-01", False, False, MET),
        ("2026-08-31", False, False, BLOCK),
        ("2026-08-31", True, False, MET),
        ("2026-09-01", False, True, BLOCK),
    ],
)
def test_R_REC_04_a_permit_covers_the_whole_internship(valid_to, renewing, abroad, verdict):
    outcome = recipients.permit_covers(
        needs_permit=True,
        lives_abroad=abroad,
        valid_to=on(valid_to),
        end=on("2026-09-01"),
        renewing=renewing,
    )

    assert said(outcome) == ("R-REC-04", verdict)


def test_R_REC_05_06_07_08_graduates_neet_hours_and_kin():
    graduate = recipients.graduate_in_time
    assert graduate(on("2025-03-02"), START, promoter_is_university=True, months=12).verdict == MET
    assert (
        graduate(on("2025-03-01"), START, promoter_is_university=True, months=12).verdict == BLOCK
    )
    assert recipients.neet([True, True], wanted=True).verdict == MET
    assert recipients.neet([True, False], wanted=True).verdict == BLOCK
    assert recipients.hours_compatible(Decimal(28), [Decimal(20)], LIMITS).verdict == MET
    assert recipients.hours_compatible(Decimal("28.5"), [Decimal(20)], LIMITS).verdict == BLOCK
    assert recipients.no_kinship(declared=True, call_forbids=True).verdict == BLOCK
    assert recipients.no_kinship(declared=True, call_forbids=False).verdict == WARN


def test_R_PRO_01_06_a_title_of_its_own_in_force_at_signing():
    holds = promoters.title_holds
    assert holds(PromoterType.ACCREDITED, "n. 281", START, START).verdict == MET
    assert holds(PromoterType.ACCREDITED, "n. 281", START - timedelta(1), START).verdict == BLOCK
    assert holds(None, "", None, START).verdict == BLOCK


def test_R_PRO_02_03_04_05_08_which_promoter_for_whom():
    social, agency = PromoterType.SOCIAL, PromoterType.ACCREDITED
    fits = promoters.social_promoter_fits
    assert fits(social, Category.DISABLED, in_charge=True).verdict == MET
    assert fits(social, Category.UNEMPLOYED, in_charge=True).verdict == BLOCK
    assert promoters.region_fits(agency, other_region=True).verdict == BLOCK
    assert promoters.region_fits(PromoterType.UNIVERSITY, other_region=True).verdict == MET
    summer = promoters.summer_promoter_fits
    centres = {PromoterType.JOB_CENTRE}
    assert said(summer(agency, Kind.SUMMER, centres)) == ("R-PRO-04", BLOCK)
    assert summer(PromoterType.JOB_CENTRE, Kind.SUMMER, centres).verdict == MET
    assert promoters.promoter_is_not_host("01234567897", "01234567897").verdict == BLOCK
    assert promoters.cob_recorded(" ", START).verdict == BLOCK


@pytest.mark.parametrize(
    ("kind", "unit", "tasks", "agreement", "verdict"),
    [
        (hosts.Layoff.EXTRAORDINARY, True, True, False, BLOCK),
        (hosts.Layoff.EXTRAORDINARY, True, True, True, MET),
        (hosts.Layoff.EXTRAORDINARY, True, False, False, MET),
        (hosts.Layoff.ORDINARY, True, True, False, WARN),
        (hosts.Layoff.EXTRAORDINARY, False, True, False, MET),
        (hosts.Layoff.EXCEPTIONAL, True, True, False, BLOCK),
    ],
)
def test_R_HOS_04_AT_19_wage_support_in_the_same_unit(kind, unit, tasks, agreement, verdict):
    rows = [hosts.LayoffRow(kind, unit, tasks, agreement)]

    assert said(hosts.no_layoff(rows)) == ("R-HOS-04", verdict)


@pytest.mark.parametrize(
    ("day", "cause", "agreement", "verdict"),
    [
        ("2025-03-02", hosts.Cause.OBJECTIVE, False, BLOCK),
        ("2025-03-01", hosts.Cause.OBJECTIVE, False, MET),
        ("2025-12-01", hosts.Cause.JUST_CAUSE, False, MET),
        ("2025-12-01", hosts.Cause.PROBATION, False, BLOCK),
        ("2025-12-01", hosts.Cause.COLLECTIVE, True, MET),
    ],
)
def test_R_HOS_05_nobody_dismissed_from_the_same_work(day, cause, agreement, verdict):
    rows = [hosts.DismissalRow(on(day), True, True, cause, agreement)]

    assert said(hosts.no_dismissal(rows, START, LIMITS.bans)) == ("R-HOS-05", verdict)


def test_R_HOS_02_03_06_09_what_a_host_must_have():
    assert hosts.safety_in_order(declared=True, assessed_on=None).verdict == BLOCK
    assert hosts.disabled_quota_in_order(in_order=False).verdict == BLOCK
    assert hosts.no_insolvency(running=True, union_agreement=False).verdict == WARN
    assert hosts.call_requirements(["DURC regolare"]).verdict == BLOCK
    assert hosts.call_requirements([]).verdict == MET


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        (bans.Relation(on("2024-09-30")), BLOCK),
        (bans.Relation(on("2024-02-15")), MET),
        (bans.Relation(on("2025-06-30"), is_learning=True), MET),
        (bans.Relation(on("2024-03-02")), BLOCK),
        (bans.Relation(on("2024-03-01")), MET),
    ],
)
def test_R_BAN_02_AT_16_no_work_for_the_host_in_the_two_years_before(relation, expected):
    outcome = bans.no_earlier_relation([relation], START, LIMITS.bans)

    assert said(outcome) == ("R-BAN-02", expected)


@pytest.mark.parametrize(("count", "verdict"), [(25, MET), (30, MET), (31, BLOCK)])
def test_R_BAN_03_AT_16_occasional_work_up_to_thirty_days(count, verdict):
    first = on("2025-09-02")
    days = [first + timedelta(n) for n in range(count)]
    outcome = bans.little_occasional_work([*days, date(2025, 9, 1)], START, LIMITS.bans)

    assert said(outcome) == ("R-BAN-03", verdict)


@pytest.mark.parametrize(
    ("earlier", "verdict"),
    [
        (bans.Earlier(extracurricular=True, began=True), BLOCK),
        (bans.Earlier(extracurricular=False, began=True), MET),
        (bans.Earlier(extracurricular=True, began=False), MET),
    ],
)
def test_R_BAN_01_AT_17_one_internship_with_the_same_host(earlier, verdict):
    assert said(bans.first_with_host([earlier])) == ("R-BAN-01", verdict)


def test_R_BAN_05_06_nobody_is_replaced_and_nothing_is_serial():
    assert bans.replaces_nobody(declared=False).verdict == BLOCK
    assert bans.not_serial(3, 0, LIMITS.bans).verdict == WARN
    assert bans.not_serial(3, 1, LIMITS.bans).verdict == MET
    assert bans.not_serial(2, 0, LIMITS.bans).verdict == MET
