"""What an offer says, as plain values: the form makes it, the stored offer gives it back.

Rules are asked on these values, so that a draft and a filed offer are judged by the same words.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from internships.rules.green import Certificate, GreenProfile, Measure
from internships.rules.hosts import DismissalRow, LayoffRow
from internships.rules.quota import Hire, Period, Staff
from workflows.written.people import OrganisationData, PersonData


@dataclass(frozen=True)
class UnitData:
    """Where the internship is (form 4.1, field 9)."""

    street: str
    street_number: str
    postcode: str
    municipality: str
    province: str


@dataclass(frozen=True)
class Learnt:
    """What is learnt, with its level from 1 to 8."""

    text: str
    level: int


@dataclass(frozen=True)
class HeldCertificate:
    """A certificate as the form names it."""

    kind: str
    number: str
    body: str
    valid_to: date

    @property
    def plain(self) -> Certificate:
        """The certificate as the rules take it."""
        return Certificate(self.kind, self.number, self.valid_to)


@dataclass(frozen=True)
class DoneMeasure:
    """A measure as the form names it."""

    kind: str
    done_on: date
    proof: str

    @property
    def plain(self) -> Measure:
        """The measure as the rules take it."""
        return Measure(self.kind, self.done_on, bool(self.proof.strip()))


@dataclass(frozen=True)
class OfferContent:
    """Everything that is asked of a host (form 4.1); times of work in minutes, money in EUR a month."""

    host_kind: str
    host_tax_code: str
    unit: UnitData
    # Staff and interns in the unit
    owners: int
    permanent: int
    members: int
    apprentices: int
    fixed_term: tuple[Period, ...]
    running: tuple[Period, ...]
    curricular: tuple[Period, ...]
    activated: int
    hires: tuple[Hire, ...]
    is_seasonal: bool
    # Requirements
    safety_in_order: bool
    assessed_on: date | None
    risk: str
    disabled_quota: str
    layoffs: tuple[LayoffRow, ...]
    dismissals: tuple[DismissalRow, ...]
    is_insolvent: bool
    insolvency_agreement: bool
    contributions_in_order: bool
    annual_fee_paid: bool
    no_antimafia: bool
    replaces_nobody: bool
    # The place
    title: str
    area: str
    places: int
    activities: str
    skills: str
    competences: tuple[Learnt, ...]
    start_from: date
    start_to: date
    months: int
    contract: str
    contract_minutes: int
    weekly_minutes: int
    daily_minutes: int
    remote_days: int
    remote_rules: str
    allowance: Decimal
    gives_meals: bool
    requirements: str
    preferences: str
    needs_surveillance: bool
    equipment: str
    hiring: str
    # The tutor
    tutor_name: str
    tutor_tax_code: str
    tutor_role: str
    tutor_years: int
    tutor_skills: str
    tutor_email: str
    tutor_follows: int
    # The link with coworking, or the green profile
    link: str
    space: int | None
    initiative: str
    green_sector: str
    green_role: str
    green_percent: int
    green_task: str
    certificates: tuple[HeldCertificate, ...]
    measures: tuple[DoneMeasure, ...]
    has_report: bool
    tutor_green_years: int
    training_hours: int

    @property
    def staff(self) -> Staff:
        """The staff of the unit as the rules take it (R-NUM-02)."""
        return Staff(self.owners, self.permanent, self.members, self.fixed_term)

    @property
    def levels(self) -> list[int]:
        """The levels of what is learnt."""
        return [one.level for one in self.competences]

    @property
    def is_public(self) -> bool:
        """Whether a public body offers the place (R-IND-04)."""
        return self.host_kind == "public_body"

    @property
    def green(self) -> GreenProfile:
        """The green profile as the rules take it."""
        return GreenProfile(
            self.green_sector,
            self.green_role,
            self.green_percent,
            bool(self.green_task.strip()),
            tuple(one.plain for one in self.certificates),
            tuple(one.plain for one in self.measures),
            self.has_report,
            self.tutor_green_years,
            self.training_hours,
        )


@dataclass(frozen=True)
class OfferFiling:
    """A whole offer ready to be filed: who signs, for whom, what, and what they declare."""

    person: PersonData
    organisation: OrganisationData | None
    vat_number: str
    content: OfferContent
    declarations: tuple[str, ...] = ()
