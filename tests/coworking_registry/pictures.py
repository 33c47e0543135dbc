"""Photos as phones take them."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

ORIENTATION, GPS, TURNED_RIGHT = 0x0112, 0x8825, 6


def photo(kind="JPEG", size=(60, 40), colour="teal"):
    """Return a photo with the place of the shot, taken with the camera on its side."""
    image = Image.new("RGB", size, colour)
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED_RIGHT
    exif.get_ifd(GPS).update({1: "N", 2: (45.0, 9.0, 26.0), 3: "E", 4: (10.0, 47.0, 48.0)})
    kept = BytesIO()
    image.save(kept, kind, exif=exif)
    kept.seek(0)
    return kept


def uploaded(name="sala.jpg", **details):
    """Return a photo as a form brings it."""
    return SimpleUploadedFile(name, photo(**details).getvalue(), "image/jpeg")
