"""What the database itself refuses, whoever asks."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from evaluation.models import (
    Abstention,
    Committee,
    ConflictDeclaration,
    Member,
    Ranking,
    RankingRow,
    Score,
    ScoreSheet,
    ScrollDown,
    ScrollRow,
    Sitting,
)
from evaluation.services import rankings, sheets, sittings
from grants.services import waive
from tests.evaluation.world import fresh

pytestmark = pytest.mark.django_db


def refused(attempt) -> bool:
    try:
        with transaction.atomic():
            attempt()
    except IntegrityError:
        return True
    return False


@pytest.fixture
def case(contest):
    found = contest.admitted()
    contest.appoint()
    contest.sit()
    return found


def give(sheet, criterion, points):
    return Score.objects.create(sheet=sheet, criterion=criterion, points=points, reason="x")


def test_points_out_of_range_are_refused(contest, case):
    sheet = sheets.open_file(case, contest.member("prima"), by=contest.people["prima"])
    criterion = case.call_version.criteria.get(position=1)

    assert refused(lambda: give(sheet, criterion, "30.01"))
    assert refused(lambda: give(sheet, criterion, "-0.01"))
    assert not refused(lambda: give(sheet, criterion, "30.00"))
    assert refused(lambda: give(sheet, criterion, "1.00"))


def test_points_of_another_version_are_refused(contest, case):
    sheet = sheets.open_file(case, contest.member("prima"), by=contest.people["prima"])
    other = contest.call.versions.create(number=2, parameters={}, reason="prova")
    stranger = other.criteria.create(
        position=1, code="altro", title_it="Altro", weight=10, minimum=0
    )

    assert refused(lambda: give(sheet, stranger, "1.00"))


def test_a_sheet_closes_only_whole_and_then_stays(contest, case):
    sheet = sheets.open_file(case, contest.member("prima"), by=contest.people["prima"])
    sheets_of = ScoreSheet.objects.filter(pk=sheet.pk)

    assert refused(lambda: sheets_of.update(closed_at=timezone.now()))
    contest.score(case, "prima", 80)
    assert refused(lambda: sheets_of.update(answers={}))
    assert refused(lambda: sheets_of.update(closed_at=None))
    assert refused(sheets_of.delete)
    score = Score.objects.first()
    assert refused(lambda: Score.objects.filter(pk=score.pk).update(points=1))
    assert refused(lambda: Score.objects.filter(pk=score.pk).delete())


def test_whoever_abstains_gets_no_sheet(contest, case):
    member = contest.member("prima")
    sittings.abstain(member, case, contest.sitting, "declared", "Parente.")

    assert refused(
        lambda: ScoreSheet.objects.create(member=member, case=case, sitting=contest.sitting)
    )
    assert not ScoreSheet.objects.exists()


def test_seats_statements_and_abstentions_are_never_changed(contest, case):
    sittings.abstain(contest.member("prima"), case, contest.sitting, "declared", "Parente.")

    for model in (Committee, Member, ConflictDeclaration, Abstention):
        rows = model.objects.all()
        assert refused(lambda rows=rows: rows.update(id=999_999)), model
        assert refused(lambda rows=rows: rows.filter(pk=rows[0].pk).delete()), model


def test_a_closed_sitting_is_never_changed(contest, case):
    assert not refused(lambda: Sitting.objects.update(notes="ancora aperta"))
    sittings.close(contest.sitting, by=contest.people["presidente"], notes="")

    assert refused(lambda: Sitting.objects.update(notes="altro"))
    assert refused(lambda: Sitting.objects.update(letter=None))
    assert refused(lambda: Sitting.objects.all().delete())


def test_an_approved_ranking_is_published_once_and_never_changed(contest):
    ranking, _cases = contest.ranked(90, 80, 70)
    assert not refused(lambda: RankingRow.objects.update(granted=0))
    ranking = rankings.make_ranking(contest.call, by=contest.office.procedure_owner)
    contest.approve(ranking)

    assert refused(lambda: RankingRow.objects.update(granted=0))
    assert refused(lambda: RankingRow.objects.all().delete())
    assert refused(lambda: Ranking.objects.update(digest="0" * 64))
    assert refused(lambda: Ranking.objects.update(approved_at=None))
    assert refused(lambda: Ranking.objects.all().delete())
    rankings.publish_ranking(ranking, by=contest.office.procedure_owner)
    assert refused(lambda: Ranking.objects.update(published_at=timezone.now()))


def test_a_scroll_down_is_never_changed(contest):
    ranking, cases = contest.ranked(90, 80, 70)
    contest.approve(ranking)
    waive(fresh(cases[0]), by=cases[0].opened_by)
    contest.scroll()

    assert ScrollRow.objects.count() == 1
    assert refused(lambda: ScrollRow.objects.update(after=1))
    assert refused(lambda: ScrollDown.objects.update(source="altro"))
    assert refused(lambda: ScrollDown.objects.all().delete())
