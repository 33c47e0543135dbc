"""The electronic seal of the house on what it writes, and what the seal of a PDF tells (DIG-06..DIG-09).

A seal is PAdES, baseline B-B, or B-T where a timestamping authority is set up. It is added behind
the file without touching a byte of it, and shows nowhere on the page: PDF/A and PDF/UA stay.
The key is a file (PKCS#12) or stands in a token (PKCS#11).
This module is slow to import; import it where it is used.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from cryptography import x509
from django.conf import settings
from django.utils.translation import gettext as _

from letters.signatures.keys import Key, open_file, open_token
from letters.signatures.reading import Signed, signatures_of
from letters.signatures.signing import SEAL, sign_pdf
from workflows.printing import RegisterDay, SealCheck, SealFailed, SealOutcome


def is_configured() -> bool:
    """Tell whether the house has a seal."""
    return bool(settings.SEAL_PKCS12 or settings.SEAL_PKCS11_MODULE)


def seal_pdf(data: bytes, *, reason: str, location: str) -> bytes:
    """Return the PDF with the seal of the house behind it; `reason` and `location` stand in it.

    Raises `SealFailed` with a sentence where no seal is set up, its file or token cannot be used,
    the password is wrong, key and certificate do not belong together, the certificate is not valid
    today, or the timestamping authority does not answer.
    """
    with _key() as key:
        return sign_pdf(
            data, key, field=SEAL, reason=reason, location=location, authority=settings.SEAL_TSA
        )


def seal_letter(data: bytes, *, reason: str, location: str) -> tuple[bytes, bool]:
    """Return a letter and whether it is sealed: it is not where the house has no seal.

    Raises `SealFailed` where the seal that is set up cannot be put: the letter then does not leave.
    """
    if not is_configured():
        return data, False
    return seal_pdf(data, reason=reason, location=location), True


def verify_seal(
    data: bytes, *, at: datetime | None = None, trusted: Iterable[x509.Certificate] | None = None
) -> SealCheck:
    """Tell whether a PDF bears a seal or signature that still holds.

    `at` is when the file is known to have existed, `trusted` are authorities; by default those of
    the house. The worst of several signatures counts.
    """
    found = signatures_of(data, at=at, trusted=_house() if trusted is None else trusted)
    if not found:
        return SealCheck(SealOutcome.NONE)
    return _check(next((one for one in found if one.outcome is not SealOutcome.VALID), found[-1]))


def seal_register(data: bytes, day: RegisterDay) -> bytes | None:
    """Return the register of a day sealed, or None where the house has no seal."""
    if not is_configured():
        return None
    reason = f"Registro giornaliero di protocollo del {day.day:%d/%m/%Y} (art. 53 DPR 445/2000)"
    return seal_pdf(data, reason=reason, location=day.body.municipality)


def verify_register(data: bytes, at: datetime) -> SealCheck:
    """Tell what the seal of a kept register says, the file being known to exist since `at`."""
    return verify_seal(data, at=at)


def _check(one: Signed) -> SealCheck:
    return SealCheck(one.outcome, one.signer, one.at, has_timestamp=one.has_timestamp)


@contextmanager
def _key() -> Iterator[Key]:
    if settings.SEAL_PKCS11_MODULE:
        token, label = settings.SEAL_PKCS11_TOKEN, settings.SEAL_PKCS11_KEY
        pin = settings.SEAL_PASSWORD
        with open_token(settings.SEAL_PKCS11_MODULE, token, pin, label) as key:
            yield key
    else:
        yield _key_of_file()


def _key_of_file() -> Key:
    path = settings.SEAL_PKCS12
    if not path:
        raise SealFailed(_("No seal is set up (SPORTELLO_SEAL_PKCS12)."))
    try:
        file = Path(path).read_bytes()
    except OSError as error:
        raise SealFailed(
            _("The file of the seal, {path}, cannot be read.").format(path=path)
        ) from error
    return _opened(file, settings.SEAL_PASSWORD)


@lru_cache(maxsize=1)
def _opened(file: bytes, password: str) -> Key:
    """Keep the house's key open: opening one takes as long as sealing a letter."""
    return open_file(file, password)


def _house() -> Iterator[x509.Certificate]:
    """The authorities that the house trusts: those beside its seal, and those it names.

    A file that cannot be read says so where a seal is put; here it only means fewer authorities.
    """
    if is_configured():
        with suppress(SealFailed), _key() as key:
            yield from key.authorities
    if settings.SEAL_AUTHORITIES:
        with suppress(OSError, ValueError):
            file = Path(settings.SEAL_AUTHORITIES).read_bytes()
            yield from x509.load_pem_x509_certificates(file)
