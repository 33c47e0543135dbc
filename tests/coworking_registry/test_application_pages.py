"""The manager's pages: the form from blank to sent, the renewal, the day of the visit."""

from datetime import timedelta

import pytest
from django.urls import reverse

from coworking_registry.models import SpaceApplication, SpaceStatus
from parties import moment
from tests.coworking_registry import applying
from tests.coworking_registry.form_pages import address, send, write
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(office):
    return applying.open_call(office)


def test_a_manager_writes_the_form_page_by_page_and_sends_it(office, call, client, as_user):
    user = office.applicant()
    as_user(user)
    case = write(client, call, user, office.count)
    review, sent = send(client, case)

    assert [one["label"] for one in review.context["problems"]] == []
    assert not review.context["is_blocked"]
    assert sent.url == address("sent", case)
    case = SpaceApplication.objects.get(pk=case.pk)
    assert (case.status, case.name, case.hours.count()) == (
        SpaceStatus.SUBMITTED,
        "Fabbrica Aperta",
        5,
    )
    assert client.get(sent.url).status_code == 200
    assert client.get(reverse("workflows:case", args=[case.pk])).status_code == 200


def test_the_day_of_the_visit_is_a_file_for_calendars(office, call, client, as_user):
    case = perform(
        applying.examined(office, call),
        "plan_inspection",
        by=office.officer,
        starts_at=moment.now() + timedelta(days=2),
        officials="Davide Prova, Sara Prova",
    )
    as_user(case.opened_by)
    answer = client.get(reverse("coworking_registry:visit_calendar", args=[case.pk]))

    lines = answer.content.decode().split("\r\n")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert (lines[0], lines[-2]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert "SUMMARY:Sopralluogo: Fabbrica Aperta" in lines
    assert all(len(line.encode()) <= 75 for line in lines)


def test_the_page_of_a_suspension_shows_what_depends_on_the_space(office, call, client, as_user):
    case = applying.listed(office, call)
    running = office.granted(space=case.space_id)
    as_user(office.director)
    page = reverse("workflows:act", args=[case.pk, "suspend"])
    shown = client.get(page)
    assert running.number in shown.content.decode()

    until = (moment.today() + timedelta(days=20)).isoformat()
    fields = {
        "seen_version": str(case.version),
        "seen": shown.context["form"].present,
        "until": until,
        "reason": "Estintori scaduti.",
    }
    refused = client.post(page, fields)
    assert (refused.status_code, "looked" in refused.context["form"].errors) == (422, True)

    client.post(page, fields | {"looked": "on", "grants_until": until})
    assert SpaceApplication.objects.get(pk=case.pk).status == SpaceStatus.SUSPENDED
