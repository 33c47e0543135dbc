"""A premium stated falsely: the advantage goes, or the whole grant where it decided (CALL-16, REV-06)."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from evaluation.models import PremiumCheck, Ranking
from evaluation.queries import not_executed
from evaluation.services import scrolls
from grants.models import Revocation, Status
from tests.evaluation.premium_lost import (
    EVIDENCE,
    RATING,
    WHY,
    answers,
    decided,
    decisive,
    heard,
    holder,
    raised,
    started,
)
from tests.evaluation.world import build, fresh
from tests.grants.programme import by_firm
from tests.letters.reading import missing_from, sent
from tests.office import days_ago
from workflows import timers
from workflows.engine import Refusal, TransitionRefused
from workflows.models import CaseTerm
from workflows.tasks import open_tasks, perform

pytestmark = pytest.mark.django_db


def is_held(case):
    return PremiumCheck.objects.get(case_id=case.pk, premium__code=RATING).is_held


def told(case, name):
    outcomes = case.history.filter(name=name).latest("id").outcomes
    return {one["rule"]: one["verdict"] for one in outcomes}


def test_CALL_16_start_is_told_with_what_would_follow_and_time_to_answer(contest):
    case = started(contest, raised(contest))
    found = Revocation.objects.get()

    assert (case.status, case.granted) == (Status.REVOCATION_STARTED, Decimal("1060.00"))
    assert (found.kind, found.cause, found.premium.code, found.evidence) == (
        "revocation",
        "premium_lost",
        RATING,
        EVIDENCE,
    )
    assert (found.extent, found.amount_before, found.amount_after) == (
        "partial",
        Decimal("1060.00"),
        Decimal("960.00"),
    )
    assert [task.flow_task.name for task in open_tasks(case)] == ["hear_revocation"]
    assert CaseTerm.objects.filter(case_id=case.pk, kind="memories", ended_at=None).count() == 1
    assert (
        missing_from(
            sent(case, "premium_revocation_start"),
            "Rating di legalità",
            WHY,
            EVIDENCE,
            "il vantaggio di 100,00 €",
            "passerebbe da 1.060,00 € a 960,00 €",
        )
        == []
    )


def test_CALL_16_still_admitted_loses_the_advantage_alone(contest):
    case = heard(contest, raised(contest))
    funds = contest.funds()

    case = perform(case, "reduce_grant", by=contest.office.director, **answers(case))
    found = Revocation.objects.get()

    assert (case.status, case.granted, case.proposed, case.amount) == (
        Status.GRANTED,
        Decimal("960.00"),
        Decimal("960.00"),
        Decimal("960.00"),
    )
    assert (funds, contest.funds()) == (
        ("0.00", "940.00", "1060.00"),
        ("100.00", "940.00", "960.00"),
    )
    assert (found.outcome, found.extent, found.amount_after, found.returned) == (
        "revoked",
        "partial",
        Decimal("960.00"),
        Decimal("100.00"),
    )
    assert (is_held(case), told(case, "reduce_grant")["CALL-16"]) == (False, "met")
    assert (
        missing_from(
            sent(case, "premium_reduction"),
            "passa da 1.060,00 € a 960,00 €",
            "è revocata la parte di 100,00 €",
            "Il rating c'era.",
            "L'elenco dice di no.",
            "La premialità non spettava.",
        )
        == []
    )


def test_CALL_16_whoever_lost_an_advantage_is_not_raised_again(contest):
    case = heard(contest, raised(contest))
    director = contest.office.director
    case = perform(case, "reduce_grant", by=director, **answers(case))

    planned = scrolls.plan(Ranking.objects.get(call=contest.call))

    assert case.pk not in [one.candidate.case.pk for one in planned.raises]
    assert not_executed(contest.call) == []
    with pytest.raises(TransitionRefused, match="Nessun atto di scorrimento"):
        perform(case, "raise_grant", by=director)


def test_CALL_16_a_part_that_was_cut_is_raised_by_a_later_scroll_down_alone(office):
    contest = build(office, Decimal("1600.00"))
    cases = decided(contest, [holder(contest), holder(contest, RATING), holder(contest)])
    case = next(one for one in cases if one.status == Status.GRANTED)
    assert (case.pk, case.granted) == (cases[1].pk, Decimal("1060.00"))
    case = heard(contest, case)
    director = contest.office.director

    case = perform(case, "reduce_grant", by=director, **answers(case))
    assert (case.granted, contest.funds()) == (
        Decimal("640.00"),
        ("420.00", "540.00", "640.00"),
    )
    with pytest.raises(TransitionRefused, match="Nessun atto di scorrimento"):
        perform(case, "raise_grant", by=director)

    contest.scroll("Revoca per una premialità non spettante")
    assert [fresh(one).granted for one in cases] == [Decimal("960.00"), Decimal("640.00"), None]


def test_CALL_16_a_decisive_premium_costs_the_whole_grant_and_the_list_scrolls_down(office):
    contest, case, without = decisive(office)
    case = heard(contest, case)

    case = perform(case, "revoke_grant", by=contest.office.director, **answers(case))
    found = Revocation.objects.get()

    assert (case.status, case.granted, case.closed_at is None) == (Status.REVOKED, None, False)
    assert (found.outcome, found.extent, found.amount_before, found.returned) == (
        "revoked",
        "total",
        Decimal("960.00"),
        Decimal("960.00"),
    )
    assert (contest.funds(), is_held(case)) == (("960.00", "0.00", "0.00"), False)
    assert (
        missing_from(
            sent(case, "premium_revocation"),
            "revocato per intero il contributo di 960,00 €",
            "la premialità è stata determinante",
            "L'elenco dice di no.",
        )
        == []
    )
    contest.scroll("Revoca per una premialità non spettante")
    assert (fresh(without).status, fresh(without).granted) == (Status.GRANTED, Decimal("960.00"))


@pytest.mark.parametrize(
    ("is_decisive", "wrong"), [(False, "revoke_grant"), (True, "reduce_grant")]
)
def test_CALL_16_the_rules_say_which_of_the_two_acts_it_is(office, is_decisive, wrong):
    if is_decisive:
        contest, case, _without = decisive(office)
    else:
        contest = build(office)
        case = raised(contest)
    case = heard(contest, case)

    with pytest.raises(TransitionRefused, match="Senza la premialità") as refused:
        perform(case, wrong, by=contest.office.director, **answers(case))

    assert refused.value.why is Refusal.RULE
    assert (fresh(case).status, is_held(case)) == (Status.MEMORIES_RECEIVED, True)


def test_CALL_16_where_nothing_would_follow_nothing_starts(office):
    contest = build(office, Decimal("500.00"))
    (case,) = decided(contest, [holder(contest, RATING)])
    case = perform(case, "accept_partial", by=case.opened_by)

    with pytest.raises(TransitionRefused, match="non c'è nulla da togliere"):
        started(contest, case)

    assert (fresh(case).status, Revocation.objects.count()) == (Status.GRANTED, 0)


@pytest.mark.parametrize(
    "typed", [{"ground": "  "}, {"evidence": ""}, {"premium": 0}, {"premium": None}]
)
def test_REV_06_a_start_without_premium_reason_or_evidence_changes_nothing(contest, typed):
    case = raised(contest)

    with pytest.raises(TransitionRefused, match="Scegli una premialità"):
        started(contest, case, **typed)

    assert (fresh(case).status, Revocation.objects.count()) == (Status.GRANTED, 0)


def test_REV_06_every_memory_is_answered_and_a_reason_is_due(contest):
    case = heard(contest, raised(contest))
    director = contest.office.director

    with pytest.raises(TransitionRefused, match="Memorie senza risposta: 1"):
        perform(case, "reduce_grant", by=director, reason="Non spettava.")
    with pytest.raises(TransitionRefused, match="Indicare perché"):
        perform(case, "reduce_grant", by=director, **answers(case) | {"reason": " "})

    assert fresh(case).granted == Decimal("1060.00")


def test_REV_06_the_director_may_leave_the_grant_as_it_is(contest):
    case = heard(contest, raised(contest))

    case = perform(
        case, "drop_revocation", by=contest.office.director, reason="Il rating c'era davvero."
    )

    assert (case.status, case.granted, is_held(case)) == (
        Status.GRANTED,
        Decimal("1060.00"),
        True,
    )
    found = Revocation.objects.get()
    assert (found.outcome, found.extent) == ("dropped", "")
    assert missing_from(sent(case, "premium_revocation_dropped"), "senza revoca") == []


def test_REV_06_acts_of_an_annulment_do_not_end_a_revocation(contest):
    case = heard(contest, raised(contest))
    director = contest.office.director

    with pytest.raises(TransitionRefused):
        perform(case, "annul", by=director, **answers(case))
    with pytest.raises(TransitionRefused):
        perform(case, "drop_annulment", by=director, reason="No.")

    assert fresh(case).status == Status.MEMORIES_RECEIVED


def test_REV_06_silence_leads_to_the_director(contest):
    with days_ago(20):
        case = started(contest, raised(contest))

    timers.fire_due()

    case = fresh(case)
    assert case.status == Status.MEMORIES_RECEIVED
    assert [task.flow_task.name for task in open_tasks(case)] == ["decide_revocation"]


def test_CALL_16_aid_account_follows_the_grant(contest):
    case, _other = decided(contest, [holder(contest, RATING, **by_firm()), holder(contest)])
    assert case.aid_entries.get().amount == Decimal("1060.00")
    case = heard(contest, case)

    case = perform(case, "reduce_grant", by=contest.office.director, **answers(case))

    assert case.aid_entries.get().amount == Decimal("960.00")
    assert missing_from(sent(case, "premium_reduction"), "è ridotto di 100,00 €") == []


def test_REV_05_database_wants_cause_evidence_and_amounts_that_fit(contest):
    started(contest, raised(contest))
    for wrong in (
        {"cause": ""},
        {"evidence": ""},
        {"premium": None},
        {"extent": "total"},
        {"amount_after": Decimal("1060.00")},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Revocation.objects.update(**wrong)
