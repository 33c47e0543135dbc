"""What is done to a call after its publication is read by everybody, with reason and act (CALL-21, CALL-22)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from calls import services
from calls.models import Question
from calls.services import revise
from tests.office import publish_later

pytestmark = pytest.mark.django_db
ACT, WHY = "Determinazione n. 9/2026", "Guasto della rete <b>in centrale</b>."


def acts(client, office):
    page = client.get(reverse("portal:call", args=[office.call.code]))
    return page.context["acts"], page.content.decode()


def moved(office, name, **more):
    getattr(services, name)(office.call, by=office.director, reason=WHY, act=ACT, **more)


def test_sheet_of_a_call_that_nobody_has_touched_has_no_notices(client, office):
    told, text = acts(client, office)

    assert (told, "acts-title" in text) == ([], False)


def test_CALL_22_extension_is_public_with_reason_act_and_new_closing(client, office):
    closes_at = office.call.closes_at + timedelta(days=9)

    moved(office, "extend", closes_at=closes_at)

    ((one,), text) = acts(client, office)
    assert (one["reason"], one["act"], one["closes_at"], one["changes"]) == (
        WHY,
        ACT,
        timezone.localtime(closes_at),
        [],
    )
    assert (escape(WHY) in text, ACT in text) == (True, True)


@pytest.mark.parametrize("name", ["suspend", "close_early"])
def test_CALL_08_suspension_and_early_closing_are_public_with_reason_and_act(client, office, name):
    moved(office, name)

    ((one,), _text) = acts(client, office)
    assert (one["reason"], one["act"]) == (WHY, ACT)


def test_latest_act_comes_first(client, office):
    moved(office, "suspend")
    moved(office, "resume")

    told, _text = acts(client, office)

    assert [str(one["title"]) for one in told] == [
        "Il bando è ripreso",
        "Il bando è stato sospeso",
    ]


def test_CALL_21_later_version_is_public_with_what_it_changes(client, office):
    version = revise(office.call, reason="Una domanda in più")
    Question.objects.create(version=version, position=1, code="a", kind="text", title_it="Altro?")
    publish_later(
        version,
        by=office.procedure_owner,
        closes_at=office.call.closes_at + timedelta(days=30),
    )

    ((one,), _text) = acts(client, office)

    assert (one["reason"], one["changes"]) == ("Una domanda in più", ["In più: domanda “Altro?”."])


def test_what_happened_before_publication_is_nobodys_business(client, office):
    names = set(office.call.history.values_list("name", flat=True))

    told, _text = acts(client, office)

    assert (names >= {"publish", "open"}, told) == (True, [])


@pytest.mark.parametrize("rounds", [1, 3])
def test_sheet_takes_the_same_queries_for_one_and_three_acts(
    client, office, rounds, django_assert_num_queries
):
    for number in range(rounds):
        office.call.refresh_from_db()
        moved(office, "extend", closes_at=office.call.closes_at + timedelta(days=number + 1))
    address = reverse("portal:call", args=[office.call.code])
    client.get(address)

    with django_assert_num_queries(9):
        client.get(address)
