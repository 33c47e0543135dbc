from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.management.base import BaseCommand
from django.utils import timezone

from parties import moment

PAST = datetime(2025, 12, 31, 23, 30, tzinfo=UTC)


def test_office_is_in_the_present_unless_a_command_goes_back():
    before = timezone.now()

    assert moment.past() is None
    assert timedelta(0) <= moment.now() - before < timedelta(seconds=5)


def test_office_goes_back_and_returns():
    with moment.going_back(PAST, by=BaseCommand()):
        assert (moment.now(), moment.past()) == (PAST, PAST)
        # Half past eleven in Greenwich is the next year in Rome.
        assert moment.today() == date(2026, 1, 1)

    assert moment.past() is None


def test_office_returns_after_a_failure():
    with pytest.raises(KeyError), moment.going_back(PAST, by=BaseCommand()):
        raise KeyError

    assert moment.past() is None


@pytest.mark.parametrize("by", [None, object(), BaseCommand])
def test_nobody_but_a_command_goes_back(by):
    with pytest.raises(TypeError), moment.going_back(PAST, by=by):
        pass


def test_nobody_goes_ahead():
    with (
        pytest.raises(ValueError, match="not come yet"),
        moment.going_back(timezone.now() + timedelta(hours=1), by=BaseCommand()),
    ):
        pass
