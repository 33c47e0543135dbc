"""A call moves as section 15.1 says: by whom, from where, with reason and act, and it is written down."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from calls import services
from calls.engine import CallRefused, Refusal, move
from calls.models import Block, Call, CallHistoryEntry, Question, State
from calls.rules.questions import Condition, ShownIf
from calls.rules.questions import Question as PlainQuestion
from calls.services.contents import question_fields
from tests.calls.setting_up import ACT, WHY, prepared, shown

pytestmark = pytest.mark.django_db


def history(call) -> list[tuple]:
    return [
        (entry.name, entry.source, entry.target, entry.by, entry.reason, entry.act)
        for entry in call.history.all()
    ]


def refusal(move_, /, *args, **kwargs) -> CallRefused:
    with pytest.raises(CallRefused) as refused, transaction.atomic():
        move_(*args, **kwargs)
    return refused.value


def test_call_is_approved_published_opened_and_closed(office):
    call = prepared(office, opens=-2, closes=-1)

    call = services.approve(call, by=office.director, act=ACT)
    assert call.state == State.APPROVED
    call = services.show(call, by=office.procedure_owner)

    assert call.state == State.CLOSED
    assert history(call) == [
        ("approve", "draft", "approved", office.director, "", ACT),
        ("publish", "approved", "published", office.procedure_owner, "", ACT),
        ("open", "published", "open", None, "", ""),
        ("close", "open", "closed", None, "", ""),
    ]


def test_G1_publication_is_refused_with_the_list_of_what_is_missing(office):
    call = prepared(office)
    call.substitute, call.budget_line = None, ""
    call.save()
    Block.objects.filter(version=call.version, letter__in=["h", "o"]).delete()

    refused = refusal(services.show, call, by=office.procedure_owner)

    assert refused.why is Refusal.RULE
    assert [(fault.rule, fault.item) for fault in refused.faults] == [
        ("ORG-07", "substitute"),
        ("G1", "budget_line"),
        ("CALL-03", "h"),
        ("CALL-03", "o"),
    ]
    call.refresh_from_db()
    assert (call.state, call.published_at, call.version.frozen_at) == (State.DRAFT, None, None)
    assert not call.history.exists()


def test_G1_publication_is_refused_while_points_do_not_sum_and_questions_wait_in_a_circle(office):
    call = prepared(office)
    first = call.version.criteria.order_by("position").first()
    first.weight -= Decimal("0.01")
    first.save()
    for place, (code, other) in enumerate((("uno", "due"), ("due", "uno")), 1):
        waits = ShownIf((Condition(other, "answered"),))
        asked = PlainQuestion(code, "text", code.capitalize(), shown_if=waits)
        Question.objects.create(version=call.version, position=place, **question_fields(asked))

    refused = refusal(services.show, call, by=office.procedure_owner)

    assert sorted(fault.sentence for fault in refused.faults) == [
        "I punti massimi dei criteri fanno 99,99 e devono fare 100.",
        "Queste domande dipendono l'una dall'altra in cerchio: “Uno” → “Due” → “Uno”.",
    ]
    call.refresh_from_db()
    assert (call.state, call.version.frozen_at, call.history.count()) == (State.DRAFT, None, 0)


def test_approval_wants_everything_but_the_act_which_it_gives(office):
    call = prepared(office)
    call.criteria_act = ""
    call.save()

    assert services.approve(call, by=office.director, act=ACT).criteria_act == ACT


def test_approval_falls_when_the_content_is_opened_again(office):
    call = services.approve(prepared(office), by=office.director, act=ACT)

    call = services.take_back(call, by=office.procedure_owner, reason="Un refuso.")

    assert (call.state, call.criteria_act) == (State.DRAFT, "")


def test_published_call_has_its_money(office):
    call = shown(office)

    assert call.budget.available == 100000
    (entry,) = call.budget.entries.all()
    assert (entry.by, entry.description) == (office.procedure_owner, "Dotazione iniziale")


@pytest.mark.parametrize(
    ("name", "inputs"),
    [
        ("approve", {"act": ACT}),
        ("close_early", {"act": ACT, "reason": WHY}),
        ("suspend", {"act": ACT, "reason": WHY}),
        ("cancel", {"act": ACT, "reason": WHY}),
    ],
)
def test_person_without_the_right_is_refused(office, name, inputs):
    call = prepared(office) if name == "approve" else office.call
    call = shown(office) if name == "cancel" else call

    refused = refusal(getattr(services, name), call, by=office.officer, **inputs)

    assert refused.why is Refusal.RIGHT


def test_nobody_opens_by_hand(office):
    assert refusal(move, shown(office), "open", by=office.director).why is Refusal.RIGHT


def test_clock_does_not_open_before_the_instant(office):
    refused = refusal(move, shown(office), "open", by=None)

    assert [fault.rule for fault in refused.faults] == ["RANK-05"]


def test_suspension_stops_applications_and_the_closing_moves_by_what_was_lost(office):
    call = office.call
    closes_at = call.closes_at

    call = services.suspend(call, by=office.procedure_owner, reason=WHY, act=ACT)
    assert not call.is_open_at(timezone.now())
    assert call.is_open_at(call.suspended_at - timedelta(milliseconds=1))
    assert call not in Call.objects.open_at(timezone.now())
    assert call.phase == "suspended"

    Call.objects.filter(pk=call.pk).update(suspended_at=timezone.now() - timedelta(hours=30))
    call = services.resume(call, by=office.director, reason="Riparato.", act=ACT)
    assert call.is_open_at(timezone.now())
    gained = call.closes_at - closes_at
    assert timedelta(hours=30) <= gained <= timedelta(hours=31, minutes=2)
    assert [(e.name, e.reason, e.act) for e in call.history.all()][-2:] == [
        ("suspend", WHY, ACT),
        ("resume", "Riparato.", ACT),
    ]


def test_suspended_call_is_not_closed_by_the_clock(office):
    call = services.suspend(office.call, by=office.director, reason=WHY, act=ACT)
    Call.objects.filter(pk=call.pk).update(closes_at=timezone.now() - timedelta(minutes=1))

    assert services.clock.move_due() == 0


@pytest.mark.parametrize("missing", ["reason", "act"])
def test_move_that_touches_the_public_wants_reason_and_act(office, missing):
    given = {"reason": WHY, "act": ACT} | {missing: "  "}

    refused = refusal(services.suspend, office.call, by=office.director, **given)

    assert [fault.item for fault in refused.faults] == [missing]
    office.call.refresh_from_db()
    assert office.call.state == State.OPEN


def test_CALL_22_extension_moves_the_closing_and_says_from_where_to_where(office):
    before = office.call.closes_at
    later = before + timedelta(days=10)

    call = services.extend(office.call, by=office.director, reason=WHY, act=ACT, closes_at=later)

    assert (call.closes_at, call.state) == (later, State.OPEN)
    entry = call.history.last()
    assert (entry.name, entry.source, entry.target) == ("extend", "open", "open")
    assert entry.details["changes"] == {"closes_at": [before.isoformat(), later.isoformat()]}


def test_CALL_22_extension_to_an_earlier_instant_is_refused(office):
    earlier = office.call.closes_at - timedelta(days=1)

    refused = refusal(
        services.extend, office.call, by=office.director, reason=WHY, act=ACT, closes_at=earlier
    )

    assert [fault.item for fault in refused.faults] == ["closes_at"]


def test_CALL_22_call_closed_during_an_outage_opens_again(office):
    call = shown(office, opens=-3, closes=-0.1)
    closed_at = call.closes_at
    outage = (closed_at - timedelta(hours=1), closed_at + timedelta(hours=1))
    again = timezone.now() + timedelta(days=1)

    call = services.reopen(
        call, by=office.director, reason=WHY, act=ACT, closes_at=again, outage=outage
    )

    assert call.state == State.OPEN
    assert call.is_open_at(timezone.now())
    assert call.history.last().details["outage"] == [instant.isoformat() for instant in outage]


def test_CALL_22_outage_after_the_closing_is_no_reason_to_open_again(office):
    call = shown(office, opens=-3, closes=-1)
    after = call.closes_at + timedelta(hours=1)

    refused = refusal(
        services.reopen,
        call,
        by=office.director,
        reason=WHY,
        act=ACT,
        closes_at=timezone.now() + timedelta(days=1),
        outage=(after, after + timedelta(hours=1)),
    )

    assert [fault.item for fault in refused.faults] == ["outage_from"]


def test_CALL_08_call_is_closed_early_at_the_instant_of_the_act(office):
    call = services.close_early(office.call, by=office.director, reason="Fondi esauriti.", act=ACT)

    assert call.state == State.CLOSED
    assert not call.is_open_at(timezone.now())
    assert services.clock.move_due() == 0


def test_cancelled_call_takes_no_applications(office):
    call = services.cancel(shown(office), by=office.director, reason=WHY, act=ACT)

    assert call.state == State.CANCELLED
    assert not call.is_open_at(call.opens_at)


def test_call_being_set_up_is_given_up_by_who_sets_it_up(office):
    call = services.cancel(prepared(office), by=office.procedure_owner, reason="Non serve.")

    assert call.state == State.CANCELLED


def test_closed_call_goes_on_to_its_end(office):
    call = shown(office, opens=-3, closes=-1)

    call = services.start_evaluation(call, by=office.procedure_owner)
    call = services.approve_ranking(call, by=office.director, act=ACT)
    call = services.start_running(call, by=office.procedure_owner)
    call = services.conclude(call, by=office.procedure_owner)

    assert call.has_ended
    assert [entry.target for entry in call.history.all()][-4:] == [
        "under_evaluation",
        "ranked",
        "running",
        "concluded",
    ]
    refused = refusal(
        services.extend, call, by=office.director, reason=WHY, act=ACT, closes_at=timezone.now()
    )
    assert refused.why is Refusal.RULE


def test_state_cannot_be_written_past_the_door(office):
    with pytest.raises(AttributeError):
        office.call.state = State.CLOSED


def test_history_of_a_call_cannot_be_changed_or_deleted(office):
    for change in (
        "UPDATE calls_callhistoryentry SET reason = 'x'",
        "DELETE FROM calls_callhistoryentry",
    ):
        with (
            pytest.raises(IntegrityError, match="never changed or deleted"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(change)

    assert CallHistoryEntry.objects.filter(call=office.call).count() == 2
