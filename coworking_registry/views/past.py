"""The register as it was on a day, for the office."""

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from coworking_registry.forms.directory import AsOnForm
from coworking_registry.past import periods_on, register_on
from coworking_registry.presentation import TONES


@login_required
@permission_required("coworking_registry.view_history", raise_exception=True)
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Show who stood in the register on a day, today where none is given or it cannot be read."""
    today = timezone.localdate()
    form = AsOnForm(request.GET if "on" in request.GET else {"on": today})
    day = (form.cleaned_data["on"] if form.is_valid() else None) or today
    page, lines = register_on(
        day, after=request.GET.get("after", ""), before=request.GET.get("before", "")
    )
    context = {
        "form": form,
        "day": day,
        "lines": lines,
        "page": page,
        "total": periods_on(day).count(),
        "tones": TONES,
    }
    return render(request, "coworking_registry/register.html", context)
