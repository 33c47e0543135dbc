"""The months of every register, as the office follows them."""

from typing import Any

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from internships import queries
from internships.models import Month, MonthStatus
from internships.permissions import EXAMINE
from internships.views import register_panel as shown
from parties import moment
from workflows.paging import walk

ASKED = [
    (queries.WAITING, _("Wait to be checked or closed")),
    (queries.UNDECIDED, _("Amount to be decided")),
    (queries.UNPAID, _("Allowance not paid in time")),
    *MonthStatus.choices,
]


@login_required
@permission_required(EXAMINE, raise_exception=True)
@require_GET
def months(request: HttpRequest) -> HttpResponse:
    """List months of the register, those that wait longest first; `mostra` asks for some of them."""
    asked, today = request.GET.get("mostra", ""), moment.today()
    page = walk(
        queries.months_in(asked, today),
        queries.MONTH_KEYS,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    context = {
        "rows": [_row(month) for month in page.rows],
        "asked": asked,
        "choices": ASKED,
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    return render(request, "internships/office/months.html", context)


def _row(month: Month) -> dict[str, Any]:
    allowance = shown.allowance_of(month)
    return {
        "month": month,
        "case": month.internship,
        "url": shown.month_url(month),
        "tone": shown.TONES[MonthStatus(month.status)],
        "allowance": allowance,
        "is_late": allowance is not None and allowance.is_late(moment.today()),
    }
