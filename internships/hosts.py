"""What a filed offer tells its host, for the shared page of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from internships import host_side
from internships.checks import concerns_hosts
from internships.models import OfferStatus
from internships.parameters import takes_candidates
from internships.words import CONFIRM
from ui.formats import euro, short_date

if TYPE_CHECKING:
    from internships.models import HostOffer
    from workflows.kinds import StatusWords

TOLD_THE_REASONS = {
    OfferStatus.REFUSAL_NOTICE,
    OfferStatus.OBSERVATIONS_RECEIVED,
    OfferStatus.REFUSAL_PROPOSED,
    OfferStatus.REFUSED,
}


def resume_url(case: Any) -> str:
    """Return where a draft goes on."""
    return reverse("internships:offer_page", args=[case.pk, "chi"])


def words_now(case: HostOffer) -> StatusWords | None:
    """Return that it is the host's move while somebody waits for its word."""
    return CONFIRM if case.status == OfferStatus.PUBLISHED and host_side.waiting_for(case) else None


def applicant_context(case: HostOffer, _user: Any) -> dict[str, Any]:
    """Return what `internships/host/_offer.html` shows of a filed offer."""
    is_public = case.status == OfferStatus.PUBLISHED
    has_candidates = case.published_on is not None and takes_candidates(case.call_version)
    return {
        "facts": _facts(case),
        "grounds": case.grounds if case.status in TOLD_THE_REASONS else [],
        "competences": list(case.competences.all()),
        "activities": case.activities,
        "candidates_url": reverse("internships:offer_candidates", args=[case.pk])
        if has_candidates
        else "",
        "admitted_candidates": host_side.candidates_of(case).count() if has_candidates else 0,
        "to_confirm": host_side.waiting_for(case) if has_candidates else 0,
        "public_url": reverse("internships:offer", args=[case.number]) if is_public else "",
        "declarations": [
            one.title
            for one in case.call_version.declarations.all()
            if concerns_hosts(one.only_for) and one.code in case.declarations
        ],
    }


def _facts(case: HostOffer) -> list[dict[str, Any]]:
    decided = case.published_on is not None
    facts = [
        (_("Host"), case.applicant.name, case.applicant.tax_code),
        (_("Position"), case.title, case.get_area_display()),
        (_("Operating unit"), str(case.unit), ""),
        (_("Places asked for"), str(case.places), ""),
        (_("Places admitted"), str(case.admitted_places) if decided else "", ""),
        (_("Published from"), short_date(case.published_on) if decided else "", ""),
        (_("Start"), f"{short_date(case.start_from)} – {short_date(case.start_to)}", ""),
        (_("Months"), str(case.months), ""),
        (_("Gross allowance a month"), euro(case.allowance), ""),
        (_("Tutor"), case.tutor_name, case.tutor_role),
    ]
    return [{"label": one, "value": value, "hint": hint} for one, value, hint in facts if value]
