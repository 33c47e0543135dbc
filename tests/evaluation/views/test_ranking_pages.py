"""The list on pages: put together, approved with what follows shown first, published, looked at by all."""

import subprocess
from decimal import Decimal

import pytest
from django.urls import reverse

from accounting.models import LedgerEntry
from evaluation.models import Ranking, RankingRow
from evaluation.rules import drawn
from evaluation.services import rankings
from tests.accounting.books import firm
from tests.evaluation.views.pages import asked, page
from tests.evaluation.world import build
from workflows.models import BackgroundJob

pytestmark = pytest.mark.django_db

ACT = {"act_number": "Determinazione n. 12/2026", "act_date": "02/11/2026"}


def approval(ranking: Ranking, **changes: str) -> dict[str, str]:
    return ACT | {"digest": ranking.digest} | changes


def test_RANK_02_a_list_is_put_together_on_a_page(contest, as_user):
    cases = [contest.admitted() for _ in range(2)]
    contest.appoint()
    contest.sit()
    client = as_user(contest.office.procedure_owner)

    early = client.post(page("make_ranking", contest), {"seed": ""})
    for case in cases:
        contest.score_all(case, 80)
    made = client.post(page("make_ranking", contest), {"seed": " 3 14 15 "})

    assert early.status_code == 422
    assert "Domande senza tutte le schede chiuse" in early.content.decode()
    assert made["Location"] == page("ranking", contest)
    assert Ranking.objects.get().seed == "3 14 15"


def test_RANK_08_the_list_says_why_each_stands_where_it_stands(contest, as_user):
    _ranking, cases = contest.ranked(80, 80, 59)

    response = as_user(contest.office.director).get(page("ranking", contest))

    rows = response.context["rows"]
    assert [(one["row"].place, one["row"].listed, one["total"]) for one in rows] == [
        (1, "A", "80,00"),
        (2, "A", "80,00"),
        (None, "D", "59,00"),
    ]
    assert rows[1]["tie"].startswith(f"Dopo {cases[0].number} a parità di punti, presentata prima")
    assert rows[2]["row"].reasons == ["Totale: 59,00 punti su un minimo di 60,00."]
    assert [(one["letter"], one["number"]) for one in response.context["counts"]] == [
        ("A", 2),
        ("B", 0),
        ("C", 0),
        ("D", 1),
    ]


def test_the_approval_shows_what_will_follow_and_starts_the_work(contest, as_user):
    ranking, _cases = contest.ranked(92, 88, 75)
    client = as_user(contest.office.director)

    before = client.get(page("approve", contest))
    answer = client.post(page("approve", contest), approval(ranking))

    assert [
        (str(row["pot"]), row["before"], row["after"])
        for row in before.context["consequences"]["ledger"]
    ] == [
        ("Disponibile", Decimal("2000.00"), Decimal("0.00")),
        ("Prenotato", Decimal("0.00"), Decimal("80.00")),
        ("Concesso", Decimal("0.00"), Decimal("1920.00")),
    ]
    job = BackgroundJob.objects.get(kind="apply_ranking")
    assert answer["Location"] == reverse("workflows:job", args=[job.pk])
    assert client.get(answer["Location"]).status_code == 200


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"act_number": ""}, "obbligatorio"),
        ({"act_date": "02/11/2999"}, "non può avere una data futura"),
        ({"digest": "0" * 64}, "Qualcosa è cambiato"),
    ],
)
def test_an_approval_that_does_not_hold_decides_nothing(contest, as_user, changes, sentence):
    ranking, _cases = contest.ranked(92)
    client = as_user(contest.office.director)

    response = client.post(page("approve", contest), approval(ranking, **changes))

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert Ranking.objects.get().approved_at is None


def test_what_could_not_be_done_is_named_and_tried_again(contest, as_user):
    ranking, cases = contest.ranked(92)
    client = as_user(contest.office.director)
    client.post(page("approve", contest), approval(ranking))

    waiting = client.get(page("ranking", contest))
    client.post(page("apply_again", contest))

    assert [case.pk for case in waiting.context["undone"]] == [cases[0].pk]
    assert BackgroundJob.objects.filter(kind="apply_ranking").count() == 2


def test_RANK_11_the_ranking_is_published_once(contest, as_user):
    ranking, _cases = contest.ranked(92)
    client = as_user(contest.office.procedure_owner)
    public = page("published", contest)

    draft = client.post(page("publish", contest))
    assert (draft.status_code, client.get(public).status_code) == (404, 404)
    contest.approve(ranking)
    client.post(page("publish", contest))
    again = client.post(page("publish", contest), follow=True)

    assert client.get(public).status_code == 200
    sheet = client.get(reverse("portal:call", args=[contest.call.code]))
    assert public in sheet.content.decode()
    assert "Questa graduatoria è già pubblica" in again.content.decode()


def test_TRA_13_the_public_page_names_firms_and_no_people(office, client):
    contest = build(office)
    cases = [
        contest.admitted(),
        contest.admitted(
            organisation=firm("Telai srl"),
            applicant_kind="enterprise",
            commits_to_vat=False,
            employment="",
        ),
    ]
    refused = contest.admitted()
    contest.appoint()
    contest.sit()
    for case, points in zip([*cases, refused], (90, 80, 40), strict=True):
        contest.score_all(case, points)
    ranking = rankings.make_ranking(contest.call, by=office.procedure_owner, seed="7 11 13")
    contest.approve(ranking)
    rankings.publish_ranking(ranking, by=office.director)

    response = client.get(page("published", contest))

    text = response.content.decode()
    person = cases[0].applicant
    assert "Telai srl" in text
    assert cases[0].number in text
    assert refused.number not in text
    assert "Totale: 40,00" not in text
    for private in (person.name, person.tax_code, person.email, cases[1].representative.name):
        assert private not in text
    assert response["X-Robots-Tag"] == "noindex"
    assert "7 11 13" in text


def test_RANK_08_anybody_can_repeat_the_draw_from_what_is_published(contest, client):
    ranking, cases = contest.ranked(90)
    ranking = rankings.make_ranking(
        contest.call, by=contest.office.procedure_owner, seed="estrazione 12/2026"
    )
    contest.approve(ranking)
    rankings.publish_ranking(ranking, by=contest.office.director)

    text = client.get(page("published", contest)).content.decode()

    command = f"printf '%s' 'estrazione 12/2026{cases[0].number}' | sha256sum"
    assert command in text
    ticket = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert ticket.stdout.split()[0] == drawn("estrazione 12/2026", cases[0].number)


def test_what_if_shows_who_gains_and_loses_and_saves_nothing(contest, as_user):
    _ranking, cases = contest.ranked(92, 88, 75, 70)
    client = as_user(contest.office.director)
    before = list(RankingRow.objects.order_by("pk").values()), LedgerEntry.objects.count()

    response = client.get(
        page("what_if", contest),
        {
            "endowment": "1000,00",
            "threshold": "60",
            "policy": "score",
            "last_place": "partial",
            "seed": "",
        },
    )

    assert [
        (one["case"].pk, one["before"]["letter"], one["after"]["letter"], one["difference"])
        for one in response.context["changes"]
    ] == [
        (cases[1].pk, "A", "B", Decimal("-920.00")),
        (cases[2].pk, "B", "C", Decimal("-80.00")),
    ]
    assert (response.context["gain"], response.context["lose"]) == (0, 2)
    assert before == (
        list(RankingRow.objects.order_by("pk").values()),
        LedgerEntry.objects.count(),
    )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"endowment": "molto"}, "Inserisci un numero"),
        ({"endowment": "-1"}, "maggiore o uguale a 0"),
        ({"policy": "draw", "seed": ""}, "seme"),
    ],
)
def test_what_if_says_why_it_cannot_be_answered(contest, as_user, changes, sentence):
    contest.ranked(92, 88)
    client = as_user(contest.office.director)
    said = {"endowment": "1000", "threshold": "", "policy": "score", "last_place": "partial"}

    response = client.get(page("what_if", contest), said | changes)

    assert sentence in response.content.decode()


def test_CALL_08_what_if_refuses_an_endowment_below_what_is_granted(contest, as_user):
    ranking, _cases = contest.ranked(92, 88)
    contest.approve(ranking)
    client = as_user(contest.office.director)

    response = client.get(
        page("what_if", contest) + "?endowment=1919,99&policy=score&last_place=partial"
    )

    assert response.status_code == 422
    assert "non può scendere sotto quanto è già impegnato: 1.920,00" in response.content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_are_as_many_for_one_row_as_for_three(contest, as_user, rows):
    ranking, _cases = contest.ranked(*[90] * rows)
    director = as_user(contest.office.director)
    drafted = asked(
        director,
        page("approve", contest),
        page("what_if", contest) + "?endowment=900&policy=score&last_place=partial",
    )
    contest.approve(ranking)
    rankings.publish_ranking(ranking, by=contest.office.director)
    approved = asked(director, page("ranking", contest), page("published", contest))

    assert (drafted, approved) == ([13, 62], [21, 9])
