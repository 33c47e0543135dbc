"""What depends on a space, as the office sees it."""

import pytest
from django.urls import reverse

from coworking_registry.dependants import Stop, dependants_of, digest_of, stop
from internships.models import Internship
from parties import moment
from tests.internships import offering, placing
from tests.office import make_space

pytestmark = pytest.mark.django_db


def seen(office, space=None):
    return dependants_of(space or office.space, moment.today(), office.director)


def test_open_applications_and_running_grants_of_a_space_depend_on_it(office):
    filed, granted = office.file(), office.granted()
    office.draft()

    found = seen(office)

    assert [(one.pk, one.is_running) for one in found] == [(granted.pk, True), (filed.pk, False)]
    assert [one.amount for one in found] == [granted.granted, filed.requested]
    assert found[0].until == granted.period_to


def test_nothing_depends_on_another_space(office):
    office.file()

    assert seen(office, make_space("Corte Prova")) == []


def test_a_grant_whose_period_is_over_depends_on_nothing(office):
    granted = office.granted()
    after = granted.period_to.replace(year=granted.period_to.year + 1)

    assert dependants_of(office.space, after, office.director) == []


def test_digest_tells_that_something_has_come_to_depend_on_the_space(office):
    office.file()
    before = seen(office)
    office.file()
    after = seen(office)

    assert digest_of(before) == digest_of(reversed(before))
    assert digest_of(before) != digest_of(after)


def test_page_of_a_space_shows_what_depends_on_it_to_who_reads_cases(office, as_user, client):
    case = office.file()
    address = reverse("coworking_registry:space", args=[office.space.slug])

    public = client.get(address).content.decode()
    office = as_user(office.officer).get(address).content.decode()

    assert case.number not in public
    assert case.number in office


@pytest.mark.parametrize("rows", [1, 3])
def test_dependants_take_one_query_for_one_and_three_rows(office, rows, django_assert_num_queries):
    for _number in range(rows):
        office.file()
    user = office.director
    user.has_perm("workflows.view_all_cases")

    # One for contributions, one for internships and one for offers.
    with django_assert_num_queries(3):
        assert len(seen(office)) == rows


def test_internships_of_offers_tied_to_a_space_depend_on_it_and_hear_of_its_stop(office):
    call = offering.open_call(office)
    offer = offering.published(office, call)
    case = placing.opened(office, offer)

    found = seen(office)
    assert [(one.pk, one.is_running, one.until) for one in found] == [
        (case.pk, True, case.end),
        (offer.pk, False, None),
    ]

    stop(found[0], Stop(office.space, moment.today(), "Estintori scaduti."), office.director)
    last = Internship.objects.get(pk=case.pk).history.order_by("pk").last()
    assert (last.name, last.reason, last.source) == (
        "space_stopped",
        "Officina Prova: Estintori scaduti.",
        last.target,
    )
