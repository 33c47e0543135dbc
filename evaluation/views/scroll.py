"""Scroll-down: whom the free money reaches today, the act that sends it, new money for the call."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from evaluation import queries
from evaluation.consequences import of_scroll
from evaluation.forms import RefinanceForm, ScrollForm
from evaluation.kinds import ranked_kind
from evaluation.models import Ranking
from evaluation.permissions import APPROVE, VIEW
from evaluation.services import scrolls
from evaluation.views.overview import shell
from evaluation.views.reaching import UNPROCESSABLE, done, ranked_call, seen, status_of


@login_required
@permission_required(VIEW, raise_exception=True)
@require_http_methods(["GET", "POST"])
def scroll(request: HttpRequest, code: str) -> HttpResponse:
    """Show whom the free money reaches, every check made anew; a POST decides it by an act."""
    call, _committee = seen(request, code)
    ranking = _approved(code)
    if request.method == "POST" and not request.user.has_perm(APPROVE):
        raise PermissionDenied
    plan = scrolls.plan(ranking)
    typed = request.POST if request.method == "POST" else None
    form = ScrollForm(typed, initial={"digest": plan.digest})
    if typed is not None and form.is_valid():
        said = form.cleaned_data
        jobs: list[Any] = []
        if done(
            form,
            lambda: jobs.append(
                scrolls.scroll_down(
                    ranking,
                    by=request.user,
                    act_number=said["act_number"],
                    act_date=said["act_date"],
                    source=said["source"],
                    seen_digest=said["digest"],
                )
            ),
        ):
            messages.success(request, _("The list scrolls down: each file gets what the act says."))
            return redirect("workflows:job", jobs[0].pk)
        form = _with_digest(form, plan.digest)
    context = _context(request, call.code, ranking, plan) | {"form": form}
    return render(request, "evaluation/scroll.html", context, status=status_of(form))


@login_required
@permission_required(APPROVE, raise_exception=True)
@require_POST
def refinance(request: HttpRequest, code: str) -> HttpResponse:
    """Put more money into the call by an act (RANK-14)."""
    call = ranked_call(code)
    ranking = _approved(code)
    form = RefinanceForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        if done(
            form,
            lambda: scrolls.refinance(
                call,
                said["amount"],
                by=request.user,
                act_number=said["act_number"],
                act_date=said["act_date"],
            ),
        ):
            messages.success(request, _("The money is in the call: see below whom it reaches."))
            return redirect("evaluation:scroll", code)
    plan = scrolls.plan(ranking)
    context = _context(request, code, ranking, plan) | {
        "form": ScrollForm(initial={"digest": plan.digest}),
        "refinance_form": form,
    }
    return render(request, "evaluation/scroll.html", context, status=UNPROCESSABLE)


def _context(
    request: HttpRequest, code: str, ranking: Ranking, plan: scrolls.Plan
) -> dict[str, Any]:
    call, committee = seen(request, code)
    return shell(request, call, committee) | {
        "ranking": ranking,
        "plan": plan,
        "consequences": of_scroll(plan),
        "scrolls": queries.scrolls_of(ranking),
        "may_decide": request.user.has_perm(APPROVE),
        "refinance_form": RefinanceForm(),
    }


def _with_digest(form: ScrollForm, digest: str) -> ScrollForm:
    """Let the form carry what the page shows now: the person has read it again."""
    form.data = form.data.copy()
    form.data["digest"] = digest
    return form


def _approved(code: str) -> Ranking:
    found = queries.approved_ranking(ranked_call(code))
    if found is None or not ranked_kind(found.call.kind).gives_money:
        raise Http404
    found.call = ranked_call(code)
    return found
