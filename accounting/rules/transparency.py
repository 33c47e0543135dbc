"""What is published of a grant, and what is not (TRA, PRV)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

PERSONAL_CODE_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Beneficiary:
    """Who received money; `reveals_hardship` tells whether publishing would tell of health or need."""

    name: str
    tax_code: str
    vat_number: str
    is_natural_person: bool
    reveals_hardship: bool
    code: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What the public table says of a beneficiary."""

    name: str
    identifier: str


def must_publish(acts: Iterable[tuple[date, Decimal]], year: int, threshold: Decimal) -> bool:
    """Tell whether a beneficiary's grants of a calendar year, in EUR, pass the threshold (TRA-02)."""
    return sum((amount for day, amount in acts if day.year == year), Decimal(0)) > threshold


def discharged(register: str, cor: str) -> bool:
    """Tell whether the aid register spares the publication: RNA alone, with its code (TRA-07)."""
    return register == "RNA" and bool(cor.strip())


def shown(beneficiary: Beneficiary) -> Shown:
    """Return what may be told of a beneficiary (TRA-05, TRA-06).

    A code alone, never initials, where the grant reveals health or hardship; of a person who trades the
    VAT number; of other persons nothing beside the name. A tax code of sixteen characters is a
    person's, whatever the record says of its holder.
    """
    if beneficiary.reveals_hardship:
        return Shown(beneficiary.code, "")
    personal = (
        beneficiary.is_natural_person or len(beneficiary.tax_code.strip()) == PERSONAL_CODE_LENGTH
    )
    if personal:
        return Shown(beneficiary.name, beneficiary.vat_number)
    return Shown(beneficiary.name, beneficiary.tax_code or beneficiary.vat_number)


def published_until(published_on: date, years: int) -> date:
    """Return the day on which a row leaves the table, so many full years after its own (TRA-09)."""
    return date(published_on.year + years + 1, 1, 1)
