"""Who is told that a call has moved: those with a draft, once each, in their language (CALL-21)."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import translation
from procrastinate.contrib.django.models import ProcrastinateJob

from calls import services as calls
from grants import services
from tests.grants import asking
from tests.grants.asking import QUESTIONS, later_version
from tests.jobs import run_jobs
from ui.formats import long_date
from workflows import call_notices

pytestmark = pytest.mark.django_db
ACT, WHY = "Determinazione n. 9/2026", "Guasto della rete."


def extend(office, days=9):
    return calls.extend(
        office.call,
        by=office.director,
        reason=WHY,
        act=ACT,
        closes_at=office.call.closes_at + timedelta(days=days),
    )


def told(case, entry) -> mail.EmailMessage:
    mail.outbox.clear()
    assert call_notices.send(entry.pk, case.pk) is True
    [message] = mail.outbox
    return message


def in_english(case):
    case.opened_by.language = "en"
    case.opened_by.save()


def queued(name):
    jobs = ProcrastinateJob.objects.filter(task_name=f"workflows.{name}").order_by("pk")
    return [job.args for job in jobs]


def test_CALL_21_message_says_reason_act_and_the_new_closing(office):
    case = office.draft()
    in_english(case)
    call = extend(office)
    entry = call.history.last()

    message = told(case, entry)

    with translation.override("en"):
        closes = long_date(call.closes_at)
    title = call.title_en or call.title_it
    assert (message.to, message.reply_to) == ([case.opened_by.email], [office.agency.email])
    assert message.subject == "COW-SPORT: the closing was moved"
    assert message.body == (
        "Dear Richiedente1 Prova,\n\n"
        f"you have begun an application for “{title}” and not sent it yet. Something about the "
        "call has changed.\n\n"
        f"The closing was moved. Act: {ACT}.\n\n"
        f"Reason: {WHY}\n\n"
        f"Applications now close on {closes}.\n\n"
        "The page of the call: http://localhost:8000/bandi/COW-SPORT/\n\n"
        "Kind regards\n"
        "Ufficio contributi, Agenzia di prova\n\n"
        "This message was sent automatically. To write to the office: agenzia@example.org\n"
        "\n-- \n"
        "You receive this email because you asked for “Changes of a call for which you have a "
        "draft”.\n"
        "Choose which emails you want, or switch them off: http://localhost:8000/area/messaggi/\n"
    )


def test_CALL_21_message_about_a_version_says_what_changes_and_what_is_lost(office):
    later_version(office, *QUESTIONS)
    case = asking.draft(office)
    in_english(case)
    rest = tuple(one for one in QUESTIONS if one.code not in {"motto", "quale"})
    later_version(office, *rest, binds_drafts=True)

    body = told(case, office.call.history.last()).body

    kept = "What you wrote stays in the draft, and is sent only with the version you began with:"
    wanted = (
        "A new version was published.",
        "Reason: Vogliamo sapere di più",
        "- Non c'è più: domanda “Un motto”.",
        f"{kept}\n- Un motto\n",
        "Before you send your application, open it and move it to the new version",
    )
    assert [words for words in wanted if words not in body] == []
    # What was never answered is not lost.
    assert "- Quale altro settore?" not in body


def test_message_comes_in_italian_by_default(office):
    case = office.draft()
    extend(office)

    assert told(case, office.call.history.last()).subject.startswith("COW-SPORT: ")
    assert "Motivo: " + WHY in mail.outbox[0].body


@pytest.mark.parametrize(
    "move",
    [
        extend,
        lambda office: calls.suspend(office.call, by=office.director, reason=WHY, act=ACT),
        lambda office: calls.close_early(office.call, by=office.director, reason=WHY, act=ACT),
        lambda office: later_version(office, *QUESTIONS),
    ],
)
def test_CALL_21_each_move_that_touches_drafts_is_handed_out_once_to_each(office, move):
    drafts = [office.draft(), office.draft()]
    sent, gone = office.file(), office.draft()
    gone.opened_by.is_active = False
    gone.opened_by.save()
    move(office)
    entry = office.call.history.last()
    assert queued("tell_drafts") == [{"entry_id": entry.pk}]

    call_notices.hand_out(entry.pk)

    wanted = [{"entry_id": entry.pk, "case_id": case.pk} for case in drafts]
    assert queued("tell_draft") == wanted
    assert sent.pk not in {job["case_id"] for job in wanted}


def test_who_has_sent_the_application_meanwhile_is_not_told(office):
    extend(office)
    case = office.file()

    assert call_notices.send(office.call.history.last().pk, case.pk) is False
    assert mail.outbox == []


def test_draft_that_is_gone_is_not_told(office):
    extend(office)

    assert call_notices.send(office.call.history.last().pk, 0) is False


def test_two_attempts_are_one_message_to_the_mailbox(office):
    case = office.draft()
    extend(office)
    entry = office.call.history.last()

    first, second = (told(case, entry).extra_headers["Message-ID"] for _time in range(2))

    assert first == second == f"<call-{entry.pk}-{case.pk}@example.org>"


@pytest.mark.django_db(transaction=True)
def test_CALL_21_worker_tells_everybody(office):
    cases = [office.draft(), services.open_draft(office.call, by=office.applicant())]
    extend(office)

    run_jobs()

    assert sorted(message.to[0] for message in mail.outbox) == sorted(
        case.opened_by.email for case in cases
    )
