"""The committee on pages: appointed, called to sit, followed file by file."""

import pytest
from django.urls import reverse

from evaluation.models import Committee, Sitting, Substitution
from parties.roles import Role
from tests.evaluation.views.pages import asked, page
from tests.evaluation.world import tax_code
from tests.office import make_user

pytestmark = pytest.mark.django_db


def appointment(*people, **changes):
    functions = ["president", "member", "member", "secretary", "substitute"]
    said = {
        "act_number": "Determinazione n. 88/2026",
        "act_date": "02/11/2026",
        "is_blind": "on",
        "number_of_rows": "5",
    }
    for number, person in enumerate(people):
        said |= {
            f"person_{number}": str(person.pk),
            f"function_{number}": functions[number],
            f"tax_code_{number}": tax_code(number).lower(),
            f"vat_number_{number}": "",
        }
    return said | changes


@pytest.fixture
def people(office):
    return [make_user(f"membro{n}@example.org", Role.EVALUATOR) for n in range(5)]


def test_director_appoints_on_a_page(contest, people, as_user):
    response = as_user(contest.office.director).post(page("appoint", contest), appointment(*people))

    assert response["Location"] == page("call", contest)
    committee = Committee.objects.get(call=contest.call)
    assert (committee.act, committee.is_blind) == (
        "Determinazione n. 88/2026 del 02/11/2026",
        True,
    )
    assert [(m.user, m.function, m.tax_code) for m in committee.members.order_by("pk")] == [
        (person, function, tax_code(number))
        for number, (person, function) in enumerate(
            zip(
                people,
                ["president", "member", "member", "secretary", "substitute"],
                strict=True,
            )
        )
    ]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"person_2": "", "function_2": "", "tax_code_2": ""}, "almeno 3 componenti"),
        ({"tax_code_1": "RSSMRA80A01H501A"}, "Il carattere di controllo non torna"),
        ({"function_1": ""}, "Completa questa riga, oppure svuotala."),
        ({"act_date": "02/11/2999"}, "non può avere una data futura"),
        ({"act_number": ""}, "obbligatorio"),
    ],
)
def test_an_appointment_that_does_not_hold_keeps_what_was_typed(
    contest, people, as_user, changes, sentence
):
    client = as_user(contest.office.director)

    response = client.post(page("appoint", contest), appointment(*people, **changes))

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert f'value="{tax_code(0).lower()}"' in response.content.decode()
    assert not Committee.objects.exists()


def test_more_rows_come_without_losing_what_was_typed(contest, people, as_user):
    client = as_user(contest.office.director)

    response = client.post(page("appoint", contest), appointment(*people, more="1"))

    assert response.status_code == 200
    assert 'name="person_7"' in response.content.decode()
    assert "Determinazione n. 88/2026" in response.content.decode()


def test_the_page_of_a_call_without_committee_says_who_appoints_it(contest, as_user):
    text = as_user(contest.office.officer).get(page("call", contest)).content.decode()

    assert "La nomina la direzione con un atto." in text
    assert page("appoint", contest) not in text
    text = as_user(contest.office.director).get(page("call", contest)).content.decode()
    assert page("appoint", contest) in text


def test_a_sitting_is_opened_and_closed_with_its_minutes(contest, as_user):
    contest.admitted()
    contest.appoint()
    contest.close()
    client = as_user(contest.people["presidente"])

    client.post(page("begin_sitting", contest), {"place": "Sala Consiglio"})
    refused = client.post(page("close_sitting", contest), {"notes": ""})
    client.post(reverse("evaluation:declare", args=[contest.call.code]), {"none": "on"})
    client.post(page("close_sitting", contest), {"notes": "Nessuna osservazione."})

    assert refused.status_code == 422
    assert "Nessuno ha dichiarato i propri interessi" in refused.content.decode()
    sitting = Sitting.objects.get()
    assert (sitting.place, sitting.notes) == ("Sala Consiglio", "Nessuna osservazione.")
    minutes = client.get(page("minutes", contest, 1))
    assert minutes["Content-Type"] == "application/pdf"
    assert b"".join(minutes.streaming_content).startswith(b"%PDF")


def test_a_substitute_is_called_in_for_one_file(contest, as_user):
    case = contest.admitted()
    contest.appoint()
    client = as_user(contest.people["segretaria"])
    said = {
        "member": contest.member("prima").pk,
        "substitute": contest.member("supplente").pk,
        "case": case.pk,
        "reason": "",
    }

    refused = client.post(page("substitute", contest), said)
    client.post(page("substitute", contest), said | {"reason": "Malattia."})

    assert refused.status_code == 422
    found = Substitution.objects.get()
    assert (found.member, found.substitute, found.case_id, found.reason) == (
        contest.member("prima"),
        contest.member("supplente"),
        case.pk,
        "Malattia.",
    )


def test_progress_tells_file_by_file_where_each_member_stands(contest, as_user):
    first, second = contest.admitted(), contest.admitted()
    contest.appoint()
    contest.sit(conflicts={"prima": {second.pk: "Parente."}})
    contest.score(first, "prima", 80)
    contest.open(first, "seconda")

    response = as_user(contest.office.officer).get(page("call", contest))

    assert [[mark.label for mark in file["marks"]] for file in response.context["files"]] == [
        ["da aprire", "chiusa", "bozza", "–"],
        ["da aprire", "si astiene", "da aprire", "–"],
    ]
    assert "Parente." in response.content.decode()


def test_progress_of_many_files_is_read_page_by_page(contest, as_user, monkeypatch):
    monkeypatch.setattr("evaluation.views.overview.PAGE_SIZE", 2)
    cases = [contest.admitted() for _ in range(3)]
    contest.appoint()
    client = as_user(contest.office.officer)

    first = client.get(page("call", contest))
    second = client.get(page("call", contest) + f"?after={first.context['next_cursor']}")

    assert [file["case"].pk for file in first.context["files"]] == [one.pk for one in cases[:2]]
    assert [file["case"].pk for file in second.context["files"]] == [cases[2].pk]
    assert (first.context["complete"], first.context["admitted"]) == (0, 3)


def test_calls_that_go_by_ranking_are_listed_with_what_they_wait_for(contest, as_user):
    contest.admitted()
    client = as_user(contest.office.accountant)

    before = client.get(reverse("evaluation:overview")).context["rows"]
    contest.appoint()
    after = client.get(reverse("evaluation:overview")).context["rows"]

    assert [(row["call"].code, row["call"].filed, row["committee"]) for row in before] == [
        ("COW-GRAD", 1, None)
    ]
    assert [row["committee"] for row in after] == [contest.committee]


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_are_as_many_for_one_file_as_for_three(contest, as_user, rows):
    cases = [contest.admitted() for _ in range(rows)]
    contest.appoint()
    contest.sit(conflicts={"prima": {case.pk: "Parente." for case in cases}})
    for case in cases:
        contest.score(case, "presidente", 80)

    counts = asked(
        as_user(contest.people["presidente"]),
        page("call", contest),
        page("spread", contest),
        reverse("evaluation:my_files"),
        sheet_address(cases[0]),
    )

    assert counts == [35, 29, 23, 42]


def sheet_address(case):
    return reverse("evaluation:sheet", args=[case.pk])
