"""A call that really draws: two equals survive every step, and the published seed decides."""

import html
import subprocess
from hashlib import sha256

import pytest

from evaluation.models import Ranking
from evaluation.services import rankings
from grants.models import Status
from tests.evaluation.views.pages import page
from tests.evaluation.world import build, fresh
from tests.letters.reading import missing_from
from workflows.engine import TransitionRefused

pytestmark = pytest.mark.django_db
SEED = "estrazione del 3 novembre 2026: 7 11 13"
CHAIN = ["criterion:1", "premium_holder", "public_draw"]


def ticket(number: str) -> str:
    return sha256(f"{SEED}{number}".encode()).hexdigest()


@pytest.fixture
def equals(office):
    """A call with money for one of two applications that are equal in everything but their tickets."""
    contest = build(office, 960, tie_chain=CHAIN)
    cases = [contest.admitted() for _number in range(2)]
    contest.appoint()
    contest.sit()
    for case in cases:
        contest.score_all(case, 80)
    return contest, cases


def test_RANK_08_two_equals_wait_for_a_seed_and_nothing_is_kept(equals):
    contest, (one, other) = equals

    with pytest.raises(TransitionRefused) as refused:
        rankings.make_ranking(contest.call, by=contest.people["presidente"])

    assert refused.value.sentence == (
        f"Le domande {one.number}, {other.number} restano pari: il bando prevede il sorteggio "
        "pubblico. Indica il seme estratto e pubblicato."
    )
    assert not Ranking.objects.exists()


def test_RANK_08_a_chain_that_ends_without_a_draw_leaves_no_list(office):
    contest = build(office, 960, tie_chain=CHAIN[:-1])
    one, other = (contest.admitted() for _number in range(2))
    contest.appoint()
    contest.sit()
    for case in (one, other):
        contest.score_all(case, 80)

    with pytest.raises(TransitionRefused) as refused:
        rankings.make_ranking(contest.call, by=contest.office.procedure_owner, seed=SEED)

    assert refused.value.sentence == (
        f"Le domande {one.number}, {other.number} restano pari: il bando non prevede altri criteri "
        "di precedenza. Serve un sorteggio pubblico, con il suo verbale."
    )
    assert not Ranking.objects.exists()


def test_RANK_08_the_published_seed_decides_and_minutes_act_and_page_explain_it(equals, client):
    contest, cases = equals
    first, second = sorted(cases, key=lambda case: ticket(case.number))
    rankings.make_ranking(contest.call, by=contest.people["presidente"], seed=SEED)
    minutes = contest.adjourn().letter
    contest.approve(Ranking.objects.get())
    rankings.publish_ranking(Ranking.objects.get(), by=contest.office.director)

    assert [fresh(case).status for case in (first, second)] == [
        Status.GRANTED,
        Status.WAITING_LIST,
    ]
    for paper in (minutes, Ranking.objects.get().letter):
        assert (
            missing_from(
                paper,
                f"Seme pubblicato: {SEED}",
                "SHA-256 del seme seguito subito, senza spazi, dal numero della domanda",
                f"1 {first.number} {ticket(first.number)[:16]}",
                f"2 {second.number} {ticket(second.number)[:16]}",
                f"{second.number}: dopo {first.number} a parità di punti, per sorteggio pubblico",
            )
            == []
        )
    text = html.unescape(client.get(page("published", contest)).content.decode())
    for said in (SEED, f"Dopo {first.number}", ticket(first.number)[:12]):
        assert said in text
    # Anybody can repeat it with what the page says.
    command = f"printf '%s' '{SEED}{first.number}' | sha256sum"
    assert command in text
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.split()[0] == ticket(first.number)
