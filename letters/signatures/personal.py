"""The key of a person: read when it is added, opened for a batch, refused where it is somebody else's."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from cryptography import x509
from cryptography.x509.oid import NameOID
from django.conf import settings
from django.utils.translation import gettext as _

from letters.messages import office_of
from letters.models import Letter, SigningKey
from letters.signatures.keys import Key, as_asn1, open_file, open_token, refuse_out_of_time
from letters.signatures.reading import tax_code_of
from letters.signatures.signing import SIGNATURE, sign_pdf
from workflows.printing import SealFailed


@dataclass(frozen=True)
class Source:
    """Where a key is: the bytes of a file, or the labels of a token and of its key."""

    file: bytes = b""
    token: str = ""
    label: str = ""


@contextmanager
def opened(source: Source, secret: str, tax_code: str) -> Iterator[Key]:
    """Open a key with the password or PIN typed for it.

    Raises `SealFailed` where it does not open, is not valid today, or its certificate bears another
    tax code than `tax_code`.
    """
    with _opened(source, secret) as key:
        refuse_out_of_time(key.certificate)
        _refuse_somebody_else(key.certificate, tax_code)
        yield key


def sign_letter(key: Key, data: bytes, *, letter: Letter) -> bytes:
    """Return the file of a letter with a person's signature behind it (DIG-06)."""
    return sign_pdf(
        data,
        key,
        field=SIGNATURE,
        reason=letter.subject,
        location=office_of(letter).municipality,
        authority=settings.SEAL_TSA,
    )


def source_of(key: SigningKey) -> Source:
    """Return where a kept key is."""
    return Source(bytes(key.file), key.token, key.label)


def name_of(name: x509.Name) -> str:
    """Return the common name of a subject or issuer, or all of it."""
    found = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else name.rfc4514_string()


@contextmanager
def _opened(source: Source, secret: str) -> Iterator[Key]:
    if not source.token:
        yield open_file(source.file, secret)
        return
    if not settings.SIGNING_PKCS11_MODULE:
        raise SealFailed(_("No library of tokens is set up (SPORTELLO_SIGNING_PKCS11_MODULE)."))
    with open_token(settings.SIGNING_PKCS11_MODULE, source.token, secret, source.label) as key:
        yield key


def _refuse_somebody_else(certificate: x509.Certificate, tax_code: str) -> None:
    found = tax_code_of(as_asn1(certificate))
    if found != tax_code.upper():
        raise SealFailed(
            _(
                "The certificate is not yours: it bears the tax code {found} and not {wanted}."
            ).format(found=found or "–", wanted=tax_code.upper())
        )
