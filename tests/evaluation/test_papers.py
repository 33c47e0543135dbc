"""Approvals and scroll-downs are acts of the office: numbered, on record, to be checked by their code."""

from decimal import Decimal

import pytest
from django.urls import reverse

from evaluation.models import Ranking, ScrollDown
from evaluation.queries import paper_of
from evaluation.services import rankings
from grants import services
from letters import services as outbox
from letters.models import BodyStyle, Letter
from tests.evaluation.views.pages import page
from tests.evaluation.world import build, fresh
from tests.letters.reading import missing_from, text_of
from workflows.engine import Refusal, TransitionRefused

pytestmark = pytest.mark.django_db
ACT = "Determinazione n. 12/2026 del 02/11/2026"


def told(letter):
    return (
        letter.state,
        letter.protocol.direction,
        letter.protocol.counterpart,
        [one["sha256"] for one in letter.protocol.digests] == [letter.document.sha256],
        letter.deliveries.count(),
        letter.call.code,
        letter.case,
    )


def test_RANK_11_the_approval_is_an_act_with_its_lists_by_number(contest):
    ranking, cases = contest.ranked(92, 88, 75, 75, 59)
    contest.adjourn()
    contest.approve(ranking)

    ranking = Ranking.objects.get()
    assert told(ranking.letter) == ("kept", "internal", "Pubblicazione", True, 0, "COW-GRAD", None)
    assert (
        missing_from(
            ranking.letter,
            f"Con {ACT} è approvata la graduatoria",
            "i verbali della commissione: n. 1 (prot. n.",
            "le domande presentate sono 5, quelle ammesse alla valutazione 5",
            "sono idonee le domande con almeno 60 punti",
            f"1 {cases[0].number} 92,00 960,00 €",
            f"3 {cases[2].number} 75,00 960,00 € 80,00 €",
            f"4 {cases[3].number} 75,00 960,00 €",
            f"{cases[4].number} non idonea per punteggio",
            f"dopo {cases[2].number}",
            "Residuo 0,00 €",
            ranking.digest,
            "valida fino al 2 novembre 2027",
            "ricorso",
            "Il direttore",
        )
        == []
    )
    said = text_of(ranking.letter)
    assert [case.applicant.name for case in cases if case.applicant.name in said] == []


def test_RANK_13_a_scroll_down_is_an_act_that_says_whom_it_reaches(contest):
    ranking, cases = contest.ranked(92, 88, 80, 75)
    contest.approve(ranking)
    services.waive(fresh(cases[0]), by=cases[0].opened_by)
    contest.scroll("Rinuncia, prot. n. 12")

    scroll = ScrollDown.objects.get()
    assert told(scroll.letter) == ("kept", "internal", "Pubblicazione", True, 0, "COW-GRAD", None)
    assert (
        missing_from(
            scroll.letter,
            "Rinuncia, prot. n. 12 960,00 €",
            "si assegnano 960,00 €",
            f"l'atto che ha approvato la graduatoria ({ACT})",
            f"3 {cases[2].number} 80,00 80,00 € 960,00 €",
            f"4 {cases[3].number} 75,00 0,00 € 80,00 €",
            f"{cases[3].number} 15 superate",
            "Restano disponibili 0,00 €",
            scroll.digest,
        )
        == []
    )


def test_the_acts_can_be_checked_by_their_code_and_read_by_anybody_once_public(contest, client):
    ranking, _cases = contest.ranked(92)
    contest.approve(ranking)
    url = page("published_act", contest, 0)
    assert client.get(url).status_code == 404

    rankings.publish_ranking(Ranking.objects.get(), by=contest.office.director)

    letter = Ranking.objects.get().letter
    verified = client.get(reverse("portal:verify_letter", args=[letter.code]))
    assert "Approvazione della graduatoria" in verified.content.decode()
    found = client.get(url)
    with letter.document.file.open("rb") as file:
        assert b"".join(found.streaming_content) == file.read()
    assert (found["Content-Type"], found["X-Robots-Tag"]) == ("application/pdf", "noindex")
    assert url in client.get(page("published", contest)).content.decode()
    assert client.get(page("published_act", contest, 1)).status_code == 404


def test_where_acts_wait_for_approval_the_list_is_published_with_its_number(contest, as_user):
    BodyStyle.objects.update(leaves_at_once=False)
    ranking, _cases = contest.ranked(92)
    contest.approve(ranking)
    ranking = Ranking.objects.get()
    with pytest.raises(TransitionRefused, match="attende tra le lettere in uscita") as refused:
        rankings.publish_ranking(ranking, by=contest.office.director)
    assert refused.value.why is Refusal.STATUS
    director = as_user(contest.office.director)
    assert director.get(page("ranking_paper", contest, 0)).status_code == 404
    for url in (reverse("letters:outbox"), reverse("letters:letter", args=[ranking.letter.pk])):
        assert "Approvazione della graduatoria" in director.get(url).content.decode()

    outbox.approve(ranking.letter.pk, by=contest.office.director)

    ranking = Ranking.objects.get()
    assert ranking.letter.state == "kept"
    assert rankings.publish_ranking(ranking, by=contest.office.director).published_at
    found = director.get(page("ranking_paper", contest, 0))
    assert b"".join(found.streaming_content).startswith(b"%PDF")


def test_an_act_that_was_written_again_gives_way_to_the_new_one(contest):
    ranking, _cases = contest.ranked(92)
    contest.approve(ranking)
    first = Ranking.objects.get().letter
    director = contest.office.director

    new = outbox.replace(first.pk, by=director, reason="Errore materiale nel titolo.")
    assert paper_of(first) == first
    outbox.approve(new.pk, by=director)

    assert paper_of(first) == Letter.objects.get(pk=new.pk)
    assert Letter.objects.get(pk=first.pk).state == "superseded"
    assert f"sostituisce quella prot. n. {first.protocol.mark}" in text_of(paper_of(first))


def test_the_digest_of_the_act_is_that_of_the_frozen_list(office):
    contest = build(office, Decimal("960.00"))
    ranking, _cases = contest.ranked(90, 80)
    contest.approve(ranking)

    ranking = Ranking.objects.get()
    again, _gathered = rankings.ranked(contest.call)
    assert ranking.digest in text_of(ranking.letter)
    assert [row.id for row in again.rows] == [
        str(row.case) for row in ranking.rows.order_by("position")
    ]
