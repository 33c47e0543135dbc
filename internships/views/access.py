"""Who reaches the pages of an offer, and what doing something from them shares."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from grants.views.stale import Refused, since
from internships import permissions
from internships.models import HostOffer, OfferStatus
from workflows.engine import TransitionRefused


def own_offer(request: HttpRequest, pk: int) -> HostOffer:
    """Return the person's own offer; 404 for somebody else's, as for one that is not."""
    case = (
        HostOffer.objects.select_related(
            "call__manager",
            "call__owner",
            "call__programme",
            "call__version",
            "call_version",
            "applicant",
            "unit",
        )
        .filter(pk=pk)
        .first()
    )
    if case is None or not permissions.is_applicant(case, request.user):
        raise Http404
    return case


def do(
    request: HttpRequest,
    case: HostOffer,
    act: Callable[[], Any],
    again: Callable[[Refused], HttpResponse],
    done: str,
) -> HttpResponse:
    """Do an act and go to the case; what refuses it stands on the page that asked."""
    try:
        act()
    except TransitionRefused as refused:
        fresh = own_offer(request, case.pk)
        if fresh.status != case.status:
            return no_longer_asked(request, fresh)
        case.version = fresh.version
        return again(Refused(refused.why, refused.sentence, since(request.POST, fresh)))
    messages.success(request, done)
    return redirect("workflows:case", case.pk)


def no_longer_asked(request: HttpRequest, case: HostOffer) -> HttpResponse:
    """Lead a draft to its summary and any other offer to its page."""
    if case.status == OfferStatus.DRAFT:
        return redirect("internships:offer_review", case.pk)
    messages.info(request, _("This step is no longer asked for."))
    return redirect("workflows:case", case.pk)


def shell(case: HostOffer) -> dict[str, Any]:
    """Return what every page of an act needs: the case and the version that is shown."""
    return {"case": case, "seen_version": str(case.version), "refused": None}
