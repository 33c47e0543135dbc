"""Who fills in a form and for whom, as plain values: the form makes them, filing stores them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PersonData:
    """Who fills in the form (co-mantova 14.0, block P)."""

    first_name: str
    last_name: str
    tax_code: str
    birth_date: date
    birthplace: str
    sex: str
    citizenship: str
    street: str
    street_number: str
    postcode: str
    municipality: str
    province: str
    phone: str
    email: str
    pec: str = ""


@dataclass(frozen=True)
class OrganisationData:
    """For whom they act, where they do not act for themselves (block I)."""

    name: str
    legal_form: str
    tax_code: str
    vat_number: str
    rea: str
    ateco: str
    size: str
    vat_opened_on: date | None
    street: str
    street_number: str
    postcode: str
    municipality: str
    province: str
    pec: str
    email: str
    capacity: str
