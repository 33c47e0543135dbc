"""Who is told what the clock has done, in which words, and that nothing of it is lost."""

import socket

import pytest
from django.core import mail
from django.db import connection, transaction
from django.utils import translation
from procrastinate.contrib.django.models import ProcrastinateJob

from accounting.models import Budget
from grants import services
from tests.jobs import run_jobs
from tests.office import days_ago
from tests.workflows.test_applicant_case import use_up
from tests.workflows.waiting_terms import (
    asked_days_ago,
    at,
    noticed_days_ago,
    now_of,
    running,
)
from ui.formats import long_date
from workflows import notices, timers
from workflows.models import CaseTask, TermEvent
from workflows.services import clock
from workflows.tasks import perform
from workflows.terms import Suspension

transactional = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _in_english():
    """Sentences are compared as they stand in the sources."""
    with translation.override("en"):
        yield


def queued() -> list[tuple[str, str]]:
    """Return who is to be told what: address and name of the message, in order."""
    jobs = ProcrastinateJob.objects.filter(task_name="workflows.send_notice").order_by("pk")
    people = {user.pk: user.email for user in notices.User.objects.all()}
    return [(people[job.args["user_id"]], job.args["words"]) for job in jobs]


def told(case, name: str, words: str, to=None) -> mail.EmailMessage:
    """Send one message about an event of a case, and return it."""
    mail.outbox.clear()
    event = TermEvent.objects.filter(term__case_id=case.pk, name=name).latest("pk")
    act = CaseTask.objects.get(term=event.term).flow_task.act
    assert notices.send(event.pk, (to or case.opened_by).pk, words, act.__name__ if act else "")
    [message] = mail.outbox
    return message


def offered_days_ago(office, days: float):
    with days_ago(days):
        case = office.proposed()
        use_up(Budget.objects.get().available - case.proposed / 2)
        return perform(case, "offer_partial", by=office.director)


def in_english(case):
    case.opened_by.language = "en"
    case.opened_by.save()


@pytest.mark.django_db
def test_reminder_says_what_is_asked_by_when_and_what_silence_brings(office):
    case = asked_days_ago(office, 8)
    in_english(case)
    timers.fire_due()
    term = running(case, "integration")
    title = case.call.title_en or case.call.title_it

    message = told(case, "reminder_3", "reminder_integration")

    assert message.to == [case.opened_by.email]
    assert message.reply_to == [office.agency.email]
    assert message.subject == f"{case.number}: what we asked for is due by {long_day(term.due_on)}"
    assert message.body == (
        f"Dear {case.applicant.name},\n\n"
        f"on {long_day(term.starts_on)} we asked you to complete your application {case.number} "
        f"({title}). We have not received your answer yet.\n\n"
        "What we asked for:\n"
        "- Progetto: Racconti meglio le attività.\n\n"
        f"Last day to answer: {long_day(term.due_on)}, until midnight.\n\n"
        "If we receive nothing by then, the examination goes on with what is in the file, and what "
        "is missing may weigh on the decision (D.Lgs. 184/2025, art. 14).\n\n"
        f"You answer here: http://localhost:8000/domande/{case.pk}/integrazione/\n\n"
        "This is a courtesy reminder: what counts is the letter that you have received. If you "
        "have answered in the meantime, there is nothing more for you to do.\n\n"
        "Kind regards\n"
        "Ufficio contributi, Agenzia di prova\n\n"
        "This message was sent automatically. To write to the office: agenzia@example.org\n"
        "\n-- \n"
        "You receive this email because you asked for “Reminders of terms”.\n"
        "Choose which emails you want, or switch them off: http://localhost:8000/area/messaggi/\n"
    )


@pytest.mark.django_db
def test_message_is_italian_unless_the_account_speaks_english(office):
    case = asked_days_ago(office, 8)
    timers.fire_due()

    subjects = []
    for language in ("it", "en"):
        case.opened_by.language = language
        case.opened_by.save()
        subjects.append(told(case, "reminder_3", "reminder_integration").subject)

    days = [long_day(running(case, "integration").due_on, language) for language in ("it", "en")]
    assert [day in subject for day, subject in zip(days, subjects, strict=True)] == [True, True]
    assert days[0] != days[1]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("situation", "words", "phrases"),
    [
        (
            noticed_days_ago,
            "reminder_observations",
            ["the reasons that stand against", "(L. 241/1990, art. 10-bis)", "/osservazioni/"],
        ),
        (
            offered_days_ago,
            "reminder_acceptance",
            ["we offered you 300,00 €", "goes on the waiting list", "/offerta/"],
        ),
    ],
)
def test_reminder_leads_to_the_page_where_the_applicant_answers(office, situation, words, phrases):
    case = situation(office, 8)
    in_english(case)
    timers.fire_due()
    event = TermEvent.objects.get(term__case_id=case.pk, outcome="done")

    message = told(case, event.name, words)

    assert [phrase for phrase in phrases if phrase not in message.body] == []
    assert long_day(event.due_on) in message.subject


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("situation", "words"),
    [
        (lambda office: asked_days_ago(office, 8), ["reminder_integration"]),
        (lambda office: noticed_days_ago(office, 8), ["reminder_observations"]),
        (lambda office: offered_days_ago(office, 8), ["reminder_acceptance"]),
    ],
)
def test_reminder_of_the_applicants_term_goes_to_the_applicant_alone(office, situation, words):
    case = situation(office)

    timers.fire_due()

    assert queued() == [(case.opened_by.email, word) for word in words]


@pytest.mark.django_db
def test_reminder_of_the_offices_term_goes_to_officer_and_procedure_owner(office):
    with days_ago(58):
        office.examined()

    timers.fire_due()

    assert queued() == [
        (office.officer.email, "reminder_for_office"),
        (office.procedure_owner.email, "reminder_for_office"),
    ]


@pytest.mark.django_db
def test_reminder_of_a_case_in_nobodys_hands_goes_to_the_procedure_owner(office):
    with days_ago(58):
        office.file()

    timers.fire_due()

    assert queued() == [(office.procedure_owner.email, "reminder_for_office")]


@pytest.mark.django_db
def test_reminder_for_the_office_says_what_is_still_to_be_done(office):
    with days_ago(58):
        case = office.examined()
    office.officer.language = "en"
    office.officer.save()
    timers.fire_due()

    body = told(case, "reminder_3", "reminder_for_office", office.officer).body

    assert body.startswith(
        f"Dear {office.officer},\n\nthe term “End of the procedure” of case {case.number} "
        f"({case.applicant.name}) ends on {long_day(case.due_on)}.\n\n"
        "The case stands at: Under examination.\n\n"
        "Still to be done: Examine the application.\n\n"
    )
    assert f"http://localhost:8000/ufficio/pratiche/{case.pk}/" in body


@pytest.mark.django_db
def test_PROC_T7_office_is_told_when_its_own_term_has_passed(office):
    with days_ago(100):
        case = office.examined()
    office.officer.language = "en"
    office.officer.save()
    timers.fire_due()

    assert queued() == [
        (office.officer.email, "over_for_office"),
        (office.procedure_owner.email, "over_for_office"),
    ]
    body = told(case, "expired", "over_for_office", office.officer).body
    assert "The passing of time decides nothing: an express act is still due" in body


@pytest.mark.django_db
def test_SOC_01_both_sides_are_told_what_silence_has_brought(office):
    case = asked_days_ago(office, 20)
    in_english(case)
    office.officer.language = "en"
    office.officer.save()
    due = running(case, "integration").due_on

    timers.fire_due()

    assert queued() == [
        (case.opened_by.email, "over_for_applicant"),
        (office.officer.email, "back_to_office"),
    ]
    decide_by = long_day(running(case, "conclusion").due_on)
    body = told(case, "expired", "over_for_applicant").body
    assert (
        f"ended on {long_day(due)}, and we have received no answer.\n\n"
        "What has happened: The time to answer passed: we go on with what we have.\n\n"
        "What comes next: A case officer is checking your data, your documents and the spend. "
        "It is our move. If something is missing we write to you: you need do nothing now.\n\n"
        f"The office's own term to conclude the procedure ends on {decide_by}.\n\n"
        f"You can follow the application here: http://localhost:8000/pratiche/{case.pk}/\n"
    ) in body
    body = told(case, "expired", "back_to_office", office.officer).body
    assert (
        "What the clock has done: “Go on without the answer”.\n"
        "The case stands at: Under examination.\n\n"
        "Still to be done: Examine the application.\n\n"
    ) in body


@pytest.mark.django_db
def test_RANK_12_applicant_is_told_that_the_offer_has_lapsed(office):
    case = offered_days_ago(office, 20)
    in_english(case)

    timers.fire_due()

    body = told(case, "expired", "over_for_applicant").body
    assert "The time to take the offer passed: the application waits for funds." in body


@pytest.mark.django_db
def test_procedure_owner_is_told_when_a_consequence_was_refused(office):
    case = asked_days_ago(office, 20)
    CaseTask.objects.filter(case_id=case.pk, status="NEW").update(status="CANCELED")
    office.procedure_owner.language = "en"
    office.procedure_owner.save()

    timers.fire_due()

    assert queued() == [(office.procedure_owner.email, "left_undone")]
    body = told(case, "expired", "left_undone", office.procedure_owner).body
    assert "The reason: This step is no longer asked for." in body
    assert "“Go on without the answer”, was not possible" in body


@pytest.mark.django_db
def test_PROC_T4_office_is_told_when_the_clock_runs_again(office):
    with days_ago(60):
        case = office.examined()
        term = running(case, "conclusion")
        term.reckoning["rule"]["suspension_cap_days"] = 30
        term.save()
    with days_ago(40):
        stopped = Suspension("integration", clock.moment.today())
        clock.suspend(case, "conclusion", stopped)
    office.officer.language = "en"
    office.officer.save()

    with days_ago(9):
        timers.fire_due()

    assert queued() == [
        (office.officer.email, "runs_again"),
        (office.procedure_owner.email, "runs_again"),
    ]
    message = told(case, "resumed", "runs_again", office.officer)
    assert f"and ends on {long_day(running(case, 'conclusion').due_on)}," in message.body


@pytest.mark.django_db
def test_nobody_is_told_of_what_came_too_late_or_of_a_closed_case(office):
    case = asked_days_ago(office, 20)
    services.withdraw(case, by=case.opened_by)

    timers.fire_due()

    assert queued() == []


@pytest.mark.django_db
def test_reminder_of_what_was_answered_meanwhile_is_not_sent(office):
    case = asked_days_ago(office, 8)
    timers.fire_due()
    perform(case, "answer_integration", by=case.opened_by, changes={"project": "Più." * 200})
    event = TermEvent.objects.get()

    assert notices.send(event.pk, case.opened_by.pk, "reminder_integration", "") is False
    assert mail.outbox == []


@pytest.mark.django_db
def test_reminder_that_comes_after_the_term_is_not_sent(office):
    case = asked_days_ago(office, 20)
    event = clock.alarms(running(case, "integration"))
    with at(event[0][1]):
        timers.fire_due()
    reminder = TermEvent.objects.get()

    assert notices.send(reminder.pk, case.opened_by.pk, "reminder_integration", "") is False


@pytest.mark.django_db
def test_nothing_is_queued_when_the_round_is_rolled_back(office):
    asked_days_ago(office, 20)
    with transaction.atomic():
        timers.fire_due()
        assert len(queued()) == 2
        transaction.set_rollback(True)

    assert (queued(), TermEvent.objects.count()) == ([], 0)


@transactional
def test_messages_leave_once_whatever_the_dispatcher_does(office):
    case = asked_days_ago(office, 20)
    timers.fire_due()
    timers.fire_due()

    run_jobs()
    run_jobs()

    sent = {
        message.extra_headers["Message-ID"]: message.to
        for message in mail.outbox
        if message.extra_headers["Message-ID"].startswith("<term-")
    }
    assert sorted(sent.values()) == sorted([[case.opened_by.email], [office.officer.email]])
    assert len([message for message in mail.outbox if not message.attachments]) == 2
    assert now_of(case).status == "under_examination"


@transactional
def test_message_that_cannot_leave_is_tried_again_and_ends_as_a_failed_job(office, settings):
    asked_days_ago(office, 8)
    timers.fire_due()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", closed_port()

    states = []
    for _attempt in range(9):
        run_jobs()
        job = ProcrastinateJob.objects.get(task_name="workflows.send_notice")
        states.append((job.status, job.attempts))
        let_time_pass()

    assert states == [*(("todo", tried) for tried in range(1, 9)), ("failed", 9)]


def let_time_pass() -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'")


def closed_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def long_day(day, language: str = "en") -> str:
    with notices.translation.override(language):
        return long_date(day)
