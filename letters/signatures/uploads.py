"""The signatures of an applicant's file, as `workflows.signatures` asks for them."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from cryptography import x509
from django.conf import settings

from workflows.printing import SealOutcome
from workflows.rules.signatures import Signature, Worth

_WORTH = {
    SealOutcome.VALID: Worth.VALID,
    SealOutcome.EXPIRED: Worth.EXPIRED,
    SealOutcome.ALTERED: Worth.ALTERED,
    SealOutcome.UNTRUSTED: Worth.UNTRUSTED,
}


def read(data: bytes, at: datetime) -> list[Signature]:
    """Return the signatures of a file that is known to have existed at an instant."""
    from letters.signatures.reading import signatures_of  # noqa: PLC0415 (slow to import)

    return [
        Signature(_WORTH[one.outcome], one.signer, one.tax_code, one.at, one.has_timestamp)
        for one in signatures_of(data, at=at, trusted=trusted())
    ]


def trusted() -> Iterator[x509.Certificate]:
    """The authorities whose signatures the office recognises: one file, or a folder of files (PEM).

    A file that cannot be read means fewer authorities; the check of the site says so.
    """
    if not settings.SIGNATURE_AUTHORITIES:
        return
    path = Path(settings.SIGNATURE_AUTHORITIES)
    for file in sorted(path.glob("*.pem")) if path.is_dir() else [path]:
        with suppress(OSError, ValueError):
            yield from x509.load_pem_x509_certificates(file.read_bytes())
