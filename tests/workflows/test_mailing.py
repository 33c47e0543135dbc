"""Courtesy emails as their reader wants them; letters of the office always leave."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management.base import BaseCommand
from django.urls import reverse
from django.utils import timezone, translation
from procrastinate.contrib.django.models import ProcrastinateJob

from letters.models import Delivery
from letters.services import sending
from parties import moment
from tests.office import make_user
from workflows import mailing
from workflows.models import HeldMail, MailChoice, MailGroup

pytestmark = pytest.mark.django_db

PAGE = reverse("workflows:mail_choices")


@pytest.fixture(autouse=True)
def _in_english():
    """Sentences are compared as they stand in the sources."""
    with translation.override("en"):
        yield


@pytest.fixture
def reader():
    return make_user("lettrice@example.org")


def message(number=1):
    return EmailMessage(
        subject=f"Promemoria {number}",
        body=f"Testo {number}.\n",
        to=["lettrice@example.org"],
        headers={"Message-ID": f"<prova-{number}@example.org>"},
    )


def test_at_once_is_the_rule_and_the_foot_leads_to_the_choice(reader, settings):
    assert mailing.send(message(), reader, MailGroup.TERMS)

    [sent] = mail.outbox
    assert sent.body.startswith("Testo 1.\n\n-- \n")
    assert f"{settings.SITE_URL}{PAGE}" in sent.body
    assert sent.extra_headers["List-Unsubscribe"] == f"<{settings.SITE_URL}{PAGE}>"


def test_never_drops_one_group_and_leaves_the_others(reader):
    mailing.choose(reader, {"terms": "never"})

    sent = [mailing.send(message(), reader, group) for group in MailGroup]

    assert (sent, len(mail.outbox)) == ([False, True, True, True, True], 4)


def test_daily_gathers_once_a_day_and_each_message_once(reader):
    mailing.choose(reader, {"terms": "daily"})
    for number in (1, 2, 2):
        mailing.send(message(number), reader, MailGroup.TERMS)
    assert mail.outbox == []

    assert mailing.send_held(reader.pk)
    assert not mailing.send_held(reader.pk)

    [sent] = mail.outbox
    assert (sent.subject, sent.to) == ("I tuoi messaggi: 2", [reader.email])
    assert ("Testo 1." in sent.body, sent.body.count("Testo 2.")) == (True, 1)
    assert list(HeldMail.objects.values_list("body", flat=True)) == ["", ""]
    mailing.send(message(3), reader, MailGroup.TERMS)
    assert mailing.hand_out() == 0  # they had theirs today


def test_email_of_the_day_waits_for_the_morning(reader):
    mailing.choose(reader, {"terms": "daily"})
    mailing.send(message(), reader, MailGroup.TERMS)
    yesterday = timezone.localtime() - timedelta(days=1)
    for hour, queued in ((3, 0), (9, 1)):
        with moment.going_back(yesterday.replace(hour=hour, minute=0), by=BaseCommand()):
            assert mailing.hand_out() == queued

    jobs = ProcrastinateJob.objects.filter(task_name="workflows.send_held_mail")
    assert list(jobs.values_list("args", flat=True)) == [{"user_id": reader.pk}]


def test_letter_of_the_office_leaves_whatever_was_chosen(office):
    owner = office.applicant()
    mailing.choose(owner, {group.value: "never" for group in MailGroup})

    case = office.file(owner)
    for delivery in Delivery.objects.filter(letter__case=case):
        sending.send(delivery.pk)

    assert [one.to for one in mail.outbox] == [[case.applicant.email]]


def test_page_keeps_choices_and_refuses_what_is_none(as_user, reader):
    client = as_user(reader)
    page = client.get(PAGE).content.decode()
    assert "Non si possono disattivare" in page

    wrong = client.post(PAGE, {group.value: "sometimes" for group in MailGroup})
    assert (wrong.status_code, MailChoice.objects.count()) == (422, 0)

    kept = {"terms": "daily", "calls": "never", "delegations": "at_once", "after": "at_once"}
    assert client.post(PAGE, kept).status_code == 302
    assert dict(MailChoice.objects.values_list("group", "pace")) == kept
