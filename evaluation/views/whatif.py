"""What if: another endowment, threshold or policy, and who gains or loses by it. Nothing is saved."""

from decimal import Decimal
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounting.rules import endowment_covers
from calls.models import Call
from evaluation import queries, rules
from evaluation.forms import WhatIfForm
from evaluation.gathering import bound, resources, scheme_of
from evaluation.permissions import APPROVE, may_rank
from evaluation.services.rankings import ranked
from evaluation.showing import LIST_TONES, points_words
from evaluation.views.overview import shell
from evaluation.views.reaching import seen, status_of
from workflows.engine import TransitionRefused

PAGE_SIZE = 50


@login_required
@require_safe
def what_if(request: HttpRequest, code: str) -> HttpResponse:
    """Show both lists side by side, where they differ."""
    call, committee = seen(request, code)
    if not (may_rank(committee, request.user) or request.user.has_perm(APPROVE)):
        raise PermissionDenied
    scheme = scheme_of(call.current_version, resources(call), seed=_seed(call))
    initial = {
        "endowment": scheme.endowment,
        "threshold": scheme.threshold,
        "policy": scheme.policy.value,
        "last_place": scheme.last_place.value,
        "seed": scheme.seed,
    }
    is_asked = "endowment" in request.GET
    form = WhatIfForm(request.GET if is_asked else None, initial=initial)
    context = shell(request, call, committee) | {
        "form": form,
        "scheme": scheme,
        "changes": [],
        "refused": "",
        "is_asked": is_asked,
        "previous_cursor": "",
        "next_cursor": "",
    }
    if is_asked and form.is_valid():
        outcome = endowment_covers(form.cleaned_data["endowment"], bound(call))
        if outcome.blocks:
            form.add_error("endowment", outcome.sentence)
        else:
            context |= _compared(request, call, form)
    return render(request, "evaluation/what_if.html", context, status=status_of(form))


def _compared(request: HttpRequest, call: Call, form: WhatIfForm) -> dict[str, Any]:
    said = form.cleaned_data
    try:
        before, gathered = ranked(call, seed=_seed(call) or said["seed"])
        after, _gathered = ranked(
            call,
            seed=said["seed"],
            endowment=said["endowment"],
            threshold=said["threshold"],
            policy=rules.Policy(said["policy"]),
            last_place=rules.LastPlace(said["last_place"]),
        )
    except TransitionRefused as refused:
        return {"refused": refused.sentence}
    files = gathered.by_number
    changes = rules.compare(before, after)
    page = queries.slice_of(changes, request.GET, PAGE_SIZE)
    return {
        "changes": [
            {
                "case": files[one.after.id].case,
                "before": _shown(one.before),
                "after": _shown(one.after),
                "difference": one.difference,
                "tone": "success" if one.difference > 0 else "danger" if one.difference else "",
            }
            for one in page.rows
        ],
        "gain": sum(one.difference > 0 for one in changes),
        "lose": sum(one.difference < 0 for one in changes),
        "given_before": before.endowment - before.left,
        "given_after": after.endowment - after.left,
        "left_after": after.left,
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }


def _shown(row: rules.Row) -> dict[str, Any]:
    return {
        "place": row.place,
        "letter": row.listed.value,
        "tone": LIST_TONES[row.listed.value],
        "total": "" if row.total is None else points_words(row.total),
        "granted": row.granted or Decimal("0.00"),
    }


def _seed(call: Call) -> str:
    found = queries.approved_ranking(call) or queries.draft_ranking(call)
    return found.seed if found else ""
