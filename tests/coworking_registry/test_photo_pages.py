"""Photos on the page of a space: put up and taken down by the office, shown to everybody."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from calls.models import Call
from calls.services import publish
from coworking_registry.models import SpacePhoto
from coworking_registry.requirements import asked_today
from parties.roles import Role
from tests.coworking_registry.pictures import GPS, uploaded

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(office):
    return reverse("coworking_registry:photos", args=[office.space.slug])


@pytest.fixture
def officer(office, as_user):
    return as_user(office.staff[Role.OFFICER])


def publish_notice(office):
    now = timezone.now()
    publish(
        Call.objects.get(code="ELENCO"),
        by=office.procedure_owner,
        opens_at=now - timedelta(days=30),
        closes_at=None,
        procedure_owner=office.procedure_owner,
        substitute=office.director,
        criteria_act="Determinazione n. 3/2026",
        published_at=now - timedelta(days=40),
    )


def send(client, address, photo, description="La sala grande"):
    return client.post(address, {"photo": photo, "description": description})


def test_photo_is_put_up_without_the_place_of_the_shot(office, officer, address):
    assert send(officer, address, uploaded()).status_code == 302

    (photo,) = office.space.photos.all()
    with photo.file.open("rb") as stored, Image.open(stored) as image:
        assert image.getexif().get_ifd(GPS) == {}
    assert (photo.width, photo.height, photo.description) == (40, 60, "La sala grande")


def test_photo_is_shown_to_everybody_on_the_page_of_the_space(office, officer, address, client):
    send(officer, address, uploaded())
    photo = office.space.photos.get()
    officer.logout()

    page = client.get(reverse("coworking_registry:space", args=[office.space.slug]))
    shown = client.get(reverse("coworking_registry:photo", args=[photo.pk]))

    assert 'alt="La sala grande"' in page.content.decode()
    with Image.open(BytesIO(b"".join(shown.streaming_content))) as image:
        assert image.size == (40, 60)
    assert (shown["Content-Type"], shown["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")


def test_photo_of_a_space_never_listed_is_not_shown_to_the_public(office, officer, address, client):
    send(officer, address, uploaded())
    photo = office.space.photos.get()
    office.space.qualifications.all().delete()
    officer.logout()

    assert client.get(reverse("coworking_registry:photo", args=[photo.pk])).status_code == 404


def test_same_photo_sent_twice_stays_one(office, officer, address):
    for _time in range(2):
        assert send(officer, address, uploaded()).status_code == 302

    assert office.space.photos.count() == 1


def test_photo_of_40_mb_is_refused_and_what_was_typed_stays(officer, address):
    heavy = SimpleUploadedFile("sala.jpg", b"\xff\xd8" + bytes(40 * 1024 * 1024), "image/jpeg")

    page = send(officer, address, heavy)

    assert page.status_code == 422
    assert page.context["form"].errors["photo"]
    assert 'value="La sala grande"' in page.content.decode()
    assert SpacePhoto.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("sala.jpg", b"%PDF-1.7 nothing here"),
        ("sala.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("sala.jpg", b""),
    ],
)
def test_what_is_no_photo_is_refused(officer, address, name, content):
    page = send(officer, address, SimpleUploadedFile(name, content, "image/jpeg"))

    assert page.status_code == 422
    assert SpacePhoto.objects.count() == 0


def test_photo_needs_words_for_who_does_not_see_it(officer, address):
    page = send(officer, address, uploaded(), description="  ")

    assert (page.status_code, list(page.context["form"].errors)) == (422, ["description"])
    assert SpacePhoto.objects.count() == 0


def test_no_more_photos_than_the_notice_takes(office, officer, address):
    publish_notice(office)
    most = asked_today().photos_max
    for number in range(most):
        send(officer, address, uploaded(colour=(number * 20, 0, 0)))

    page = send(officer, address, uploaded(colour="white"))

    assert page.status_code == 422
    assert f"Lo spazio ha già {most} fotografie" in page.content.decode()
    assert office.space.photos.count() == most


def test_photo_is_taken_down_with_its_file(
    office, officer, address, django_capture_on_commit_callbacks
):
    send(officer, address, uploaded())
    photo = office.space.photos.get()
    storage, name = photo.file.storage, photo.file.name
    remove = reverse("coworking_registry:remove_photo", args=[office.space.slug, photo.pk])

    with django_capture_on_commit_callbacks(execute=True):
        assert officer.post(remove).status_code == 302

    assert SpacePhoto.objects.count() == 0
    assert not storage.exists(name)
    assert officer.post(remove).status_code == 404


def test_photos_are_kept_under_the_folder_of_documents(office, officer, address):
    send(officer, address, uploaded())

    assert str(office.space.photos.get().file.path).startswith(str(settings.MEDIA_ROOT))


@pytest.mark.parametrize("rows", [1, 3])
def test_page_takes_the_same_queries_for_one_and_three_photos(
    office, officer, address, rows, django_assert_num_queries
):
    for number in range(rows):
        send(officer, address, uploaded(colour=(number * 20, 0, 0)))
    page = reverse("coworking_registry:space", args=[office.space.slug])
    officer.logout()

    with django_assert_num_queries(6):
        assert len(officer.get(page).context["photos"]) == rows
