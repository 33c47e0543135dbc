"""Codes of enterprises and of their projects: VAT number, REA, ATECO, CUP, postcode."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from parties.codes.cleaning import clean
from parties.codes.errors import CodeError, Reason
from parties.codes.tax_codes import BODY_LENGTH, checked_eleven_digits

_REA = re.compile(r"([A-Z]{2})([0-9]{1,7})")
_CUP = re.compile(r"[A-Z][0-9]{2}[A-Z][0-9]{11}")
_CUP_LENGTH = 15
_ATECO = re.compile(r"([A-V])?([0-9]+)")
_ATECO_DIGITS = 6
_ATECO_PREFIX = re.compile(r"[A-V]?([0-9]{2,6})")
_POSTCODE = re.compile(r"[0-9]{5}")
_POSTCODE_LENGTH = 5


@dataclass(frozen=True, slots=True)
class Rea:
    """A number in the economic and administrative index: sign of the province and number."""

    province: str
    number: int

    def __str__(self) -> str:
        """Return the number as it is stored, such as `MN-123456`."""
        return f"{self.province}-{self.number}"


@dataclass(frozen=True, slots=True)
class Ateco:
    """An economic activity: `code` as `46.50.10`, `section` its letter where it was given."""

    code: str
    section: str | None = None

    def __str__(self) -> str:
        """Return the six digits as they are stored, such as `46.50.10`."""
        return self.code


def parse_vat_number(raw: str) -> str:
    """Return the eleven digits of an Italian VAT number.

    Raises `CodeError` with LENGTH, FORMAT, COMPONENT (no such office) or CHECK_CHARACTER. That
    the number is in use only VIES or the business register can tell. IDC-05.
    """
    number = clean(raw, "VATIT", "TINIT", "IT")
    if len(number) != BODY_LENGTH:
        raise CodeError(Reason.LENGTH, "A VAT number has eleven digits.")
    return checked_eleven_digits(number)


def parse_rea(raw: str) -> Rea:
    """Read a REA number such as `MN-123456`; leading zeros are dropped.

    Any two letters are a sign: the register still uses signs that provinces have left. Raises
    `CodeError` with FORMAT, or COMPONENT for number zero. IDC-08.
    """
    match = _REA.fullmatch(clean(raw))
    if not match:
        raise CodeError(Reason.FORMAT, "A REA number is a province sign and up to seven digits.")
    if not int(match[2]):
        raise CodeError(Reason.COMPONENT, "No enterprise has the REA number zero.")
    return Rea(province=match[1], number=int(match[2]))


def parse_ateco(raw: str) -> Ateco:
    """Read a full ATECO code `NN.NN.NN`, with or without its section letter and dots.

    Raises `CodeError` with FORMAT, or LENGTH when the digits are not six. Whether the code is in
    the 2007 or the 2025 classification is not in the code: store which one it is. IDC-07.
    """
    match = _ATECO.fullmatch(clean(raw))
    if not match:
        raise CodeError(Reason.FORMAT, "An ATECO code is written NN.NN.NN.")
    section, digits = match.groups()
    if len(digits) != _ATECO_DIGITS:
        raise CodeError(Reason.LENGTH, "An ATECO code has six digits.")
    return Ateco(code=f"{digits[:2]}.{digits[2:4]}.{digits[4:]}", section=section)


def ateco_matches(code: Ateco | str, prefixes: Iterable[str]) -> bool:
    """Tell whether an activity falls under one of the divisions, groups or classes of a call.

    `46.5` and `G46.5` match `46.50.10`. Raises `CodeError` with FORMAT for a prefix that is only
    a letter: sections are not the same in the 2007 and in the 2025 classification. IDC-07.
    """
    activity = code if isinstance(code, Ateco) else parse_ateco(code)
    digits = activity.code.replace(".", "")
    # All prefixes are read before any is compared, so a wrong one never hides behind a match.
    return digits.startswith(tuple([_prefix_digits(prefix) for prefix in prefixes]))


def parse_cup(raw: str) -> str:
    """Return the fifteen characters of a project code (CUP).

    Raises `CodeError` with LENGTH or FORMAT; the code has no public check character. CUP-04.
    """
    code = clean(raw)
    if len(code) != _CUP_LENGTH:
        raise CodeError(Reason.LENGTH, "A CUP has fifteen characters.")
    if not _CUP.fullmatch(code):
        raise CodeError(Reason.FORMAT, "A CUP is a letter, two digits, a letter, eleven digits.")
    return code


def parse_postcode(raw: str) -> str:
    """Return the five digits of an Italian postcode; raises `CodeError` (LENGTH, FORMAT)."""
    code = clean(raw)
    if len(code) != _POSTCODE_LENGTH:
        raise CodeError(Reason.LENGTH, "A postcode has five digits.")
    if not _POSTCODE.fullmatch(code):
        raise CodeError(Reason.FORMAT, "A postcode has digits only.")
    return code


def _prefix_digits(prefix: str) -> str:
    match = _ATECO_PREFIX.fullmatch(clean(prefix))
    if not match:
        raise CodeError(Reason.FORMAT, "An ATECO prefix has two to six digits.")
    return match[1]
