"""Who is told that the last day of a term has moved, because its letter arrived after it had left."""

import pytest
from django.core import mail
from procrastinate.contrib.django.models import ProcrastinateJob

from letters.services import arrivals
from parties import moment
from tests.letters.reading import sent
from tests.office import days_ago
from tests.workflows.waiting_terms import running
from ui.formats import long_date
from workflows import jobs
from workflows.models import CaseTerm
from workflows.tasks import perform

pytestmark = pytest.mark.django_db
GROUNDS = [("COW-08", "Preventivo illeggibile.")]


@pytest.fixture
def noticed(office, settings):
    """A case whose notice of reasons against left six days ago by certified email."""
    settings.PEC_HOST, settings.PEC_MAILBOX = "127.0.0.1", "imap://127.0.0.1/INBOX"
    with days_ago(6):
        case = office.examined()
        case.applicant.pec = "impresa@pec.example.org"
        case.applicant.save()
        return perform(case, "give_refusal_notice", by=office.officer, grounds=GROUNDS)


def arrive(case, days: float) -> None:
    with days_ago(days):
        arrivals.note_arrival(sent(case, "refusal_notice").deliveries.get(), moment.now())


def queued() -> list[dict]:
    asked = ProcrastinateJob.objects.filter(task_name="workflows.send_new_day").order_by("pk")
    return list(asked.values_list("args", flat=True))


def tell() -> None:
    for args in queued():
        jobs.send_new_day(**args)


def test_TERM_12_applicant_and_officer_are_told_the_new_day(office, noticed):
    before = running(noticed, "observations").due_on
    arrive(noticed, 3)
    mail.outbox.clear()

    tell()

    due_on = running(noticed, "observations").due_on
    assert [message.to for message in mail.outbox] == [
        [noticed.opened_by.email],
        [office.officer.email],
    ]
    assert due_on > before
    for message in mail.outbox:
        assert long_date(due_on) in message.subject
        said = " ".join(message.body.split())
        assert (long_date(due_on) in said, long_date(before) in said) == (True, True)


def test_nobody_is_told_where_the_letter_arrives_as_it_leaves(office, noticed):
    arrive(noticed, 6)

    assert queued() == []


def test_day_that_has_moved_again_or_ended_is_not_told(office, noticed):
    arrive(noticed, 4)
    arrive(noticed, 3)
    mail.outbox.clear()
    told = queued()

    assert len(told) == 4
    tell()
    assert len(mail.outbox) == 2
    CaseTerm.objects.filter(case=noticed).update(ended_at=moment.now())
    tell()
    assert len(mail.outbox) == 2


def test_message_has_the_same_identity_at_every_attempt(office, noticed):
    arrive(noticed, 3)
    mail.outbox.clear()

    tell()
    tell()

    identities = [message.extra_headers["Message-ID"] for message in mail.outbox]
    assert (len(identities), len(set(identities))) == (4, 2)


def test_applicant_who_answers_first_is_not_told(office, noticed):
    ground = noticed.grounds[0]
    perform(
        noticed,
        "file_observations",
        by=noticed.opened_by,
        observations={ground.pk: "Si legge bene."},
    )
    mail.outbox.clear()

    tell()

    assert mail.outbox == []
