"""Why a file is refused, in a sentence that says what is wrong and what to do about it."""

import math
from enum import StrEnum
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _

BYTES_PER_MB = 1024 * 1024


class Reason(StrEnum):
    """What is wrong with a file; the identity that code and statistics use."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    REQUEST_TOO_LARGE = "request_too_large"
    NAME_TOO_LONG = "name_too_long"
    MISMATCH = "mismatch"
    NOT_ACCEPTED = "not_accepted"
    UNKNOWN_TYPE = "unknown_type"
    TWO_IN_ONE = "two_in_one"
    BROKEN = "broken"
    TOO_COMPLEX = "too_complex"
    ENCRYPTED = "encrypted"
    ACTIVE_CONTENT = "active_content"
    NO_PAGES = "no_pages"
    TOO_MANY_PIXELS = "too_many_pixels"
    NO_SIGNED_DOCUMENT = "no_signed_document"


SENTENCES: dict[Reason, str | Promise] = {
    Reason.EMPTY: _(
        "“%(name)s” is empty (0 bytes). Check that it opens on your device and upload it again."
    ),
    Reason.TOO_LARGE: _(
        "“%(name)s” is %(size)s MB and the limit is %(limit)s MB. Make it smaller, for example "
        "by scanning in black and white or at a lower resolution, and upload it again."
    ),
    Reason.REQUEST_TOO_LARGE: _(
        "“%(name)s” was not stored: what you sent is %(size)s MB and one upload can be at most "
        "%(limit)s MB. Make the file smaller, or upload several files one at a time. "
        "The other fields of the page are kept."
    ),
    Reason.NAME_TOO_LONG: _(
        "The name of the file has %(length)s characters and the limit is %(limit)s. "
        "Give the file a shorter name and upload it again."
    ),
    Reason.MISMATCH: _(
        "The name “%(name)s” ends in .%(extension)s, but the file is %(found)s. "
        "Upload the right document in one of these formats: %(accepted)s."
    ),
    Reason.NOT_ACCEPTED: _(
        "“%(name)s” is %(found)s, a format that is not accepted here. "
        "Save it in one of these formats and upload it again: %(accepted)s."
    ),
    Reason.UNKNOWN_TYPE: _(
        "The content of “%(name)s” is of no known format: the file may be damaged or of another "
        "kind than its name says. Upload the document in one of these formats: %(accepted)s."
    ),
    Reason.TWO_IN_ONE: _(
        "“%(name)s” is not one clean document: other data stands before or behind it. "
        "Print the document to PDF, or scan it again, and upload the new file."
    ),
    Reason.BROKEN: _(
        "“%(name)s” is damaged or incomplete and cannot be opened. "
        "Save or scan the document again and upload the new file."
    ),
    Reason.TOO_COMPLEX: _(
        "“%(name)s” is too complex to be checked. "
        "Print the document to PDF, or split it, and upload the new file."
    ),
    Reason.ENCRYPTED: _(
        "“%(name)s” is protected by a password and cannot be read by the office. "
        "Save it without password and upload it again."
    ),
    Reason.ACTIVE_CONTENT: _(
        "“%(name)s” contains %(found)s, which is not accepted for security reasons. "
        "Print the document to PDF (and sign it again, if it was signed) and upload the new file."
    ),
    Reason.NO_PAGES: _(
        "“%(name)s” is a PDF without any page. Save the document again and upload the new file."
    ),
    Reason.TOO_MANY_PIXELS: _(
        "The image “%(name)s” has %(size)s million pixels and the limit is %(limit)s million. "
        "Take or scan it at a lower resolution and upload it again."
    ),
    Reason.NO_SIGNED_DOCUMENT: _(
        "“%(name)s” holds a signature without the signed document. "
        "Sign again, choosing to include the document in the file, and upload the new file."
    ),
}

INSIDE = _("In the signed file “%(outer)s”: %(inner)s")


class Refused(Exception):
    """A file that is not taken. `reason` says why to code, `sentence` says why to people.

    Parameters are filled into the sentence when it is shown, in the language of that moment.
    """

    def __init__(
        self, reason: Reason, message: str | Promise | None = None, **params: object
    ) -> None:
        self.reason = reason
        self.message = SENTENCES[reason] if message is None else message
        self.params = params
        super().__init__(reason)

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, in the active language."""
        return str(self.message) % self.params

    def inside(self, outer: str) -> Self:
        """Returns the same refusal, said of a document found inside the signed file `outer`."""
        inner = lazy(lambda: self.sentence, str)()
        return type(self)(self.reason, INSIDE, outer=outer, inner=inner)

    def as_validation_error(self) -> ValidationError:
        """Returns what a form shows beside the field; its code is the reason."""
        message: Any = self.message
        return ValidationError(message, code=self.reason.value, params=self.params)


def _tenths(value: float, rounding: str) -> str:
    rounded = (math.ceil if rounding == "up" else math.floor)(value * 10) / 10
    return number_format(rounded, 0 if rounded == int(rounded) else 1)


_lazy_tenths = lazy(_tenths, str)


def megabytes(size: int, *, rounding: str = "up") -> str:
    """Returns `size` bytes in MB with at most one decimal, written in the language of its reader.

    A size is rounded up and a limit down, so that a file one byte too large never
    reads "10 MB, and the limit is 10 MB". 1 MB is 1,048,576 bytes, as file managers show it.
    """
    return _lazy_tenths(size / BYTES_PER_MB, rounding)


def millions(count: int, *, rounding: str = "up") -> str:
    """Returns `count` in millions with at most one decimal, rounded as `megabytes` does."""
    return _lazy_tenths(count / 1_000_000, rounding)
