"""The outbox: letters that wait, are held, are on their way, or have not arrived."""

from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from letters import permissions
from letters.forms.outbox import OutboxForm
from letters.models import Letter
from letters.outbox_search import (
    OUTBOX_KEYS,
    TABS,
    OutboxFilters,
    in_tab,
    outbox,
    rows,
)
from workflows.paging import capped_all, walk

COUNT_CAP = 1000
TAB_LABELS = {
    "approve": gettext_lazy("To approve"),
    "held": gettext_lazy("Letters held"),
    "way": gettext_lazy("On the way"),
    "failed": gettext_lazy("Letters not delivered"),
    "all": gettext_lazy("All letters"),
}
TONES = {
    Letter.State.TO_APPROVE: "warning",
    Letter.State.HELD: "danger",
    Letter.State.READY: "info",
    Letter.State.SENDING: "info",
    Letter.State.SENT: "success",
    Letter.State.DELIVERED: "success",
    Letter.State.KEPT: "success",
    Letter.State.FAILED: "danger",
    Letter.State.WITHDRAWN: "neutral",
    Letter.State.SUPERSEDED: "neutral",
}


@login_required
@permission_required(permissions.VIEW_OUTBOX, raise_exception=True)
@require_GET
def outbox_list(request: HttpRequest) -> HttpResponse:
    """Show one tab of the outbox, oldest letter first where something is to be done, filtered."""
    form, tab = OutboxForm(request.GET), read_tab(request.GET)
    form.is_valid()
    filters = form.asked(tab)
    page = walk(
        rows(outbox(request.user, filters)),
        OUTBOX_KEYS,
        descending=tab == "all",
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    counts = capped_all(_tabs(request, filters), COUNT_CAP)
    context = {
        "form": form,
        "tab": tab,
        "tabs": _links(request.GET, tab, counts),
        "count": counts[tab],
        "shown_count": _shown(counts[tab]),
        "active_filters": form.chips(),
        "page": page,
        "tones": TONES,
        "may_approve": tab == "approve" and request.user.has_perm(permissions.APPROVE),
    }
    return render(request, "letters/outbox/list.html", context)


def read_tab(query: QueryDict) -> str:
    """Return the tab that an address names; what waits for approval where it names none."""
    tab = query.get("tab", "")
    return tab if tab in TABS else "approve"


def _tabs(request: HttpRequest, filters: OutboxFilters) -> dict[str, Any]:
    every = outbox(request.user, replace(filters, tab="all"))
    return {tab: in_tab(every, tab) for tab in TABS}


def _links(query: QueryDict, current: str, counts: dict[str, int]) -> list[dict[str, Any]]:
    """Return the tabs with their counts; the filters stay, the list starts afresh."""
    kept = query.copy()
    for name in ("tab", "after", "before"):
        kept.pop(name, None)
    links = []
    for tab, label in TAB_LABELS.items():
        kept["tab"] = tab
        url = f"?{kept.urlencode()}"
        links.append(
            {"label": label, "url": url, "count": _shown(counts[tab]), "current": tab == current}
        )
    return links


def _shown(count: int) -> str:
    return f"{COUNT_CAP}+" if count > COUNT_CAP else str(count)
