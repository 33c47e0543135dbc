"""Who else has a case open: said by the page itself, forgotten soon, no part of any procedure."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.access_world import knock
from tests.workflows.case_pages import page_of, words
from workflows.models import Presence
from workflows.services import presence

pytestmark = pytest.mark.django_db


def visit(user, case, **typed):
    return knock(user).post(reverse("workflows:presence", args=[case.pk]), typed)


def seen(case, user, *, seconds_ago: int, since_minutes: int = 5) -> Presence:
    now = timezone.now()
    return Presence.objects.create(
        case_id=case.pk,
        user=user,
        since=now - timedelta(minutes=since_minutes),
        seen_at=now - timedelta(seconds=seconds_ago),
    )


def test_colleague_is_named_with_the_minute_when_the_same_case_is_open(office):
    case = office.examined()
    visit(office.procedure_owner, case)
    since = timezone.localtime(Presence.objects.get().since)

    answer = visit(office.officer, case)

    assert f"{office.procedure_owner} dalle {since:%H:%M}" in words(answer) or (
        f"{office.procedure_owner} since {since:%H:%M}" in words(answer)
    )
    assert str(office.officer) not in words(answer)


def test_nobody_is_named_when_the_colleague_left(office):
    case = office.examined()
    seen(case, office.procedure_owner, seconds_ago=76)
    seen(case, office.director, seconds_ago=70)

    found = presence.colleagues_at(case, besides=office.officer)

    assert [one.user for one in found] == [office.director]


def test_other_case_does_not_count(office):
    first, second = office.examined(), office.examined()
    visit(office.procedure_owner, first)

    assert presence.colleagues_at(second, besides=office.officer) == []


def test_visit_keeps_its_beginning_while_it_lasts_and_begins_anew_after_a_break(office):
    case = office.examined()
    lasting = seen(case, office.officer, seconds_ago=30)
    broken = seen(case, office.director, seconds_ago=80)

    for person in (office.officer, office.director):
        presence.note_presence(case, by=person)

    begun = dict(Presence.objects.values_list("user", "since"))
    assert begun[office.officer.pk] == lasting.since
    assert begun[office.director.pk] > broken.seen_at
    assert Presence.objects.count() == 2


def test_answer_is_empty_when_the_page_shows_it_already(office):
    case = office.examined()
    seen(case, office.director, seconds_ago=10)
    first = visit(office.officer, case)
    shown = first.context["shown"]

    assert visit(office.officer, case, shown=shown).status_code == 204
    assert visit(office.officer, case, shown="").status_code == 200


def test_reading_the_page_of_a_case_notes_nothing(office, as_user):
    case = office.examined()

    page = as_user(office.officer).get(page_of(case))

    assert f'hx-post="{reverse("workflows:presence", args=[case.pk])}"' in page.content.decode()
    assert Presence.objects.count() == 0
    assert visit(office.officer, case).headers["Cache-Control"] == "no-store, private"


def test_queries_are_the_same_however_many_colleagues_have_the_case_open(office):
    case = office.examined()
    client, asked = knock(office.officer), []
    address = reverse("workflows:presence", args=[case.pk])
    client.post(address)
    for people in ([office.director], [office.procedure_owner, office.accountant]):
        for person in people:
            seen(case, person, seconds_ago=1)
        with CaptureQueriesContext(connection) as queries:
            client.post(address)
        asked.append(len(queries))

    assert asked[0] == asked[1]


def test_visits_of_long_ago_are_forgotten(office):
    case = office.examined()
    seen(case, office.officer, seconds_ago=4000)
    kept = seen(case, office.director, seconds_ago=100)

    assert presence.forget_visits() == 1
    assert list(Presence.objects.all()) == [kept]


def test_draft_is_nobodys_to_look_at(office):
    draft = office.draft()

    assert visit(office.officer, draft).status_code == 404


def test_who_only_reads_sees_the_others_and_is_not_named(office):
    case = office.examined()
    seen(case, office.officer, seconds_ago=1)

    answer = visit(office.accountant, case)

    assert str(office.officer) in words(answer)
    assert Presence.objects.filter(user=office.accountant).count() == 0
