"""Photos of a space: what is kept of them, and what is refused."""

from io import BytesIO

import pytest
from PIL import Image

from coworking_registry.photos import LONGEST_SIDE, clean_photo
from tests.coworking_registry.pictures import GPS, photo
from workflows.uploads import Reason, Refused

LIMIT = 10 * 1024 * 1024


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "sala.jpg"), ("PNG", "sala.png")])
def test_a_photo_is_kept_upright_and_without_the_place_of_the_shot(kind, name):
    brought = photo(kind)
    assert Image.open(photo(kind)).getexif().get_ifd(GPS)

    kept = clean_photo(brought, name=name, max_bytes=LIMIT)

    with Image.open(BytesIO(kept.read())) as image:
        assert (kept.name, image.format, image.size) == ("sala.jpg", "JPEG", (40, 60))
        assert dict(image.getexif()) == {}
        assert "exif" not in image.info


def test_a_large_photo_is_made_to_fit_a_screen():
    kept = clean_photo(photo(size=(4000, 2000)), name="sala.jpg", max_bytes=LIMIT)

    with Image.open(BytesIO(kept.read())) as image:
        assert max(image.size) == LONGEST_SIDE


def test_a_photo_of_40_mb_is_refused_with_a_sentence():
    heavy = BytesIO(photo().getvalue() + bytes(40 * 1024 * 1024))

    with pytest.raises(Refused) as refusal:
        clean_photo(heavy, name="sala.jpg", max_bytes=LIMIT)

    assert refusal.value.reason is Reason.TOO_LARGE


def test_what_only_calls_itself_a_photo_is_refused():
    with pytest.raises(Refused):
        clean_photo(BytesIO(b"%PDF-1.7 nothing here"), name="sala.jpg", max_bytes=LIMIT)
