"""A whole contest: forty applications, three members, one conflict; ranked, approved, scrolled down."""

from collections import Counter
from decimal import Decimal

import pytest

from accounting.models import Budget
from evaluation.models import Abstention, Ranking
from evaluation.services import rankings
from grants.models import Status
from grants.services import waive
from tests.evaluation.world import build, fresh

pytestmark = pytest.mark.django_db

MANY = 40
# Thirty whole contributions of 960 EUR, and half of another.
ENDOWMENT = Decimal("29280.00")


def test_forty_applications_are_scored_ranked_approved_and_scrolled_down(office):
    contest = build(office, ENDOWMENT)
    cases = [contest.admitted() for _ in range(MANY)]
    contest.appoint()
    contest.sit(conflicts={"prima": {cases[4].pk: "Ha collaborato con il richiedente."}})
    for place, case in enumerate(cases):
        for name in ("presidente", "prima", "seconda"):
            if (place, name) != (4, "prima"):
                contest.score(case, name, 96 - place)
    contest.adjourn()

    ranking = rankings.make_ranking(contest.call, by=office.procedure_owner)
    contest.approve(ranking)
    rankings.publish_ranking(ranking, by=office.director)
    waive(fresh(cases[0]), by=cases[0].opened_by)
    contest.scroll()

    assert Abstention.objects.count() == 1
    rows = Ranking.objects.get().rows.order_by("position")
    # 96 points down to 60: the last three are below the threshold.
    assert Counter(row.listed for row in rows) == {"A": 30, "B": 1, "C": 6, "D": 3}
    assert [row.case_id for row in rows][:37] == [case.pk for case in cases[:37]]
    assert Counter(fresh(case).status for case in cases) == {
        Status.WAIVED: 1,
        Status.GRANTED: 30,
        Status.PARTIAL_OFFERED: 1,
        Status.WAITING_LIST: 5,
        Status.REFUSED: 3,
    }
    budget = Budget.objects.get(call=contest.call)
    assert (budget.available, budget.reserved, budget.granted) == (
        Decimal("0.00"),
        Decimal("480.00"),
        Decimal("28800.00"),
    )
