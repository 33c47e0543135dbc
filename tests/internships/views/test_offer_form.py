"""The form of an offer: pages, rows, autosave, live figures, sending once, bad input that changes nothing."""

import re

import pytest
from django.urls import reverse

from internships.models import HostOffer, OfferStatus
from tests.internships import offering
from tests.internships.typed import typed

pytestmark = pytest.mark.django_db
HOST = "Officine Verdi srl"


@pytest.fixture
def call(office):
    return offering.open_call(office)


def page(case, slug: str) -> str:
    return reverse("internships:offer_page", args=[case.pk, slug])


def send(client, case, slug: str, fields: dict, act: str = "save"):
    """Post a page as a browser does: every field with the revision that it was shown with."""
    revisions = {f"rev-{name}": "0" for name in fields}
    return client.post(page(case, slug), fields | revisions | {"act": act})


def filled(office, call, client_of) -> tuple:
    """Return a draft whose pages are all written, and its owner's browser."""
    case = offering.draft(office, call)
    client = client_of(case.opened_by)
    client.post(page(case, "posizione"), {"act": "add:competence"})
    said = typed(office, office.count, HOST)
    # Which fields follow depends on what is chosen first, as on the page.
    for name in ("applicant_kind", "org_legal_form"):
        send(client, case, "chi", {name: said["chi"][name]})
    for slug, fields in said.items():
        assert send(client, case, slug, fields).status_code == 302
    return case, client


def test_a_call_opens_one_draft_and_leads_back_to_it(office, call, as_user):
    user = office.applicant()
    client, url = as_user(user), reverse("internships:offer_start", args=[call.code])

    assert client.get(url).status_code == 200
    first = client.post(url)
    assert client.post(url).url == first.url
    assert HostOffer.objects.filter(opened_by=user).count() == 1


def test_every_page_is_drawn_and_keeps_what_was_typed(office, call, as_user):
    case, client = filled(office, call, as_user)

    for slug, fields in typed(office, office.count, HOST).items():
        html = client.get(page(case, slug)).content.decode()
        assert 'aria-invalid="true"' not in html, slug
        for value in fields.values():
            if len(value) > 3 and "-" not in value:
                assert value.splitlines()[0][:40].strip() in html, (slug, value)
    assert client.get(page(case, "documenti")).status_code == 200


def test_the_summary_sends_a_complete_offer_once(office, call, as_user):
    case, client = filled(office, call, as_user)
    html = client.get(reverse("internships:offer_review", args=[case.pk])).content.decode()
    key = re.search(r'name="submission_key" value="([^"]+)"', html)[1]
    url = reverse("internships:offer_submit", args=[case.pk])

    first = client.post(url, {"submission_key": key})
    again = client.post(url, {"submission_key": key})

    case = HostOffer.objects.get(pk=case.pk)
    sent = reverse("internships:offer_sent", args=[case.pk])
    assert (first.url, again.url, case.status) == (sent, sent, OfferStatus.SUBMITTED)
    assert case.weekly_minutes == 37 * 60 + 30
    assert case.number in client.get(sent).content.decode()
    assert case.title in client.get(reverse("workflows:case", args=[case.pk])).content.decode()


def test_an_incomplete_offer_says_where_and_is_not_sent(office, call, as_user):
    case = offering.draft(office, call)
    client = as_user(case.opened_by)

    answer = client.post(reverse("internships:offer_submit", args=[case.pk]))

    assert answer.status_code == 422
    assert "competence-rows" in answer.content.decode()
    assert HostOffer.objects.get(pk=case.pk).status == OfferStatus.DRAFT


def test_R_NUM_03_the_places_left_follow_the_staff_as_it_is_typed(office, call, as_user):
    case = offering.draft(office, call)
    client, url = as_user(case.opened_by), reverse("internships:offer_autosave", args=[case.pk])

    def left(**fields) -> str:
        for name, value in fields.items():
            answer = client.post(url, {"field": name, "value": value}).json()
        return " ".join(answer["fragments"]["room"].split())

    assert "<strong> 1 " in left(owners="1", permanent="4")
    assert "<strong> 2 " in left(permanent="9")
    assert "<strong> 4 " in left(permanent="30")


def test_rows_come_and_go_without_losing_the_others(office, call, as_user):
    case = offering.draft(office, call)
    client = as_user(case.opened_by)
    for _number in range(2):
        client.post(page(case, "unita"), {"act": "add:fixed"})
    send(client, case, "unita", {"fixed-2-first_day": "2026-01-01"})

    client.post(page(case, "unita"), {"act": "remove:fixed-1"})

    html = client.get(page(case, "unita")).content.decode()
    assert 'id="fixed-1"' not in html
    assert 'value="2026-01-01"' in html


@pytest.mark.parametrize(
    "typing",
    [
        ("posizione", "allowance", "450,00"),
        ("posizione", "weekly_hours", "41"),
        ("posizione", "start_from", "2020-01-01"),
        ("posizione", "activities", "Poche parole."),
        ("unita", "unit_province", "BS"),
        ("tutor", "tutor_tax_code", "AAAAAA00A00A000A"),
        ("tutor", "tutor_years", "0"),
    ],
)
def test_what_breaks_a_rule_is_kept_and_blamed_beside_its_field(office, call, as_user, typing):
    slug, name, value = typing
    case, client = filled(office, call, as_user)
    client.post(
        reverse("internships:offer_autosave", args=[case.pk]), {"field": name, "value": value}
    )

    html = client.get(page(case, slug)).content.decode()

    assert value in html
    assert 'aria-invalid="true"' in html


def test_another_window_does_not_overwrite_unseen(office, call, as_user):
    case, client = filled(office, call, as_user)
    url = reverse("internships:offer_autosave", args=[case.pk])
    client.post(url, {"field": "title", "value": "Una", "revision": "1"})

    answer = client.post(url, {"field": "title", "value": "Altra", "revision": "1"})

    assert (answer.status_code, answer.json()["theirs"]) == (409, "Una")


def test_a_stranger_finds_nothing(office, call, as_user):
    case = offering.draft(office, call)

    assert as_user(office.applicant()).get(page(case, "chi")).status_code == 404
