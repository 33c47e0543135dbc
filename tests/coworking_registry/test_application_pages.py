"""The manager's pages: the form from blank to sent, the renewal, the day of the visit."""

from datetime import timedelta

import pytest
from django.urls import reverse

from coworking_registry.models import SpaceApplication, SpaceStatus
from parties import moment
from tests.coworking_registry import applying
from tests.coworking_registry.pictures import uploaded
from tests.coworking_registry.typed import typed
from tests.office import pdf_file
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(office):
    return applying.open_call(office)


@pytest.fixture
def draft(office, call, as_user):
    case = applying.draft(office, call)
    as_user(case.opened_by)
    return case


def address(name, case, *args):
    return reverse(f"coworking_registry:application_{name}", args=[case.pk, *args])


def send_page(client, case, slug, fields, act="next"):
    """Send a page as a browser does, each field with the revision it was shown with."""
    shown = client.get(address("page", case, slug)).context["page_forms"]
    revisions = {
        f"rev-{form.add_prefix(entry.field.name)}": entry.revision
        for form in shown
        for entry in form.entries()
    }
    return client.post(address("page", case, slug), {**revisions, **fields, "act": act})


def test_a_manager_writes_the_form_page_by_page_and_sends_it(office, call, client, as_user):
    user = office.applicant()
    as_user(user)
    client.post(reverse("coworking_registry:application_start", args=[call.code]))
    case = SpaceApplication.objects.get(opened_by=user)
    said = typed(office.count)
    # The kind of manager decides which fields follow.
    send_page(client, case, "chi", {"applicant_kind": "enterprise"}, act="save")
    send_page(client, case, "chi", {"org_legal_form": "company", **said["chi"]}, act="save")
    for slug in ("chi", "spazio", "dotazioni"):
        send_page(client, case, slug, said[slug])
    for _day in range(5):
        send_page(client, case, "orari", {}, act="add:stretch")
    send_page(client, case, "orari", said["orari"])
    send_page(client, case, "listino", {}, act="add:price")
    send_page(client, case, "listino", said["listino"])
    for wanted in call.current_version.documents.all():
        file = uploaded() if wanted.code == "space_photos" else pdf_file()
        client.post(address("upload", case, wanted.code), {"file": file})
    send_page(client, case, "dichiarazioni", said["dichiarazioni"])

    review = client.get(address("review", case))
    assert [one["label"] for one in review.context["problems"]] == []
    assert not review.context["is_blocked"]

    key = review.context["submission_key"]
    sent = client.post(address("submit", case), {"submission_key": key})
    assert sent.url == address("sent", case)
    case = SpaceApplication.objects.get(pk=case.pk)
    assert (case.status, case.name, case.hours.count()) == (
        SpaceStatus.SUBMITTED,
        "Fabbrica Aperta",
        5,
    )
    assert client.get(sent.url).status_code == 200
    assert client.get(reverse("workflows:case", args=[case.pk])).status_code == 200


@pytest.mark.parametrize(
    ("row", "fields", "field"),
    [
        ("stretch", {"weekday": "0", "opens": "18:00", "closes": "09:00"}, "closes"),
        ("price", {"description": "Sala", "price": "0"}, "price"),
        ("price", {"description": "Sala", "price": "10,1234"}, "price"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(draft, client, row, fields, field):
    case, slug = draft, {"stretch": "orari", "price": "listino"}[row]
    send_page(client, case, slug, {}, act=f"add:{row}")
    send_page(
        client, case, slug, {f"{row}-1-{name}": text for name, text in fields.items()}, act="save"
    )

    page = client.get(address("page", case, slug), {"controlla": "1"})
    assert field in page.context["page_forms"][0].errors


def test_a_point_outside_the_province_is_told(office, call, client, as_user):
    case = applying.draft(office, call)
    as_user(case.opened_by)
    send_page(client, case, "spazio", {"latitude": "10,7", "longitude": "44,9"}, act="save")

    page = client.get(address("page", case, "spazio"), {"controlla": "1"})
    assert "SPA-12" in {e.code for e in page.context["page_forms"][0].errors.as_data()["latitude"]}


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
