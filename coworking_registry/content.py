"""What an application for the register says, as one plain value (form 14.1)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from coworking_registry.rules.sheets import Machine, Stretch
from workflows.written.people import OrganisationData, PersonData


@dataclass(frozen=True)
class ListedPrice:
    """A line of the price list: price without VAT in EUR, VAT in percent."""

    spend_kind: str
    description: str
    unit: str
    price: Decimal
    vat_rate: Decimal


@dataclass(frozen=True)
class SpaceContent:
    """The space as its manager declares it."""

    name: str
    kind: str
    description: str
    street: str
    street_number: str
    postcode: str
    municipality: str
    latitude: Decimal | None
    longitude: Decimal | None
    tenure: str
    tenure_until: date | None
    surface_m2: int
    desks: int
    open_space: int
    reserved: int
    offices: int
    workshop: int
    accessible_desks: int
    accessibility: str
    connections: tuple[str, ...]
    meeting_seats: int
    services: tuple[str, ...]
    events: int
    in_statute: bool
    is_always_open: bool
    insured_until: date | None
    is_fit: bool
    is_fire_safe: bool
    has_risk_assessment: bool
    email: str
    phone: str
    website: str
    hours: tuple[Stretch, ...] = ()
    prices: tuple[ListedPrice, ...] = ()
    machines: tuple[Machine, ...] = ()


@dataclass(frozen=True)
class SpaceFiling:
    """A whole application, every field checked on its own."""

    applicant_kind: str
    person: PersonData
    organisation: OrganisationData
    content: SpaceContent
    declarations: tuple[str, ...] = field(default_factory=tuple)
