"""The summary of an offer, the sending, the confirmation."""

from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from grants.addresses import address_of
from grants.forms.application import Problem
from grants.views.access import signed_in
from grants.views.review import key_of, next_steps, ordered
from internships import checks
from internships.forms.offer import PAGES, OfferForms
from internships.forms.summary import cards
from internships.models import OfferStatus
from internships.services import offers as services
from internships.views.access import own_offer
from internships.views.drawing import REVIEW, shell_context
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Document
from workflows.rules import Outcome


@require_safe
@signed_in
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the whole offer, what the rules say of it, and the button that sends it."""
    case = own_offer(request, pk)
    if case.status != OfferStatus.DRAFT:
        return redirect("internships:offer_sent", case.pk)
    return _show(request, OfferForms(case))


@require_POST
@signed_in
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the offer once; the same key again shows the same confirmation."""
    case = own_offer(request, pk)
    if case.status != OfferStatus.DRAFT:
        return redirect("internships:offer_sent", case.pk)
    offer = OfferForms(case)
    key = key_of(request.POST.get("submission_key", ""))
    if key is None or offer.problems():
        return _show(request, offer, status=422)
    try:
        services.submit(case, by=request.user, filing=offer.filing(), submission_key=key)
    except TransitionRefused as refused:
        if refused.why is Refusal.STATUS:
            return redirect("internships:offer_sent", case.pk)
        fresh = OfferForms(own_offer(request, pk))
        return _show(request, fresh, status=409, refused=refused)
    except ValidationError as error:
        taken = [
            Problem(PAGES[0], "id_tax_code", _("Tax code"), message)  # type: ignore[arg-type]
            for message in error.messages
        ]
        return _show(request, OfferForms(case), status=422, more=taken)
    return redirect("internships:offer_sent", case.pk)


@require_safe
@signed_in
def sent(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm: number, protocol, receipt, files with their digests, what comes next."""
    case = own_offer(request, pk)
    if case.submitted_at is None:
        return redirect("internships:offer_review", case.pk)
    receipt = case.letters.filter(kind="offer_receipt").select_related("document").first()
    files = case.documents.filter(origin=Document.Origin.APPLICANT)
    context = {
        "case": case,
        "protocol": case.protocol_in,
        "receipt": receipt.document if receipt else None,
        "files": files.filter(filed_at__lte=case.submitted_at),
        "events": next_steps(case),  # type: ignore[arg-type]
    }
    return render(request, "grants/applicant/sent.html", context)


def _show(
    request: HttpRequest,
    offer: OfferForms,
    *,
    status: int = 200,
    refused: TransitionRefused | None = None,
    more: list[Problem] | None = None,
) -> HttpResponse:
    problems = [*offer.problems(), *(more or [])]
    outcomes = refused.outcomes if refused else []
    if not problems and not outcomes:
        outcomes = _foreseen(offer)
    context = shell_context(offer, REVIEW.slug) | {
        "problems": [_linked(offer, problem) for problem in problems],
        "refused": refused,
        "outcomes": ordered(outcomes),
        "is_blocked": any(outcome.blocks for outcome in outcomes),
        "cards": cards(offer),
        "submission_key": str(uuid4()),
        "back_url": address_of(offer.case, "page", PAGES[-1].slug),
    }
    return render(request, "internships/host/review.html", context, status=status)


def _foreseen(offer: OfferForms) -> list[Outcome]:
    """Return what every rule of filing would say now, nothing written."""
    filing = offer.filing()
    here = [file.requirement for paper in offer.papers for file in paper.files]
    return [
        checks.window_outcome(offer.case.call),
        *checks.judged(offer.facts()),
        *checks.paper_outcomes_of(offer.version, here, filing.declarations),
    ]


def _linked(offer: OfferForms, problem: Problem) -> dict[str, Any]:
    page = address_of(offer.case, "page", problem.page.slug)
    return {
        "label": problem.label,
        "sentence": problem.sentence,
        "page": problem.page.title,
        "url": f"{page}?controlla=1&da=riepilogo#{problem.anchor}",
    }
