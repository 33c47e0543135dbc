"""The Italian tax code (codice fiscale) of persons and of other bodies (IDC-01 to IDC-04)."""

import re
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Literal, TypeAlias

from codicefiscale.codicefiscale import encode_firstname, encode_lastname
from stdnum.exceptions import ValidationError
from stdnum.it import codicefiscale, iva

from parties.codes.cleaning import clean
from parties.codes.errors import CodeError, Reason, reason_of
from parties.codes.places import codes_named

PREFIXES = ("TINIT", "VATIT", "IT")
PERSON_LENGTH = 16
BODY_LENGTH = 11
_MONTHS = "ABCDEHLMPRST"
_DIGIT = "[0-9LMNPQRSTUV]"
_PERSON = re.compile(
    rf"[A-Z]{{6}}{_DIGIT}{{2}}[{_MONTHS}]{_DIGIT}{{2}}[A-Z]{_DIGIT}{{3}}[A-Z]",
)
_TO_LETTERS = str.maketrans("0123456789", "LMNPQRSTUV")
_TO_DIGITS = str.maketrans("LMNPQRSTUV", "0123456789")
# From the right, as the tax authority replaces digits when two people would share a code.
_DIGIT_POSITIONS = (14, 13, 12, 10, 9, 7, 6)
_WOMEN_ADD = 40

Sex: TypeAlias = Literal["M", "F"]


@dataclass(frozen=True, slots=True)
class PersonTaxCode:
    """The tax code of a person, with what can be read in it.

    `base` is the code before any digit was replaced by a letter (omocodia). The century of birth
    is not in the code: `birth_year_two_digits` must not be turned into an age (IDC-03).
    """

    normalised: str
    base: str
    sex: Sex
    birth_day: int
    birth_month: int
    birth_year_two_digits: int
    birthplace_code: str

    @property
    def last_name_letters(self) -> str:
        """The three letters drawn from the last name."""
        return self.base[:3]

    @property
    def first_name_letters(self) -> str:
        """The three letters drawn from the first name."""
        return self.base[3:6]

    def __str__(self) -> str:
        """Return the code as it is stored."""
        return self.normalised


@dataclass(frozen=True, slots=True)
class BodyTaxCode:
    """The eleven-digit tax code of an enterprise, an association or a public body.

    Provisional codes of persons have the same shape.
    """

    normalised: str

    @property
    def usually_association(self) -> bool:
        """Whether the first digit is one that bodies without a VAT number usually receive."""
        return self.normalised[0] in "89"

    def __str__(self) -> str:
        """Return the code as it is stored."""
        return self.normalised


def parse_tax_code(raw: str) -> PersonTaxCode | BodyTaxCode:
    """Read a tax code: 16 characters for a person, 11 digits for a body.

    Raises `CodeError` with LENGTH, FORMAT, CHECK_CHARACTER or COMPONENT (a birth date that does
    not exist, an office that does not exist). IDC-01, IDC-02, IDC-04.
    """
    code = clean(raw, *PREFIXES)
    if len(code) == BODY_LENGTH:
        return BodyTaxCode(normalised=checked_eleven_digits(code))
    if len(code) != PERSON_LENGTH:
        raise CodeError(Reason.LENGTH, "A tax code has 16 or 11 characters.")
    return _read_person(code)


def parse_person_tax_code(raw: str) -> PersonTaxCode:
    """Read the tax code of a person; as `parse_tax_code`, and NOT_A_PERSON for eleven digits."""
    code = parse_tax_code(raw)
    if isinstance(code, BodyTaxCode):
        raise CodeError(Reason.NOT_A_PERSON, "Eleven digits are the tax code of a body.")
    return code


def checked_eleven_digits(code: str) -> str:
    """Return a clean eleven-digit number after its checks, shared by VAT numbers (IDC-05).

    The first seven digits are not all zero, the office exists, the last digit agrees (Luhn).
    """
    try:
        return iva.validate(code)
    except ValidationError as error:
        raise CodeError(reason_of(error), "The eleven digits are not valid.") from error


def omocodia_variants(code: str) -> list[str]:
    """Return the 127 codes that may replace `code` when several people would share it (IDC-02).

    `code` is valid and may itself be a variant; the base code is not in the list. Fewer letters
    come first, and among these the ones furthest to the right.
    """
    stem = parse_person_tax_code(code).base[:15]
    return [
        _with_check_letter(_translated(stem, positions, _TO_LETTERS))
        for count in range(1, len(_DIGIT_POSITIONS) + 1)
        for positions in combinations(_DIGIT_POSITIONS, count)
    ]


def encode_tax_code(
    *,
    first_name: str,
    last_name: str,
    birth_date: date,
    birthplace: str,
    sex: Sex,
) -> str:
    """Write the tax code that an invented person would have (demonstration data, tests).

    `birthplace` is a name or a Belfiore code. Raises `CodeError` with COMPONENT when a name has
    no letters or the place is unknown or stands for several places (add the province then).
    """
    places = codes_named(birthplace, on=birth_date)
    if len(places) != 1:
        raise CodeError(Reason.COMPONENT, "The birthplace does not name exactly one place.")
    day = birth_date.day + (_WOMEN_ADD if sex == "F" else 0)
    month = _MONTHS[birth_date.month - 1]
    return _with_check_letter(
        last_name_letters(last_name)
        + first_name_letters(first_name)
        + f"{birth_date.year % 100:02d}{month}{day:02d}"
        + next(iter(places)),
    )


def last_name_letters(name: str) -> str:
    """Return the three letters that a last name gives to the tax code (DM 23 Dec 1976)."""
    return encode_lastname(_named(name))


def first_name_letters(name: str) -> str:
    """Return the three letters that the first names give to the tax code (DM 23 Dec 1976)."""
    return encode_firstname(_named(name))


def _named(name: str) -> str:
    # The library answers XXX for a name without letters, as if it were a name.
    if not any(char.isalpha() for char in name):
        raise CodeError(Reason.COMPONENT, "A name without letters has no code.")
    return name


def _read_person(code: str) -> PersonTaxCode:
    if not _PERSON.fullmatch(code):
        raise CodeError(Reason.FORMAT, "Letters and digits are not where a tax code has them.")
    if codicefiscale.calc_check_digit(code[:15]) != code[15]:
        raise CodeError(Reason.CHECK_CHARACTER, "The last letter of the tax code does not agree.")
    base = _with_check_letter(_translated(code[:15], _DIGIT_POSITIONS, _TO_DIGITS))
    day_and_sex, month, year = int(base[9:11]), _MONTHS.index(base[8]) + 1, int(base[6:8])
    sex: Sex = "F" if day_and_sex > _WOMEN_ADD else "M"
    day = day_and_sex - _WOMEN_ADD if sex == "F" else day_and_sex
    _require_date(year, month, day)
    return PersonTaxCode(
        normalised=code,
        base=base,
        sex=sex,
        birth_day=day,
        birth_month=month,
        birth_year_two_digits=year,
        birthplace_code=base[11:15],
    )


def _require_date(year: int, month: int, day: int) -> None:
    try:
        # Any century will do, and in this one every two-digit leap year is leap, 00 included.
        date(2000 + year, month, day)
    except ValueError as error:
        raise CodeError(Reason.COMPONENT, "The birth date in the code does not exist.") from error


def _translated(stem: str, positions: tuple[int, ...], table: dict[int, int]) -> str:
    return "".join(
        char.translate(table) if index in positions else char for index, char in enumerate(stem)
    )


def _with_check_letter(stem: str) -> str:
    return stem + codicefiscale.calc_check_digit(stem)
