"""Whether a letter in somebody's hands is one of ours: by its code, and by its file."""

import hashlib
import hmac

from django.conf import settings
from django.core.cache import cache
from django.core.files.uploadedfile import UploadedFile

from letters.models import Letter

GROUP = 4
HOUR = 60 * 60


def plain_code(typed: str) -> str:
    """Return a code as letters print it, however it was typed: "ab2c 34de/fg56" → "AB2C-34DE-FG56"."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())[: GROUP * 3]
    return "-".join(signs[start : start + GROUP] for start in range(0, len(signs), GROUP))


def letter_with(code: str) -> Letter | None:
    """Return the letter that bears a code, or None."""
    return (
        Letter.objects.filter(code=plain_code(code), numbered_at__isnull=False)
        .select_related("document", "protocol__body", "case__call__owner", "call__owner")
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
    """Count a code that nobody was given, for an hour; nothing of it reaches the database."""
    key = _source(address)
    cache.add(key, 0, timeout=HOUR)
    cache.incr(key)


def has_guessed_too_often(address: str) -> bool:
    """Tell whether too many wrong codes came from an address within the hour."""
    return cache.get(_source(address), 0) >= settings.WRONG_CODES_AN_HOUR


def _source(address: str) -> str:
    """Return a keyed digest of the address: it is kept in no other form."""
    digest = hmac.new(settings.SECRET_KEY.encode(), address.encode(), hashlib.sha256)
    return f"wrong-code-{digest.hexdigest()}"
