"""A visit on the phone: its photos, and the minutes that both sides have signed."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coworking_registry import permissions
from coworking_registry.models import Inspection, SpaceApplication
from coworking_registry.services import applications as services
from workflows.engine import TransitionRefused
from workflows.models import Document
from workflows.uploads import Refused, refused_uploads

UNPROCESSABLE = 422


@login_required
@permission_required(permissions.EXAMINE, raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def visit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the papers of a visit, and keep a photo or the signed minutes."""
    cases = SpaceApplication.objects.visible_to(request.user)
    found = get_object_or_404(
        Inspection.objects.select_related("application", "signed"), pk=pk, application__in=cases
    )
    if request.method != "POST":
        return _page(request, found)
    too_big = refused_uploads(request).get("file")
    file = request.FILES.get("file")
    if too_big is not None or file is None:
        return _page(request, found, too_big.sentence if too_big else _("Choose a file first."))
    try:
        if request.POST.get("act") == "sign":
            services.sign_minutes(found, file, by=request.user)
            messages.success(request, _("The signed minutes are in the file of the case."))
        else:
            services.keep_visit_photo(found, file, by=request.user)
            messages.success(request, _("The photo is in the file of the case."))
    except Refused as refused:
        return _page(request, found, refused.sentence)
    except TransitionRefused as refusal:
        return _page(request, found, refusal.sentence)
    return redirect("coworking_registry:visit", pk=pk)


def _page(request: HttpRequest, found: Inspection, refused: str = "") -> HttpResponse:
    photos = Document.objects.filter(case=found.application_id, requirement=found.photo_code)
    context = {
        "case": found.application,
        "visit": found,
        "photos": list(photos.order_by("pk")),
        "refused": refused,
    }
    status = UNPROCESSABLE if refused else 200
    return render(request, "coworking_registry/office/visit.html", context, status=status)
