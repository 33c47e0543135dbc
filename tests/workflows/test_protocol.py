"""PRT-01..03: the register counts without gap or repeat, and keeps what it wrote."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management.base import BaseCommand
from django.db import IntegrityError, transaction
from django.utils import timezone

from parties import moment
from tests.office import make_body
from workflows.models import ProtocolCounter, ProtocolEntry
from workflows.services.protocol import next_entry, register


@pytest.fixture
def body(db):
    return make_body("agenzia", "Agenzia di prova")


def write(body, subject="Domanda"):
    return register(
        next_entry(body),
        direction=ProtocolEntry.Direction.IN,
        subject=subject,
        counterpart="Persona di prova",
        digests=[{"name": "a.pdf", "sha256": "0" * 64}],
    )


def numbers(body):
    return list(
        ProtocolEntry.objects.filter(body=body).order_by("id").values_list("year", "number")
    )


def test_PRT_03_numbers_follow_one_another_within_a_body(body):
    other = make_body("camera", "Camera di prova")
    for _each in range(3):
        write(body)
    write(other)

    year = moment.today().year
    assert numbers(body) == [(year, 1), (year, 2), (year, 3)]
    assert numbers(other) == [(year, 1)]


def test_PRT_03_number_of_a_move_that_failed_is_given_again(body):
    write(body)
    with transaction.atomic():
        write(body)
        transaction.set_rollback(True)
    write(body)

    year = moment.today().year
    assert numbers(body) == [(year, 1), (year, 2)]


def test_PRT_03_numbers_start_again_with_the_year(body):
    last_year = timezone.now() - timedelta(days=366)
    with moment.going_back(last_year, by=BaseCommand()):
        write(body)
        write(body)
    write(body)

    year = moment.today().year
    assert numbers(body) == [
        (timezone.localdate(last_year).year, 1),
        (timezone.localdate(last_year).year, 2),
        (year, 1),
    ]


def test_PRT_03_past_file_is_refused_when_the_register_has_gone_on(body):
    write(body)

    with (
        moment.going_back(timezone.now() - timedelta(hours=1), by=BaseCommand()),
        pytest.raises(RuntimeError, match="gone beyond"),
    ):
        write(body)


def test_PRT_01_entry_keeps_what_was_registered(body):
    before = timezone.now()
    entry = ProtocolEntry.objects.get(pk=write(body, subject="S" * 400).pk)

    assert (entry.direction, entry.counterpart, entry.subject, entry.digests, entry.case) == (
        "in",
        "Persona di prova",
        "S" * 300,
        [{"name": "a.pdf", "sha256": "0" * 64}],
        None,
    )
    assert (
        before - timedelta(seconds=5)
        <= entry.registered_at
        <= timezone.now() + timedelta(seconds=5)
    )


def test_mark_shows_number_year_and_local_day(body):
    with moment.going_back(datetime(2026, 6, 30, 22, 30, tzinfo=UTC), by=BaseCommand()):
        entry = write(body)

    assert entry.mark == "0000001/2026 del 01/07/2026"


@pytest.mark.parametrize("change", [{"subject": "Altro"}, {"number": 9}, {"digests": []}])
def test_PRT_04_entry_cannot_be_changed(body, change):
    entry = write(body)

    with pytest.raises(IntegrityError, match="never changed or deleted"), transaction.atomic():
        ProtocolEntry.objects.filter(pk=entry.pk).update(**change)


def test_PRT_04_entry_cannot_be_deleted(body):
    entry = write(body)

    with pytest.raises(IntegrityError, match="never changed or deleted"), transaction.atomic():
        ProtocolEntry.objects.filter(pk=entry.pk).delete()


@pytest.mark.django_db(transaction=True)
def test_number_outside_a_transaction_is_an_error_of_the_code():
    body = make_body("agenzia", "Agenzia di prova")

    with pytest.raises(RuntimeError, match="inside the transaction"):
        next_entry(body)

    assert not ProtocolCounter.objects.exists()
