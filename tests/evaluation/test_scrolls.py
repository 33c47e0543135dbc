"""Scroll-down: freed money completes the partial one, then goes down the list, checks made anew."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from coworking_registry.models import Qualification
from evaluation.models import Ranking, ScrollDown, ScrollRow
from evaluation.services import scrolls
from grants import services
from grants.models import Status
from tests.evaluation.world import ACT, fresh
from workflows.engine import Refusal, TransitionRefused
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


def plan(contest):
    return scrolls.plan(Ranking.objects.get(call=contest.call))


def raises(planned):
    return [(one.candidate.case.pk, str(one.before), str(one.after)) for one in planned.raises]


def scroll(contest, **changes):
    planned = plan(contest)
    details = {
        "by": contest.office.director,
        "source": "Rinuncia",
        "seen_digest": planned.digest,
        **ACT,
    } | changes
    return scrolls.scroll_down(planned.ranking, **details)


@pytest.fixture
def approved(contest):
    """Two financed, one offered 80 EUR, two not financed."""
    ranking, cases = contest.ranked(92, 88, 80, 75, 70)
    contest.approve(ranking)
    return cases


def test_RANK_13_with_nothing_free_nothing_is_raised(contest, approved):
    assert (raises(plan(contest)), plan(contest).left) == ([], Decimal("0.00"))
    with pytest.raises(TransitionRefused, match="Le risorse libere non raggiungono nessuno"):
        scroll(contest)


def test_RANK_13_a_waiver_completes_the_offer_then_reaches_the_next(contest, approved):
    services.waive(fresh(approved[0]), by=approved[0].opened_by)

    assert raises(plan(contest)) == [
        (approved[2].pk, "80.00", "960.00"),
        (approved[3].pk, "0.00", "80.00"),
    ]
    contest.scroll()

    assert [fresh(case).status for case in approved] == [
        Status.WAIVED,
        Status.GRANTED,
        Status.GRANTED,
        Status.PARTIAL_OFFERED,
        Status.WAITING_LIST,
    ]
    assert contest.funds() == ("0.00", "80.00", "1920.00")


def test_RANK_13_a_part_that_was_accepted_is_raised_to_the_whole(contest, approved):
    perform(fresh(approved[2]), "accept_partial", by=approved[2].opened_by)
    services.waive(fresh(approved[0]), by=approved[0].opened_by)
    contest.scroll()

    third = fresh(approved[2])
    assert (third.status, third.granted, third.amount) == (
        Status.GRANTED,
        Decimal("960.00"),
        Decimal("960.00"),
    )
    assert third.history.latest("pk").name == "raise_grant"
    assert third.letters.order_by("pk").last().kind == "grant"
    assert contest.funds() == ("0.00", "80.00", "1920.00")


def test_RANK_12_whoever_left_a_part_lets_the_next_by_and_waits_for_the_whole(contest, approved):
    perform(fresh(approved[2]), "decline_partial", by=approved[2].opened_by)

    assert raises(plan(contest)) == [(approved[3].pk, "0.00", "80.00")]
    contest.scroll("Offerta non accettata")
    services.waive(fresh(approved[0]), by=approved[0].opened_by)
    assert raises(plan(contest)) == [(approved[2].pk, "0.00", "960.00")]


def test_RANK_14_new_money_goes_down_the_list(contest, approved):
    scrolls.refinance(contest.call, Decimal("1000.00"), by=contest.office.director, **ACT)

    assert raises(plan(contest)) == [
        (approved[2].pk, "80.00", "960.00"),
        (approved[3].pk, "0.00", "120.00"),
    ]


def test_RANK_13_whoever_fails_a_check_today_is_passed_over(contest, approved):
    yesterday = timezone.localdate() - timedelta(days=1)
    services.waive(fresh(approved[0]), by=approved[0].opened_by)
    Qualification.objects.filter(space=contest.office.space).update(valid_to=yesterday)

    planned = plan(contest)

    assert raises(planned) == []
    assert [held.candidate.case.pk for held in planned.passed_over] == [
        approved[2].pk,
        approved[3].pk,
        approved[4].pk,
    ]
    assert "non risulta" in " ".join(
        outcome.sentence for outcome in planned.passed_over[0].outcomes if outcome.blocks
    )


def test_RANK_13_an_act_is_executed_with_its_money_only(contest, approved):
    services.waive(fresh(approved[0]), by=approved[0].opened_by)
    job = scroll(contest)

    # The act is taken and not executed yet: no second act gives the same money.
    assert raises(plan(contest)) == []
    assert job.rows.count() == 0
    assert [(row.case_id, row.before, row.after) for row in ScrollRow.objects.order_by("pk")] == [
        (approved[2].pk, Decimal("80.00"), Decimal("960.00")),
        (approved[3].pk, Decimal("0.00"), Decimal("80.00")),
    ]


@pytest.mark.parametrize(
    ("changes", "why", "sentence"),
    [
        ({"act_number": ""}, Refusal.RULE, "Scrivi il numero dell'atto."),
        ({"act_date": date(2999, 1, 1)}, Refusal.RULE, "L'atto non può avere una data futura."),
        ({"source": " "}, Refusal.RULE, "Indica da dove vengono le risorse."),
        (
            {"seen_digest": "0" * 64},
            Refusal.STALE,
            "Fondi o domande sono cambiati da quando hai aperto questa pagina: guarda di nuovo",
        ),
    ],
)
def test_a_scroll_down_that_is_not_as_it_must_is_refused(contest, approved, changes, why, sentence):
    services.waive(fresh(approved[0]), by=approved[0].opened_by)

    with pytest.raises(TransitionRefused, match=sentence) as refused:
        scroll(contest, **changes)

    assert refused.value.why is why
    assert not ScrollDown.objects.exists()


def test_only_the_director_scrolls_and_refinances(contest, approved):
    services.waive(fresh(approved[0]), by=approved[0].opened_by)
    owner = contest.office.procedure_owner

    for attempt in (
        lambda: scroll(contest, by=owner),
        lambda: scrolls.refinance(contest.call, Decimal(1), by=owner, **ACT),
    ):
        with pytest.raises(TransitionRefused) as refused:
            attempt()
        assert refused.value.why is Refusal.RIGHT


def test_RANK_13_a_list_that_has_lapsed_does_not_scroll(contest):
    ranking, _cases = contest.ranked(92, 88, 80)
    old = {"act_number": "1", "act_date": timezone.localdate() - timedelta(days=367)}
    from evaluation.services import rankings  # noqa: PLC0415

    rankings.approve_ranking(ranking, by=contest.office.director, seen_digest=ranking.digest, **old)

    for attempt in (
        lambda: scroll(contest),
        lambda: scrolls.refinance(contest.call, Decimal(1), by=contest.office.director, **ACT),
    ):
        with pytest.raises(
            TransitionRefused, match="La graduatoria non è più valida: il suo tempo è passato"
        ):
            attempt()


@pytest.mark.parametrize("amount", ["0.00", "-5.00"])
def test_RANK_14_no_money_is_no_refinancing(contest, approved, amount):
    with pytest.raises(TransitionRefused, match="Scrivi quante risorse arrivano, in euro"):
        scrolls.refinance(contest.call, Decimal(amount), by=contest.office.director, **ACT)


def test_RANK_13_the_waiver_of_one_already_paid_asks_it_back(contest, approved):
    from accounting.models import LedgerEntry  # noqa: PLC0415

    LedgerEntry.objects.create(
        budget=contest.call.budget,
        source="granted",
        target="paid",
        amount=Decimal("960.00"),
        case_id=approved[0].pk,
        description="Pagamento",
    )

    services.waive(fresh(approved[0]), by=approved[0].opened_by)

    (recovery,) = approved[0].recoveries.all()
    assert recovery.principal == Decimal("960.00")
