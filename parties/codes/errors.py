"""Why a code is refused."""

from enum import StrEnum

from stdnum.exceptions import (
    InvalidChecksum,
    InvalidFormat,
    InvalidLength,
    ValidationError,
)


class Reason(StrEnum):
    """What is wrong with a code; the value is part of the error code shown to forms."""

    LENGTH = "length"
    FORMAT = "format"
    CHECK_CHARACTER = "check_character"
    COMPONENT = "component"
    CIN = "cin"
    COUNTRY = "country"
    NOT_A_PERSON = "not_a_person"


class CodeError(ValueError):
    """A code cannot be accepted.

    `reason` says which test it failed. The text is for developers and never repeats the code or
    the right check character: logs must not collect identities, and a form must not teach
    how to complete an invented code.
    """

    def __init__(self, reason: Reason, detail: str) -> None:
        """Keep the reason beside a detail for developers."""
        super().__init__(detail)
        self.reason = reason


def reason_of(error: ValidationError) -> Reason:
    """Return the reason that matches an error of python-stdnum."""
    # InvalidLength is a kind of InvalidFormat there: it has to be asked for first.
    if isinstance(error, InvalidLength):
        return Reason.LENGTH
    if isinstance(error, InvalidFormat):
        return Reason.FORMAT
    if isinstance(error, InvalidChecksum):
        return Reason.CHECK_CHARACTER
    return Reason.COMPONENT
