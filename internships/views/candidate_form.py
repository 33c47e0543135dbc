"""The way into a candidacy, from a call or from an offer of it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from calls.models import Call, CallKind
from internships import permissions, queries
from internships.forms.candidate import PAGES
from internships.models import Candidacy, CandidacyStatus
from internships.parameters import takes_candidates
from internships.services import candidates as services
from workflows.services.drafts import save_fields
from workflows.written.access import signed_in
from workflows.written.prefill import prefill_person
from workflows.written.rows import add_row


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def start(request: HttpRequest, code: str) -> HttpResponse:
    """Open the person's draft for a call, or return to it; an offer named comes first in a new one."""
    if not permissions.may_apply(request.user):
        raise PermissionDenied
    call = get_object_or_404(
        Call.objects.published().select_related("version"), code=code, kind=CallKind.INTERNSHIP
    )
    if not takes_candidates(call.version):
        raise Http404
    mine = Candidacy.objects.filter(call=call, opened_by=request.user).order_by("-pk")
    draft = mine.filter(status=CandidacyStatus.DRAFT).first()
    is_open = call.is_open_at(timezone.now())
    if request.method == "POST" and (draft or is_open):
        case = draft or services.open_draft(call, by=request.user)
        if draft is None:
            prefill_person(case, request.user)
            _choose(case, request.POST.get("offerta", ""))
        return redirect("internships:candidacy_page", case.pk, PAGES[0].slug)
    offers = queries.published_on(timezone.localdate()).filter(call=call)
    context = {
        "call": call,
        "draft": draft,
        "sent": list(mine.exclude(status=CandidacyStatus.DRAFT)),
        "is_open": is_open,
        "count": offers.count(),
        "offer": offers.filter(number=request.GET.get("offerta", "")).first(),
    }
    return render(request, "internships/candidate/start.html", context)


def _choose(case: Candidacy, number: str) -> None:
    """Put an offer of the public list into the first preference of a new draft."""
    offers = queries.published_on(timezone.localdate()).filter(call_id=case.call_id)
    offer = offers.filter(number=number).first()
    row = add_row(case, "preference") if offer is not None else None
    if offer is not None and row is not None:
        name = f"preference-{row}-offer"
        save_fields(case, {name: str(offer.pk)}, {name: 0})
