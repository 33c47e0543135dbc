"""Cursors that travel in an address."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import models

from workflows.paging import Key, read_cursor, write_cursor

KEYS = (Key("day", models.DateField()), Key("id", models.BigIntegerField()))


def test_cursor_reads_as_it_was_written_when_values_are_plain():
    row = SimpleNamespace(day=date(2026, 11, 23), id=7)

    assert read_cursor(write_cursor(row, KEYS), KEYS) == [date(2026, 11, 23), 7]


@pytest.mark.parametrize(
    "text", ["", "x", "é", "bnVsbA", "WzEsMl0", "WyJ4IiwiNyJd", "WyIyMDI2LTExLTIzIl0", "e30"]
)
def test_cursor_counts_as_none_when_tampered_with(text):
    assert read_cursor(text, KEYS) is None
