"""The list of a call: put together, looked at, approved, published."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from calls.models import Call
from evaluation import queries
from evaluation.consequences import of_approval
from evaluation.forms import ApproveForm, SeedForm
from evaluation.kinds import ranked_kind
from evaluation.models import RankedList, Ranking
from evaluation.permissions import APPROVE, PUBLISH, VIEW, may_rank
from evaluation.services import applying, rankings
from evaluation.showing import LIST_TONES, PLACES_ALONE, ranking_row
from evaluation.views.overview import shell
from evaluation.views.reaching import UNPROCESSABLE, done, ranked_call, seen, status_of
from workflows.engine import TransitionRefused
from workflows.paging import walk


@login_required
@require_safe
def ranking(request: HttpRequest, code: str) -> HttpResponse:
    """Show the list of a call, draft or approved, with every tie explained."""
    call, committee = seen(request, code)
    context = shell(request, call, committee) | _list_context(request, call)
    return render(request, "evaluation/ranking.html", context | {"form": SeedForm()})


@login_required
@require_POST
def make(request: HttpRequest, code: str) -> HttpResponse:
    """Put the list together, in the place of an earlier draft."""
    call, committee = seen(request, code)
    if not may_rank(committee, request.user):
        raise PermissionDenied
    form = SeedForm(request.POST)
    if form.is_valid() and done(
        form,
        lambda: rankings.make_ranking(call, by=request.user, seed=form.cleaned_data["seed"]),
    ):
        messages.success(request, _("The list has been put together."))
        return redirect("evaluation:ranking", code)
    context = shell(request, call, committee) | _list_context(request, call) | {"form": form}
    return render(request, "evaluation/ranking.html", context, status=UNPROCESSABLE)


@login_required
@permission_required(APPROVE, raise_exception=True)
@require_http_methods(["GET", "POST"])
def approve(request: HttpRequest, code: str) -> HttpResponse:
    """Approve a list by an act; what will follow from it is shown first."""
    call = ranked_call(code)
    draft = queries.draft_ranking(call)
    if draft is None:
        messages.info(request, _("There is no list to approve."))
        return redirect("evaluation:ranking", code)
    typed = request.POST if request.method == "POST" else None
    form = ApproveForm(typed, initial={"digest": draft.digest})
    if typed is not None and form.is_valid():
        said = form.cleaned_data
        jobs: list[Any] = []
        if done(
            form,
            lambda: jobs.append(
                rankings.approve_ranking(
                    draft,
                    by=request.user,
                    act_number=said["act_number"],
                    act_date=said["act_date"],
                    seen_digest=said["digest"],
                )
            ),
        ):
            messages.success(request, _("The list is approved: each file now gets what it says."))
            return redirect("workflows:job", jobs[0].pk)
    committee = getattr(call, "committee", None)
    context = shell(request, call, committee) | {
        "ranking": draft,
        "form": form,
        "consequences": of_approval(draft),
    }
    return render(request, "evaluation/approve.html", context, status=status_of(form))


@login_required
@permission_required(PUBLISH, raise_exception=True)
@require_POST
def publish(request: HttpRequest, code: str) -> HttpResponse:
    """Show the approved list to the public."""
    found = _approved(ranked_call(code))
    try:
        rankings.publish_ranking(found, by=request.user)
    except TransitionRefused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, _("The ranking is public."))
    return redirect("evaluation:ranking", code)


@login_required
@permission_required(APPROVE, raise_exception=True)
@require_POST
def apply_again(request: HttpRequest, code: str) -> HttpResponse:
    """Do what the acts on a list say once more, for files where it could not be done before."""
    found = _approved(ranked_call(code))
    job = applying.start(found, by=request.user)
    return redirect("workflows:job", job.pk)


def _approved(call: Call) -> Ranking:
    found = queries.approved_ranking(call)
    if found is None:
        raise Http404
    return found


def _list_context(request: HttpRequest, call: Call) -> dict[str, Any]:
    found = queries.approved_ranking(call) or queries.draft_ranking(call)
    context: dict[str, Any] = {
        "ranking": found,
        "rows": [],
        "counts": [],
        "sees_files": request.user.has_perm(VIEW),
        "may_publish": request.user.has_perm(PUBLISH),
        "previous_cursor": "",
        "next_cursor": "",
        "undone": [],
    }
    if found is None:
        return context
    criteria = list(call.version.criteria.order_by("position"))
    page = walk(
        queries.rows_of(found),
        queries.ROW_KEYS,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    counts = queries.counts_of(found)
    gives_money = ranked_kind(call.kind).gives_money
    return context | {
        "rows": [ranking_row(row, criteria) for row in page.rows],
        "counts": [
            {
                "label": RankedList(code).label if gives_money else PLACES_ALONE[code],
                "letter": code,
                "tone": LIST_TONES[code],
                "number": counts[code]["number"],
                "granted": counts[code]["granted"],
            }
            for code in (RankedList.values if gives_money else PLACES_ALONE)
        ],
        "previous_cursor": page.previous,
        "next_cursor": page.next,
        "undone": queries.not_executed(call) if found.approved_at else [],
    }
