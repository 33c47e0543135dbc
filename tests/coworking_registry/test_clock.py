"""What time brings about in an entry: notices 60, 30 and 7 days before its end, each once, and the end."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.urls import reverse

from coworking_registry.models import RenewalNotice, SpaceApplication, SpaceStatus
from coworking_registry.services.clock import move_due
from parties import moment
from tests.coworking_registry import applying
from tests.office import days_ago
from workflows.engine import Refusal, TransitionRefused
from workflows.tasks import perform
from workflows.terms.italian import italian_date

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(office):
    """Return an entry of 24 months that came to its last day some weeks ago, without having ended."""
    with days_ago(790):
        return applying.listed(office, applying.open_call(office))


@contextmanager
def left(entry, days: int):
    """Let the office stand so many days before the last day of the entry."""
    with days_ago((moment.today() - entry.entry_ends).days + days):
        yield


def given() -> list[int]:
    return list(RenewalNotice.objects.values_list("days", flat=True))


@pytest.mark.parametrize(
    ("days", "notices"), [(61, []), (60, [60]), (31, [60]), (30, [30]), (7, [7]), (0, [7])]
)
def test_SPA_22_a_notice_is_given_on_its_day_and_once(entry, days, notices):
    with left(entry, days):
        assert [move_due(), move_due()] == [len(notices), 0]

    assert given() == notices
    letters = entry.letters.filter(kind="register_renewal_notice")
    assert [italian_date(entry.entry_ends) in one.text for one in letters] == [True] * len(notices)
    assert {one.state for one in letters} <= {"ready"}


def test_SPA_22_each_notice_has_its_turn_and_none_follows_a_renewal(entry):
    for days in (60, 30):
        with left(entry, days):
            move_due()
    assert given() == [60, 30]

    with left(entry, 20):
        perform(SpaceApplication.objects.get(), "ask_renewal", by=entry.opened_by)
    with left(entry, 7):
        assert move_due() == 0
    assert given() == [60, 30]


def test_SPA_24_an_entry_ends_after_its_last_day(entry):
    with left(entry, 0):
        move_due()
        assert SpaceApplication.objects.get().status == SpaceStatus.LISTED
        assert entry.space.is_qualified_on(moment.today())
    with left(entry, -1):
        assert (move_due(), move_due()) == (1, 0)
        assert not entry.space.is_qualified_on(moment.today())

    case = SpaceApplication.objects.get()
    assert (case.status, case.closed_at is not None) == (SpaceStatus.EXPIRED, True)


def test_SPA_24_an_entry_whose_renewal_was_asked_for_stays_public(entry):
    with left(entry, 0):
        perform(SpaceApplication.objects.get(), "ask_renewal", by=entry.opened_by)
    with left(entry, -10):
        assert move_due() == 0
        assert entry.space.is_qualified_on(moment.today())

    assert SpaceApplication.objects.get().status == SpaceStatus.RENEWAL_REQUESTED


def test_SPA_23_a_renewal_sent_twice_is_refused_on_the_page_and_by_the_act(office, client, as_user):
    case = applying.listed(office, applying.open_call(office, validity_months=1))
    as_user(case.opened_by)
    page = reverse("coworking_registry:application_renewal", args=[case.pk])
    form = {"still": "on", "seen_version": str(case.version)}
    client.post(page, form)
    history = SpaceApplication.objects.get().history.count()

    again = client.post(page, form, follow=True)
    with pytest.raises(TransitionRefused) as refused:
        perform(SpaceApplication.objects.get(), "ask_renewal", by=case.opened_by)

    assert "non è più richiesto" in again.content.decode()
    assert refused.value.why is Refusal.STATUS
    assert SpaceApplication.objects.get().history.count() == history
    assert case.space.is_qualified_on(case.entry_ends + timedelta(days=90))
