"""What a host reads of the candidates for its offer: no protected condition, nothing of other offers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import BigIntegerField, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from internships.models import Candidacy, CandidacyStatus, Interview, OfferStatus
from internships.parameters import CandidacyParameters, takes_candidates
from internships.rules.dates import hours
from ui.formats import long_date, short_date
from workflows.paging import Key

if TYPE_CHECKING:
    from internships.models import HostChoice, HostOffer

Status = CandidacyStatus
KEYS = (Key("case_ptr_id", BigIntegerField()),)
# From the admission on a host knows of a candidate; whoever is out of the running is not listed.
KNOWN = [
    Status.ADMITTED,
    Status.INVITED,
    Status.MISSED,
    Status.INTERVIEWED,
    Status.RANKED,
    Status.PROPOSED,
    Status.ACCEPTED,
    Status.ASSIGNED,
    Status.STARTED,
]
WITH_PLACE = {Status.PROPOSED, Status.ACCEPTED, Status.ASSIGNED, Status.STARTED}
TONES = {Status.ACCEPTED: "warning", Status.ASSIGNED: "success", Status.STARTED: "success"}


def candidates_of(offer: HostOffer) -> QuerySet[Candidacy]:
    """Return the candidates admitted for an offer, with what the host's pages show of them."""
    interviews = Interview.objects.filter(state__in=Interview.OPEN).select_related("slot")
    return (
        Candidacy.objects.filter(
            Q(preferences__dropped="") | Q(placement=offer),
            status__in=KNOWN,
            preferences__offer=offer,
        )
        .select_related("applicant", "representative", "call_version", "call__procedure_owner")
        .prefetch_related("experiences", Prefetch("interviews", interviews))
    )


def waiting_for(offer: HostOffer) -> int:
    """Return how many candidates wait for the host's word."""
    return Candidacy.objects.filter(placement=offer, status=Status.ACCEPTED).count()


def row_of(case: Candidacy, offer: HostOffer) -> dict[str, Any]:
    """Return where a candidate stands, as far as it is the host's business."""
    is_here = case.placement_id == offer.pk
    called = next(iter(case.interviews.all()), None) if case.status == Status.INVITED else None
    concerns = called is not None and called.slot.offer_id in {None, offer.pk}
    if case.status in WITH_PLACE and not is_here:
        label, tone = _("No longer available"), "neutral"
    else:
        label, tone = str(_here(Status(case.status))), TONES.get(Status(case.status), "info")
    return {
        "case": case,
        "label": label,
        "tone": tone,
        "slot": called.slot if called is not None and concerns else None,
        "due": case.due_on if is_here and case.status == Status.ACCEPTED else None,
        "asks": is_here and case.status == Status.ACCEPTED,
    }


def named_for(offer: HostOffer) -> list[HostChoice]:
    """Return whom the host has named, best first."""
    return list(offer.choices.select_related("candidacy__applicant"))


def most_named(offer: HostOffer) -> int:
    """Return how many candidates the host may name: so many for each place (R-PUB-11)."""
    if not takes_candidates(offer.call_version):
        return 0
    each = CandidacyParameters.of(offer.call_version).host_list_per_place
    return each * (offer.admitted_places or 0)


def may_name(offer: HostOffer) -> bool:
    """Tell whether the host may name candidates now: there are fit ones, and the call wants a list."""
    return (
        offer.status == OfferStatus.PUBLISHED and most_named(offer) > 0 and fit_for(offer).exists()
    )


def fit_for(offer: HostOffer) -> QuerySet[Candidacy]:
    """Return the candidates who are fit, chose the offer and have no place."""
    return Candidacy.objects.filter(
        status=Status.RANKED, preferences__offer=offer, preferences__dropped=""
    ).select_related("applicant")


def facts_of(case: Candidacy, offer: HostOffer) -> list[dict[str, Any]]:
    """Return what a candidate says of studies, experience and time; how to reach them with a place here."""
    studies = [
        (_("Title of study"), f"{case.get_education_display()}: {case.study_title}"),
        (_("Institute"), case.institute),
        (_("Obtained on"), long_date(case.graduated_on) if case.graduated_on else ""),
        (_("Languages"), case.languages),
        (_("Digital skills"), str(case.get_digital_display())),
        (_("Driving licence"), _("Yes") if case.has_licence else _("No")),
    ]
    time = [
        (_("Available from"), long_date(case.available_from) if case.available_from else ""),
        (_("Hours a week"), hours(Decimal(case.weekly_minutes) / 60)),
    ]
    experience = [
        (
            str(one.get_kind_display()),
            f"{one.what}, {one.where}, {short_date(one.first_day)} – {short_date(one.last_day)}",
        )
        for one in case.experiences.all()
    ]
    sections = [
        (_("Studies"), studies),
        (_("Courses and experience"), experience),
        (_("Availability"), time),
    ]
    if case.placement_id == offer.pk and case.status in WITH_PLACE - {Status.PROPOSED}:
        person = case.applicant
        told = [(_("Email address"), person.email), (_("Telephone"), person.phone)]
        sections.append((_("How to reach the candidate"), told))
    return [
        {
            "title": title,
            "facts": [
                {"label": label, "value": value, "hint": ""} for label, value in facts if value
            ],
        }
        for title, facts in sections
        if any(value for _label, value in facts)
    ]


def _here(status: CandidacyStatus) -> str:
    return {
        Status.ADMITTED: _("Admitted, to be called to the interview"),
        Status.INVITED: _("Called to the interview"),
        Status.MISSED: _("Did not come to the interview"),
        Status.INTERVIEWED: _("Interview held, to be scored"),
        Status.RANKED: _("Fit, in the ranking"),
        Status.PROPOSED: _("Place proposed, answer awaited"),
        Status.ACCEPTED: _("Has accepted: you confirm"),
        Status.ASSIGNED: _("The place is theirs"),
        Status.STARTED: _("The internship has begun"),
    }[status]
