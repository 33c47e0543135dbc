"""The list of calls, and beginning one: from blank, from another, from a file."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from calls import contents
from calls.models import Call, Programme, State
from calls.rules.plain import digest
from tests.calls.setting_up import shown
from tests.calls.views.pages import address, fresh

pytestmark = pytest.mark.django_db
LIST, NEW, IMPORT = address("list"), address("new"), address("import")


def codes(response) -> list[str]:
    return [row["call"].code for row in response.context["rows"]]


def test_list_shows_where_each_call_stands(as_user, office):
    response = as_user(office.officer).get(LIST)

    assert codes(response) == ["COW-GRAD", "COW-SPORT", "ELENCO", "TIR-COW", "TIR-GREEN"]
    assert [str(row["state"]["label"]) for row in response.context["rows"]][:2] == [
        "In preparazione",
        "Aperto",
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=tirocini", ["TIR-COW", "TIR-GREEN"]),
        ("q=cow+graduatoria", ["COW-GRAD"]),
        ("group=public", ["COW-SPORT"]),
        ("group=ended", []),
        ("group=nonsense", ["COW-GRAD", "COW-SPORT", "ELENCO", "TIR-COW", "TIR-GREEN"]),
        ("after=ELENCO", ["TIR-COW", "TIR-GREEN"]),
        ("before=ELENCO", ["COW-GRAD", "COW-SPORT"]),
        ("after=%00", ["COW-GRAD", "COW-SPORT", "ELENCO", "TIR-COW", "TIR-GREEN"]),
    ],
)
def test_list_keeps_what_the_address_asks_for(as_user, office, query, found):
    assert codes(as_user(office.officer).get(f"{LIST}?{query}")) == found


@pytest.mark.parametrize("rows", [1, 3])
def test_list_takes_the_same_queries_for_one_and_three_rows(
    as_user, office, django_assert_num_queries, rows
):
    words = {1: "elenco", 3: "spazi"}[rows]
    client = as_user(office.officer)
    client.get(LIST)

    with django_assert_num_queries(4):
        response = client.get(f"{LIST}?q={words}")
    assert len(response.context["rows"]) == rows


def blank(office, **changes) -> dict:
    return {
        "code": "cow-2027",
        "title_it": "Contributi 2027",
        "kind": "rent_contribution",
        "procedure": "ranking",
        "programme": Programme.objects.get(code="COM17").pk,
        "owner": office.chamber.pk,
        "manager": office.agency.pk,
    } | changes


def test_call_begins_from_blank_with_a_list_of_what_it_needs(as_user, office):
    client = as_user(office.procedure_owner)

    response = client.post(NEW, blank(office), follow=True)

    call = fresh("COW-2027")
    assert (call.state, call.version.number, call.version.parameters) == (State.DRAFT, 1, {})
    assert response.redirect_chain == [(address("setup", "COW-2027"), 302)]
    assert response.context["missing"] > 20


def test_call_may_begin_a_programme_too(as_user, office):
    as_user(office.procedure_owner).post(
        NEW, blank(office, programme="", new_programme="Nuovi Spazi di Lavoro")
    )

    programme = fresh("COW-2027").programme
    assert (programme.title, programme.lead) == ("Nuovi Spazi di Lavoro", office.agency.name)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"code": "COW-SPORT"}, "code"),
        ({"code": "1"}, "code"),
        ({"code": "cow 2027"}, "code"),
        ({"title_it": " "}, "title_it"),
        ({"programme": ""}, "programme"),
        ({"owner": "0"}, "owner"),
    ],
)
def test_blank_call_with_a_fault_is_refused_and_keeps_what_was_typed(
    as_user, office, changes, field
):
    response = as_user(office.procedure_owner).post(NEW, blank(office, **changes))

    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert response.context["form"]["kind"].value() == "rent_contribution"
    assert not Call.objects.filter(code="COW-2027").exists()


def test_copy_has_the_rules_and_neither_instants_nor_people_nor_acts(as_user, office):
    call = shown(office)

    as_user(office.procedure_owner).post(
        address("clone", "COW-GRAD"), {"code": "COW-GRAD-2", "title_it": "Seconda edizione"}
    )

    copy = fresh("COW-GRAD-2")
    assert contents.read(copy.version) == contents.read(call.version)
    assert (copy.state, copy.version.frozen_at) == (State.DRAFT, None)
    assert (copy.title_it, copy.opens_at, copy.procedure_owner, copy.criteria_act) == (
        "Seconda edizione",
        None,
        None,
        "",
    )


def exported(client, code: str = "COW-GRAD") -> dict:
    return json.loads(client.get(address("export", code)).content)


def upload(client, content, office, **rest):
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    file = SimpleUploadedFile("bando.json", data, content_type="application/json")
    sent = {"file": file, "owner": office.chamber.pk, "manager": office.agency.pk} | rest
    return client.post(IMPORT, sent)


def test_call_goes_out_as_a_file_and_comes_back_the_same(as_user, office):
    client = as_user(office.procedure_owner)
    content = exported(client)

    response = upload(client, content, office, code="COPIA")

    assert response.status_code == 302
    assert contents.read(fresh("COPIA").version) == contents.read(fresh().version)


def hand_edited(content: dict) -> dict:
    content["call"]["named"]["title_it"] = "Un altro titolo"
    return content


def resealed(content: dict, **named) -> dict:
    content["call"]["named"] |= named
    content["digest"] = digest(content["call"])
    return content


def with_parameters(content: dict, **parameters) -> dict:
    content["call"]["content"]["parameters"] |= parameters
    return resealed(content)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (hand_edited, "modificato dopo l'esportazione"),
        (lambda content: content | {"schema": 99}, "versione 99: questo programma legge la versione 1"),
        (lambda content: {"calls": []}, "non contiene un bando esportato"),
        (lambda content: b"{", "non è un JSON leggibile"),
        (lambda content: b"\xff\xfe", "non è un JSON leggibile"),
        (lambda content: b"[" * 100_000, "non è un JSON leggibile"),
        (lambda content: resealed(content, programme="NESSUNO"), "Il programma NESSUNO qui non c'è"),
        (lambda content: resealed(content, kind="lottery"), "un tipo di bando che qui non c'è"),
        (resealed, "C'è già un bando con il codice COW-GRAD"),
        (lambda content: with_parameters(content, ceiling="molto"), "Contributo massimo: il valore non si può leggere"),
        (lambda content: with_parameters(content, tie_chain=5), "tie_chain: serve un elenco"),
    ],
)  # fmt: skip
def test_file_edited_by_hand_or_of_another_version_is_refused_whole(
    as_user, office, change, sentence
):
    client = as_user(office.procedure_owner)
    before = Call.objects.count()

    response = upload(client, change(exported(client)), office)

    assert response.status_code == 422
    errors = [error for found in response.context["form"].errors.values() for error in found]
    assert any(sentence in error for error in errors), errors
    assert Call.objects.count() == before


def test_export_names_no_person_and_no_day(as_user, office):
    call = shown(office)
    text = json.dumps(exported(as_user(office.officer)))

    assert office.procedure_owner.email not in text
    assert str(call.opens_at.date()) not in text
