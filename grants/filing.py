"""What a complete application says, as plain values: the form makes it, `services.filing` files it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from calls.rules.sheets import Value
from workflows.written.people import OrganisationData, PersonData


@dataclass(frozen=True)
class LineData:
    """One line of spend; `price_item` is the row of the space's list it was taken from, if any."""

    kind: str
    description: str
    unit: str
    quantity: Decimal
    unit_price: Decimal
    vat_rate: Decimal
    price_item: int | None = None
    list_price: Decimal | None = None


@dataclass(frozen=True)
class AidData:
    """One aid already received, gross, in EUR."""

    authority: str
    measure: str
    granted_on: date
    amount: Decimal


@dataclass(frozen=True)
class LinkData:
    """A firm that is one undertaking with the applicant, and by what (AID-06)."""

    firm: str
    code: str
    holds_applicant: bool
    relation: str


@dataclass(frozen=True)
class Filing:
    """A whole application, every field checked on its own."""

    applicant_kind: str
    person: PersonData
    organisation: OrganisationData | None
    employment: str
    commits_to_vat: bool
    space: int
    period_from: date
    period_to: date
    project: str
    network: str
    quote_date: date | None
    vat_is_cost: bool
    other_aid: bool
    other_aid_detail: str
    requested: Decimal
    lines: list[LineData]
    aids: list[AidData] = field(default_factory=list)
    links: list[LinkData] = field(default_factory=list)
    declarations: list[str] = field(default_factory=list)
    vat_number: str = ""
    # Answers to the extra questions of the call, by code; what is calculated is worked out anew.
    given_answers: Mapping[str, Value] = field(default_factory=dict)
