"""Sheets: typed on, closed whole, opened again for a reason."""

from decimal import Decimal

import pytest

from evaluation.models import Score, ScoreSheet
from evaluation.services import sheets
from tests.evaluation.world import REASON
from workflows.engine import InputRefused, Refusal, TransitionRefused

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(contest):
    found = contest.admitted()
    contest.appoint()
    contest.sit()
    return found


def opened(contest, case, name="prima"):
    return sheets.open_file(case, contest.member(name), by=contest.people[name])


def typed(**changes):
    values = {}
    for number, points in enumerate(("25", "20,5", "20", "15"), 1):
        values[f"points-criterion-{number}"] = points
        values[f"reason-criterion-{number}"] = REASON
    return values | {name.replace("_", "-"): value for name, value in changes.items()}


def save(contest, sheet, values, seen=None, name="prima"):
    return sheets.save_typed(sheet, values, seen or {}, by=contest.people[name])


def test_words_are_kept_as_typed_valid_or_not(contest, case):
    sheet = opened(contest, case)
    save(contest, sheet, {"points-criterion-1": "trenta", "reason-criterion-1": "Bello"})

    kept = ScoreSheet.objects.get()
    assert (kept.value("points-criterion-1"), kept.revision("points-criterion-1")) == ("trenta", 1)
    assert not kept.is_closed


def test_a_second_window_overwrites_nothing_unseen(contest, case):
    sheet = opened(contest, case)
    save(contest, sheet, {"reason-criterion-1": "Prima finestra"})

    _sheet, clashes = save(
        contest, sheet, {"reason-criterion-1": "Seconda finestra"}, {"reason-criterion-1": 0}
    )

    assert [(clash.field, clash.theirs) for clash in clashes] == [
        ("reason-criterion-1", "Prima finestra")
    ]


def test_RANK_18_a_closed_sheet_holds_points_and_reasons(contest, case):
    sheet = opened(contest, case)
    save(contest, sheet, typed())
    closed = sheets.close_sheet(sheet, by=contest.people["prima"])

    assert closed.is_closed
    assert [
        (score.criterion.position, score.points, score.reason)
        for score in Score.objects.order_by("criterion__position")
    ] == [
        (1, Decimal("25.00"), REASON),
        (2, Decimal("20.50"), REASON),
        (3, Decimal("20.00"), REASON),
        (4, Decimal("15.00"), REASON),
    ]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("points_criterion_1", "30,01", "I punti vanno da 0 a 30,00."),
        ("points_criterion_1", "-1", "I punti vanno da 0 a 30,00."),
        ("points_criterion_1", "", "Scrivi i punti."),
        ("points_criterion_1", "venti", "Scrivi i punti in cifre, per esempio 18 oppure 18,5."),
        ("points_criterion_1", "NaN", "Scrivi i punti in cifre, per esempio 18 oppure 18,5."),
        ("points_criterion_1", "1e1", None),
        ("points_criterion_1", "12,345", "Scrivi al massimo due decimali."),
        ("reason_criterion_4", "  ", "Scrivi il motivo del punteggio."),
        ("reason_criterion_4", "x" * 4001, "Il motivo è troppo lungo: al massimo 4000 caratteri."),
    ],
)
def test_RANK_18_a_sheet_that_does_not_hold_is_not_closed(contest, case, field, value, sentence):
    sheet = opened(contest, case)
    save(contest, sheet, typed(**{field: value}))
    if sentence is None:
        assert sheets.close_sheet(sheet, by=contest.people["prima"]).is_closed
        return

    with pytest.raises(InputRefused) as refused:
        sheets.close_sheet(sheet, by=contest.people["prima"])

    assert refused.value.message_dict == {field.replace("_", "-"): [sentence]}
    assert not Score.objects.exists()
    assert not ScoreSheet.objects.get().is_closed


def test_a_closed_sheet_takes_no_more_words(contest, case):
    contest.score(case, "prima", 80)
    sheet = ScoreSheet.objects.get()

    with pytest.raises(TransitionRefused, match="non si può più cambiare"):
        save(contest, sheet, {"reason-criterion-1": "Altro"})


def test_a_sheet_is_its_members_alone(contest, case):
    sheet = opened(contest, case)

    for attempt in (
        lambda: save(contest, sheet, typed(), name="seconda"),
        lambda: sheets.close_sheet(sheet, by=contest.people["presidente"]),
        lambda: sheets.open_file(case, contest.member("prima"), by=contest.people["seconda"]),
    ):
        with pytest.raises(TransitionRefused) as refused:
            attempt()
        assert refused.value.why is Refusal.RIGHT


@pytest.mark.parametrize("name", ["segretaria", "supplente"])
def test_whoever_has_no_seat_that_scores_opens_no_file(contest, case, name):
    with pytest.raises(TransitionRefused, match="Questa domanda non è fra quelle che valuti"):
        opened(contest, case, name)


def test_a_file_that_is_not_admitted_does_not_open(contest):
    others = (contest.examined(), contest.file())
    contest.appoint()
    contest.sit()
    for other in others:
        with pytest.raises(
            TransitionRefused, match="Questa domanda non è ammessa alla valutazione, o non lo è più"
        ):
            opened(contest, other)


def test_a_sheet_opened_again_gives_way_to_a_copy(contest, case):
    first = contest.score(case, "prima", 80)

    again = sheets.reopen_sheet(first, by=contest.people["presidente"], reason="Errore di somma.")

    assert (again.member, again.is_closed, again.answers) == (first.member, False, first.answers)
    first.refresh_from_db()
    assert first.superseded_because == "Errore di somma."
    assert [sheet.pk for sheet in ScoreSheet.objects.standing()] == [again.pk]
    sheets.close_sheet(again, by=contest.people["prima"])
    assert Score.objects.count() == 8


@pytest.mark.parametrize(
    ("by", "reason", "sentence"),
    [
        ("seconda", "Errore.", "Lo fanno il presidente o il segretario della commissione"),
        ("presidente", " ", "Indica perché la scheda è riaperta."),
    ],
)
def test_a_sheet_is_opened_again_by_who_presides_for_a_reason(contest, case, by, reason, sentence):
    sheet = contest.score(case, "prima", 80)

    with pytest.raises(TransitionRefused, match=sentence):
        sheets.reopen_sheet(sheet, by=contest.people[by], reason=reason)


def test_a_draft_is_not_opened_again(contest, case):
    sheet = opened(contest, case)

    with pytest.raises(TransitionRefused, match="Questa scheda non è chiusa"):
        sheets.reopen_sheet(sheet, by=contest.people["presidente"], reason="Errore.")
