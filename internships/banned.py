"""Who may begin no internship on a day: by an inspection, or for an untrue declaration (R-SAN-06, R-SAN-07)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grants.models import Ban
from internships.rules import surveying

if TYPE_CHECKING:
    from datetime import date

    from workflows.rules import Outcome


def ban_outcomes(tax_code: str, day: date) -> list[Outcome]:
    """Return whether a host or promoter, by tax code, may begin internships on a day."""
    from internships.models import InternshipBan  # noqa: PLC0415 (the models name the checks)

    running = InternshipBan.objects.filter(tax_code=tax_code, until__gte=day)
    untrue = Ban.objects.filter(tax_code=tax_code, until__gte=day)
    return [
        surveying.not_banned(
            running.order_by("-until").values_list("until", flat=True).first(), day
        ),
        surveying.nothing_untrue(
            untrue.order_by("-until").values_list("until", flat=True).first(), day
        ),
    ]
