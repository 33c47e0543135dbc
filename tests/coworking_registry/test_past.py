"""The register as it was on a day."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from coworking_registry.models import Qualification
from parties.roles import Role
from tests.office import make_space, make_user

pytestmark = pytest.mark.django_db

REGISTER = reverse("coworking_registry:register")
FIRST, LAST = date(2026, 3, 1), date(2026, 5, 31)


@pytest.fixture
def auditor(as_user):
    return as_user(make_user("revisore@example.org", Role.AUDITOR))


def lines(client, day):
    return client.get(REGISTER, {"on": day.isoformat()}).context["lines"]


def make_past(space, days):
    """Let what was noted of a space have been noted so many days ago."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE coworking_registry_spaceevent DISABLE TRIGGER USER")
        cursor.execute(
            "UPDATE coworking_registry_spaceevent SET pgh_created_at = now() - %s * interval '1 day'"
            " WHERE pgh_obj_id = %s",
            [days, space.pk],
        )
        cursor.execute("ALTER TABLE coworking_registry_spaceevent ENABLE TRIGGER USER")


def test_register_lists_who_stood_in_it_on_the_day_both_ends_included(auditor):
    space = make_space("Filanda Prova")
    space.qualifications.update(valid_from=FIRST, valid_to=LAST)
    around = [FIRST - timedelta(days=1), FIRST, LAST, LAST + timedelta(days=1)]

    assert [len(lines(auditor, day)) for day in around] == [0, 1, 1, 0]


def test_register_shows_the_standing_of_the_day(auditor):
    space = make_space("Filanda Prova")
    space.qualifications.update(valid_to=LAST)
    Qualification.objects.create(
        space=space, standing="suspended", act="Determinazione n. 9", valid_from=LAST + timedelta(1)
    )

    standings = [lines(auditor, day)[0].period.standing for day in (LAST, LAST + timedelta(1))]

    assert standings == ["qualified", "suspended"]


def test_register_shows_a_space_as_it_then_was(auditor):
    space = make_space("Filanda Prova", desks=12)
    make_past(space, 30)
    space.desks, space.name = 20, "Filanda Nuova"
    space.save()
    today = timezone.localdate()

    then, now = lines(auditor, today - timedelta(days=10)), lines(auditor, today)

    assert (then[0].known["name"], then[0].known["desks"]) == ("Filanda Prova", 12)
    assert (now[0].known["name"], now[0].known["desks"]) == ("Filanda Nuova", 20)
    assert [then[0].is_present, now[0].is_present] == [False, False]


def test_register_says_where_no_older_state_of_a_space_is_known(auditor):
    make_space("Filanda Prova", desks=12)

    (line,) = lines(auditor, date(2025, 6, 1))

    assert (line.is_present, line.known["desks"]) == (True, 12)


@pytest.mark.parametrize("typed", ["", "ieri", "31/02/2026", "9999-99-99", "\x00"])
def test_register_shows_today_where_the_day_cannot_be_read(auditor, typed):
    make_space("Filanda Prova")

    page = auditor.get(REGISTER, {"on": typed})

    assert (page.status_code, page.context["day"]) == (200, timezone.localdate())
    assert len(page.context["lines"]) == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_register_takes_the_same_queries_for_one_and_three_rows(
    auditor, rows, django_assert_num_queries
):
    for number in range(rows):
        make_space(f"Prova {number}")
    auditor.get(REGISTER)

    with django_assert_num_queries(6):
        assert len(auditor.get(REGISTER).context["lines"]) == rows


def test_register_is_read_page_by_page(auditor):
    for number in range(52):
        space = make_space(f"Prova {number:02}")
        space.qualifications.update(list_number=number + 1)

    first = auditor.get(REGISTER)
    second = auditor.get(REGISTER, {"after": first.context["page"].next})

    numbers = [line.period.list_number for line in first.context["lines"]]
    assert numbers == list(range(1, 51))
    assert [line.period.list_number for line in second.context["lines"]] == [51, 52]
    assert second.context["total"] == 52
