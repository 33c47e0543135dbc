"""Who left the register comes back to it with the same name, page and history (SPA-19)."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from coworking_registry.models import PriceItem, Space, SpaceApplication, SpaceStatus
from coworking_registry.services import clock
from parties import moment
from tests.coworking_registry import applying
from tests.office import days_ago
from workflows.engine import TransitionRefused
from workflows.tasks import perform

pytestmark = pytest.mark.django_db
KEY = uuid.UUID(int=7)


@pytest.fixture
def call(office):
    return applying.open_call(office)


def cancelled(office, call):
    """Return an entry that its manager gave up twenty days ago, after three months in the register."""
    with days_ago(110):
        case = applying.listed(office, call)
    with days_ago(20):
        return perform(
            case,
            "cancel",
            by=office.director,
            asked_on=moment.today(),
            mark="2026/1",
            reason="Rinuncia",
        )


def standings(space):
    today = moment.today()
    return [
        (one.standing, (today - one.valid_from).days, one.list_number)
        for one in space.qualifications.all()
    ]


def test_SPA_19_a_manager_comes_back_after_leaving_and_keeps_page_and_history(office, call, client):
    left = cancelled(office, call)
    assert not left.space.is_qualified_on(moment.today())
    back = perform(applying.visited(office, call), "propose_admission", by=office.officer)
    back = perform(back, "enter", by=office.director)

    assert (back.status, back.space_id, Space.objects.filter(pk=left.space_id).count()) == (
        SpaceStatus.LISTED,
        left.space_id,
        1,
    )
    assert standings(back.space) == [
        ("qualified", 110, left.list_number),
        ("cancelled", 20, left.list_number),
        ("qualified", 0, back.list_number),
    ]
    assert [
        back.space.is_qualified_on(moment.today() - timedelta(days=ago)) for ago in (60, 10, 0)
    ] == [
        True,
        False,
        True,
    ]
    assert PriceItem.objects.filter(space=back.space, valid_to__isnull=True).count() == 1
    page = client.get(reverse("coworking_registry:space", args=[left.space.slug]))
    assert page.status_code == 200


def test_SPA_19_a_manager_comes_back_after_the_entry_ended_by_itself(office, call):
    with days_ago(800):
        old = applying.listed(office, call)
    clock.move_due()
    assert SpaceApplication.objects.get().status == SpaceStatus.EXPIRED

    assert applying.listed(office, call).space_id == old.space_id


def test_SPA_19_an_entry_that_stands_or_is_suspended_keeps_its_name_from_its_own_manager(
    office, call
):
    case = applying.listed(office, call)
    with pytest.raises(TransitionRefused, match="c'è già uno spazio di nome"):
        applying.file(office, call)
    perform(
        case,
        "suspend",
        by=office.director,
        reason="Estintori.",
        until=moment.today() + timedelta(days=9),
        seen="",
    )
    with pytest.raises(TransitionRefused, match="c'è già uno spazio di nome"):
        applying.file(office, call)


def test_SPA_19_the_name_of_a_space_that_left_is_no_other_managers(office, call):
    cancelled(office, call)
    case = applying.draft(office, call)
    said = applying.filing(call, office.count, applying.content(), "Un'altra gestione srl")

    with pytest.raises(TransitionRefused, match="c'è già uno spazio di nome"):
        applying.applications.submit(case, by=case.opened_by, filing=said, submission_key=KEY)


def test_SPA_19_of_two_returns_at_once_only_one_enters(office, call):
    cancelled(office, call)
    both = [
        perform(applying.visited(office, call), "propose_admission", by=office.officer)
        for _time in range(2)
    ]
    perform(both[0], "enter", by=office.director)

    with pytest.raises(TransitionRefused, match="c'è già uno spazio di nome"):
        perform(both[1], "enter", by=office.director)
