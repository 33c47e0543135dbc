"""The numbers that the office reckons with, and which of them somebody should still confirm."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from calls import queries
from calls.models import Parameter
from calls.views.shown import for_office
from parties import moment

PAGE_SIZE = 30


@require_safe
@for_office
def parameters(request: HttpRequest) -> HttpResponse:
    """List the numbers in force today, or those that are to be confirmed alone."""
    is_unsure = request.GET.get("state") == "unsure"
    found = queries.parameters_on(moment.today(), only_unsure=is_unsure)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("pagina"))
    context = {"page": page, "rows": [_row(one) for one in page], "is_unsure": is_unsure}
    return render(request, "calls/parameters.html", context)


def _row(parameter: Parameter) -> dict[str, Any]:
    return {
        "parameter": parameter,
        "values": list(_flat("", parameter.value)),
        "is_unsure": parameter.is_unsure,
    }


def _flat(name: str, value: Any) -> list[tuple[str, str]]:
    """Return a value as pairs of name and text, however deep it stands; a list of plain values is one."""
    if isinstance(value, dict):
        pairs = [_flat(f"{name}.{key}".strip("."), one) for key, one in value.items()]
        return [pair for found in pairs for pair in found]
    if isinstance(value, list) and any(isinstance(one, dict | list) for one in value):
        pairs = [_flat(f"{name}.{place}".strip("."), one) for place, one in enumerate(value, 1)]
        return [pair for found in pairs for pair in found]
    text = ", ".join(str(one) for one in value) if isinstance(value, list) else str(value)
    return [(name, text)]
