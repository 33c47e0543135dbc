"""A draft whose call has a later version: told, moved on when its owner says so (CALL-21)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from calls.services import extend
from grants.models import Status
from tests.grants import asking, typed
from tests.grants.asking import FILED, QUESTIONS, later_version
from workflows.models import Draft, HistoryEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(office):
    """A whole draft under a version that asks one question of each kind."""
    later_version(office, *QUESTIONS)
    return asking.draft(office)


WITHOUT_MOTTO = tuple(one for one in QUESTIONS if one.code != "motto")


def page(case, slug="domande"):
    return reverse("grants:page", args=[case.pk, slug])


def move_on(client, case):
    return client.post(reverse("grants:move_on", args=[case.pk]))


def submit(client, case):
    key = {"submission_key": str(uuid4())}
    return client.post(reverse("grants:submit", args=[case.pk]), key)


def test_CALL_21_owner_is_shown_reason_changes_and_what_is_no_longer_asked(office, draft, as_user):
    later_version(office, *WITHOUT_MOTTO)

    newer = as_user(draft.opened_by).get(page(draft)).context["newer"]

    assert (newer["version"].number, newer["is_binding"]) == (3, False)
    assert (newer["reasons"], newer["lost"]) == (["Vogliamo sapere di più"], ["Un motto"])
    assert newer["changes"] == ["Non c'è più: domanda “Un motto”."]


def test_CALL_21_question_that_was_removed_keeps_its_answer_in_the_old_version(
    office, draft, as_user
):
    later_version(office, *WITHOUT_MOTTO)
    client = as_user(draft.opened_by)

    submit(client, draft)

    case = typed.again(draft)
    assert (case.status, case.call_version.number) == (Status.SUBMITTED, 2)
    assert case.given_answers == FILED


def test_CALL_21_draft_moves_on_when_its_owner_says_so_and_keeps_every_word(office, draft, as_user):
    before = Draft.objects.get(case_id=draft.pk).answers
    version = later_version(office, *WITHOUT_MOTTO)
    client = as_user(draft.opened_by)

    response = move_on(client, draft)

    case = typed.again(draft)
    assert (response.status_code, case.call_version) == (302, version)
    assert Draft.objects.get(case_id=case.pk).answers == before
    assert client.get(page(case)).context["newer"] is None
    submit(client, case)
    assert typed.again(case).given_answers == {
        code: answer for code, answer in FILED.items() if code != "motto"
    }


def test_CALL_21_draft_cannot_be_sent_under_an_old_version_where_the_new_one_binds(
    office, draft, as_user
):
    later_version(office, *WITHOUT_MOTTO, binds_drafts=True)
    client = as_user(draft.opened_by)
    review = client.get(reverse("grants:review", args=[draft.pk]))

    refused = submit(client, draft)

    assert (refused.status_code, typed.again(draft).status) == (409, Status.DRAFT)
    sentence = "Il bando è cambiato: questa domanda è ancora sulla versione 2 di 3."
    assert sentence in review.content.decode()
    assert sentence in refused.content.decode()
    move_on(client, draft)
    submit(client, draft)
    assert typed.again(draft).status == Status.SUBMITTED


def test_CALL_21_version_that_binds_holds_for_drafts_of_still_older_ones(office, draft, as_user):
    later_version(office, *WITHOUT_MOTTO, binds_drafts=True)
    later_version(office, *QUESTIONS)

    assert submit(as_user(draft.opened_by), draft).status_code == 409


def test_moving_on_twice_changes_nothing_more(office, draft, as_user):
    later_version(office, *WITHOUT_MOTTO)
    client = as_user(draft.opened_by)
    move_on(client, draft)
    lines = HistoryEntry.objects.filter(case=draft).count()

    assert move_on(client, draft).status_code == 302
    assert HistoryEntry.objects.filter(case=draft).count() == lines


def test_sent_application_does_not_move_on(office, draft, as_user):
    client = as_user(draft.opened_by)
    submit(client, draft)
    later_version(office, *WITHOUT_MOTTO)

    response = move_on(client, draft)

    case = typed.again(draft)
    assert (response.url, case.call_version.number) == (reverse("grants:sent", args=[case.pk]), 2)


def test_somebody_elses_draft_does_not_move(office, draft, as_user):
    later_version(office, *WITHOUT_MOTTO)

    response = move_on(as_user(office.applicant()), draft)

    assert (response.status_code, typed.again(draft).call_version.number) == (404, 2)


def test_later_closing_alone_is_no_later_version(office, draft, as_user):
    extend(
        office.call,
        by=office.director,
        reason="Guasto della rete.",
        act="Determinazione n. 9/2026",
        closes_at=office.call.closes_at + timedelta(days=9),
    )

    assert as_user(draft.opened_by).get(page(draft)).context["newer"] is None
