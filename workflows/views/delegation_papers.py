"""The power of attorney of a delegation, for who may read it."""

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from workflows.models import Case, DelegationPaper
from workflows.uploads import safe_response
from workflows.views.delegations import seen_by


@login_required
@require_safe
def delegation_paper(request: HttpRequest, pk: int) -> FileResponse:
    """Send the power of attorney to the two sides, and to the office for the cases it sees."""
    user = request.user
    seen = Q(delegation__in=seen_by(user))
    if user.has_perm("workflows.view_all_cases"):
        seen |= Q(delegation__case__in=Case.objects.visible_to(user))
        seen |= Q(delegation__party__isnull=False)
    paper = get_object_or_404(DelegationPaper.objects.filter(seen), delegation=pk)
    file = paper.file.open("rb")
    return safe_response(file, name=paper.name, content_type=paper.content_type, inline=False)
