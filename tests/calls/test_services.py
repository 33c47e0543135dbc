"""Calls come from files, are published once, and stay as they were published."""

import copy
import json
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from calls.engine import CallRefused, Refusal
from calls.models import Call, CallVersion, Declaration, Parameter, Programme, RequiredDocument
from calls.services import DATA, CallFileError, load_calls, load_parameters, publish
from parties.roles import Role
from tests.office import make_body, make_user

pytestmark = pytest.mark.django_db

FILE = json.loads((DATA / "calls.json").read_text())


@pytest.fixture
def bodies(law):
    return make_body("camera", "Camera di prova"), make_body("agenzia", "Agenzia di prova")


def load(content, bodies):
    return load_calls(content, owner=bodies[0], manager=bodies[1])


def file_with(**changes) -> dict:
    """Return the file of calls with its first call changed; None takes a key away."""
    content = copy.deepcopy(FILE)
    call = content["calls"][0] | changes
    content["calls"] = [{key: value for key, value in call.items() if value is not None}]
    return content


def published(bodies) -> Call:
    load(FILE, bodies)
    owner = make_user("rup@example.org", Role.PROCEDURE_OWNER)
    substitute = make_user("dir@example.org", Role.DIRECTOR)
    return publish(
        Call.objects.get(code="COW-SPORT"),
        by=owner,
        opens_at=timezone.now(),
        closes_at=timezone.now() + timedelta(days=30),
        procedure_owner=owner,
        substitute=substitute,
        criteria_act="Determinazione n. 1/2026",
    )


def test_file_becomes_unpublished_calls_each_with_an_open_first_version(bodies):
    added = load(FILE, bodies)

    assert [call.code for call in added] == [row["code"] for row in FILE["calls"]]
    assert {
        (call.owner, call.manager, call.published_at, call.version.number, call.version.frozen_at)
        for call in added
    } == {(*bodies, None, 1, None)}


def test_parameters_are_the_kinds_defaults_with_what_the_call_says(bodies):
    load(FILE, bodies)
    defaults = json.loads((DATA / "defaults.json").read_text())["rent_contribution"]
    row = next(row for row in FILE["calls"] if row["code"] == "COW-SPORT")
    version = Call.objects.get(code="COW-SPORT").version

    assert version.parameters["ceiling"] == row["ceiling"]
    assert version.parameters["integration_days"] == defaults["parameters"]["integration_days"]
    assert [d.code for d in version.documents.all()] == [d["code"] for d in defaults["documents"]]
    assert [d.code for d in version.declarations.all()] == [
        d["code"] for d in defaults["declarations"]
    ]


def test_criteria_and_premiums_are_kept_in_the_order_of_the_file(bodies):
    load(FILE, bodies)
    row = next(row for row in FILE["calls"] if row["code"] == "COW-GRAD")
    version = Call.objects.get(code="COW-GRAD").version

    assert [(c.title_it, c.weight, c.minimum) for c in version.criteria.all()] == [
        (title, Decimal(weight), Decimal(least)) for title, weight, least in row["criteria"]
    ]
    assert [(p.code, p.amount) for p in version.premiums.all()] == [
        (code, Decimal(amount)) for code, amount in row["premiums"]
    ]


def test_same_file_twice_adds_nothing(bodies):
    load(FILE, bodies)

    assert load(FILE, bodies) == []
    assert Call.objects.count() == len(FILE["calls"])


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (file_with(title_it=None), "call ELENCO: missing title_it"),
        (file_with(kind=None, programme=None), "call ELENCO: missing kind, programme"),
        (file_with(programme="NOBODY"), "call ELENCO: unknown programme NOBODY"),
        (file_with(kind="lottery"), "call ELENCO: unknown kind lottery"),
        (file_with(procedure="lottery"), "call ELENCO: unknown procedure lottery"),
        (file_with(criteria=[["uno", "molti", 0]]), "call ELENCO: criteria"),
        (file_with(criteria=[["uno"]]), "call ELENCO: criteria"),
        (file_with(premiums=[["uno", "molti"]]), "call ELENCO: premiums"),
        (file_with(documents=[{"name": "uno"}]), "call ELENCO: documents"),
        (file_with(declarations=["uno"]), "call ELENCO: declarations"),
        ({"programmes": [{"code": "X"}]}, "programme X: missing lead, title_it"),
        ({"programmes": "X"}, "programmes: a list is wanted"),
        ({"calls": {"code": "X"}}, "calls: a list is wanted"),
        ({"calls": ["X"]}, "calls: 'X' is no object"),
        ([], "the file holds no object"),
    ],
)
def test_file_with_a_fault_is_refused_with_its_place_and_writes_nothing(content, sentence, bodies):
    with pytest.raises(CallFileError, match=sentence):
        load(content, bodies)

    assert (Call.objects.count(), CallVersion.objects.count()) == (0, 0)
    assert not Programme.objects.filter(code="X").exists()


def test_command_reads_the_products_own_file(bodies, capsys):
    call_command("load_calls", owner="camera", manager="agenzia")

    assert capsys.readouterr().out.startswith(f"{len(FILE['calls'])} calls added: ")


@pytest.mark.parametrize("text", ["", "{", '{"calls": [{"code": "X"}]}'])
def test_command_says_what_is_wrong_with_a_file(bodies, tmp_path, text):
    file = tmp_path / "calls.json"
    file.write_text(text)

    with pytest.raises(CommandError, match=r"calls\.json: "):
        call_command("load_calls", str(file), owner="camera", manager="agenzia")


def test_command_says_that_a_file_is_missing(bodies, tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("load_calls", str(tmp_path / "no.json"), owner="camera", manager="agenzia")


def test_command_says_that_a_body_is_unknown(bodies):
    with pytest.raises(CommandError, match="Body matching query does not exist"):
        call_command("load_calls", owner="camera", manager="nobody")


def test_numbers_of_the_law_are_written_once(law):
    assert load_parameters() == 0


def test_an_office_that_stands_learns_the_numbers_of_a_newer_version(law):
    Parameter.objects.filter(code="legal_interest").delete()
    changed = Parameter.objects.exclude(code="legal_interest").first()
    Parameter.objects.filter(pk=changed.pk).update(value="7")

    call_command("migrate", verbosity=0)

    assert Parameter.objects.filter(code="legal_interest").exists()
    changed.refresh_from_db()
    assert changed.value == "7"


def test_publishing_freezes_the_version_and_opens_the_call(bodies):
    call = published(bodies)

    call.refresh_from_db()
    assert call.version.frozen_at == call.published_at
    assert call.is_open_at(call.opens_at)
    assert list(Call.objects.open_at(timezone.now())) == [call]


def test_TERM_11_call_is_closed_at_the_very_instant_of_its_closing(bodies):
    call = published(bodies)

    assert not call.is_open_at(call.opens_at - timedelta(microseconds=1))
    assert call.is_open_at(call.opens_at)
    assert call.is_open_at(call.closes_at - timedelta(microseconds=1))
    assert not call.is_open_at(call.closes_at)


def test_CALL_03_frozen_version_cannot_be_changed(bodies):
    version = published(bodies).version

    with pytest.raises(IntegrityError, match="never changed or deleted"), transaction.atomic():
        CallVersion.objects.filter(pk=version.pk).update(parameters={})
    with pytest.raises(IntegrityError, match="never changed or deleted"), transaction.atomic():
        CallVersion.objects.filter(pk=version.pk).update(frozen_at=None)


@pytest.mark.parametrize("contents", ["documents", "declarations"])
def test_CALL_03_contents_of_a_frozen_version_cannot_be_changed_or_deleted(bodies, contents):
    rows = getattr(published(bodies).version, contents)

    with pytest.raises(IntegrityError, match="never changed or deleted"), transaction.atomic():
        rows.update(title_it="Altro")
    with pytest.raises(IntegrityError, match="never changed or deleted"), transaction.atomic():
        rows.all().delete()


def test_CALL_03_nothing_is_added_to_a_frozen_version(bodies):
    version = published(bodies).version

    with pytest.raises(IntegrityError, match="never changed or deleted"), transaction.atomic():
        RequiredDocument.objects.create(version=version, position=9, code="altro", max_bytes=1)
    with pytest.raises(IntegrityError, match="never changed or deleted"), transaction.atomic():
        Declaration.objects.create(version=version, position=9, code="altro", kind="46")


def test_version_that_is_not_frozen_can_be_edited(bodies):
    load(FILE, bodies)
    version = Call.objects.get(code="COW-SPORT").version

    version.documents.update(title_it="Altro")
    CallVersion.objects.filter(pk=version.pk).update(parameters={"rate_percent": "40"})

    version.refresh_from_db()
    assert version.parameters == {"rate_percent": "40"}
    assert {document.title_it for document in version.documents.all()} == {"Altro"}


def test_call_is_published_once(bodies):
    call = published(bodies)

    with pytest.raises(CallRefused) as refused:
        publish(
            call,
            by=call.procedure_owner,
            opens_at=timezone.now(),
            closes_at=None,
            procedure_owner=call.procedure_owner,
            substitute=None,
            criteria_act="Altra",
        )
    assert refused.value.why is Refusal.STATE
