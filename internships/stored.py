"""A stored offer as the plain values that the rules are asked on."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from internships.content import DoneMeasure, HeldCertificate, Learnt, OfferContent, UnitData

if TYPE_CHECKING:
    from internships.models import HostOffer

_FROM_ROWS = {
    "host_tax_code",
    "unit",
    "fixed_term",
    "running",
    "curricular",
    "hires",
    "layoffs",
    "dismissals",
    "competences",
    "space",
    "certificates",
    "measures",
}
PLAIN = tuple(field.name for field in fields(OfferContent) if field.name not in _FROM_ROWS)


def content_of(case: HostOffer) -> OfferContent:
    """Return what a filed offer says."""
    periods = list(case.periods.all())
    told: dict[str, Any] = {name: getattr(case, name) for name in PLAIN}
    return OfferContent(
        **told,
        host_tax_code=case.applicant.tax_code,
        unit=UnitData(
            case.unit.street,
            case.unit.street_number,
            case.unit.postcode,
            case.unit.municipality,
            case.unit.province,
        ),
        fixed_term=tuple(
            (one.first_day, one.last_day) for one in periods if one.kind == one.Kind.FIXED_TERM
        ),
        running=tuple(
            (one.first_day, one.last_day) for one in periods if one.kind == one.Kind.INTERN
        ),
        curricular=tuple(
            (one.first_day, one.last_day) for one in periods if one.kind == one.Kind.CURRICULAR
        ),
        hires=tuple(row.plain for row in case.hires.all()),
        layoffs=tuple(row.plain for row in case.layoffs.all()),
        dismissals=tuple(row.plain for row in case.dismissals.all()),
        competences=tuple(Learnt(row.text, row.level) for row in case.competences.all()),
        space=case.space_id,
        certificates=tuple(
            HeldCertificate(row.kind, row.number, row.body, row.valid_to)
            for row in case.certificates.all()
        ),
        measures=tuple(
            DoneMeasure(row.kind, row.done_on, row.proof) for row in case.measures.all()
        ),
    )
