"""Which internships somebody has had with a host; the tax codes of both decide, not their names."""

from __future__ import annotations

from internships.models.statuses import BEFORE_START, COUNTS_WITH_HOST
from internships.rules.bans import Earlier


def earlier_internships(person: str, host: str) -> list[Earlier]:
    """Return what the office knows of internships of a person with a host, by tax code (R-BAN-01)."""
    from internships.models import Internship  # noqa: PLC0415 (the models name the checks)

    known = Internship.objects.filter(
        trainee__tax_code=person,
        offer__applicant__tax_code=host,
        status__in=[*COUNTS_WITH_HOST, *BEFORE_START],
    )
    return [Earlier(extracurricular=True, began=True)] * known.count()
