"""Everything that was ever changed of a case, and whether history is as the office wrote it."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from workflows.field_changes import change_sets
from workflows.models import BackgroundJob, Case, Delegation
from workflows.paging import Key, walk
from workflows.permissions import is_own_case
from workflows.verification import job as verification
from workflows.verification.words import TONES, TROUBLES
from workflows.views.delegations import ABOUT, row_of
from workflows.views.office import case_for, own_case

SETS = 30
FINDING_KEYS = (Key("id", models.BigIntegerField()),)


@login_required
@require_GET
def case_history(request: HttpRequest, pk: int) -> HttpResponse:
    """Show every change of a case's fields, in its steps and outside them, the latest first."""
    case = case_for(request.user, pk)
    if is_own_case(case, request.user):
        return own_case(request, case)
    sets = change_sets(case, case.history.all())
    if request.GET.get("solo") == "fuori":
        sets = [one for one in sets if one.is_outside]
    page = Paginator(sets, SETS).get_page(request.GET.get("pagina"))
    context = {
        "case": case,
        "page": page,
        "outside_only": request.GET.get("solo") == "fuori",
        "delegations": _delegations(case),
    }
    return render(request, "workflows/case_history.html", context)


def _delegations(case: Case) -> list[dict[str, Any]]:
    """Return who may or might act for the applicant, each with their power of attorney, the latest first."""
    found = Delegation.objects.reaching(case).select_related(*ABOUT)
    return [
        row_of(given) | {"paper": getattr(given, "paper", None)} for given in found.order_by("-pk")
    ]


@login_required
@permission_required("workflows.verify_history", raise_exception=True)
@require_http_methods(["GET", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """Show what the latest verification found; a POST starts another.

    htmx asks for the body alone, every second while one runs.
    """
    if request.method == "POST":
        key = _key(request)
        if verification.is_running():
            messages.info(request, _("A verification is under way already: here it is."))
        elif key is None:
            messages.warning(request, _("Nothing was started: use the button of this page."))
        else:
            verification.start(by=request.user, key=key)
        return redirect("workflows:verify")
    template = "workflows/_verify_body.html" if request.htmx else "workflows/verify.html"
    return render(request, template, _context(request))


def _context(request: HttpRequest) -> dict[str, Any]:
    latest = verification.latest()
    context = {"job": latest, "key": uuid.uuid4(), "poll_url": reverse("workflows:verify")}
    if latest is None:
        return context
    page = walk(
        latest.rows.all(),
        FINDING_KEYS,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    figures = dict(latest.results[0]) if latest.results else {}
    if sealed_since := figures.get("sealed_since"):
        figures["sealed_since"] = datetime.fromisoformat(sealed_since)
    return context | {
        "page": page,
        "figures": figures,
        "unlisted": max(0, figures.get("found", 0) - verification.MOST_LISTED),
        "is_failed": latest.state == BackgroundJob.State.FAILED,
        "troubles": TROUBLES,
        "tones": TONES,
        "may_open": request.user.has_perm("workflows.view_all_cases"),
    }


def _key(request: HttpRequest) -> uuid.UUID | None:
    try:
        return uuid.UUID(request.POST.get("key", ""))
    except ValueError:
        return None
