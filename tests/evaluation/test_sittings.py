"""Sittings open, close and leave their minutes."""

import pytest

from evaluation.models import Sitting
from evaluation.services import sheets, sittings
from tests.letters.reading import missing_from
from workflows.engine import Refusal, TransitionRefused
from workflows.models import ProtocolEntry

pytestmark = pytest.mark.django_db


def test_the_president_and_the_secretary_open_sittings_one_at_a_time(contest):
    contest.appoint()
    contest.close()
    first = sittings.begin(contest.committee_now, by=contest.people["segretaria"], place="Sala 1")

    assert (first.number, first.place) == (1, "Sala 1")
    with pytest.raises(TransitionRefused, match="Una seduta è già aperta"):
        sittings.begin(contest.committee_now, by=contest.people["presidente"], place="Sala 1")
    for outsider in (contest.people["prima"], contest.office.director):
        with pytest.raises(TransitionRefused) as refused:
            sittings.begin(contest.committee_now, by=outsider, place="Sala 1")
        assert refused.value.why is Refusal.RIGHT


def test_a_sitting_has_a_place_and_at_least_one_statement(contest):
    contest.appoint()
    contest.close()
    with pytest.raises(TransitionRefused, match="Indica dove si riunisce la commissione"):
        sittings.begin(contest.committee_now, by=contest.people["presidente"], place=" ")

    sitting = sittings.begin(contest.committee_now, by=contest.people["presidente"], place="Sala 1")

    with pytest.raises(
        TransitionRefused,
        match="Nessuno ha dichiarato i propri interessi: la seduta non è cominciata",
    ):
        sittings.close(sitting, by=contest.people["presidente"], notes="")
    assert Sitting.objects.get().closed_at is None


def test_RANK_18_the_minutes_tell_who_sat_what_was_stated_and_every_point(contest):
    case, other = contest.admitted(), contest.admitted()
    contest.appoint()
    contest.sit("supplente", conflicts={"prima": {case.pk: "Ho collaborato al progetto."}})
    contest.score(case, "presidente", 25, "20.50", 20, 15)
    contest.score(other, "prima", 80)

    closed = sittings.close(
        contest.sitting,
        by=contest.people["presidente"],
        notes="Si apre la discussione.\n\nSi chiude alle 12.",
    )

    assert closed.letter.state == "kept"
    assert (
        missing_from(
            closed.letter,
            "Verbale n. 1 della commissione di valutazione",
            "Determinazione n. 12/2026 del 02/11/2026",
            "Presidente Prova, presidente",
            "Assenti: Supplente Prova (supplente)",
            "sono presenti 3 componenti su 3",
            "Prima Prova dichiara conflitti, alle",
            "Ho collaborato al progetto.",
            f"Domanda {case.number}",
            "20,50",
            "80,50 punti",
            "Risponde a quanto chiede il criterio.",
            "Si apre la discussione.",
            "Domande ancora da valutare: 2",
        )
        == []
    )


def test_RANK_18_the_minutes_are_entered_in_the_protocol_with_their_digest(contest):
    contest.appoint()
    contest.sit()

    closed = sittings.close(contest.sitting, by=contest.people["segretaria"], notes="")

    entry, letter = ProtocolEntry.objects.latest("pk"), closed.letter
    assert letter.protocol == entry
    assert (entry.direction, entry.subject, entry.counterpart, entry.case) == (
        "internal",
        "Verbale n. 1 della commissione di valutazione – COW-GRAD",
        "Commissione di valutazione",
        None,
    )
    assert [one["sha256"] for one in entry.digests] == [letter.document.sha256]
    assert not letter.deliveries.exists()
    assert missing_from(letter, "In questa seduta nessuna scheda è stata chiusa.") == []


def test_RANK_18_the_mean_stands_in_the_minutes_once_all_have_closed_theirs(contest):
    case = contest.admitted()
    contest.appoint()
    contest.sit()
    for name, points in (("presidente", 80), ("prima", 70), ("seconda", 75)):
        contest.score(case, name, points)

    closed = contest.adjourn()

    assert (
        missing_from(
            closed.letter,
            f"{case.number} 80,00 70,00 75,00 75,00",
            "La commissione ha concluso la valutazione",
            "Nessun conflitto di interessi è stato dichiarato o rilevato dai dati.",
        )
        == []
    )


def test_what_is_open_when_a_sitting_closes_waits_for_the_next(contest):
    case = contest.admitted()
    contest.appoint()
    contest.sit()
    sheet = sheets.open_file(case, contest.member("prima"), by=contest.people["prima"])
    sheets.save_typed(sheet, {"reason-criterion-1": "A metà"}, {}, by=contest.people["prima"])
    sittings.close(contest.sitting, by=contest.people["presidente"], notes="")

    contest.sit()
    again = sheets.open_file(case, contest.member("prima"), by=contest.people["prima"])

    assert (again.pk, again.value("reason-criterion-1")) == (sheet.pk, "A metà")
    assert contest.sitting.number == 2


def test_after_the_ranking_no_sitting_opens(contest):
    ranking, _cases = contest.ranked(90)
    sittings.close(contest.sitting, by=contest.people["presidente"], notes="")
    contest.approve(ranking)

    with pytest.raises(
        TransitionRefused, match="La graduatoria è approvata: la commissione ha finito"
    ):
        sittings.begin(contest.committee_now, by=contest.people["presidente"], place="Sala 1")
