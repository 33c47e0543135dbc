"""When the demonstration may be loaded, and when not."""

from datetime import date
from io import StringIO

import pytest
from django.core import checks
from django.core.management import CommandError, call_command
from django.db.models import Count

from workflows.models import ProtocolEntry

pytestmark = pytest.mark.django_db


@pytest.mark.long
def test_load_across_a_year_keeps_each_year_whole(law, settings):
    settings.DEMO = True

    call_command("load_demo", on=date(2026, 2, 15), stdout=StringIO())

    counted = dict(ProtocolEntry.objects.values_list("year").annotate(Count("pk")))
    last = dict(ProtocolEntry.objects.order_by("year", "number").values_list("year", "number"))
    # The register goes back two years further than the calls.
    assert set(counted) == {2023, 2024, 2025, 2026}
    assert counted == last


def test_load_refuses_a_real_office(office, settings):
    settings.DEMO = False
    office.file()

    with pytest.raises(CommandError, match="cases of a real office"):
        call_command("load_demo")


def test_load_refuses_calls_that_are_not_its_own(office, settings):
    settings.DEMO = True

    with pytest.raises(CommandError, match="already holds calls"):
        call_command("load_demo")


def test_accounts_are_not_printed_before_the_load(db):
    with pytest.raises(CommandError, match="not loaded"):
        call_command("demo_accounts")


def test_deployment_check_refuses_the_demonstration(settings):
    settings.DEMO = True
    found = checks.run_checks(include_deployment_checks=True, tags=[checks.Tags.security])
    assert "sportello.E001" in {message.id for message in found}

    settings.DEMO = False
    found = checks.run_checks(include_deployment_checks=True, tags=[checks.Tags.security])
    assert "sportello.E001" not in {message.id for message in found}
