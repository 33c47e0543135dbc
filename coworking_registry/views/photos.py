"""Photos of a space: shown to everybody, put up and taken down by the office."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coworking_registry import queries
from coworking_registry.forms.directory import PhotoForm
from coworking_registry.models import Space, SpacePhoto
from coworking_registry.services import photos as services
from workflows.engine import TransitionRefused
from workflows.uploads import KINDS, Refused, safe_response, show_refused_uploads

KEEP = "coworking_registry.keep_photos"
UNPROCESSABLE = 422
ONE_HOUR = "public, max-age=3600"


@require_safe
def photo(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show a photo to whoever may open the page of its space."""
    found = get_object_or_404(queries.photos_known_to(request.user), pk=pk)
    kind = KINDS["jpeg"].content_type
    response = safe_response(
        found.file.open("rb"), name=f"{found.space.slug}-{pk}.jpg", content_type=kind, inline=True
    )
    response["Cache-Control"] = ONE_HOUR
    return response


@login_required
@permission_required(KEEP, raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def photos(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the photos of a space with the form for one more, and put up what is sent."""
    space = get_object_or_404(queries.known_to(request.user), slug=slug)
    if request.method != "POST":
        return _page(request, space, PhotoForm())
    form = PhotoForm(request.POST, request.FILES)
    show_refused_uploads(form, request)
    if form.is_valid():
        try:
            services.add_photo(
                space,
                form.cleaned_data["photo"],
                description=form.cleaned_data["description"],
                by=request.user,
                max_bytes=settings.UPLOAD_MAX_BYTES,
            )
        except Refused as refused:
            form.add_error("photo", refused.as_validation_error())
        except TransitionRefused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("The photo is on the page of the space."))
            return redirect("coworking_registry:photos", slug=slug)
    return _page(request, space, form, UNPROCESSABLE)


@login_required
@permission_required(KEEP, raise_exception=True)
@require_POST
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take a photo down."""
    services.remove_photo(get_object_or_404(SpacePhoto, space__slug=slug, pk=pk))
    messages.success(request, _("The photo has been taken down."))
    return redirect("coworking_registry:photos", slug=slug)


def _page(request: HttpRequest, space: Space, form: forms.Form, status: int = 200) -> HttpResponse:
    context = {"space": space, "photos": list(space.photos.all()), "form": form}
    return render(request, "coworking_registry/photos.html", context, status=status)
