"""Whether a letter in somebody's hands is one of ours: by its code, and by its file."""

import hashlib
import hmac
from datetime import timedelta

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from letters.models import Letter, WrongCode

GROUP = 4


def plain_code(typed: str) -> str:
    """Return a code as letters print it, however it was typed: "ab2c 34de/fg56" → "AB2C-34DE-FG56"."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())[: GROUP * 3]
    return "-".join(signs[start : start + GROUP] for start in range(0, len(signs), GROUP))


def letter_with(code: str) -> Letter | None:
    """Return the letter that bears a code, or None."""
    return (
        Letter.objects.filter(code=plain_code(code))
        .select_related("document", "protocol__body", "case__call__owner")
        .first()
    )


def digest_of(upload: UploadedFile) -> str:
    """Return the SHA-256 of a file, 64 hexadecimal digits; the file is not kept."""
    digest = hashlib.sha256()
    for piece in upload.chunks():
        digest.update(piece)
    return digest.hexdigest()


def is_same(letter: Letter, digest: str) -> bool:
    """Tell whether a file with this digest is the letter, byte for byte."""
    return hmac.compare_digest(letter.document.sha256, digest)


def note_wrong_code(address: str) -> None:
    """Count a code that nobody was given; the address is kept only as a keyed digest."""
    now = timezone.now()
    WrongCode.objects.filter(at__lt=now - timedelta(days=1)).delete()
    WrongCode.objects.create(source=_source(address), at=now)


def has_guessed_too_often(address: str) -> bool:
    """Tell whether too many wrong codes came from an address within the last hour."""
    since = timezone.now() - timedelta(hours=1)
    tried = WrongCode.objects.filter(source=_source(address), at__gte=since).count()
    return tried >= settings.WRONG_CODES_AN_HOUR


def _source(address: str) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), address.encode(), hashlib.sha256).hexdigest()
