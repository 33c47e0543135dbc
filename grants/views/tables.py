"""Pages of tables that go to a register and come back, the same for every register."""

from collections.abc import Callable

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from calls.models import Call
from grants.forms.aid import TableForm
from grants.models import RentContribution
from grants.services.tables import Taken
from workflows.engine import TransitionRefused

# One page is one file: it must not bring more rows than are read back.
PAGE_SIZE = 100
UNPROCESSABLE = 422


def page(
    request: HttpRequest,
    call: Call,
    template: str,
    take: Callable[..., list[Taken]],
    waiting: Callable[[], Page[RentContribution]],
) -> HttpResponse:
    """Read the table that came back, if one did, and show what still waits."""
    posts = request.method == "POST"
    form = TableForm(request.POST, request.FILES) if posts else TableForm()
    taken: list[Taken] = []
    if posts and form.is_valid():
        try:
            taken = take(call, form.cleaned_data["file"].read(), by=request.user)
        except TransitionRefused as refused:
            form.add_error("file", refused.sentence)
    context = {
        "call": call,
        "page": waiting(),
        "form": form,
        "taken": taken,
        "refused": sum(1 for row in taken if row.refusal),
    }
    status = UNPROCESSABLE if posts and form.errors else 200
    return render(request, template, context, status=status)


def download(data: bytes, name: str) -> HttpResponse:
    """Send a table, kept by nobody on the way."""
    response = HttpResponse(data, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
