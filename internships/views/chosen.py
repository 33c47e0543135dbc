"""A host's own pages: who applies for its offer, whom it names, whom it confirms."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from internships import host_side
from internships.forms.choosing import HostListForm
from internships.models import Candidacy, CandidacyStatus, HostOffer
from internships.rules.information import HOSTS, told_to
from internships.services import candidates as services
from internships.views.refusing import words_of
from internships.views.written import OFFER
from workflows.engine import TransitionRefused
from workflows.models import Document
from workflows.paging import walk
from workflows.tasks import perform
from workflows.uploads import safe_response
from workflows.written.access import one_line_end, signed_in
from workflows.written.acting import seen_version

METHODS = ["GET", "HEAD", "POST"]
LONGEST = 1000
CONFLICT, UNPROCESSABLE = 409, 422
# What a host reads of the papers of a candidate: what the panel reads.
CV = "candidate_cv"


@require_safe
@signed_in
def candidates(request: HttpRequest, pk: int) -> HttpResponse:
    """List the candidates admitted for an offer, with what is asked of the host."""
    offer = OFFER.own(request, pk)
    page = walk(
        host_side.candidates_of(offer),
        host_side.KEYS,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    context = {
        "offer": offer,
        "rows": [host_side.row_of(case, offer) for case in page.rows],
        "named": host_side.named_for(offer),
        "may_name": host_side.may_name(offer),
        "most": host_side.most_named(offer),
        "told": told_to(HOSTS),
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    return render(request, "internships/host/candidates.html", context)


@require_http_methods(METHODS)
@signed_in
def candidate(request: HttpRequest, pk: int, candidacy: int) -> HttpResponse:
    """Show one candidate; confirm whoever has accepted, or say why not."""
    offer = OFFER.own(request, pk)
    case = own_candidate(offer, candidacy)
    reason = one_line_end(request.POST.get("reason", ""))[:LONGEST]
    refused = ""
    if request.method == "POST":
        act = request.POST.get("act")
        if act not in {"confirm", "decline"}:
            raise Http404
        try:
            _answer(request, case, confirms=act == "confirm", reason=reason)
        except TransitionRefused as error:
            case = own_candidate(offer, candidacy)
            refused = words_of(error)
        else:
            messages.success(request, _said(confirms=act == "confirm"))
            return redirect("internships:offer_candidates", offer.pk)
    context = {
        "offer": offer,
        "case": case,
        "row": host_side.row_of(case, offer),
        "sections": host_side.facts_of(case, offer),
        "cv": cv_of(case),
        "asks": case.status == CandidacyStatus.ACCEPTED and case.placement_id == offer.pk,
        "reason": reason,
        "seen_version": str(case.version),
        "refused": refused,
    }
    status = CONFLICT if refused else 200
    return render(request, "internships/host/candidate.html", context, status=status)


@require_safe
@signed_in
def candidate_cv(request: HttpRequest, pk: int, candidacy: int) -> HttpResponse:
    """Give the curriculum of a candidate."""
    found = cv_of(own_candidate(OFFER.own(request, pk), candidacy))
    if found is None:
        raise Http404
    return safe_response(
        found.file.open("rb"),
        name=found.name,
        content_type=found.content_type,
        inline="scarica" not in request.GET,
    )


@require_http_methods(METHODS)
@signed_in
def name_list(request: HttpRequest, pk: int) -> HttpResponse:
    """Name the candidates whom the host would rather have, best first."""
    offer = OFFER.own(request, pk)
    if not host_side.may_name(offer):
        messages.info(request, _("This step is no longer asked for."))
        return redirect("internships:offer_candidates", offer.pk)
    form = HostListForm(request.POST if request.method == "POST" else None, offer=offer)
    if request.method == "POST" and form.is_valid() and _named(request, offer, form):
        return redirect("internships:offer_candidates", offer.pk)
    status = UNPROCESSABLE if form.is_bound and form.errors else 200
    context = {"offer": offer, "form": form, "most": host_side.most_named(offer)}
    return render(request, "internships/host/name_list.html", context, status=status)


def own_candidate(offer: HostOffer, pk: int) -> Candidacy:
    """Return a candidate of an offer; 404 for whoever did not choose it, or is not admitted."""
    case = host_side.candidates_of(offer).filter(pk=pk).first()
    if case is None:
        raise Http404
    return case


def cv_of(case: Candidacy) -> Document | None:
    """Return the curriculum that a candidate has filed, the latest."""
    filed = Document.objects.filter(case_id=case.pk, requirement=CV, filed_at__isnull=False)
    return filed.order_by("pk").last()


def _answer(request: HttpRequest, case: Candidacy, *, confirms: bool, reason: str) -> None:
    perform(
        case,
        "assign" if confirms else "decline_by_host",
        by=request.user,  # type: ignore[arg-type]
        seen_version=seen_version(request),
        reason=reason,
    )


def _said(*, confirms: bool) -> str:
    if confirms:
        return _("You have confirmed: the place is assigned, agreement and plan come next.")
    return _("You have not confirmed: the candidate is told, and who follows comes next.")


def _named(request: HttpRequest, offer: HostOffer, form: forms.Form) -> bool:
    chosen: list[int] = form.chosen()  # type: ignore[attr-defined]
    user: Any = request.user
    try:
        services.name_candidates(offer, chosen, by=user)
    except TransitionRefused as refused:
        form.add_error(None, words_of(refused))
        return False
    messages.success(
        request,
        _("Your list is written: it counts in the next pairing.")
        if chosen
        else _("You name nobody: the next pairing follows the ranking."),
    )
    return True
