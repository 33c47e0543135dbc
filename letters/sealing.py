"""The electronic seal of the house on a PDF, and what the seal of a PDF tells (DIG-06..DIG-09).

A seal is PAdES, baseline B-B, or B-T where a timestamping authority is set up. It is added behind
the file without touching a byte of it, and shows nowhere on the page: PDF/A and PDF/UA stay.
This module is slow to import; import it where it is used.
"""

import io
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    pkcs12,
)
from cryptography.hazmat.primitives.serialization.pkcs12 import PKCS12KeyAndCertificates
from django.conf import settings
from django.utils.translation import gettext as _
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.timestamps import TimestampRequestError
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    PdfSignatureStatus,
    SignatureCoverageLevel,
    validate_pdf_signature,
)
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from letters.timestamps import HttpTimeStamper
from workflows.printing import RegisterDay, SealCheck, SealFailed, SealOutcome

Answer = TypeVar("Answer")

FIELD = "Sigillo"
USAGES = KeyUsageConstraints(
    key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
)
MOMENT = timedelta(seconds=1)


@dataclass(frozen=True)
class _Seal:
    """A key with its certificate, and the authorities that came along."""

    file: bytes
    password: bytes
    certificate: x509.Certificate
    authorities: tuple[x509.Certificate, ...]


def is_configured() -> bool:
    """Tell whether the house has a seal."""
    return bool(settings.SEAL_PKCS12)


def seal_pdf(data: bytes, *, reason: str, location: str) -> bytes:
    """Return the PDF with the seal of the house behind it; `reason` and `location` stand in it.

    Raises `SealFailed` with a sentence where no seal is set up, its file is missing, the password
    is wrong, key and certificate do not belong together, the certificate is not valid today, or
    the timestamping authority does not answer.
    """
    seal = _load()
    _refuse_out_of_time(seal.certificate, datetime.now(UTC))
    metadata = signers.PdfSignatureMetadata(
        field_name=FIELD, reason=reason, location=location, subfilter=SigSeedSubFilter.PADES
    )
    signer = signers.PdfSigner(
        metadata,
        signers.SimpleSigner.load_pkcs12_data(seal.file, [], seal.password),
        timestamper=HttpTimeStamper(settings.SEAL_TSA) if settings.SEAL_TSA else None,
        new_field_spec=SigFieldSpec(FIELD, readable_field_name="Sigillo elettronico"),
    )
    try:
        sealed = _apart(partial(signer.sign_pdf, IncrementalPdfFileWriter(io.BytesIO(data))))
    except (TimestampRequestError, OSError) as error:
        raise SealFailed(
            _("The timestamping authority {address} does not answer.").format(
                address=settings.SEAL_TSA
            )
        ) from error
    except (SigningError, PdfError) as error:
        raise SealFailed(_("The seal cannot be put: {error}").format(error=error)) from error
    return sealed.getvalue()


def verify_seal(
    data: bytes, *, at: datetime | None = None, trusted: Iterable[x509.Certificate] | None = None
) -> SealCheck:
    """Tell whether a PDF bears a seal or signature that still holds.

    The certificate must have been valid at the time of its timestamp; without one, at the instant
    `at` by which the file is known to have existed, or now (DIG-08). `trusted` are authorities;
    by default those of the house. The last signature must cover the whole file.
    """
    try:
        signatures = PdfFileReader(io.BytesIO(data)).embedded_regular_signatures
    except Exception:  # noqa: BLE001 (whatever a reader says of a damaged file, it is damaged)
        return SealCheck(SealOutcome.ALTERED if b"/ByteRange" in data else SealOutcome.NONE)
    if not signatures:
        return SealCheck(SealOutcome.NONE)
    roots = [_asn1(certificate) for certificate in (_house() if trusted is None else trusted)]
    try:
        checks = [_check(signature, roots, at) for signature in signatures]
    except (SignatureValidationError, PdfError, ValueError):
        return SealCheck(SealOutcome.ALTERED)
    last = checks[-1]
    if signatures[-1].evaluate_signature_coverage() is not SignatureCoverageLevel.ENTIRE_FILE:
        return SealCheck(SealOutcome.ALTERED, last.signer)
    return next((check for check in checks if check.outcome is not SealOutcome.VALID), last)


def seal_register(data: bytes, day: RegisterDay) -> bytes | None:
    """Return the register of a day sealed, or None where the house has no seal."""
    if not is_configured():
        return None
    reason = f"Registro giornaliero di protocollo del {day.day:%d/%m/%Y} (art. 53 DPR 445/2000)"
    return seal_pdf(data, reason=reason, location=day.body.municipality)


def verify_register(data: bytes, at: datetime) -> SealCheck:
    """Tell what the seal of a kept register says, the file being known to exist since `at`."""
    return verify_seal(data, at=at)


def _load() -> _Seal:
    path = settings.SEAL_PKCS12
    if not path:
        raise SealFailed(_("No seal is set up (SPORTELLO_SEAL_PKCS12)."))
    try:
        file = Path(path).read_bytes()
    except OSError as error:
        raise SealFailed(
            _("The file of the seal, {path}, cannot be read.").format(path=path)
        ) from error
    password = settings.SEAL_PASSWORD.encode()
    try:
        kept = pkcs12.load_pkcs12(file, password)
    except ValueError as error:
        raise SealFailed(
            _("The file of the seal cannot be opened: it is damaged, or the password is wrong.")
        ) from error
    authorities = tuple(one.certificate for one in kept.additional_certs)
    return _Seal(file, password, _own_certificate(kept), authorities)


def _own_certificate(kept: PKCS12KeyAndCertificates) -> x509.Certificate:
    if kept.key is None or kept.cert is None or not _fit(kept.key, kept.cert.certificate):
        raise SealFailed(
            _("The file of the seal must hold a key and the certificate that belongs to it.")
        )
    return kept.cert.certificate


def _fit(key: PrivateKeyTypes, certificate: x509.Certificate) -> bool:
    plain = (Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return key.public_key().public_bytes(*plain) == certificate.public_key().public_bytes(*plain)


def _refuse_out_of_time(certificate: x509.Certificate, now: datetime) -> None:
    if now > certificate.not_valid_after_utc:
        raise SealFailed(
            _("The certificate of the seal expired on {day}.").format(
                day=f"{certificate.not_valid_after_utc:%d/%m/%Y}"
            )
        )
    if now < certificate.not_valid_before_utc:
        raise SealFailed(
            _("The certificate of the seal is not valid before {day}.").format(
                day=f"{certificate.not_valid_before_utc:%d/%m/%Y}"
            )
        )


def _house() -> Iterator[x509.Certificate]:
    """The authorities that the house trusts: those beside its seal, and those it names.

    A file that cannot be read says so where a seal is put; here it only means fewer authorities.
    """
    if settings.SEAL_PKCS12:
        with suppress(SealFailed):
            yield from _load().authorities
    if settings.SEAL_AUTHORITIES:
        with suppress(OSError, ValueError):
            file = Path(settings.SEAL_AUTHORITIES).read_bytes()
            yield from x509.load_pem_x509_certificates(file)


def _check(
    signature: EmbeddedPdfSignature, roots: list[asn1.Certificate], at: datetime | None
) -> SealCheck:
    now = datetime.now(UTC)
    status = _status(signature, roots, now)
    stamp = status.timestamp_validity
    proven = stamp.timestamp if stamp and stamp.valid and stamp.trusted else None
    certificate = signature.signer_cert
    return SealCheck(
        _outcome(signature, status, roots, proven or at or now),
        signer=certificate.subject.native.get("common_name", certificate.subject.human_friendly),
        sealed_at=proven or status.signer_reported_dt,
        has_timestamp=proven is not None,
    )


def _outcome(
    signature: EmbeddedPdfSignature,
    status: PdfSignatureStatus,
    roots: list[asn1.Certificate],
    moment: datetime,
) -> SealOutcome:
    if not (status.intact and status.valid):
        return SealOutcome.ALTERED
    certificate = signature.signer_cert
    first, last = certificate.not_valid_before, certificate.not_valid_after
    in_time = first <= moment <= last
    # Trust is asked at an instant when the certificate was valid: being late is another matter.
    if not _status(signature, roots, moment if in_time else last - MOMENT).trusted:
        return SealOutcome.UNTRUSTED
    return SealOutcome.VALID if in_time else SealOutcome.EXPIRED


def _status(
    signature: EmbeddedPdfSignature, roots: list[asn1.Certificate], moment: datetime
) -> PdfSignatureStatus:
    def context() -> ValidationContext:
        return ValidationContext(trust_roots=roots, moment=moment, allow_fetching=False)

    return _apart(
        partial(
            validate_pdf_signature,
            signature,
            signer_validation_context=context(),
            ts_validation_context=context(),
            key_usage_settings=USAGES,
            skip_diff=True,
        )
    )


def _apart(work: Callable[[], Answer]) -> Answer:
    """Work in a thread of its own: the library starts an event loop, and ours may have one already."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def _asn1(certificate: x509.Certificate) -> asn1.Certificate:
    return asn1.Certificate.load(certificate.public_bytes(Encoding.DER))
