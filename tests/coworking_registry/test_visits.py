"""A visit: what is to be put right and by when, its photos, the minutes that both have signed."""

from datetime import timedelta

import pytest
from django.urls import reverse
from PIL import Image

from coworking_registry.models import SpaceApplication, SpaceStatus
from coworking_registry.rules.visits import CHECKS, Finding
from parties import moment
from tests.coworking_registry import applying
from tests.coworking_registry.pictures import uploaded
from tests.office import pdf_file
from workflows.models import CaseTerm, Document
from workflows.services import documents
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned(office):
    return perform(
        applying.examined(office, applying.open_call(office)),
        "plan_inspection",
        by=office.officer,
        starts_at=moment.now() + timedelta(days=2),
        officials="Davide Prova",
    )


def reported(office, case, results: dict[str, tuple[str, str]]):
    found = [Finding(code, *results.get(code, ("met", ""))) for code, _words in CHECKS]
    return perform(
        case,
        "report_inspection",
        by=office.officer,
        findings=found,
        present="Elena Prova",
        conclusion="Resta da revisionare un estintore.",
    )


def test_what_is_to_be_put_right_has_its_term_its_page_and_comes_back(office, planned):
    case = reported(office, planned, {"safety": ("mend", "estintore da revisionare")})

    assert case.status == SpaceStatus.INTEGRATION_REQUESTED
    request = case.integration_requests.get()
    assert [(one.code, one.explanation) for one in request.items.all()] == [
        ("put-right-safety", "estintore da revisionare")
    ]
    minutes = case.letters.get(kind="inspection_minutes")
    term = CaseTerm.objects.get(case_id=case.pk, kind="integration", ended_at__isnull=True)
    assert (minutes.state, list(minutes.starts.all())) == ("ready", [term])
    assert "estintore da revisionare" in str(minutes.content)

    documents.attach(
        case,
        pdf_file("revisione.pdf"),
        by=case.opened_by,
        requirement="put-right-safety",
        accepted=frozenset({"pdf"}),
        max_bytes=1_000_000,
    )
    case = perform(case, "answer_integration", by=case.opened_by)
    assert case.status == SpaceStatus.UNDER_EXAMINATION
    assert perform(case, "propose_admission", by=office.officer).status == "admission_proposed"


def test_a_visit_that_finds_all_in_order_returns_to_the_examination(office, planned):
    case = reported(office, planned, {})

    assert (case.status, case.integration_requests.count()) == (SpaceStatus.UNDER_EXAMINATION, 0)


def test_photos_of_a_visit_lose_their_place_and_the_same_one_is_kept_once(
    office, planned, client, as_user
):
    as_user(office.officer)
    page = reverse("coworking_registry:visit", args=[planned.inspections.get().pk])
    for _time in range(2):
        assert client.post(page, {"act": "photo", "file": uploaded("foto.jpg")}).status_code == 302

    photo = Document.objects.get(case=planned.pk, origin="office")
    with photo.file.open("rb") as stream, Image.open(stream) as image:
        assert dict(image.getexif()) == {}
    assert "foto.jpg" in client.get(page).content.decode()


def test_minutes_signed_by_both_are_kept_once_and_after_the_visit(office, planned, client, as_user):
    as_user(office.officer)
    page = reverse("coworking_registry:visit", args=[planned.inspections.get().pk])
    early = client.post(page, {"act": "sign", "file": pdf_file("verbale.pdf")})
    assert (early.status_code, planned.inspections.get().signed) == (422, None)

    reported(office, planned, {})
    no_paper = client.post(page, {"act": "sign", "file": uploaded("foto.gif", kind="GIF")})
    assert no_paper.status_code == 422
    assert client.post(page, {"act": "sign", "file": pdf_file("verbale.pdf")}).status_code == 302
    twice = client.post(page, {"act": "sign", "file": pdf_file("altro.pdf")})

    case = SpaceApplication.objects.get()
    assert (twice.status_code, case.inspections.get().signed.name) == (422, "verbale.pdf")
    assert [one.name for one in case.history.order_by("pk")].count("sign_minutes") == 1
