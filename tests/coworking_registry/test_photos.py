"""Photos of a space: what is kept of them, and what is refused."""

from io import BytesIO

import pytest
from PIL import Image

from coworking_registry.photos import LONGEST_SIDE, clean_photo
from workflows.uploads import Reason, Refused

LIMIT = 10 * 1024 * 1024
ORIENTATION, GPS, TURNED_RIGHT = 0x0112, 0x8825, 6


def photo(kind="JPEG", size=(60, 40)):
    """Return a photo with the place of the shot, taken with the camera on its side."""
    image = Image.new("RGB", size, "teal")
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED_RIGHT
    exif.get_ifd(GPS).update({1: "N", 2: (45.0, 9.0, 26.0), 3: "E", 4: (10.0, 47.0, 48.0)})
    kept = BytesIO()
    image.save(kept, kind, exif=exif)
    kept.seek(0)
    return kept


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
