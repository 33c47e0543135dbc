"""What random walks rest on: a change is seen, and what was taken back is none."""

import pytest
from django.db import transaction

from tests.workflows.prints import Prints
from workflows.models import Label

pytestmark = pytest.mark.django_db


def changed(before, after):
    return [name for name in after if after[name] != before[name]]


def test_a_row_that_was_written_shows_in_the_print_of_its_table():
    prints = Prints()
    empty = prints.take()
    label = Label.objects.create(name="Da rivedere")
    written = prints.take()
    Label.objects.filter(pk=label.pk).update(name="Urgente")

    assert changed(empty, written) == ["workflows_label"]
    assert changed(written, prints.take()) == ["workflows_label"]


def test_a_row_that_was_taken_back_leaves_no_trace():
    prints = Prints()
    Label.objects.create(name="Da rivedere")
    before = prints.take()
    with transaction.atomic():
        Label.objects.create(name="Urgente")
        transaction.set_rollback(True)

    assert changed(before, prints.take()) == []
