"""Past files bear their day, and the protocol never runs backwards."""

from datetime import timedelta

import pytest
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from parties import moment
from workflows.models import CaseTask, HistoryEntry, ProtocolCounter
from workflows.services.protocol import next_entry, register

pytestmark = pytest.mark.django_db
COMMAND = BaseCommand()


def test_filing_in_the_past_bears_that_instant_everywhere(office):
    instant = timezone.now() - timedelta(hours=2)

    with moment.going_back(instant, by=COMMAND):
        case = office.file()

    assert (case.submitted_at, case.created_at) == (instant, instant)
    assert case.protocol_in.registered_at == instant
    assert set(HistoryEntry.objects.values_list("at", flat=True)) == {instant}
    assert set(CaseTask.objects.values_list("created", flat=True)) == {instant}
    assert set(case.documents.values_list("uploaded_at", flat=True)) == {instant}


def test_PRT_03_protocol_refuses_a_past_number_after_a_later_one(office):
    with transaction.atomic():
        register(
            next_entry(office.agency), direction="in", subject="Domanda", counterpart="Qualcuno"
        )
    earlier = timezone.now() - timedelta(days=1)

    with (
        pytest.raises(RuntimeError, match="gone beyond"),
        moment.going_back(earlier, by=COMMAND),
        transaction.atomic(),
    ):
        next_entry(office.agency)

    assert [counter.last_number for counter in ProtocolCounter.objects.all()] == [1]
