"""Whether a mail server has refused a message for good, and why, from what `smtplib` raises."""

import smtplib
import socket
import ssl
from dataclasses import dataclass

from letters.pec import Cause, cause_of

PERMANENT = 500
TOO_LARGE = 552


@dataclass(frozen=True)
class Refused:
    """Why a message did not leave; where it is not permanent it is tried again."""

    cause: Cause
    words: str
    is_permanent: bool
    is_by_server: bool = True


def refused_by(error: Exception) -> Refused:
    """Judge what was raised while a message was sent to one recipient.

    A reply from 500 on is final (RFC 5321). What concerns the sender's account and not the message
    is not: a password that has expired must not make every letter fail.
    """
    match error:
        case smtplib.SMTPRecipientsRefused():
            code, said = next(iter(error.recipients.values()))
            return _reply(code, said)
        case smtplib.SMTPDataError():
            return _reply(error.smtp_code, error.smtp_error)
        case smtplib.SMTPNotSupportedError():
            # The address has signs that the server cannot write.
            return Refused(Cause.ADDRESS, str(error), is_permanent=True)
        case smtplib.SMTPResponseException():
            return _before_the_message(error)
        case (
            smtplib.SMTPException()
            | ConnectionError()
            | TimeoutError()
            | socket.gaierror()
            | ssl.SSLError()
        ):
            return Refused(Cause.SERVER, str(error) or type(error).__name__, is_permanent=False)
    words = f"{type(error).__name__}: {error}"
    return Refused(Cause.OTHER, words, is_permanent=False, is_by_server=False)


def _before_the_message(error: smtplib.SMTPResponseException) -> Refused:
    """Judge what was said of the sender, before the recipient or the message were looked at."""
    words = _words(error.smtp_code, error.smtp_error)
    if error.smtp_code == TOO_LARGE:
        return Refused(Cause.OTHER, words, is_permanent=True)
    return Refused(Cause.SERVER, words, is_permanent=False)


def _reply(code: int, said: bytes | str) -> Refused:
    words = _words(code, said)
    return Refused(cause_of("", words, reply=code), words, is_permanent=code >= PERMANENT)


def _words(code: int, said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return f"{code} {' '.join(text.split())}"
