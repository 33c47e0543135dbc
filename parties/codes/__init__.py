"""Identity codes: reading, checking and writing them, without Django and without a database.

Every `parse_` function takes what a person typed, tidies it (`cleaning.clean`) and returns the
one form in which the code is stored, or raises `CodeError` with the reason of the refusal.
Comparing a tax code with the data of its holder is another matter: it only ever warns
(`tax_code_mismatches`), because the tax authority, not the applicant, chose the letters.
"""

from parties.codes.bank import SEPA_COUNTRIES, Iban, parse_iban
from parties.codes.business import (
    Ateco,
    Rea,
    ateco_matches,
    parse_ateco,
    parse_cup,
    parse_postcode,
    parse_rea,
    parse_vat_number,
)
from parties.codes.errors import CodeError, Reason
from parties.codes.holders import Mismatch, tax_code_mismatches
from parties.codes.places import Municipality, municipalities, place_name
from parties.codes.sizes import EnterpriseSize, SizeCeiling, SizeThresholds, sme_size
from parties.codes.tax_codes import (
    BodyTaxCode,
    PersonTaxCode,
    Sex,
    encode_tax_code,
    omocodia_variants,
    parse_person_tax_code,
    parse_tax_code,
)

__all__ = [
    "SEPA_COUNTRIES",
    "Ateco",
    "BodyTaxCode",
    "CodeError",
    "EnterpriseSize",
    "Iban",
    "Mismatch",
    "Municipality",
    "PersonTaxCode",
    "Rea",
    "Reason",
    "Sex",
    "SizeCeiling",
    "SizeThresholds",
    "ateco_matches",
    "encode_tax_code",
    "municipalities",
    "omocodia_variants",
    "parse_ateco",
    "parse_cup",
    "parse_iban",
    "parse_person_tax_code",
    "parse_postcode",
    "parse_rea",
    "parse_tax_code",
    "parse_vat_number",
    "place_name",
    "sme_size",
    "tax_code_mismatches",
]
