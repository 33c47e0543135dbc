"""Asking the substitute to decide, and what was asked of them (PROC-T8, PROC-T10)."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from parties import moment
from workflows import substitute_page
from workflows.engine import Refusal, TransitionRefused
from workflows.examination.permissions import is_applicant
from workflows.models import Case
from workflows.paging import walk
from workflows.services import clock, substitutes
from workflows.terms import Term

CONFLICT = 409


@login_required
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the applicant ask the substitute to decide, with what follows in sight."""
    filed = Case.objects.visible_to(request.user).filter(submitted_at__isnull=False)
    visible = filed.select_related("call__substitute", "call__manager", "substitute")
    case = get_object_or_404(visible, pk=pk)
    if not is_applicant(case, request.user):
        raise Http404
    if request.method != "POST":
        return _page(request, case, substitutes.why_not(case))
    seen = request.POST.get("seen_version", "")
    try:
        made = substitutes.ask_substitute(
            case,
            by=request.user,
            seen_version=int(seen[:9]) if seen.isascii() and seen.isdigit() else None,
        )
    except TransitionRefused as refused:
        case = visible.get(pk=pk)
        why = substitutes.why_not(case) if refused.why is Refusal.STALE else refused.sentence
        return _page(request, case, why, refused.sentence, status=CONFLICT)
    messages.success(
        request,
        _("Sent. {person} is to decide by {day}: the receipt is among the letters.").format(
            person=made.holder, day=f"{made.due_on:%d/%m/%Y}"
        ),
    )
    return redirect("workflows:case", case.pk)


@login_required
@permission_required("workflows.view_queue", raise_exception=True)
@require_GET
def asked(request: HttpRequest) -> HttpResponse:
    """List what was asked of substitutes: open requests, the first to end first, or closed ones."""
    is_open = request.GET.get("stato", "") != "chiuse"
    page = walk(
        substitute_page.requests(is_open=is_open),
        substitute_page.KEYS,
        descending=not is_open,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    context = {
        "rows": substitute_page.rows(page.rows, request.user),
        "page": page,
        "is_open": is_open,
        "year": moment.today().year,
        "soon_days": 7,
    }
    return render(request, "workflows/substitutes.html", context)


@login_required
@permission_required("workflows.view_queue", raise_exception=True)
@require_GET
def report(_request: HttpRequest, year: int) -> HttpResponse:
    """Send a year's report on procedures asked of the substitute as a file (PROC-T10)."""
    content = substitute_page.report(year)
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="poteri-sostitutivi-{year}.csv"'
    return response


def _page(
    request: HttpRequest, case: Case, why_not: str, refused: str = "", status: int = 200
) -> HttpResponse:
    own = clock.running_term(case, "conclusion")
    term = Term.from_dict(own.reckoning) if own else None
    context = {
        "case": case,
        "why_not": why_not,
        "refused": refused,
        "due": term.due if term else None,
        "days": substitutes.rule_of(term).count if term else None,
        "seen_version": str(case.version),
    }
    return render(request, "workflows/ask_substitute.html", context, status=status)
