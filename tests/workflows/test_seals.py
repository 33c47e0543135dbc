"""Seals: one spelling whatever a row is read from, and no chain mended by going on with it."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workflows import seals

KEY = b"key"
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18), 10**18) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


def test_order_and_zone_of_the_values_do_not_matter():
    at = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    elsewhere = at.astimezone(timezone(timedelta(hours=5)))
    one = {"at": at, "on": date(2026, 3, 1), "amount": Decimal("1.50"), "reason": "così"}
    other = {"reason": "così", "amount": Decimal("1.50"), "on": date(2026, 3, 1), "at": elsewhere}

    assert seals.seal(KEY, seals.START, one) == seals.seal(KEY, seals.START, other)


@pytest.mark.django_db
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(value=VALUES)
def test_fingerprint_is_what_the_database_says_of_the_same_value(value):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT encode(sha256(convert_to(%s::jsonb::text, 'UTF8')), 'hex')", [json.dumps(value)]
        )
        assert cursor.fetchone()[0] == seals.fingerprint(value)


@pytest.mark.django_db
@pytest.mark.parametrize("value", [1.5, 1e-7, 1e22, {"b": 1, "aa": 2, "à": 3, "": 4}])
def test_fingerprint_spells_numbers_and_keys_as_the_database(value):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT encode(sha256(convert_to(%s::jsonb::text, 'UTF8')), 'hex')", [json.dumps(value)]
        )
        assert cursor.fetchone()[0] == seals.fingerprint(value)


def test_chain_grows_from_nothing_and_its_end_is_ours():
    end = seals.extend(KEY, "one", seals.End(), {"n": 1})
    end = seals.extend(KEY, "one", end, {"n": 2})

    assert end.length == 2
    assert end.last == seals.seal(KEY, seals.seal(KEY, seals.START, {"n": 1}), {"n": 2})
    assert end.is_ours(KEY, "one")
    assert not end.is_ours(KEY, "another")
    assert not end.is_ours(b"another key", "one")


@pytest.mark.parametrize(
    "end",
    [seals.End(1, "a" * 64, "b" * 64), seals.End(0, "", "b" * 64), seals.End(0, "a" * 64, "")],
)
def test_end_that_is_not_ours_stays_so_when_the_chain_goes_on(end):
    assert not end.is_ours(KEY, "one")
    assert not seals.extend(KEY, "one", end, {"n": 1}).is_ours(KEY, "one")
