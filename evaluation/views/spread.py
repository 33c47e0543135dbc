"""How far apart the members are, file by file; a closed sheet may be opened again from here."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from evaluation import queries
from evaluation.forms import ReasonForm
from evaluation.models import ScoreSheet
from evaluation.permissions import may_preside
from evaluation.services import sheets
from evaluation.showing import spread_rows
from evaluation.views.overview import shell
from evaluation.views.reaching import done, seen, status_of

PAGE_SIZE = 10


@login_required
@require_safe
def spread(request: HttpRequest, code: str) -> HttpResponse:
    """Show the closed sheets side by side; blind ones only once all of a file are closed."""
    call, committee = seen(request, code)
    if committee is None:
        raise Http404
    candidates = queries.admissible(call)
    page = queries.slice_of(candidates, request.GET, PAGE_SIZE)
    cases = [one.case for one in page.rows]
    scorers = queries.scorers_by_case(committee, cases)
    found = queries.sheets_by_case([case.pk for case in cases])
    waiting = queries.incomplete(scorers, found)
    away = queries.conflicted(committee, request.user, cases)
    criteria = list(call.version.criteria.order_by("position"))
    rows = [
        {
            "case": case,
            "is_hidden": case.pk in away,
            "is_blind": committee.is_blind and case.pk in waiting,
            "waiting": waiting.get(case.pk, []),
            "rows": []
            if case.pk in away or (committee.is_blind and case.pk in waiting)
            else spread_rows(criteria, found.get(case.pk, [])),
            "sheets": [one for one in found.get(case.pk, []) if one.is_closed],
        }
        for case in cases
    ]
    context = shell(request, call, committee) | {
        "rows": rows,
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    return render(request, "evaluation/spread.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Open a closed sheet again, for a reason that goes into the minutes."""
    call, committee = seen(request, code)
    if committee is None or not may_preside(committee, request.user):
        raise PermissionDenied
    found = get_object_or_404(
        ScoreSheet.objects.standing().select_related("member__user", "case__applicant"),
        pk=pk,
        member__committee=committee,
        closed_at__isnull=False,
    )
    typed = request.POST if request.method == "POST" else None
    form = ReasonForm(typed)
    if typed is not None and form.is_valid():
        reason = form.cleaned_data["reason"]
        if done(form, lambda: sheets.reopen_sheet(found, by=request.user, reason=reason)):
            messages.success(request, _("The sheet is open again: its member can change it."))
            return redirect("evaluation:call", code)
    context = shell(request, call, committee) | {"sheet": found, "form": form}
    return render(request, "evaluation/reopen.html", context, status=status_of(form))
