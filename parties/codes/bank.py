"""Bank accounts: IBAN of Italy, San Marino and the other SEPA countries (IDC-06)."""

import re
from dataclasses import dataclass

from stdnum import iban, numdb
from stdnum.exceptions import ValidationError
from stdnum.it import codicefiscale

from parties.codes.cleaning import clean
from parties.codes.errors import CodeError, Reason, reason_of

# IBAN countries of the SEPA schemes as listed by the European Payments Council (EPC409-09):
# the Union, the EEA, and the states and territories admitted since.
_SEPA = (
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK "
    "IS LI NO AD AL CH GB GI MC MD ME MK RS SM VA"
)
SEPA_COUNTRIES = frozenset(_SEPA.split())
_ITALIAN_SHAPE = frozenset({"IT", "SM"})
_SHAPE = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]+")
_FIELD = re.compile(r"([0-9]+)![nac]")
_registry = numdb.get("iban")


@dataclass(frozen=True, slots=True)
class Iban:
    """An IBAN; the parts of the account are there for Italy and San Marino, else None."""

    normalised: str
    cin: str | None = None
    abi: str | None = None
    cab: str | None = None
    account: str | None = None

    @property
    def country(self) -> str:
        """The ISO code of the country."""
        return self.normalised[:2]

    @property
    def grouped(self) -> str:
        """The IBAN in groups of four, as people read it."""
        return iban.format(self.normalised)

    def __str__(self) -> str:
        """Return the IBAN as it is stored."""
        return self.normalised


def parse_iban(raw: str, *, countries: frozenset[str] = SEPA_COUNTRIES) -> Iban:
    """Read an IBAN of one of the `countries` that a SEPA credit transfer reaches.

    Raises `CodeError`: FORMAT, COUNTRY (outside `countries`), LENGTH (of that country),
    CHECK_CHARACTER (mod 97), CIN (the letter of Italian accounts, which mod 97 may miss). IDC-06;
    accounts of other states are accepted as Italian ones (Reg. (EU) 260/2012 art. 9).
    """
    number = clean(raw, "IBAN")
    if not _SHAPE.fullmatch(number):
        raise CodeError(Reason.FORMAT, "An IBAN starts with two letters and two digits.")
    if number[:2] not in countries:
        raise CodeError(Reason.COUNTRY, "The account is outside the SEPA countries.")
    if len(number) != _length_in_country(number):
        raise CodeError(Reason.LENGTH, "The IBAN does not have the length of its country.")
    _require_check_digits(number)
    if number[:2] not in _ITALIAN_SHAPE:
        return Iban(number)
    # The letter before the bank code is reckoned like the last letter of a tax code.
    if codicefiscale.calc_check_digit(number[5:]) != number[4]:
        raise CodeError(Reason.CIN, "The control letter of the account does not agree.")
    return Iban(number, cin=number[4], abi=number[5:10], cab=number[10:15], account=number[15:])


def _length_in_country(number: str) -> int:
    properties = _registry.info(number)[0][1]
    return 4 + sum(int(size) for size in _FIELD.findall(properties.get("bban", "")))


def _require_check_digits(number: str) -> None:
    try:
        # National checks of other countries are left out: a wrong refusal would be
        # discrimination, and a slip of the pen is caught by the two digits.
        iban.validate(number, check_country=False)
    except ValidationError as error:
        raise CodeError(reason_of(error), "The IBAN is not valid.") from error
    # 00, 01 and 99 leave the same remainder as 97, 98 and 02, the only ones a bank issues.
    if iban.calc_check_digits(number) != number[2:4]:
        raise CodeError(Reason.CHECK_CHARACTER, "The check digits are not those a bank issues.")
