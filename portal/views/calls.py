"""The calls: list, service sheet, "can I apply?"."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from calls.models import CallKind
from grants.parameters import RentParameters
from portal import queries
from portal.countdown import call_row, countdown
from portal.eligibility import Finding, weigh
from portal.forms import CallFilterForm, CanIApplyForm
from portal.sheets import sheet
from workflows.paging import walk
from workflows.showing import check

PAGE_SIZE = 20


@require_safe
def call_list(request: HttpRequest) -> HttpResponse:
    """List the calls that are open, to come and closed, narrowed by the filters in the address."""
    now = timezone.now()
    form = CallFilterForm(request.GET)
    page = walk(
        queries.calls(now, form.kept()),
        queries.CALL_KEYS,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        size=PAGE_SIZE,
    )
    context = {
        "form": form,
        "active_filters": form.chips(),
        "clear_url": request.path,
        "rows": [call_row(call, now) for call in page.rows],
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    return render(request, "portal/call_list.html", context)


@require_safe
def call_page(request: HttpRequest, code: str) -> HttpResponse:
    """Show the service sheet of a published call."""
    call = get_object_or_404(queries.published_call(code))
    return render(request, "portal/call_page.html", sheet(call, timezone.now()))


@require_safe
def can_i_apply(request: HttpRequest, code: str) -> HttpResponse:
    """Weigh a few answers with the rules of a call; nothing is stored, nobody signs in."""
    call = get_object_or_404(queries.published_call(code))
    if call.kind != CallKind.RENT_CONTRIBUTION:
        raise Http404
    now = timezone.now()
    form = CanIApplyForm(request.GET or None, province=RentParameters.of(call.version).province)
    finding = weigh(call, form.answers(), now) if form.is_valid() else None
    context = {
        "call": call,
        "state": countdown(call, now),
        "form": form,
        "finding": _shown(finding) if finding else None,
        "can_start": finding is not None and finding.may_apply and call.is_open_at(now),
    }
    return render(request, "portal/can_i_apply.html", context)


def _shown(finding: Finding) -> dict[str, Any]:
    return {
        "may_apply": finding.may_apply,
        "blocking": finding.blocking,
        "amount": finding.contribution.amount,
        "steps": [
            {"label": label, "amount": amount} for label, amount in finding.contribution.steps
        ],
        # What stands against it comes first.
        "rows": sorted(
            (check(outcome) for outcome in finding.outcomes),
            key=lambda row: ("danger", "warning", "success").index(row["tone"]),
        ),
    }
