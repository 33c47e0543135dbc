"""Sixty-four at once on one call: the ledger says what the same acts say one after the other."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from itertools import count
from typing import Any

import pytest
from django.db import connection

from accounting.models import Budget, LedgerEntry
from evaluation.models import Ranking
from evaluation.services import rankings, scrolls
from grants.services import waive
from parties.roles import Role
from tests.evaluation.world import ACT, Contest, build, fresh
from tests.office import make_user
from tests.races import at_once
from workflows.engine import Refusal, TransitionRefused
from workflows.tasks import perform

pytestmark = pytest.mark.django_db(transaction=True)

# Nine whole, one in part, two without money; four of the nine are granted before the rush.
SCORES = (95, 94, 93, 92, 91, 90, 89, 88, 87, 86, 85, 84)
ENDOWMENT = Decimal("9000.00")
GRANTED = 4
DECISIONS = dict.fromkeys(range(GRANTED, 9), "grant_by_ranking") | {
    9: "offer_by_ranking",
    10: "wait_by_ranking",
    11: "wait_by_ranking",
}
DIRECTORS = 3
REFINANCINGS = 28
AT_ONCE = 64

Move = tuple[str, str, Decimal, int | None]


def approved(contest: Contest) -> list[Any]:
    """Approve a list of twelve; the first four have their grant already."""
    ranking, cases = contest.ranked(*SCORES)
    rankings.approve_ranking(ranking, by=contest.office.director, seen_digest=ranking.digest, **ACT)
    for case in cases[:GRANTED]:
        perform(fresh(case), "grant_by_ranking", by=contest.office.director)
    return cases


def moves(contest: Contest, cases: list[Any], since: int) -> list[Move]:
    """Return what moved in the ledger of a call after its first entries, cases by their place."""
    place = {case.pk: at for at, case in enumerate(cases)}
    entries = LedgerEntry.objects.filter(budget__call=contest.call).order_by("pk")[since:]
    return [
        (entry.source, entry.target, entry.amount, place.get(entry.case_id)) for entry in entries
    ]


def pots(contest: Contest) -> dict[str, Decimal]:
    budget = Budget.objects.get(call=contest.call)
    names = ("available", "reserved", "granted", "paid", "economies")
    return {name: getattr(budget, name) for name in names}


def added_up(contest: Contest) -> dict[str, Decimal]:
    """Return what the entries of a call add up to, pot by pot."""
    sums: Counter[str] = Counter()
    for entry in LedgerEntry.objects.filter(budget__call=contest.call).order_by("pk"):
        sums[entry.source] -= entry.amount
        sums[entry.target] += entry.amount
        assert all(amount >= 0 for pot, amount in sums.items() if pot != "outside"), entry
    return {name: Decimal(sums[name]) for name in pots(contest)}


def rush(contest: Contest, cases: list[Any]) -> list[Callable[[], Any]]:
    """Return the acts of the rush: three directors a decision, waivers twice over, new money."""
    directors = [make_user(f"direttore{n}@example.org", Role.DIRECTOR) for n in range(DIRECTORS)]
    digest = scrolls.plan(Ranking.objects.get(call=contest.call)).digest
    acts: list[Callable[[], Any]] = [
        partial(perform, fresh(cases[place]), name, by=director)
        for director in directors
        for place, name in DECISIONS.items()
    ]
    acts += [
        partial(waive, fresh(case), by=case.opened_by) for case in [*cases[:GRANTED], *cases[:6]]
    ]
    acts += [
        partial(
            scrolls.scroll_down,
            Ranking.objects.get(call=contest.call),
            by=director,
            source="Rinunce",
            seen_digest=digest,
            **ACT,
        )
        for director in directors[:2]
    ]
    numbers = count(1)
    while len(acts) < AT_ONCE:
        amount = Decimal(next(numbers)) + Decimal("0.01")
        by = contest.office.director
        acts.append(partial(scrolls.refinance, contest.call, amount, by=by, **ACT))
    return acts


def patiently(act: Callable[[], Any]) -> Any:
    """Do an act on a connection that waits as long as a crowd on a busy machine may take."""
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '5min'; SET statement_timeout = '5min'")
    return act()


def replay(contest: Contest, cases: list[Any], moved: list[Move]) -> None:
    """Do on another call, one after the other, what took effect on the first, in its order."""
    director = contest.office.director
    for source, target, amount, place in moved:
        if source == "outside":
            scrolls.refinance(contest.call, amount, by=director, **ACT)
        elif target == "available":
            waive(fresh(cases[place]), by=cases[place].opened_by)
        else:
            perform(fresh(cases[place]), DECISIONS[place], by=director)


def test_sixty_four_acts_at_once_leave_the_ledger_of_the_same_acts_in_a_row(office):
    first = build(office, ENDOWMENT)
    cases = approved(first)
    second = build(first.office, ENDOWMENT, code="GRAD-COPIA")
    others = approved(second)
    since = LedgerEntry.objects.filter(budget__call=first.call).count()
    acts = rush(first, cases)

    results = at_once([partial(patiently, act) for act in acts])

    moved = moves(first, cases, since)
    replay(second, others, moved)
    assert len(acts) == AT_ONCE
    assert moves(second, others, since) == moved
    assert pots(first) == pots(second) == added_up(first) == added_up(second)
    # Each decision is taken once, each waiver too, and no money that came was lost.
    kinds = Counter((source, target) for source, target, _amount, _place in moved)
    assert kinds["outside", "available"] == REFINANCINGS
    assert kinds["available", "granted"] == len(range(GRANTED, 9))
    assert kinds["available", "reserved"] == 1
    assert GRANTED <= kinds["granted", "available"] <= GRANTED + 2
    refused = [result.why for result in results if isinstance(result, TransitionRefused)]
    assert set(refused) <= {Refusal.STATUS, Refusal.STALE, Refusal.RULE}
