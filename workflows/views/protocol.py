"""The protocol register, read only: what came in, went out and stayed (PRT-01)."""

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from workflows.forms import ProtocolForm
from workflows.models import ProtocolCounter, ProtocolEntry
from workflows.paging import walk
from workflows.queries import PROTOCOL_KEYS, protocol

TONES = {
    ProtocolEntry.Direction.IN: "info",
    ProtocolEntry.Direction.OUT: "success",
    ProtocolEntry.Direction.INTERNAL: "neutral",
}


@login_required
@permission_required("workflows.view_protocol", raise_exception=True)
@require_GET
def register(request: HttpRequest) -> HttpResponse:
    """Show the register, newest entry first, narrowed as the address says."""
    form = _read_form(request)
    page = walk(
        protocol(**form.initial),
        PROTOCOL_KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    context = {
        "form": form,
        "page": page,
        "active_filters": _chips(form),
        "tones": TONES,
        "may_open": request.user.has_perm("workflows.view_all_cases"),
    }
    return render(request, "workflows/protocol.html", context)


def _read_form(request: HttpRequest) -> ProtocolForm:
    years = ProtocolCounter.objects.order_by("-year").values_list("year", flat=True).distinct()
    years = list(years)
    typed = ProtocolForm(request.GET, years=years)
    typed.is_valid()
    return ProtocolForm(initial=typed.cleaned_data, years=years)


def _chips(form: ProtocolForm) -> list[dict[str, str]]:
    on = []
    for name, value in form.initial.items():
        if value:
            field = form.fields[name]
            words = dict(getattr(field, "choices", [])).get(value, value)
            on.append({"name": name, "value": value, "label": f"{field.label}: {words}"})
    return on
