"""A letter is drawn once, kept and numbered with the act that writes it."""

import hashlib
from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from grants.services import submit
from letters import pdf, recipients
from letters.models import Letter
from tests.letters.reading import file_of, sent
from tests.office import person
from workflows.models import ProtocolEntry
from workflows.tasks import perform


def waiting_jobs() -> int:
    return ProcrastinateJob.objects.filter(status="todo").count()


@pytest.mark.django_db
def test_protocol_keeps_number_and_digest_when_letter_is_issued(office):
    case = office.file()

    letter = sent(case, "receipt")

    digest = hashlib.sha256(file_of(letter)).hexdigest()
    entry = letter.protocol
    assert (entry.direction, entry.counterpart, entry.case_id) == (
        ProtocolEntry.Direction.OUT,
        case.applicant.name,
        case.pk,
    )
    assert entry.digests == [{"name": letter.document.name, "sha256": digest}]
    assert letter.document.sha256 == digest
    assert letter.document.size == len(file_of(letter))
    assert [e.number for e in ProtocolEntry.objects.order_by("number")] == [1, 2]


@pytest.mark.django_db
def test_kept_content_draws_the_same_bytes_again(office):
    letter = sent(office.granted(), "grant")
    letter.refresh_from_db()

    assert pdf.render(pdf.letter_from_dict(letter.content)) == file_of(letter)


@pytest.mark.django_db
def test_nothing_is_left_when_the_act_is_rolled_back(office):
    case = office.proposed()
    before = (Letter.objects.count(), ProtocolEntry.objects.count(), waiting_jobs())

    with transaction.atomic():
        perform(case, "grant", by=office.director)
        transaction.set_rollback(True)

    assert (Letter.objects.count(), ProtocolEntry.objects.count(), waiting_jobs()) == before


@pytest.mark.django_db
def test_DIG_02_letters_go_to_the_certified_address_first(office):
    user = office.applicant()
    draft = office.draft(user)
    filing = office.filing(person=replace(person(1), pec="impresa@pec.example.org"))

    case = submit(draft, by=user, filing=filing, submission_key=uuid4())

    assert sent(case, "receipt").deliveries.get().address == "impresa@pec.example.org"
    assert recipients.address_of(office.file()) == "persona2@example.org"
