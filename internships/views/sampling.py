"""Offers drawn to be checked against what they declare (R-GRN-06)."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from calls.models import Call, CallKind, Parameter
from internships import permissions
from internships.models import HostOffer, OfferStatus
from internships.rules.surveying import sample as drawn
from parties import moment
from workflows.written.access import signed_in

LONGEST_SEED = 80


@require_safe
@signed_in
def sample(request: HttpRequest) -> HttpResponse:
    """Draw published offers of a call by a seed; the same seed gives the same ones again."""
    if not permissions.may_select(request.user):  # type: ignore[arg-type]
        raise PermissionDenied
    calls = list(
        Call.objects.filter(kind=CallKind.INTERNSHIP, published_at__isnull=False).order_by("code")
    )
    asked, seed = request.GET.get("bando", ""), request.GET.get("seme", "").strip()[:LONGEST_SEED]
    call = next((one for one in calls if one.code == asked), None)
    percent = Parameter.objects.value("internship_practice", moment.today())["sample_percent"]
    published = HostOffer.objects.filter(call=call, status=OfferStatus.PUBLISHED)
    numbers = (
        drawn(published.values_list("number", flat=True), percent, seed) if call and seed else []
    )
    context = {
        "calls": calls,
        "call": asked,
        "seed": seed,
        "percent": percent,
        "total": published.count() if call else 0,
        "is_drawn": bool(call and seed),
        "rows": published.filter(number__in=numbers).select_related("applicant").order_by("number"),
    }
    return render(request, "internships/office/sample.html", context)
