"""A round of checks as a whole, and the command that makes it."""

import io
import json
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.workflows.watching import found, one
from workflows import watch
from workflows.models import Case, WatchRound
from workflows.watch import registry

pytestmark = pytest.mark.django_db


def test_day_without_a_round_is_found(office):
    WatchRound.objects.create(at=timezone.now() - timedelta(hours=30), seconds=1)

    assert one("round_missing")[0] == "wrong"


def test_check_that_breaks_is_itself_a_finding(office, monkeypatch, caplog):
    def broken():
        yield watch.Finding("Prima.")
        raise RuntimeError("tavola mancante")

    monkeypatch.setitem(
        registry._checks,
        "broken",
        registry.Check("broken", "Prova", broken, watch.Group.HOUSE, ""),
    )

    [first, second] = found("broken")

    assert first == ("broken", "wrong", "Prima.")
    assert (second[1], "tavola mancante" in second[2]) == ("urgent", True)


def test_findings_beyond_a_hundred_are_counted_and_not_listed(office, monkeypatch):
    def many():
        yield from (watch.Finding(f"Numero {number}") for number in range(250))

    monkeypatch.setitem(
        registry._checks, "many", registry.Check("many", "Molti", many, watch.Group.HOUSE, "")
    )

    seen = watch.look(["many"])

    assert (len(seen.findings), seen.checks[0]["found"]) == (101, 250)
    assert "150" in seen.findings[-1]["sentence"]


def test_round_asks_as_much_of_a_large_office_as_of_a_small_one(office):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            watch.look()
        return len(queries)

    office.granted()
    office.examined()
    small = asked()
    for _number in range(3):
        office.granted()
        office.examined()

    assert asked() == small


def test_command_says_what_it_found_and_exits_with_one(office):
    case = office.examined()
    Case.objects.filter(pk=case.pk).update(due_on=case.due_on + timedelta(days=1))
    out = io.StringIO()

    with pytest.raises(SystemExit) as ended:
        call_command("check_office", stdout=out)

    assert (ended.value.code, case.number in out.getvalue()) == (1, True)
    assert WatchRound.objects.get().found == 1


def test_command_answers_with_json_and_keeps_no_round_of_single_checks(office):
    out = io.StringIO()

    call_command("check_office", "--json", "--only", "pots", "--only", "files", stdout=out)

    said = json.loads(out.getvalue())
    assert (said["found"], [check["code"] for check in said["checks"]]) == (0, ["pots", "files"])
    assert WatchRound.objects.count() == 0


def test_command_refuses_a_check_that_does_not_exist(office):
    with pytest.raises(CommandError, match="nonesuch"):
        call_command("check_office", "--only", "nonesuch")
