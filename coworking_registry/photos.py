"""Photos of a space: judged by content, turned upright, made smaller, and kept without metadata."""

from io import BytesIO
from typing import BinaryIO

from django.core.files.base import ContentFile
from PIL import Image, ImageOps

from workflows.uploads import judge

ACCEPTED = frozenset({"jpeg", "png"})
# Enough for a screen; what a phone takes is three times as wide.
LONGEST_SIDE = 2048
QUALITY = 85


def clean_photo(stream: BinaryIO, *, name: str, max_bytes: int) -> ContentFile:
    """Return the picture alone, as JPEG: no place, no camera, no date of the shot.

    Raises `workflows.uploads.Refused` with a sentence where it is too large or no photo at all.
    """
    judged = judge(stream, name=name, accepted=ACCEPTED, max_bytes=max_bytes)
    stem = judged.name.removesuffix(f".{judged.extension}")
    return ContentFile(_bare(stream, judged.kind), name=f"{stem}.jpg")


def _bare(stream: BinaryIO, kind: str) -> bytes:
    """Draw the pixels anew: what is not a pixel stays behind."""
    with Image.open(stream, formats=(kind.upper(),)) as image:
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(image).convert("RGB")
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    kept = BytesIO()
    bare.save(kept, "JPEG", quality=QUALITY, optimize=True)
    return kept.getvalue()
