"""The logos of the letterheads, kept by digest and never deleted: letters name theirs for ever."""

from __future__ import annotations

from django.core.files.base import File
from django.core.files.storage import default_storage

from letters.models import BodyStyle
from letters.pdf import Logo

FOLDER = "letters/logos/"
EXTENSIONS = ("png", "jpg", "jpeg")


def keep(file: File[bytes], digest: str, extension: str) -> str:
    """Keep an image and return its name; the same image is kept once."""
    name = f"{FOLDER}{digest}.{extension}"
    if default_storage.exists(name):
        return name
    return default_storage.save(name, file)


def picture(digest: str) -> bytes:
    """Return the image of a digest, as `letters.pdf.letter_from_dict` asks for it; or KeyError."""
    for extension in EXTENSIONS:
        name = f"{FOLDER}{digest}.{extension}"
        if default_storage.exists(name):
            return _read(name)
    raise KeyError(digest)


def logo_of(style: BodyStyle) -> Logo | None:
    """Return the logo of a body's letters, if it has one; the sender's name stands beside it."""
    return Logo(_read(str(style.logo.name))) if style.logo else None


def content_type(logo: Logo) -> str:
    """Return what a browser is told that a logo is."""
    return "image/png" if logo.data.startswith(b"\x89PNG") else "image/jpeg"


def _read(name: str) -> bytes:
    with default_storage.open(name, "rb") as file:
        return bytes(file.read())
