"""The papers of a year: who was paid what, who has a certificate, and drawing up those that lack."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from grants import yearly
from grants.models import YearlyPaper
from grants.permissions import DRAW_YEARLY_PAPERS, VIEW_YEARLY_PAPERS
from grants.services import yearly as services
from parties import moment
from workflows.engine import TransitionRefused

PAGE_SIZE = 50
LONGEST_SEARCH = 100
Kind = YearlyPaper.Kind


@login_required
@permission_required(VIEW_YEARLY_PAPERS, raise_exception=True)
@require_GET
def latest(request: HttpRequest) -> HttpResponse:
    """Lead to the year whose papers are due: the last one that is over, else the latest."""
    years = yearly.years()
    if not years:
        return render(request, "grants/office/yearly.html", {"years": []})
    over = [year for year in years if year < moment.today().year]
    return redirect("grants:yearly_papers_of", year=(over or years)[0])


@login_required
@permission_required(VIEW_YEARLY_PAPERS, raise_exception=True)
@require_GET
def of_year(request: HttpRequest, year: int) -> HttpResponse:
    """Show the beneficiaries of a year with their sums and papers, page by page."""
    years = yearly.years()
    if year not in years:
        raise Http404
    search = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    page = Paginator(yearly.payees(year, search=search), PAGE_SIZE).get_page(
        request.GET.get("pagina")
    )
    context = {
        "year": year,
        "years": years,
        "is_over": year < moment.today().year,
        "search": search,
        "page": page,
        "payees": yearly.with_papers(year, list(page.object_list)),
        "totals": yearly.totals(year),
        "kinds": Kind.choices,
        "form_key": uuid.uuid4(),
    }
    return render(request, "grants/office/yearly.html", context)


@login_required
@permission_required(DRAW_YEARLY_PAPERS, raise_exception=True)
@require_POST
def draw_up(request: HttpRequest, year: int) -> HttpResponse:
    """Start drawing up the papers that lack, and show how far it is."""
    kind, key = request.POST.get("kind", ""), _key(request.POST.get("key", ""))
    if kind not in Kind.values or year not in yearly.years():
        raise Http404
    try:
        job = services.start(kind, year, by=request.user, key=key)
    except TransitionRefused as refused:
        messages.error(request, str(refused))
        return redirect("grants:yearly_papers_of", year=year)
    return redirect("workflows:job", pk=job.pk)


def _key(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
