"""Who else has a case open: asked every half minute by the page itself, never written by reading."""

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from workflows.models import Case
from workflows.permissions import is_own_case
from workflows.services.presence import colleagues_at, note_presence
from workflows.views.office import own_case

NOTHING_NEW = 204


@login_required
@permission_required("workflows.view_all_cases", raise_exception=True)
@require_POST
def presence(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that a person who may act on the case has it open, and say who else has.

    `shown` is what the page shows already: where nothing has changed the answer is empty, so that
    a screen reader does not read it out again.
    """
    visible = Case.objects.visible_to(request.user).filter(submitted_at__isnull=False)
    case = get_object_or_404(visible, pk=pk)
    if is_own_case(case, request.user):
        return own_case(request, case)
    # Who only reads gets in nobody's way.
    if request.user.has_perm("workflows.take_task"):
        note_presence(case, by=request.user)
    colleagues = colleagues_at(case, besides=request.user)
    shown = ",".join(f"{one.user.pk}-{int(one.since.timestamp())}" for one in colleagues)
    if request.POST.get("shown") == shown:
        return HttpResponse(status=NOTHING_NEW)
    context = {"colleagues": colleagues, "shown": shown}
    return render(request, "workflows/office/_colleagues.html", context)
