"""What the signatures of a file tell: PAdES in a PDF, CAdES around any file (DIG-07..DIG-09).

Revocation is not asked: that needs the authorities' own servers. All else is judged on the file.
"""

import asyncio
import base64
import binascii
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from asn1crypto import cms
from asn1crypto import x509 as asn1
from cryptography import x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import CMSExtractionError
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    SignatureCoverageLevel,
    StandardCMSSignatureStatus,
    async_validate_detached_cms,
    validate_pdf_signature,
)
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from letters.signatures.keys import as_asn1
from letters.signatures.signing import apart
from workflows.printing import SealOutcome

USAGES = KeyUsageConstraints(
    key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
)
DEEPEST = 8
"""Containers within containers that are opened (.p7m.p7m)."""
MOMENT = timedelta(seconds=1)
_TAX_CODE = re.compile(r"(?:(?:TIN|PNO)IT-|IT:)?([A-Z0-9]{16})", re.IGNORECASE)
_PEM_LINE = re.compile(rb"-----(BEGIN|END) [A-Z0-9 ]+-----")
_BROKEN = (SignatureValidationError, CMSExtractionError, PdfError, ValueError, TypeError, KeyError)

Judge = Callable[[ValidationContext, ValidationContext], StandardCMSSignatureStatus]


@dataclass(frozen=True)
class Signed:
    """One signature: what it is worth, whose it is, and when it was put.

    `at` is the time of an authority where there is a timestamp, else the one the signer claims.
    """

    outcome: SealOutcome
    signer: str = ""
    tax_code: str = ""
    at: datetime | None = None
    has_timestamp: bool = False


def signatures_of(
    data: bytes, *, trusted: Iterable[x509.Certificate], at: datetime | None = None
) -> list[Signed]:
    """Return every signature of a PDF or of a signed container and what it holds, outermost first.

    A certificate must have been valid at the time of its timestamp; without one, at the instant
    `at` by which the file is known to have existed, or now (DIG-08). A file that was damaged or
    added to after signing has one that is altered; a file without signatures has none.
    """
    roots = [as_asn1(certificate) for certificate in trusted]
    return list(_signatures(data, roots, at, depth=0))


def tax_code_of(certificate: asn1.Certificate) -> str:
    """Return the tax code in a certificate's subject (`TINIT-…`), or an empty text (DIG-07)."""
    number = certificate.subject.native.get("serial_number", "")
    found = _TAX_CODE.fullmatch(number.strip()) if isinstance(number, str) else None
    return found[1].upper() if found else ""


def _signatures(
    data: bytes, roots: list[asn1.Certificate], at: datetime | None, depth: int
) -> Iterator[Signed]:
    container = _container(data)
    if container is None:
        yield from _in_pdf(data, roots, at)
        return
    content = container["encap_content_info"]["content"].native
    if not isinstance(content, bytes):
        yield Signed(SealOutcome.ALTERED)
        return
    for signer in container["signer_infos"]:
        yield _in_container(container, signer, content, roots, at)
    if depth < DEEPEST:
        yield from _signatures(content, roots, at, depth + 1)


def _container(data: bytes) -> cms.SignedData | None:
    """Open a signed container, written as bytes or as text; None where the file is none."""
    if not data.startswith(b"0"):
        data = _decoded(data)
    try:
        found = cms.ContentInfo.load(data)
        if found["content_type"].native != "signed_data":
            return None
        found["content"]["signer_infos"].native  # noqa: B018 (reading it shows whether it can be read)
    except (ValueError, TypeError, KeyError):
        return None
    return found["content"]


def _decoded(data: bytes) -> bytes:
    text = data.strip()
    if not text.startswith((b"MI", b"-----BEGIN")):
        return b""
    try:
        return base64.b64decode(b"".join(_PEM_LINE.sub(b"", text).split()), validate=True)
    except binascii.Error:
        return b""


def _in_container(
    container: cms.SignedData,
    signer: cms.SignerInfo,
    content: bytes,
    roots: list[asn1.Certificate],
    at: datetime | None,
) -> Signed:
    """Judge one of the signers who stand side by side: the library takes one at a time."""
    alone = cms.SignedData(
        {
            "version": container["version"],
            "digest_algorithms": container["digest_algorithms"],
            "encap_content_info": {"content_type": container["encap_content_info"]["content_type"]},
            "certificates": container["certificates"],
            "signer_infos": [signer],
        }
    )
    own = _certificate_of(container, signer)
    if own is None:
        return Signed(SealOutcome.ALTERED)

    def judge(context: ValidationContext, stamps: ValidationContext) -> StandardCMSSignatureStatus:
        return asyncio.run(
            async_validate_detached_cms(
                content,
                alone,
                signer_validation_context=context,
                ts_validation_context=stamps,
                key_usage_settings=USAGES,
            )
        )

    try:
        return _signed(judge, own, roots, at)
    except _BROKEN:
        return Signed(SealOutcome.ALTERED, _name(own), tax_code_of(own))


def _certificate_of(container: cms.SignedData, signer: cms.SignerInfo) -> asn1.Certificate | None:
    """Find the signer's certificate among those that came along."""
    named = signer["sid"]
    for choice in container["certificates"]:
        certificate = choice.chosen
        if not isinstance(certificate, asn1.Certificate):
            continue
        if named.name == "subject_key_identifier":
            if certificate.key_identifier == named.native:
                return certificate
        elif (
            certificate.issuer == named.chosen["issuer"]
            and certificate.serial_number == named.chosen["serial_number"].native
        ):
            return certificate
    return None


def _in_pdf(data: bytes, roots: list[asn1.Certificate], at: datetime | None) -> Iterator[Signed]:
    try:
        signatures = PdfFileReader(io.BytesIO(data)).embedded_regular_signatures
    except Exception:  # noqa: BLE001 (whatever a reader says of a damaged file, it is damaged)
        if b"/ByteRange" in data:
            yield Signed(SealOutcome.ALTERED)
        return
    for number, signature in enumerate(signatures, 1):
        yield _pdf_signature(signature, roots, at, is_last=number == len(signatures))


def _pdf_signature(
    signature: EmbeddedPdfSignature,
    roots: list[asn1.Certificate],
    at: datetime | None,
    *,
    is_last: bool,
) -> Signed:
    """Judge one signature; the last must cover the whole file."""

    def judge(context: ValidationContext, stamps: ValidationContext) -> StandardCMSSignatureStatus:
        return validate_pdf_signature(
            signature,
            signer_validation_context=context,
            ts_validation_context=stamps,
            key_usage_settings=USAGES,
            skip_diff=True,
        )

    try:
        found = _signed(judge, signature.signer_cert, roots, at)
        covers = signature.evaluate_signature_coverage()
    except _BROKEN:
        return Signed(SealOutcome.ALTERED)
    if is_last and covers is not SignatureCoverageLevel.ENTIRE_FILE:
        return Signed(SealOutcome.ALTERED, found.signer, found.tax_code)
    return found


def _signed(
    judge: Judge, certificate: asn1.Certificate, roots: list[asn1.Certificate], at: datetime | None
) -> Signed:
    now = datetime.now(UTC)
    status = _judged(judge, roots, now)
    stamp = status.timestamp_validity
    proven = stamp.timestamp if stamp and stamp.valid and stamp.trusted else None
    return Signed(
        _outcome(judge, status, certificate, roots, proven or at or now),
        _name(certificate),
        tax_code_of(certificate),
        proven or status.signer_reported_dt,
        has_timestamp=proven is not None,
    )


def _outcome(
    judge: Judge,
    status: StandardCMSSignatureStatus,
    certificate: asn1.Certificate,
    roots: list[asn1.Certificate],
    moment: datetime,
) -> SealOutcome:
    if not (status.intact and status.valid):
        return SealOutcome.ALTERED
    first, last = certificate.not_valid_before, certificate.not_valid_after
    in_time = first <= moment <= last
    # Trust is asked at an instant when the certificate was valid: being late is another matter.
    if not _judged(judge, roots, moment if in_time else last - MOMENT).trusted:
        return SealOutcome.UNTRUSTED
    return SealOutcome.VALID if in_time else SealOutcome.EXPIRED


def _judged(
    judge: Judge, roots: Sequence[asn1.Certificate], moment: datetime
) -> StandardCMSSignatureStatus:
    def context() -> ValidationContext:
        return ValidationContext(trust_roots=list(roots), moment=moment, allow_fetching=False)

    return apart(partial(judge, context(), context()))


def _name(certificate: asn1.Certificate) -> str:
    subject = certificate.subject
    return str(subject.native.get("common_name", subject.human_friendly))
