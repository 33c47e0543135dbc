"""Who answers questions on calls is told of a new one, as they have chosen."""

import pytest
from django.core import mail
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from calls.services import enquiries
from tests.office import make_user
from workflows import digest, mailing, question_notices
from workflows.models import HeldMail, MailGroup

pytestmark = pytest.mark.django_db

TEXT = "Il noleggio di un monitor è una spesa ammissibile?"
SAID = {
    "question_it": "Il noleggio di uno schermo è ammesso?",
    "answer_it": "Sì, se il listino dello spazio lo prevede.",
    "question_en": "",
    "answer_en": "",
    "is_public": True,
    "reason": "",
}
CHOICES = reverse("workflows:mail_choices")


@pytest.fixture
def asked(office):
    return enquiries.ask(office.call, by=office.applicant(), text=TEXT)


def answered(office, enquiry):
    enquiries.answer(enquiry, by=office.officer, seen=0, said=SAID)


def test_question_is_told_to_who_examines_and_to_who_answers_for_the_call(office, asked):
    jobs = ProcrastinateJob.objects.filter(task_name="workflows.tell_question")

    assert sorted(jobs.values_list("args", flat=True), key=lambda args: args["user_id"]) == [
        {"enquiry_id": asked.pk, "user_id": key}
        for key in sorted([office.officer.pk, office.call.procedure_owner_id])
    ]


def test_email_says_the_question_and_leads_to_its_page(office, asked, settings):
    assert question_notices.send(asked.pk, office.officer.pk)

    [message] = mail.outbox
    assert (message.to, TEXT in message.body) == ([office.officer.email], True)
    assert office.call.code in message.subject
    assert settings.SITE_URL + reverse("calls:enquiry", args=[asked.pk]) in message.body
    assert settings.SITE_URL + CHOICES in message.body


def test_email_waits_or_stays_away_as_the_colleague_has_chosen(office, asked):
    owner = office.procedure_owner
    mailing.choose(office.officer, {MailGroup.QUESTIONS.value: "daily"})
    mailing.choose(owner, {MailGroup.QUESTIONS.value: "never"})

    assert question_notices.send(asked.pk, office.officer.pk)
    assert not question_notices.send(asked.pk, owner.pk)

    assert mail.outbox == []
    assert list(HeldMail.objects.values_list("user", flat=True)) == [office.officer.pk]


def test_question_answered_meanwhile_is_told_no_more(office, asked):
    answered(office, asked)

    assert not question_notices.send(asked.pk, office.officer.pk)
    assert mail.outbox == []


def test_question_is_not_told_to_who_answers_none(office, asked):
    assert not question_notices.send(asked.pk, office.accountant.pk)
    assert not question_notices.send(asked.pk, make_user("estranea@example.org").pk)
    assert mail.outbox == []


def test_choice_is_offered_to_who_answers_alone(office, as_user):
    assert f'name="{MailGroup.QUESTIONS}"' in as_user(office.officer).get(CHOICES).content.decode()

    page = as_user(office.applicant()).get(CHOICES).content.decode()
    assert f'name="{MailGroup.QUESTIONS}"' not in page


@pytest.mark.parametrize("page", ["workflows:queue", "portal:board", "workflows:digest"])
def test_pages_of_the_office_count_what_waits_for_an_answer(office, asked, as_user, page):
    link = f'href="{reverse("calls:enquiries")}"'

    def number_of_links(user):
        return as_user(user).get(reverse(page)).content.decode().count(link)

    # One stands in the menu; the other says how many wait.
    assert (number_of_links(office.officer), number_of_links(office.director)) == (2, 2)
    answered(office, asked)
    assert (number_of_links(office.officer), number_of_links(office.director)) == (1, 1)


def test_question_stands_in_the_day_of_who_answers(office, asked):
    assert digest.summary(digest.day_of(office.officer)) == ["1 quesito su un bando"]
    assert digest.day_of(office.accountant).is_empty
