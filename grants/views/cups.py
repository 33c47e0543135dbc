"""The CUPs of a call by file, for the office: what waits for one goes out, what was given comes back (CUP-01)."""

from django.contrib.auth.decorators import login_required, permission_required
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET, require_http_methods

from accounting.files.tables import write_rows
from calls.models import Call
from grants.cup_table import COLUMNS, cup_row_of
from grants.models import RentContribution
from grants.permissions import EXAMINE
from grants.services import cups as services
from grants.views import tables


@login_required
@permission_required(EXAMINE, raise_exception=True)
@require_http_methods(["GET", "POST"])
def cup_table(request: HttpRequest, code: str) -> HttpResponse:
    """Show what of a call waits for its CUP, and read the table that came back."""
    call = get_object_or_404(Call, code=code)
    return tables.page(
        request,
        call,
        "grants/office/cup_table.html",
        services.take_cups,
        lambda: _waiting(request, call),
    )


@login_required
@permission_required(EXAMINE, raise_exception=True)
@require_GET
def download_cup_table(request: HttpRequest, code: str) -> HttpResponse:
    """Send the table of a page of what waits for its CUP."""
    call = get_object_or_404(Call, code=code)
    data = write_rows(COLUMNS, (cup_row_of(case) for case in _waiting(request, call)))
    return tables.download(data, f"cup-{call.code}.csv")


def _waiting(request: HttpRequest, call: Call) -> Page[RentContribution]:
    page = Paginator(services.awaiting_cup(call), tables.PAGE_SIZE)
    return page.get_page(request.GET.get("pagina"))
