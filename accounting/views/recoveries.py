"""Sums asked back: what is owed today, what came in, plans of instalments, the roll."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.db.models import BigIntegerField
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounting.forms.recoveries import PlanForm, ReceiptForm, RollForm
from accounting.models import Recovery, RecoveryState
from accounting.permissions import RECOVER, VIEW_RECOVERIES
from accounting.services import recoveries as services
from workflows.engine import TransitionRefused
from workflows.paging import Key, walk

KEYS = (Key("id", BigIntegerField()),)
UNPROCESSABLE = 422
TONES = {"open": "warning", "instalments": "info", "settled": "success", "roll": "danger"}


@login_required
@permission_required(VIEW_RECOVERIES, raise_exception=True)
@require_GET
def recoveries(request: HttpRequest) -> HttpResponse:
    """Show what is asked back, the newest first; `state` asks for those in one state."""
    state = request.GET.get("state", "")
    rows = Recovery.objects.for_pages()
    if state in RecoveryState.values:
        rows = rows.filter(state=state)
    page = walk(
        rows,
        KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    context = {
        "recoveries": page.rows,
        "state": state,
        "states": RecoveryState.choices,
        "tones": TONES,
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    return render(request, "accounting/recoveries.html", context)


@login_required
@permission_required(VIEW_RECOVERIES, raise_exception=True)
@require_GET
def recovery(request: HttpRequest, number: str) -> HttpResponse:
    """Show a sum asked back: what is owed today and how it came about."""
    found = _found(number)
    acts = request.user.has_perm(RECOVER)
    is_open = found.state != RecoveryState.SETTLED
    roll = services.roll_outcome(found) if found.state in {"open", "instalments"} else None
    context = {
        "recovery": found,
        "owed": services.owed(found),
        "tones": TONES,
        "roll": roll,
        "may_count": acts and is_open,
        "may_plan": acts and found.state == RecoveryState.OPEN,
        "may_enrol": acts and roll is not None and not roll.blocks,
    }
    return render(request, "accounting/recovery.html", context)


@login_required
@permission_required(RECOVER, raise_exception=True)
@require_http_methods(["GET", "POST"])
def receipt(request: HttpRequest, number: str) -> HttpResponse:
    """Count what has come back."""
    found = _found(number)
    form = ReceiptForm(request.POST or None, initial={"seen": found.version})
    act = lambda: services.note_receipt(found, by=request.user, **form.cleaned_data)  # noqa: E731 (one line for a form's own data)
    return _act(request, found, form, act, _("Count a receipt"))


@login_required
@permission_required(RECOVER, raise_exception=True)
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, number: str) -> HttpResponse:
    """Let a sum be returned in instalments."""
    found = _found(number)
    form = PlanForm(request.POST or None, initial={"seen": found.version})
    act = lambda: services.plan(found, by=request.user, **form.cleaned_data)  # noqa: E731 (the same)
    return _act(request, found, form, act, _("Allow instalments"))


@login_required
@permission_required(RECOVER, raise_exception=True)
@require_http_methods(["GET", "POST"])
def enrol(request: HttpRequest, number: str) -> HttpResponse:
    """Enrol what was not returned in its term."""
    found = _found(number)
    form = RollForm(request.POST or None, initial={"seen": found.version})
    act = lambda: services.enrol(found, by=request.user, **form.cleaned_data)  # noqa: E731 (the same)
    return _act(request, found, form, act, _("Enrol to the roll"))


def _found(number: str) -> Recovery:
    return get_object_or_404(Recovery.objects.for_pages(), number=number)


def _act(
    request: HttpRequest,
    found: Recovery,
    form: BaseForm,
    act: Callable[[], Any],
    title: str,
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except TransitionRefused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Done: {act}.").format(act=title))
            return redirect("accounting:recovery", found.number)
    context = {"recovery": found, "owed": services.owed(found), "form": form, "title": title}
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "accounting/recovery_act.html", context, status=status)
