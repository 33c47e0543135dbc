"""The office at a glance, narrowed by call and officer, and its tables as files."""

from django.contrib.auth.decorators import login_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from calls.queries import count_unanswered
from parties import moment
from portal import board
from portal.forms import BoardForm
from portal.views.statistics import TYPES, sent


@login_required
@permission_required("workflows.view_queue", raise_exception=True)
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show how old cases are, how terms stand, how far calls have come and what is left of the money."""
    form = BoardForm(request.GET)
    context = {
        "form": form,
        "active_filters": form.chips(),
        "clear_url": request.path,
        "tables": board.tables(form.asked(), request.user, moment.today()),
        "endings": list(TYPES),
        "questions": count_unanswered(request.user),
        "query": request.GET.urlencode(),
    }
    return render(request, "portal/board.html", context)


@login_required
@permission_required("workflows.view_queue", raise_exception=True)
@require_safe
def table_file(request: HttpRequest, code: str, ending: str) -> HttpResponse:
    """Send one of the tables with the filters it has."""
    right = board.RIGHTS.get(code)
    if code not in board.TABLES or (right and not request.user.has_perm(right)):
        raise Http404
    asked = BoardForm(request.GET).asked()
    return sent(board.TABLES[code](asked, request.user, moment.today()), ending)
