"""Before the first day: signatures in order, communication before midnight, cover, training, tutors."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from internships.rules import papers
from tests.internships.rules.ruleset import BLOCK, LIMITS, MET, WARN, on, said

FIRST = datetime(2026, 3, 2, tzinfo=UTC)
HOURS = {"general": Decimal(4), "low": Decimal(4), "medium": Decimal(8), "high": Decimal(12)}


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_R_DOC_01_AT_21_a_convention_signed_by_the_host_alone_is_none():
    outcome = papers.convention_signed(by_host=at("2026-02-20T10:00"), by_promoter=None)

    assert said(outcome) == ("R-DOC-01", BLOCK)


def test_R_DOC_03_04_all_sign_the_plan_and_a_minor_is_authorised():
    outcome = papers.plan_signed({"ospitante": FIRST, "tirocinante": None, "promotore": FIRST})

    assert said(outcome) == ("R-DOC-03", BLOCK)
    assert "tirocinante" in outcome.sentence
    assert papers.minor_authorised(is_minor=True, authorised=False).verdict == BLOCK


@pytest.mark.parametrize(
    ("plan", "cob", "verdict"),
    [
        ("2026-02-26T12:00", "2026-03-01T23:50", MET),
        ("2026-03-01T23:55", "2026-03-01T23:50", BLOCK),
        ("2026-02-26T12:00", None, MET),
    ],
)
def test_R_DOC_07_AT_21_acts_follow_one_another(plan, cob, verdict):
    acts = [
        ("convenzione", at("2026-02-20T09:00")),
        ("progetto formativo", at(plan)),
        ("comunicazione obbligatoria", at(cob) if cob else None),
    ]

    assert said(papers.acts_in_order(acts)) == ("R-DOC-07", verdict)


@pytest.mark.parametrize(
    ("sent", "verdict"),
    [
        ("2026-03-01T23:50", MET),
        ("2026-03-02T00:00", BLOCK),
        ("2026-03-02T08:00", BLOCK),
        (None, BLOCK),
    ],
)
def test_R_COB_02_04_AT_21_communicated_before_midnight(sent, verdict):
    outcome = papers.cob_in_time(at(sent) if sent else None, FIRST, LIMITS)

    assert said(outcome) == ("R-COB-02", verdict)
    assert verdict is MET or "da 100,00 € a 500,00 €" in outcome.sentence


def test_R_COB_03_variations_within_five_days():
    event, told = on("2026-05-04"), papers.variation_told_in_time
    assert told(event, on("2026-05-09"), LIMITS, on("2026-06-01")).verdict == MET
    assert told(event, on("2026-05-10"), LIMITS, on("2026-06-01")).verdict == WARN
    assert told(event, None, LIMITS, on("2026-05-09")).verdict == MET
    assert told(event, None, LIMITS, on("2026-05-10")).verdict == WARN


def test_R_INS_01_03_cover_with_references_to_the_end():
    end = on("2026-09-01")
    good = papers.insured(
        accident_reference="PAT 12345",
        liability_policy="RC 9",
        expiry=end,
        end=end,
        renews=False,
    )
    bad = papers.insured(
        accident_reference="PAT 12345",
        liability_policy="",
        expiry=end - timedelta(1),
        end=end,
        renews=False,
    )

    assert [said(one) for one in good] == [("R-INS-01", MET), ("R-INS-03", MET)]
    assert [said(one) for one in bad] == [("R-INS-01", BLOCK), ("R-INS-03", BLOCK)]


@pytest.mark.parametrize(
    ("risk", "specific", "verdict"),
    [("low", 4, MET), ("medium", 7, BLOCK), ("medium", 8, MET), ("high", 11, BLOCK)],
)
def test_R_SAF_02_training_by_risk(risk, specific, verdict):
    outcome = papers.trained(Decimal(4), Decimal(specific), papers.Risk(risk), HOURS)

    assert said(outcome) == ("R-SAF-02", verdict)


def test_R_SAF_04_fitness_before_the_first_day():
    fit = papers.fit_for_work
    start = date(2026, 3, 2)
    assert fit(needs_surveillance=True, fit_on=start, start=start).verdict == MET
    assert fit(needs_surveillance=True, fit_on=None, start=start).verdict == BLOCK
    assert fit(needs_surveillance=False, fit_on=None, start=start).verdict == MET


@pytest.mark.parametrize(("running", "verdict"), [(3, BLOCK), (2, MET)])
def test_R_TUT_01_AT_20_three_interns_for_a_host_tutor(running, verdict):
    assert said(papers.host_tutor_free(running, LIMITS)) == ("R-TUT-01", verdict)


def test_R_TUT_02_AT_20_twenty_for_the_promoters_save_with_one_aim():
    assert papers.promoter_tutor_free(20, LIMITS).verdict == BLOCK
    assert papers.promoter_tutor_free(20, LIMITS, same_aim=True).verdict == MET
    assert papers.promoter_tutor_free(19, LIMITS).verdict == MET


def test_R_TUT_03_04_a_tutor_who_can_and_somebody_in_their_place():
    assert papers.tutor_suitable("capo officina", 1, "saldatura", 1).verdict == MET
    assert papers.tutor_suitable("capo officina", 0, "saldatura", 1).verdict == BLOCK
    assert papers.substitute_named("").verdict == WARN
