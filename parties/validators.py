"""Checks of identity codes for form and model fields: `parties.codes` in sentences people read.

A validator does not change the value. Forms store what the `parse_` function returns.
"""

from collections.abc import Callable, Mapping

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from parties import codes
from parties.codes import Reason

_TAX_CODE: dict[Reason, Promise] = {
    Reason.LENGTH: _(
        "A tax code has 16 characters for a person and 11 digits for an organisation: "
        "please count the characters again.",
    ),
    Reason.FORMAT: _(
        "Letters and digits are not where a tax code has them: please check that you did not "
        "write the letter O for a zero or the letter I for a one.",
    ),
    Reason.CHECK_CHARACTER: _(
        "The check character does not match: please read the code again from your health card "
        "or from the certificate of the organisation.",
    ),
    Reason.COMPONENT: _(
        "The code contains a date of birth or an office that does not exist: please read it "
        "again from your health card or from the certificate of the organisation.",
    ),
}

_PERSON_TAX_CODE: dict[Reason, Promise] = {
    Reason.LENGTH: _(
        "The tax code of a person has 16 characters: please count the characters again.",
    ),
    Reason.FORMAT: _TAX_CODE[Reason.FORMAT],
    Reason.CHECK_CHARACTER: _(
        "The check character does not match: please read the code again from your health card.",
    ),
    Reason.COMPONENT: _(
        "The code contains a date of birth that does not exist: please read it again from your "
        "health card.",
    ),
    Reason.NOT_A_PERSON: _(
        "Eleven digits are the tax code of an organisation: please write the 16 characters of "
        "the person's tax code.",
    ),
}

_VAT_NUMBER: dict[Reason, Promise] = {
    Reason.LENGTH: _("A VAT number has 11 digits: please count them again."),
    Reason.FORMAT: _(
        "A VAT number is made of 11 digits, not all zero: please check that you did not write "
        "the letter O for a zero.",
    ),
    Reason.CHECK_CHARACTER: _(
        "The last digit does not match the others: please copy the VAT number again from the "
        "business register or from an invoice.",
    ),
    Reason.COMPONENT: _(
        "The VAT number names a tax office that does not exist: please copy it again from the "
        "business register or from an invoice.",
    ),
}

_IBAN: dict[Reason, Promise] = {
    Reason.LENGTH: _(
        "The IBAN is too short or too long for its country (27 characters in Italy): please "
        "count the characters again.",
    ),
    Reason.FORMAT: _(
        "An IBAN starts with two letters and two digits, followed by letters and digits: "
        "please copy it again from your bank.",
    ),
    Reason.CHECK_CHARACTER: _(
        "The check digits of the IBAN do not match: please copy it again from your bank.",
    ),
    Reason.CIN: _(
        "The letter after the check digits does not match the account: please copy the IBAN "
        "again from your bank.",
    ),
    Reason.COUNTRY: _(
        "We cannot pay into this country: please give an account in Italy or in another country "
        "of the single euro payments area (SEPA).",
    ),
}

_CUP: dict[Reason, Promise] = {
    Reason.LENGTH: _("A CUP has 15 characters: please count them again."),
    Reason.FORMAT: _(
        "A CUP is a letter, two digits, a letter and eleven digits, such as J41B26000010005: "
        "please copy it again.",
    ),
}

_REA: dict[Reason, Promise] = {
    Reason.FORMAT: _(
        "A REA number is the sign of the province and up to seven digits, such as MN-123456: "
        "please copy it from your business register certificate.",
    ),
    Reason.COMPONENT: _(
        "A REA number cannot be zero: please copy it from your business register certificate.",
    ),
}

_ATECO: dict[Reason, Promise] = {
    Reason.LENGTH: _(
        "An ATECO code has six digits, such as 46.50.10: please copy the full code from your "
        "business register certificate.",
    ),
    Reason.FORMAT: _(
        "An ATECO code is made of six digits, such as 46.50.10, with or without a letter in "
        "front: please copy it from your business register certificate.",
    ),
}

_POSTCODE: dict[Reason, Promise] = {
    Reason.LENGTH: _("A postcode has five digits, such as 46100: please count them again."),
    Reason.FORMAT: _("A postcode is made of digits only, such as 46100: please correct it."),
}


def validate_tax_code(value: str) -> None:
    """Refuse a tax code of a person or of a body that cannot exist (IDC-01, IDC-04)."""
    _check(codes.parse_tax_code, value, _TAX_CODE, "tax_code")


def validate_person_tax_code(value: str) -> None:
    """Refuse what is not the sixteen-character tax code of a person (IDC-01)."""
    _check(codes.parse_person_tax_code, value, _PERSON_TAX_CODE, "tax_code")


def validate_vat_number(value: str) -> None:
    """Refuse a VAT number that cannot exist (IDC-05)."""
    _check(codes.parse_vat_number, value, _VAT_NUMBER, "vat_number")


def validate_iban(value: str) -> None:
    """Refuse an IBAN that is wrong or outside the SEPA countries (IDC-06)."""
    _check(codes.parse_iban, value, _IBAN, "iban")


def validate_cup(value: str) -> None:
    """Refuse what is not written as a project code (CUP-04)."""
    _check(codes.parse_cup, value, _CUP, "cup")


def validate_rea(value: str) -> None:
    """Refuse what is not written as a REA number (IDC-08)."""
    _check(codes.parse_rea, value, _REA, "rea")


def validate_ateco(value: str) -> None:
    """Refuse what is not written as a full ATECO code (IDC-07)."""
    _check(codes.parse_ateco, value, _ATECO, "ateco")


def validate_postcode(value: str) -> None:
    """Refuse what is not an Italian postcode of five digits."""
    _check(codes.parse_postcode, value, _POSTCODE, "postcode")


def _check(
    parse: Callable[[str], object],
    value: str,
    sentences: Mapping[Reason, Promise],
    kind: str,
) -> None:
    try:
        parse(value)
    except codes.CodeError as error:
        raise ValidationError(sentences[error.reason], code=f"{kind}_{error.reason}") from error
