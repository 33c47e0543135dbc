"""Saying what a message is."""

import hashlib
from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from letters.pec import daticert
from letters.pec.causes import CERTIFIED_ERRORS, Cause, cause_of
from letters.pec.message import Flaw, Kind, Notice
from letters.pec.parts import (
    address,
    content,
    date_of,
    enclosed,
    header,
    identity,
    parts_of,
)
from letters.pec.reports import DELAYED, FAILED, report_of

# A receipt brings the letter back: as large as the largest letter, grown by its encoding.
MOST_BYTES = 32 * 1024 * 1024
HEAD = 64 * 1024

RECEIPTS = {
    "accettazione": Kind.ACCEPTANCE,
    "avvenuta-consegna": Kind.DELIVERY,
    "non-accettazione": Kind.NON_ACCEPTANCE,
    "errore-consegna": Kind.NON_DELIVERY,
    "rilevazione-virus": Kind.NON_DELIVERY,
    "preavviso-errore-consegna": Kind.DELAY,
}
ENVELOPES = {"posta-certificata": Kind.MAIL, "errore": Kind.ANOMALY}
CERTIFICATE = "daticert.xml"


def read(data: bytes) -> Notice:
    """Say what a message is; whatever it holds, there is an answer and no error."""
    # Of a message that is too large only the head is looked at, by which people can find it.
    is_large = len(data) > MOST_BYTES
    message = _parsed(_head(data) if is_large else data)
    if message is None:
        return Notice(Kind.OTHER, _made_up(data), flaw=Flaw.UNREADABLE)
    outside = _outside(message, data)
    if is_large:
        return replace(outside, flaw=Flaw.TOO_LARGE)
    try:
        return _read(message, outside)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        # Whatever the standard library stumbles over, a person shall look at it.
        return replace(outside, flaw=Flaw.UNREADABLE)


def _parsed(data: bytes) -> Message | None:
    try:
        return message_from_bytes(data)
    except (LookupError, RecursionError, TypeError, ValueError):
        return None


def _head(data: bytes) -> bytes:
    return data[:HEAD].partition(b"\r\n\r\n")[0].partition(b"\n\n")[0] + b"\n\n"


def _made_up(data: bytes) -> str:
    return f"sha256-{hashlib.sha256(data).hexdigest()}"


def _outside(message: Message, data: bytes) -> Notice:
    """Return what the headers alone say: somebody's message, until more is known."""
    return Notice(
        kind=Kind.OTHER,
        identity=identity(header(message, "Message-ID")) or _made_up(data),
        about=identity(header(message, "In-Reply-To")),
        stated_at=date_of(message),
        subject=header(message, "Subject"),
        sender=address(header(message, "From")),
    )


def _read(message: Message, outside: Notice) -> Notice:
    envelope = ENVELOPES.get(header(message, "X-Trasporto").lower())
    receipt = header(message, "X-Ricevuta").lower()
    if envelope:
        return _envelope(message, replace(outside, kind=envelope, is_certified=True))
    if receipt in RECEIPTS:
        return _receipt(message, receipt, replace(outside, is_certified=True))
    return _bounce(message, outside) or outside


def _receipt(message: Message, receipt: str, outside: Notice) -> Notice:
    """Read a receipt, whose header and certificate must say the same."""
    said = replace(
        outside,
        kind=RECEIPTS[receipt],
        about=identity(header(message, "X-Riferimento-Message-ID")),
        cause=_virus(message, receipt),
    )
    certificate = _certificate(message)
    if certificate is None:
        return replace(said, flaw=Flaw.NO_CERTIFICATE)
    about = identity(certificate.message_id)
    contradicts = certificate.kind != receipt or (about and said.about and about != said.about)
    return replace(
        said,
        about=said.about or about,
        stated_at=certificate.at or said.stated_at,
        recipient=certificate.delivered_to,
        cause=said.cause or _cause(said.kind, certificate),
        explanation=certificate.explanation,
        flaw=Flaw.CONTRADICTORY if contradicts else Flaw.NONE,
    )


def _virus(message: Message, receipt: str) -> Cause:
    found = receipt == "rilevazione-virus" or header(message, "X-VerificaSicurezza") == "errore"
    return Cause.VIRUS if found else Cause.NONE


def _cause(kind: Kind, certificate: daticert.Certificate) -> Cause:
    if kind is Kind.ACCEPTANCE:
        return Cause.ADDRESS if certificate.is_external else Cause.NONE
    if kind is Kind.DELIVERY:
        return Cause.NONE
    named = CERTIFIED_ERRORS.get(certificate.error, Cause.OTHER)
    if named is Cause.OTHER:
        return cause_of(certificate.explanation)
    return named


def _certificate(message: Message) -> daticert.Certificate | None:
    """Return the receipt's own certificate; those of messages inside it are not looked at."""
    for part in parts_of(message):
        if (part.get_filename() or "").lower() == CERTIFICATE:
            try:
                return daticert.parse(content(part))
            except daticert.Unreadable:
                return None
    return None


def _envelope(message: Message, outside: Notice) -> Notice:
    """Look into an envelope: a bounce from outside certified email comes wrapped in an anomaly.

    A receipt inside an envelope is none: whoever wrote it was no provider of certified email.
    """
    if outside.kind is not Kind.ANOMALY:
        return outside
    inside = next((one for part in parts_of(message) if (one := _wrapped(part)) is not None), None)
    return (inside and _bounce(inside, outside)) or outside


def _wrapped(part: Message) -> Message | None:
    return enclosed(part) if part.get_content_type() == "message/rfc822" else None


def _bounce(message: Message, outside: Notice) -> Notice | None:
    report = report_of(message)
    if report is None or report.action not in {FAILED, DELAYED}:
        return None
    return replace(
        outside,
        kind=Kind.BOUNCE if report.action == FAILED else Kind.DELAY,
        is_certified=False,
        about=report.about,
        recipient=report.recipient,
        cause=cause_of(report.status, report.explanation),
        explanation=report.explanation,
    )
