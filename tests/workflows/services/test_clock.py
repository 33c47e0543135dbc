"""Terms of a case are reckoned, suspended, resumed: what the rows then say, and what is refused."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone, translation

from grants.models import RentContribution
from tests.office import days_ago
from tests.workflows.waiting_terms import (
    at,
    events,
    noticed_days_ago,
    now_of,
    picture,
    running,
    timer_of,
)
from workflows import timers
from workflows.engine import Refusal, TransitionRefused
from workflows.models import CaseTerm
from workflows.services import clock
from workflows.tasks import perform
from workflows.terms import Rule, Suspension, Term

pytestmark = pytest.mark.django_db
SHORT = Rule("SOC-01", 10, "days")


@pytest.fixture(autouse=True)
def _in_english():
    """Sentences are compared as they stand in the sources."""
    with translation.override("en"):
        yield


@pytest.fixture
def under_the_law(office):
    """A case of a call older than the Code: its clock stands once, for 30 days (PROC-T4)."""
    office.call.published_at = datetime(2025, 12, 1, 12, tzinfo=UTC)
    office.call.save()
    with days_ago(100):
        return office.examined()


def stopped_days_ago(case, days: float) -> date:
    """Let something be asked of another office: the case's own term stands still since that day."""
    with days_ago(days):
        today = timezone.localdate(clock.moment.now())
        clock.suspend(case, "conclusion", Suspension("integration", today, rule_id="PROC-T4"))
    return today


def refusal_of(act) -> tuple[Refusal, str]:
    """Return why an act is refused, having seen that it changed nothing."""
    before = picture()
    with pytest.raises(TransitionRefused) as refused:
        act()
    assert picture() == before
    return refused.value.why, refused.value.sentence


def test_PROC_T4_capped_suspension_lets_the_term_run_again_on_the_day_of_the_cap(under_the_law):
    case = under_the_law
    plain = case.due_on
    asked_on = stopped_days_ago(case, 90)
    cap = clock._midnight(asked_on + timedelta(days=30))

    assert timer_of(case, "conclusion").scheduled == cap
    with at(cap - timedelta(seconds=1)):
        assert timers.fire_due() == 0
    with at(cap):
        assert timers.fire_due() == 1

    term = running(case, "conclusion")
    raw = Term.from_dict(term.reckoning).raw
    assert raw == date.fromisoformat(office_raw(case, plain)) + timedelta(days=30)
    assert now_of(case).due_on == term.due_on >= raw
    assert timer_of(case, "conclusion").scheduled == clock.next_alarm(term)[1]
    assert clock.next_alarm(term)[0] == "reminder_15"
    assert events(case) == [("conclusion", "resumed", "done")]


def office_raw(case, plain: date) -> str:
    """Return the raw last day of the case's own term had nothing stopped it."""
    stored = Term.from_dict(running(case, "conclusion").reckoning)
    reckoned = clock.compute_term(stored.start, stored.rule)
    assert reckoned.due == plain
    return reckoned.raw.isoformat()


def test_PROC_T4_history_tells_why_the_last_day_moved(under_the_law):
    case = under_the_law
    before = case.due_on
    stopped_days_ago(case, 90)

    timers.fire_due()

    entry = now_of(case).history.get(name="reckon_again")
    assert (entry.by, entry.source, entry.target) == (None, case.status, case.status)
    assert entry.reason == "La sospensione ha raggiunto il limite: il termine riprende a decorrere."
    assert entry.changes == {
        "due_on": [before.isoformat(), running(case, "conclusion").due_on.isoformat()]
    }


def test_PROC_T4_missed_cap_is_made_up_for_with_what_came_after_it(under_the_law):
    case = under_the_law
    stopped_days_ago(case, 90)

    timers.fire_due()

    assert events(case) == [
        ("conclusion", "resumed", "done"),
        ("conclusion", "reminder_15", "late"),
        ("conclusion", "reminder_3", "late" if is_over(case) else "done"),
        *([("conclusion", "expired", "done")] if is_over(case) else []),
    ]
    assert timers.fire_due() == 0


def is_over(case) -> bool:
    return running(case, "conclusion").due_on < timezone.localdate()


def test_PROC_T4_case_goes_on_showing_the_applicants_term_when_the_cap_is_reached(under_the_law):
    """The applicant has longer to answer than the clock may stand: their day stays the case's."""
    case = under_the_law
    stopped_days_ago(case, 40)
    with days_ago(40):
        answer = clock.start_term(case, "acceptance", Rule("X", 60, "days"))
    RentContribution.objects.filter(pk=case.pk).update(due_on=answer.due_on)

    timers.fire_due()

    assert ("conclusion", "resumed", "done") in events(case)
    assert now_of(case).due_on == answer.due_on


def test_PROC_T5_uncapped_suspension_sets_no_timer(office):
    with days_ago(40):
        case = office.examined()
    stopped_days_ago(case, 35)

    assert (timer_of(case, "conclusion").scheduled, timers.fire_due()) == (None, 0)


def test_resuming_sets_the_timer_where_the_term_now_stands(office):
    with days_ago(40):
        case = office.examined()
    stopped_days_ago(case, 35)
    with days_ago(30):
        term = clock.resume(
            case, "conclusion", "integration", on=timezone.localdate(clock.moment.now())
        )

    assert Term.from_dict(term.reckoning).suspended_days == 5
    assert timer_of(case, "conclusion").scheduled == clock.next_alarm(term)[1]


def test_suspension_that_ends_before_it_starts_is_refused(office):
    with days_ago(40):
        case = office.examined()
    begun = stopped_days_ago(case, 30)
    earlier = begun - timedelta(days=1)

    assert refusal_of(lambda: clock.resume(case, "conclusion", "integration", on=earlier)) == (
        Refusal.RULE,
        f"La sospensione finisce il {earlier:%d/%m/%Y}, prima di iniziare ({begun:%d/%m/%Y}).",
    )


def test_suspension_while_the_clock_stands_is_refused(office):
    with days_ago(40):
        case = office.examined()
    begun = stopped_days_ago(case, 30)

    why, sentence = refusal_of(
        lambda: clock.suspend(
            case, "conclusion", Suspension("refusal_notice", begun + timedelta(days=2))
        )
    )

    assert (why, "si sovrappone" in sentence) == (Refusal.RULE, True)


def test_suspension_before_the_term_is_refused(office):
    case = office.examined()
    before = timezone.localdate() - timedelta(days=1)

    why, sentence = refusal_of(
        lambda: clock.suspend(case, "conclusion", Suspension("integration", before))
    )

    assert (why, "precede l'inizio del termine" in sentence) == (Refusal.RULE, True)


def test_term_that_does_not_run_is_neither_suspended_nor_resumed(office):
    case = office.granted()
    expected = (Refusal.STATUS, "The term “End of the procedure” is not running.")
    today = Suspension("integration", timezone.localdate())

    assert refusal_of(lambda: clock.suspend(case, "conclusion", today)) == expected
    assert (
        refusal_of(lambda: clock.resume(case, "conclusion", "integration", on=today.start))
        == expected
    )


def test_term_that_runs_is_not_started_again(office):
    case = office.examined()

    assert refusal_of(lambda: clock.start_term(case, "conclusion", SHORT)) == (
        Refusal.STATUS,
        "This term is running already.",
    )


def test_term_on_a_calendar_that_nobody_knows_is_refused(office):
    case = office.examined()

    assert refusal_of(
        lambda: clock.start_term(case, "acceptance", SHORT, starts_on=date(1999, 1, 10))
    ) == (Refusal.RULE, "Il calendario delle festività è disponibile dal 2001.")


def test_request_after_the_term_leaves_it_as_it_is(office):
    with days_ago(100):
        case = office.examined()
    before = running(case, "conclusion").reckoning

    clock.suspend(case, "conclusion", Suspension("integration", timezone.localdate()))

    assert running(case, "conclusion").reckoning == before


def test_term_shorter_than_its_reminder_has_none(office):
    case = office.examined()

    term = clock.start_term(case, "acceptance", Rule("X", 5, "days"))

    assert [name for name, _at in clock.alarms(term)] == ["expired"]


def test_alarms_of_many_terms_take_one_query(office, django_assert_num_queries):
    case = office.examined()
    clock.start_term(case, "acceptance", SHORT)
    terms = list(CaseTerm.objects.all())

    with django_assert_num_queries(1):
        planned = clock.planned(terms)

    assert {term.kind: [name for name, _at in planned[term.pk]] for term in terms} == {
        "conclusion": ["reminder_15", "reminder_3", "expired"],
        "acceptance": ["reminder_5", "expired"],
    }


@pytest.mark.parametrize(
    ("answered", "resumes"), [(8, "answer"), (3, "term")], ids=["in-time", "late"]
)
def test_PRE_03_late_observations_do_not_stop_a_clock_that_runs_again(office, answered, resumes):
    """Nobody let the term pass yet: the worker slept, and the observations come after it."""
    case = noticed_days_ago(office, 15)
    term = running(case, "observations")
    with days_ago(answered):
        today = clock.moment.today()
        observed = {ground.pk: "Ecco." for ground in case.refusal_grounds.all()}
        perform(case, "file_observations", by=case.opened_by, observations=observed)

    [stopped] = running(case, "conclusion").reckoning["suspensions"]
    expected = {"answer": today + timedelta(days=10), "term": term.due_on}
    assert stopped["end"] == expected[resumes].isoformat()


@pytest.fixture
def noticed_and_answered(office):
    """A case noticed 35 days ago and answered 30 days ago: its clock stood until 20 days ago."""
    with days_ago(40):
        case = office.examined()
    with days_ago(35):
        clock.suspend(case, "conclusion", Suspension("refusal_notice", day_now()))
    with days_ago(30):
        clock.resume(case, "conclusion", "refusal_notice", on=day_now() + timedelta(days=10))
    return case


def day_now() -> date:
    return timezone.localdate(clock.moment.now())


def stops_of(case) -> list[tuple[str, int, int]]:
    """Return each suspension with its days before today: first and last."""
    today = timezone.localdate()
    return [
        (one.kind, (today - one.start).days, (today - one.end).days)
        for one in Term.from_dict(running(case, "conclusion").reckoning).suspensions
    ]


def test_PRE_03_request_while_the_clock_still_stands_stops_it_from_then_on(noticed_and_answered):
    case = noticed_and_answered
    stopped_days_ago(case, 25)
    with days_ago(15):
        clock.resume(case, "conclusion", "integration", on=day_now())

    assert stops_of(case) == [("refusal_notice", 35, 20), ("integration", 20, 15)]
    assert Term.from_dict(running(case, "conclusion").reckoning).suspended_days == 20


def test_PRE_03_request_answered_before_the_clock_would_run_stops_nothing(noticed_and_answered):
    case = noticed_and_answered
    stopped_days_ago(case, 25)
    with days_ago(22):
        clock.resume(case, "conclusion", "integration", on=day_now())

    assert stops_of(case) == [("refusal_notice", 35, 20)]
