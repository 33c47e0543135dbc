"""The printed registers of the days: listed, looked at, handed out only as they were made (PRT-06)."""

import io
from datetime import timedelta

from django.contrib.auth.decorators import login_required, permission_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_safe

from parties import moment
from workflows import printing
from workflows.models import DailyRegister
from workflows.paging import walk
from workflows.printing import SealOutcome
from workflows.protocol_search import REGISTER_KEYS, keeping_bodies
from workflows.services.daily_register import RegisterLost, missing_days, read
from workflows.uploads import safe_response

CONFLICT = 409
TONES = {
    SealOutcome.VALID: "success",
    SealOutcome.ALTERED: "danger",
    SealOutcome.EXPIRED: "warning",
    SealOutcome.UNTRUSTED: "warning",
    SealOutcome.NONE: "neutral",
}


@login_required
@permission_required("workflows.view_protocol", raise_exception=True)
@require_GET
def register_list(request: HttpRequest) -> HttpResponse:
    """Show the printed registers, newest day first, and the days that still miss one."""
    bodies = list(keeping_bodies())
    page = walk(
        DailyRegister.objects.select_related("body"),
        REGISTER_KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    yesterday = moment.today() - timedelta(days=1)
    missing = sorted({day for body in bodies for day in missing_days(body, yesterday)})
    context = {
        "page": page,
        "bodies": {body.pk: body.name for body in bodies} if len(bodies) > 1 else {},
        "missing": missing,
    }
    return render(request, "workflows/protocol/registers.html", context)


@login_required
@permission_required("workflows.view_protocol", raise_exception=True)
@require_GET
def register_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what one register holds, and whether file and seal still are what was made."""
    return _page(request, get_object_or_404(DailyRegister.objects.select_related("body"), pk=pk))


@login_required
@permission_required("workflows.view_protocol", raise_exception=True)
@require_safe
def register_file(request: HttpRequest, pk: int) -> FileResponse | HttpResponse:
    """Hand out the file of a register; one that is no longer what was made is not handed out."""
    found = get_object_or_404(DailyRegister.objects.select_related("body"), pk=pk)
    try:
        data = read(found)
    except RegisterLost:
        return _page(request, found, status=CONFLICT)
    return safe_response(
        io.BytesIO(data), name=found.name, content_type="application/pdf", inline=False
    )


def _page(request: HttpRequest, found: DailyRegister, status: int = 200) -> HttpResponse:
    try:
        check = printing.verify(read(found), found.made_at)
    except RegisterLost:
        check = None
    context = {"register": found, "check": check, "tone": TONES[check.outcome] if check else ""}
    return render(request, "workflows/protocol/daily_register.html", context, status=status)
