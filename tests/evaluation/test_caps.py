"""A ranking gives an enterprise no more than the cap across calls leaves, then and when it is done (COW-11)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from evaluation.models import Ranking
from evaluation.services import rankings, scrolls
from grants.models import Status
from grants.services import waive
from tests.evaluation.world import ACT, fresh
from tests.grants.procedures import republish
from tests.grants.programme import by_firm
from tests.letters.reading import missing_from, sent
from workflows.services.jobs import run_job

pytestmark = pytest.mark.django_db

CUT = (
    "Il bando concede a una stessa impresa al massimo 8.000,00 € fra più bandi del programma, e ne "
    "sono già concessi 7.500,00 €: il contributo si riduce da 960,00 € a 500,00 €."
)


@pytest.fixture
def sister(office):
    """Return the other call of the programme: one grant of 7,500 EUR fits in it."""
    republish(office, ceiling="9000.00")
    office.count = 100
    return office


def granted_there(sister):
    line = replace(sister.filing(0).lines[0], quantity=Decimal(75))
    return sister.granted(requested=Decimal("7500.00"), lines=[line], **by_firm())


def rank(contest, *applications):
    """Return the draft list of applications scored 90, 80, and so on."""
    cases = [contest.admitted(**changes) for changes in applications]
    contest.appoint()
    contest.sit()
    for score, case in zip((90, 80, 70), cases, strict=False):
        contest.score_all(case, score)
    return rankings.make_ranking(contest.call, by=contest.office.procedure_owner), cases


def rows(ranking):
    return [
        (row.listed, str(row.asked), str(row.granted)) for row in ranking.rows.order_by("position")
    ]


def told(case):
    outcomes = case.history.latest("id").outcomes
    return {one["sentence"] for one in outcomes if one["rule"] == "COW-11"}


def test_COW_11_ranking_asks_no_more_than_the_cap_leaves(contest, sister):
    granted_there(sister)
    ranking, (case, *_others) = rank(contest, by_firm(), {}, {})

    assert rows(ranking) == [
        ("A", "500.00", "500.00"),
        ("A", "960.00", "960.00"),
        ("B", "960.00", "540.00"),
    ]
    contest.approve(ranking)
    case = fresh(case)

    assert (case.status, case.granted, told(case)) == (Status.GRANTED, Decimal("500.00"), {CUT})
    assert contest.funds() == ("0.00", "540.00", "1460.00")
    assert missing_from(sent(case, "grant"), "di 960,00 € è ridotto a 500,00 €") == []


def test_COW_11_what_another_call_granted_since_the_act_is_cut_when_it_is_done(contest, sister):
    ranking, (case, *_others) = rank(contest, by_firm(), {})
    job = rankings.approve_ranking(
        ranking, by=contest.office.director, seen_digest=ranking.digest, **ACT
    )
    granted_there(sister)
    run_job(job.pk)
    case = fresh(case)

    assert (case.status, case.granted, told(case)) == (Status.GRANTED, Decimal("500.00"), {CUT})
    assert contest.funds() == ("540.00", "0.00", "1460.00")


def test_COW_11_who_was_cut_is_raised_once_there_is_room(contest, sister):
    earlier = granted_there(sister)
    ranking, (case, *_others) = rank(contest, by_firm(), {})
    contest.approve(ranking)
    waive(earlier, by=earlier.opened_by)

    planned = scrolls.plan(Ranking.objects.get(call=contest.call))
    assert [(one.candidate.case.pk, str(one.before), str(one.after)) for one in planned.raises] == [
        (case.pk, "500.00", "960.00")
    ]
    contest.scroll()
    assert fresh(case).granted == Decimal("960.00")


def test_COW_11_list_made_before_another_grant_is_out_of_date(contest, sister):
    ranking, _cases = rank(contest, by_firm(), {})
    granted_there(sister)

    with pytest.raises(Exception, match="Qualcosa è cambiato"):
        contest.approve(ranking)


def test_COW_11_who_reaches_the_cap_after_the_act_gets_nothing_and_the_job_says_why(
    contest, sister
):
    republish(sister, ceiling="9000.00", rate_percent="100")
    ranking, (case, *_others) = rank(contest, by_firm(), {})
    job = rankings.approve_ranking(
        ranking, by=contest.office.director, seen_digest=ranking.digest, **ACT
    )
    line = replace(sister.filing(0).lines[0], quantity=Decimal(40))
    sister.granted(requested=Decimal("8000.00"), lines=[line], **by_firm())
    run_job(job.pk)

    assert fresh(case).status == Status.ADMISSIBLE
    refused = job.rows.get(outcome="refused")
    assert "non resta nulla da concedere" in refused.sentence
