"""The protocol register: what came in, went out and stayed, entry by entry (PRT-01)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from ui.formats import short_date
from workflows.models import ProtocolEntry
from workflows.paging import walk
from workflows.protocol_forms import ProtocolForm
from workflows.protocol_search import (
    PROTOCOL_KEYS,
    documents_of,
    is_intact,
    keeping_bodies,
    printed_in,
    protocol,
    years,
)
from workflows.services.annulment import why_not_annulled
from workflows.services.registering import directions_for

if TYPE_CHECKING:
    from parties.models import User

TONES = {
    ProtocolEntry.Direction.IN: "info",
    ProtocolEntry.Direction.OUT: "success",
    ProtocolEntry.Direction.INTERNAL: "neutral",
}


@login_required
@permission_required("workflows.view_protocol", raise_exception=True)
@require_GET
def register(request: HttpRequest) -> HttpResponse:
    """Show the register, newest entry first, narrowed as the address says."""
    bodies = list(keeping_bodies())
    form = ProtocolForm(request.GET, years=years(), bodies=bodies)
    form.is_valid()
    page = walk(
        protocol(form.asked()),
        PROTOCOL_KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    context = {
        "form": form,
        "page": page,
        "active_filters": _chips(form),
        "tones": TONES,
        "bodies": {body.pk: body.name for body in bodies} if len(bodies) > 1 else {},
        "may_open": request.user.has_perm("workflows.view_all_cases"),
        "may_register": bool(directions_for(request.user)),
    }
    return render(request, "workflows/protocol/register.html", context)


@login_required
@permission_required("workflows.view_protocol", raise_exception=True)
@require_GET
def entry(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """Show one entry with everything that was registered, and its annulment if there is one."""
    found = find(request, year, number)
    if found is None:
        return to_all_of(year, number)
    context = entry_context(found, request.user)
    context["why_not"] = why_not_annulled(found, by=request.user)
    return render(request, "workflows/protocol/entry.html", context)


def find(request: HttpRequest, year: int, number: int) -> ProtocolEntry | None:
    """Return the entry of the address, None where several bodies have one; 404 where none has."""
    entries = ProtocolEntry.objects.select_related(
        "body", "case", "by", "annuls", "annulled_by"
    ).filter(year=year, number=number)
    if (body := request.GET.get("ente", "")).isdecimal():
        entries = entries.filter(body_id=int(body))
    found = list(entries.order_by("body_id")[:2])
    if not found:
        raise Http404
    return found[0] if len(found) == 1 else None


def to_all_of(year: int, number: int) -> HttpResponse:
    """Lead to the entries of that number, one for each body."""
    return redirect(f"{reverse('workflows:protocol')}?{urlencode({'q': f'{number}/{year}'})}")


def entry_context(found: ProtocolEntry, user: User) -> dict[str, Any]:
    """Return what `workflows/protocol/_entry.html` shows."""
    return {
        "entry": found,
        "tones": TONES,
        "documents": [
            {"digest": digest, "document": document}
            for digest, document in zip(found.digests, documents_of(found, user), strict=True)
        ],
        "is_intact": is_intact(found),
        "printed": printed_in(found),
        "may_open": user.has_perm("workflows.view_all_cases"),
    }


def _chips(form: ProtocolForm) -> list[dict[str, Any]]:
    on = []
    for name, value in form.cleaned_data.items():
        if value:
            field = form.fields[name]
            words = dict(getattr(field, "choices", [])).get(value, value)
            shown = short_date(value) if name in {"since", "until"} else words
            on.append({"name": name, "value": form.data[name], "label": f"{field.label}: {shown}"})
    return on
