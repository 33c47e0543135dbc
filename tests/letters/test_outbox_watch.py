"""Letters that wait for long, and those of which nobody hears: the daily round names them."""

import pytest
from django.urls import reverse

from letters import outbox_watch, services
from letters.models import BodyStyle, Letter
from tests.letters.reading import sent
from tests.office import days_ago
from workflows.tasks import perform

pytestmark = pytest.mark.django_db
GROUNDS = [("COW-08", "Preventivo illeggibile.")]


@pytest.fixture
def careful(office, settings):
    """An office that reads its letters again, and the receipts of its certified email."""
    settings.PEC_HOST, settings.PEC_MAILBOX = "127.0.0.1", "imap://127.0.0.1/INBOX"
    BodyStyle.objects.update(leaves_at_once=False)
    return office


def notice(office, days: float) -> Letter:
    with days_ago(days):
        case = office.examined()
        case.applicant.pec = "impresa@pec.example.org"
        case.applicant.save()
        perform(case, "give_refusal_notice", by=office.officer, grounds=GROUNDS)
    return sent(case, "refusal_notice")


def links(found) -> list[str]:
    return [finding.url for finding in found]


def test_letter_is_named_once_it_has_waited_for_more_days_than_the_office_takes(careful):
    held, late = notice(careful, 3), notice(careful, 2.1)
    notice(careful, 1.9)
    services.hold(held.pk, by=careful.director, reason="Un parere.")

    assert links(outbox_watch.unapproved()) == [
        reverse("letters:letter", args=[held.pk]),
        reverse("letters:letter", args=[late.pk]),
    ]


def test_approved_letter_is_named_no_more(careful):
    services.approve(notice(careful, 5).pk, by=careful.director)

    assert links(outbox_watch.unapproved()) == []


def test_TERM_12_letter_with_a_term_is_named_where_nothing_says_that_it_arrived(careful):
    late, fresh = notice(careful, 5), notice(careful, 5)
    for letter, days in ((late, 3.1), (fresh, 2.9)):
        with days_ago(days):
            services.approve(letter.pk, by=careful.director)
    Letter.objects.filter(pk__in=[late.pk, fresh.pk]).update(state=Letter.State.SENT)

    assert links(outbox_watch.unheard()) == [reverse("letters:letter", args=[late.pk])]
