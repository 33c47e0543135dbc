"""The way into an offer."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from calls.models import Call, CallKind
from internships import permissions
from internships.forms.offer import PAGES
from internships.models import HostOffer, OfferStatus
from internships.services import offers as services
from workflows.written.access import signed_in
from workflows.written.prefill import prefill_person


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def start(request: HttpRequest, code: str) -> HttpResponse:
    """Open the person's draft for a call, or return to it; a closed call says when."""
    if not permissions.may_apply(request.user):
        raise PermissionDenied
    call = get_object_or_404(Call.objects.published(), code=code, kind=CallKind.INTERNSHIP)
    mine = HostOffer.objects.filter(call=call, opened_by=request.user).order_by("-pk")
    draft = mine.filter(status=OfferStatus.DRAFT).first()
    is_open = call.is_open_at(timezone.now())
    if request.method == "POST" and (draft or is_open):
        case = draft or services.open_draft(call, by=request.user)
        if draft is None:
            prefill_person(case, request.user)
        return redirect("internships:offer_page", case.pk, PAGES[0].slug)
    sent = list(mine.exclude(status=OfferStatus.DRAFT))
    context = {"call": call, "draft": draft, "sent": sent, "is_open": is_open}
    return render(request, "internships/host/start.html", context)
