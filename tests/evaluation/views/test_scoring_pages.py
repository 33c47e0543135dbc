"""A member's own pages: interests first, then file by file, saved while it is written."""

import pytest
from django.urls import reverse

from evaluation.models import Abstention, ConflictDeclaration, ScoreSheet
from tests.evaluation.views.pages import page, sheet_of, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(contest):
    """A file in the committee's hands; everybody but one member has stated their interests."""
    found = contest.admitted()
    contest.appoint()
    contest.sit("prima")
    return found


def declare(contest) -> str:
    return reverse("evaluation:declare", args=[contest.call.code])


def test_ORG_08_no_file_opens_before_the_statement(contest, case, as_user):
    client = as_user(contest.people["prima"])

    assert declare(contest) in client.get(reverse("evaluation:my_files")).content.decode()
    response = client.get(sheet_of(case))

    assert response.status_code == 403
    assert "Dichiara prima i tuoi interessi in questa seduta" in response.content.decode()
    assert not ScoreSheet.objects.exists()


@pytest.mark.parametrize(
    ("ticked", "sentence"),
    [
        (("", ""), "Spunta la casella, oppure scrivi il conflitto"),
        (("on", "Parente."), "Hai scritto un conflitto qui sotto"),
    ],
)
def test_ORG_08_a_statement_says_one_thing(contest, case, as_user, ticked, sentence):
    said = {"none": ticked[0], f"reason_{case.pk}": ticked[1]}

    response = as_user(contest.people["prima"]).post(declare(contest), said)

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not ConflictDeclaration.objects.filter(member=contest.member("prima")).exists()


def test_ORG_08_a_file_with_a_conflict_neither_opens_nor_shows(contest, case, as_user):
    client = as_user(contest.people["prima"])

    client.post(declare(contest), {f"reason_{case.pk}": "Siamo cugini."})
    response = client.get(sheet_of(case))

    assert response.status_code == 403
    assert "conflitto di interesse" in response.content.decode()
    assert case.project[:40] not in response.content.decode()
    assert [(a.member, a.reason) for a in Abstention.objects.all()] == [
        (contest.member("prima"), "Siamo cugini.")
    ]
    mine = client.get(reverse("evaluation:my_files")).context["seats"][0]
    assert (mine["rows"], [one.pk for one in mine["abstains"]]) == ([], [case.pk])


def test_ORG_08_of_many_files_those_in_conflict_are_looked_for(contest, as_user, monkeypatch):
    monkeypatch.setattr("evaluation.views.mine.MOST_FILES", 1)
    case, other = contest.admitted(), contest.admitted()
    contest.appoint()
    contest.sit("prima")
    client, typed = as_user(contest.people["prima"]), {f"reason_{case.pk}": "Siamo cugini."}
    shown = client.get(declare(contest))
    found = client.post(declare(contest), {"q": other.number.lower(), "find": "1"} | typed)

    assert [row["pk"] for row in shown.context["form"].rows()] == []
    assert "2 domande" in shown.content.decode()
    assert [row["pk"] for row in found.context["form"].rows()] == [case.pk, other.pk]
    assert "Siamo cugini." in found.content.decode()
    assert not ConflictDeclaration.objects.filter(member=contest.member("prima")).exists()
    nothing = client.post(declare(contest), {"q": "nessuna così", "find": "1"})
    assert "Nessuna domanda di questo bando corrisponde" in nothing.content.decode()

    client.post(declare(contest), typed | {"q": ""})
    assert [(a.case_id, a.reason) for a in Abstention.objects.all()] == [(case.pk, "Siamo cugini.")]


def test_files_to_score_are_filtered_and_read_page_by_page(contest, as_user, monkeypatch):
    monkeypatch.setattr("evaluation.views.mine.PAGE_SIZE", 2)
    cases = [contest.admitted() for _number in range(4)]
    contest.appoint()
    contest.sit()
    contest.score(cases[0], "seconda", 80)
    client, url = as_user(contest.people["seconda"]), reverse("evaluation:my_files")

    def seen(**asked):
        desk = client.get(url, asked).context["seats"][0]
        return [row["case"].pk for row in desk["rows"]], desk["next"], desk["left"]

    first, second, third, fourth = (one.pk for one in cases)
    assert seen() == ([first, second], "2", 3)
    assert seen(bando=contest.call.code, after="2") == ([third, fourth], "", 3)
    # A page of another committee's files turns nothing here.
    assert seen(bando="ALTRO", after="2") == ([first, second], "2", 3)
    assert seen(mostra="open") == ([second, third], "2", 3)
    assert seen(mostra="closed") == ([first], "", 3)
    assert seen(q=cases[3].number) == ([fourth], "", 3)
    nothing = client.get(url, {"q": "nessuna così"}).content.decode()
    assert "Nessuna domanda di questo bando corrisponde" in nothing


def test_a_sheet_is_saved_as_a_draft_and_closed(contest, case, as_user):
    client = as_user(contest.people["presidente"])

    draft = client.post(sheet_of(case), {"points-criterion-1": "12,5", "act": "save"})
    shown = client.get(sheet_of(case)).content.decode()
    closed = client.post(sheet_of(case), typed(case, act="close"))

    assert draft["Location"] == sheet_of(case)
    assert 'value="12,5"' in shown
    assert closed["Location"] == reverse("evaluation:my_files")
    sheet = ScoreSheet.objects.get(member=contest.member("presidente"))
    assert sheet.is_closed
    assert sum(score.points for score in sheet.scores.all()) == 80


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"points-criterion-1": "30,01"}, "I punti vanno da 0 a 30,00."),
        ({"points-criterion-1": "-1"}, "I punti vanno da 0 a 30,00."),
        ({"points-criterion-1": "molti"}, "Scrivi i punti in cifre"),
        ({"points-criterion-1": "1,234"}, "Scrivi al massimo due decimali."),
        ({"reason-criterion-1": " "}, "Scrivi il motivo del punteggio."),
    ],
)
def test_RANK_18_a_sheet_that_does_not_hold_stays_open_as_typed(
    contest, case, as_user, changes, sentence
):
    client = as_user(contest.people["presidente"])

    response = client.post(sheet_of(case), typed(case, act="close", **changes))

    assert response.status_code == 422
    text = response.content.decode()
    assert sentence in text
    assert 'href="#' in text
    assert not ScoreSheet.objects.get().is_closed
    (value,) = changes.values()
    assert ScoreSheet.objects.get().value(next(iter(changes))) == value


def test_a_field_saves_itself_and_says_what_is_wrong(contest, case, as_user):
    sheet = contest.open(case, "presidente")
    client = as_user(contest.people["presidente"])
    url = reverse("evaluation:autosave", args=[sheet.pk])

    right = client.post(url, {"field": "points-criterion-1", "value": "12", "revision": "0"})
    wrong = client.post(url, {"field": "points-criterion-1", "value": "99", "revision": "1"})
    clash = client.post(url, {"field": "points-criterion-1", "value": "7", "revision": "1"})
    strange = client.post(url, {"field": "other", "value": "7"})

    assert (right.status_code, right.json()["message"]) == (200, "")
    assert (wrong.status_code, wrong.json()["message"]) == (200, "I punti vanno da 0 a 30,00.")
    assert (clash.status_code, clash.json()["theirs"]) == (409, "99")
    assert strange.status_code == 410
    other = as_user(contest.people["seconda"]).post(url, {"field": "points-criterion-1"})
    assert other.status_code == 404


def test_another_window_is_not_overwritten(contest, case, as_user):
    client = as_user(contest.people["presidente"])
    client.post(sheet_of(case), {"points-criterion-1": "12", "act": "save"})
    client.post(
        sheet_of(case),
        {"points-criterion-1": "13", "rev-points-criterion-1": "1", "act": "save"},
    )

    late = client.post(
        sheet_of(case),
        {"points-criterion-1": "14", "rev-points-criterion-1": "1", "act": "save"},
    )

    assert late.status_code == 409
    assert "Nell'altra finestra: 13" in " ".join(late.content.decode().split()).replace(
        "&#x27;", "'"
    )
    assert ScoreSheet.objects.get().value("points-criterion-1") == "13"


@pytest.mark.parametrize("is_blind", [True, False])
def test_blind_sheets_show_only_once_all_are_closed(contest, as_user, is_blind):
    case = contest.admitted()
    contest.appoint(is_blind=is_blind)
    contest.sit()
    contest.score(case, "presidente", 80)
    contest.score(case, "prima", 70)
    client = as_user(contest.people["presidente"])

    def others():
        return len(client.get(sheet_of(case)).context["others"])

    seen = others()
    contest.score(case, "seconda", 60)

    assert (seen, others()) == (0 if is_blind else 1, 2)


def test_the_spread_between_members_is_shown_and_wide_ones_stand_out(contest, as_user):
    case = contest.admitted()
    contest.appoint()
    contest.sit()
    contest.score(case, "presidente", 30, 25, 25, 20)
    contest.score(case, "prima", 10, 25, 25, 20)
    contest.score(case, "seconda", 30, 25, 25, 18)

    response = as_user(contest.office.officer).get(page("spread", contest))

    (file,) = response.context["rows"]
    assert [(row["spread"], row["is_wide"]) for row in file["rows"]] == [
        ("20,00", True),
        ("0,00", False),
        ("0,00", False),
        ("2,00", False),
    ]


def test_a_closed_sheet_is_opened_again_for_a_reason(contest, case, as_user):
    sheet = contest.score(case, "presidente", 80)
    client = as_user(contest.people["presidente"])
    url = page("reopen", contest, sheet.pk)

    empty = client.post(url, {"reason": ""})
    client.post(url, {"reason": "Refuso nei punti."})

    assert empty.status_code == 422
    again = ScoreSheet.objects.get(superseded_at=None)
    assert (again.is_closed, again.value("points-criterion-1")) == (False, "24.00")
    sheet.refresh_from_db()
    assert sheet.superseded_because == "Refuso nei punti."


def test_documents_of_a_file_open_for_those_who_score_it(contest, case, as_user):
    document = case.documents.filter(origin="applicant").first()
    url = reverse("evaluation:document", args=[case.pk, document.pk])

    contest.open(case, "presidente")
    refused = as_user(contest.people["prima"]).get(url)
    shown = as_user(contest.people["presidente"]).get(url)

    assert refused.status_code == 403
    assert b"".join(shown.streaming_content).startswith(b"%PDF")
