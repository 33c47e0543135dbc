"""What a candidacy says, as plain values: the form makes it, the stored one gives it back.

Rules are asked on these values, so that a draft and a filed candidacy are judged by the same words.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from internships.rules.recipients import Category
from workflows.written.people import PersonData

if TYPE_CHECKING:
    from internships.models import Candidacy


@dataclass(frozen=True)
class ToldRelation:
    """What a candidate has had with a host, by the host's row."""

    host: int
    kind: str
    ended_on: date
    days: int = 0


@dataclass(frozen=True)
class ToldExperience:
    """A course or an experience."""

    kind: str
    what: str
    where: str
    first_day: date
    last_day: date


@dataclass(frozen=True)
class Running:
    """An internship under way, in minutes a week."""

    host: str
    weekly_minutes: int
    last_day: date


@dataclass(frozen=True)
class RestrictedContent:
    """What is kept apart: a protected condition, who certifies it, what the interview needs."""

    condition: str = ""
    details: str = ""
    adjustments: str = ""


@dataclass(frozen=True)
class CandidacyContent:
    """Everything that is asked of a candidate (form 4.2) beside who they are."""

    condition: str
    evidence_number: str
    evidence_on: date | None
    job_centre: str
    support: str
    support_until: date | None
    schooling_done: bool
    is_neet: bool
    needs_permit: bool
    permit_until: date | None
    is_renewing: bool
    guardian: str
    guardian_tax_code: str
    education: str
    study_title: str
    institute: str
    graduated_on: date | None
    grade: str
    languages: str
    digital: str
    has_licence: bool
    motivation: str
    available_from: date | None
    weekly_minutes: int
    mobility_km: int
    has_kinship: bool
    preferences: tuple[int, ...] = ()
    relations: tuple[ToldRelation, ...] = ()
    experiences: tuple[ToldExperience, ...] = ()
    running: tuple[Running, ...] = ()
    restricted: RestrictedContent = RestrictedContent()

    @property
    def category(self) -> Category | None:
        """The category of recipient, wherever it is kept (R-REC-02)."""
        kept = self.restricted.condition or self.condition
        return Category(kept) if kept else None


@dataclass(frozen=True)
class CandidacyFiling:
    """A whole candidacy ready to be filed: who, what, and what they declare."""

    person: PersonData
    content: CandidacyContent
    declarations: tuple[str, ...] = ()


_FROM_ROWS = {"preferences", "relations", "experiences", "running", "restricted"}
PLAIN = tuple(field.name for field in fields(CandidacyContent) if field.name not in _FROM_ROWS)


def content_of(case: Candidacy) -> CandidacyContent:
    """Return what a filed candidacy says."""
    told: dict[str, Any] = {name: getattr(case, name) for name in PLAIN}
    kept = getattr(case, "restricted", None)
    return CandidacyContent(
        **told,
        preferences=tuple(one.offer_id for one in case.preferences.all()),
        relations=tuple(
            ToldRelation(one.host_id, one.kind, one.ended_on, one.days)
            for one in case.prior_relations.all()
        ),
        experiences=tuple(
            ToldExperience(one.kind, one.what, one.where, one.first_day, one.last_day)
            for one in case.experiences.all()
        ),
        running=tuple(
            Running(one.host, one.weekly_minutes, one.last_day)
            for one in case.running_internships.all()
        ),
        restricted=RestrictedContent(kept.condition, kept.details, kept.adjustments)
        if kept
        else RestrictedContent(),
    )
