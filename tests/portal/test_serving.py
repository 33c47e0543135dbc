"""What travels with a page: packed answers, the files at the root, no script that a visitor has no use for."""

import gzip

import pytest
from django.test import Client
from django.urls import reverse

from coworking_registry.models import SpacePhoto
from coworking_registry.services.photos import add_photo
from tests.coworking_registry.pictures import uploaded

pytestmark = pytest.mark.django_db
HOME = reverse("portal:home")
PACKED = {"HTTP_ACCEPT_ENCODING": "gzip"}


def test_pages_and_tables_are_packed_for_who_can_unpack_them(office):
    client = Client()
    plain = client.get(HOME)
    packed = client.get(HOME, **PACKED)

    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert b"<h1" in gzip.decompress(packed.content)
    data = reverse("coworking_registry:open_spaces", args=["json"])
    assert client.get(data, **PACKED).headers.get("Content-Encoding") == "gzip"


def test_photos_are_sent_as_they_are(office):
    client = Client()
    add_photo(office.space, uploaded(), description="Sala", by=office.officer, max_bytes=10_000_000)
    photo = reverse("coworking_registry:photo", args=[SpacePhoto.objects.get().pk])
    answer = client.get(photo, **PACKED)
    answer.close()

    assert "Content-Encoding" not in answer.headers


@pytest.mark.parametrize(
    ("path", "kind"), [("/favicon.ico", "image/"), ("/robots.txt", "text/plain")]
)
def test_what_is_asked_for_at_the_root_is_there(client, path, kind):
    answer = client.get(path)
    answer.close()

    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith(kind)


def test_visitors_load_no_script_for_writing_or_for_the_office(office, client, as_user):
    def scripts():
        page = client.get(HOME).content.decode()
        return {
            name for name in ("htmx-2", "autosave", "queue", "guard", "focus") if f"{name}." in page
        }

    assert scripts() == {"guard", "focus"}
    as_user(office.applicant())
    assert scripts() == {"htmx-2", "autosave", "queue", "guard", "focus"}
