"""What terms bring about by themselves, seen on a coworking contribution."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from grants import services
from grants.models import RentContribution, Status
from parties import moment
from tests.office import days_ago
from tests.races import at_once
from tests.workflows.waiting_terms import (
    ASKED,
    asked_days_ago,
    events,
    noticed_days_ago,
    now_of,
    picture,
    running,
    timer_of,
)
from workflows import timers
from workflows.engine import Refusal, TransitionRefused
from workflows.models import CaseTask, CaseTerm, TermEvent
from workflows.services import clock
from workflows.tasks import perform

pytestmark = pytest.mark.django_db
SILENCE = [("integration", "reminder_3", "late"), ("integration", "expired", "done")]


@pytest.fixture(autouse=True)
def _in_english():
    """Sentences are compared as they stand in the sources."""
    with translation.override("en"):
        yield


def test_SOC_01_silence_on_an_integration_returns_the_case_to_examination(office):
    case = asked_days_ago(office, 20)

    timers.fire_due()

    case = now_of(case)
    assert (case.status, case.history.last().by) == (Status.UNDER_EXAMINATION, None)
    assert events(case) == SILENCE


def test_PRE_03_silence_on_the_reasons_against_goes_on_to_the_weighing(office):
    case = noticed_days_ago(office, 20)
    told_until = running(case, "observations").due_on

    timers.fire_due()

    case = now_of(case)
    [stopped] = running(case, "conclusion").reckoning["suspensions"]
    assert (case.status, stopped["end"]) == (Status.OBSERVATIONS_RECEIVED, told_until.isoformat())
    assert case.due_on == running(case, "conclusion").due_on


def test_round_too_many_does_nothing(office):
    asked_days_ago(office, 20)
    timers.fire_due()
    before = picture()

    assert timers.fire_due() == 0
    assert picture() == before


def test_nothing_fires_before_its_time(office):
    case = asked_days_ago(office, 2)

    assert timers.fire_due() == 0
    assert now_of(case).status == Status.INTEGRATION_REQUESTED


def test_reminder_fires_three_days_before_the_end(office):
    case = asked_days_ago(office, 9)

    assert timers.fire_due() == 1
    assert events(case) == [("integration", "reminder_3", "done")]


def test_reminder_is_too_late_when_a_later_one_is_due_as_well(office):
    with days_ago(58):
        case = office.examined()

    timers.fire_due()

    assert [
        (event.name, event.outcome, event.sentence) for event in TermEvent.objects.order_by("pk")
    ] == [("reminder_15", "late", "A later one was due."), ("reminder_3", "done", "")]
    assert timer_of(case, "conclusion").scheduled == clock.ends_at(case.due_on)


def test_PROC_T11_end_of_the_procedures_own_term_changes_no_status(office):
    with days_ago(200):
        case = office.examined()

    timers.fire_due()

    assert now_of(case).status == Status.UNDER_EXAMINATION
    assert ("conclusion", "expired", "done") in events(case)


def test_missed_weeks_are_made_up_for_in_order_across_cases(office):
    """One dispatcher slept for forty days: what fell due first comes first, whichever its case."""
    with days_ago(90):
        examined = office.examined()
    asked, noticed = asked_days_ago(office, 40), noticed_days_ago(office, 35)

    timers.fire_due()

    rows = list(TermEvent.objects.order_by("pk"))
    assert [row.due_at for row in rows] == sorted(row.due_at for row in rows)
    assert {row.term.case_id for row in rows[:3]} == {examined.pk, asked.pk}
    assert now_of(noticed).status == Status.OBSERVATIONS_RECEIVED


def test_chained_terms_follow_one_another_in_one_round(office):
    """The answer's term ended long ago; the procedure's own ran again since, and draws near."""
    with days_ago(62):
        case = office.examined()
    with days_ago(20):
        perform(case, "request_integration", by=office.officer, items=ASKED, reason="Manca.")
    answer_by = running(case, "integration").due_on

    timers.fire_due()

    term = running(case, "conclusion")
    [stopped] = term.reckoning["suspensions"]
    assert stopped["end"] == answer_by.isoformat()
    assert now_of(case).due_on == term.due_on
    assert events(case) == [*SILENCE, ("conclusion", "reminder_15", "done")]
    assert local_hour(timer_of(case, "conclusion")) == (term.due_on - timedelta(days=3), 8)


def test_reminders_tell_of_the_new_day_when_a_term_has_moved(office):
    with days_ago(58):
        case = office.examined()
    timers.fire_due()
    before = running(case, "conclusion")
    # No holidays in a row swallow a week.
    with days_ago(7):
        perform(case, "request_integration", by=office.officer, items=ASKED, reason="Manca.")
    perform(
        now_of(case), "answer_integration", by=case.opened_by, changes={"project": "Più." * 200}
    )

    timers.fire_due()

    after = running(case, "conclusion")
    reminders = TermEvent.objects.filter(name="reminder_15").order_by("pk")
    assert list(reminders.values_list("due_on", flat=True)) == [before.due_on, after.due_on]
    assert before.due_on < after.due_on


@pytest.mark.parametrize("kind", ["integration", "conclusion"])
def test_timer_fired_for_a_withdrawn_case_gets_a_sentence_and_changes_nothing(office, kind):
    case = asked_days_ago(office, 20)
    services.withdraw(case, by=case.opened_by)
    before = picture()

    with pytest.raises(TransitionRefused) as refused:
        timers.fire(timer_of(case, kind).pk)

    assert (refused.value.why, refused.value.sentence) == (
        Refusal.STATUS,
        "The case is closed: nothing follows from this term.",
    )
    assert (picture(), timers.fire_due()) == (before, 0)


def test_timer_fired_for_a_granted_case_gets_a_sentence_and_changes_nothing(office):
    with days_ago(200):
        case = office.granted()
    before = picture()

    with pytest.raises(TransitionRefused, match="The case is closed"):
        timers.fire(timer_of(case, "conclusion").pk)

    assert (picture(), timers.fire_due()) == (before, 0)


def test_timer_fired_for_a_term_that_was_answered_gets_a_sentence(office):
    case = asked_days_ago(office, 2)
    perform(case, "answer_integration", by=case.opened_by, changes={"project": "Più." * 200})
    before = picture()

    with pytest.raises(TransitionRefused, match="This term has ended"):
        timers.fire(timer_of(case, "integration").pk)

    assert picture() == before


def test_timer_left_set_on_a_closed_case_is_taken_down_with_a_sentence(office):
    """A row that only SQL can make: the case keeps what it has, the timer asks no more."""
    case = asked_days_ago(office, 20)
    RentContribution.objects.filter(pk=case.pk).update(closed_at=moment.now())
    before = picture()["cases"]

    timers.fire_due()

    event = TermEvent.objects.get(term__kind="integration")
    assert (event.outcome, event.sentence) == (
        "left",
        "The case is closed: nothing follows from this term.",
    )
    assert (picture()["cases"], timers.fire_due()) == (before, 0)


def test_fired_timer_does_nothing_when_fired_again_or_too_early(office):
    late, early = asked_days_ago(office, 20), asked_days_ago(office, 2)
    timers.fire_due()
    before = picture()

    fired = [timers.fire(timer_of(case, "integration").pk) for case in (late, early)]

    assert (fired, picture()) == ([0, 0], before)


def test_standing_timer_does_nothing(office):
    case = asked_days_ago(office, 2)

    assert timer_of(case, "conclusion").scheduled is None
    assert timers.fire(timer_of(case, "conclusion").pk) == 0


def test_consequence_that_is_refused_is_left_with_its_sentence(office):
    """Nobody is asked any more, by whatever accident: the clock says so and moves nothing."""
    case = asked_days_ago(office, 20)
    CaseTask.objects.filter(case_id=case.pk, status="NEW").update(status="CANCELED")

    timers.fire_due()

    event = TermEvent.objects.get(term__kind="integration", name="expired")
    assert (event.outcome, event.sentence) == ("left", "This step is no longer asked for.")
    assert now_of(case).status == Status.INTEGRATION_REQUESTED
    assert timers.fire_due() == 0


def test_broken_timer_holds_up_nobody_and_is_tried_again(office, caplog):
    broken, sound = asked_days_ago(office, 25), asked_days_ago(office, 20)
    term = running(broken, "integration")
    CaseTerm.objects.filter(pk=term.pk).update(reckoning={})

    timers.fire_due()

    assert (now_of(broken).status, now_of(sound).status) == (
        Status.INTEGRATION_REQUESTED,
        Status.UNDER_EXAMINATION,
    )
    assert events(broken) == []
    assert f"timer {timer_of(broken, 'integration').pk} broke" in caplog.text

    CaseTerm.objects.filter(pk=term.pk).update(reckoning=term.reckoning)
    timers.fire_due()

    assert now_of(broken).status == Status.UNDER_EXAMINATION
    assert events(broken) == SILENCE


@pytest.mark.django_db(transaction=True)
def test_two_dispatchers_at_once_fire_everything_once(office):
    cases = [asked_days_ago(office, days) for days in (24, 22, 20)]

    fired = at_once([timers.fire_due] * 3)

    assert sum(fired) == TermEvent.objects.count() == 2 * len(cases)
    for case in cases:
        assert events(case) == SILENCE
        assert now_of(case).history.filter(name="close_integration").count() == 1


def local_hour(timer):
    instant = timezone.localtime(timer.scheduled)
    return instant.date(), instant.hour
