"""What a filed candidacy tells its candidate, for the shared page of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from internships.candidate_checks import concerns_candidates
from internships.candidate_words import ANSWERED
from internships.models import CandidacyStatus, Interview
from ui.formats import euro, long_date, short_date

if TYPE_CHECKING:
    from internships.models import Candidacy, HostOffer
    from workflows.kinds import StatusWords

Status = CandidacyStatus
TOLD_THE_REASONS = {
    Status.REFUSAL_NOTICE,
    Status.OBSERVATIONS_RECEIVED,
    Status.REFUSAL_PROPOSED,
    Status.REFUSED,
}
WITH_PLACE = {Status.PROPOSED, Status.ACCEPTED, Status.ASSIGNED, Status.STARTED}


def resume_url(case: Any) -> str:
    """Return where a draft goes on."""
    return reverse("internships:candidacy_page", args=[case.pk, "chi"])


def words_now(case: Candidacy) -> StatusWords | None:
    """Return whose move it is once whoever is called to an interview has answered."""
    interview = open_interview(case)
    return ANSWERED.get(interview.state) if interview else None


def applicant_context(case: Candidacy, _user: Any) -> dict[str, Any]:
    """Return what `internships/candidate/_candidacy.html` shows of a filed candidacy."""
    interview = open_interview(case)
    has_place = case.status in WITH_PLACE and case.placement is not None
    rows = case.preferences.select_related("offer__applicant", "offer__unit")
    return {
        "code": case.code,
        "grounds": case.grounds if case.status in TOLD_THE_REASONS else [],
        "preferences": list(rows),
        "interview": interview_facts(interview) if interview else [],
        "ics_url": reverse("internships:candidacy_calendar", args=[case.pk]) if interview else "",
        "placement": placement_facts(case.placement) if has_place else [],
        "declarations": [
            one.title
            for one in case.call_version.declarations.all()
            if concerns_candidates(one.only_for) and one.code in case.declarations
        ],
    }


def open_interview(case: Candidacy) -> Interview | None:
    """Return the interview to which the candidate is called now."""
    if case.status != Status.INVITED:
        return None
    return (
        case.interviews.filter(state__in=Interview.OPEN)
        .select_related("slot__offer__applicant")
        .order_by("pk")
        .last()
    )


def interview_facts(interview: Interview) -> list[dict[str, Any]]:
    """Return when and where an interview is, for `partials/_facts.html`."""
    slot = interview.slot
    local = timezone.localtime(slot.starts_at)
    facts = [
        (_("Day"), long_date(local.date())),
        (_("Hour"), f"{local:%H.%M}"),
        (_("Venue"), slot.place),
        (_("Link"), slot.link),
        (_("Who asks"), slot.panel),
        (_("Offer"), str(slot.offer.title) if slot.offer else ""),
        (_("Your answer"), str(interview.get_state_display())),
    ]
    return [{"label": one, "value": value, "hint": ""} for one, value in facts if value]


def placement_facts(offer: HostOffer) -> list[dict[str, Any]]:
    """Return the place that is proposed, for `partials/_facts.html`."""
    meals = _("with canteen or meal vouchers") if offer.gives_meals else ""
    facts = [
        (_("Position"), offer.title, ""),
        (_("Host"), offer.applicant.name, ""),
        (_("Operating unit"), str(offer.unit), ""),
        (
            _("It begins between"),
            f"{short_date(offer.start_from)} – {short_date(offer.start_to)}",
            "",
        ),
        (_("Months"), str(offer.months), ""),
        (_("Gross allowance a month"), euro(offer.allowance), meals),
    ]
    return [{"label": one, "value": value, "hint": hint} for one, value, hint in facts]
