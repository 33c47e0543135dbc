"""Pairing for the office: put together, read with its reasons, approved by an act, replayed."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from calls.kinds import office_pages
from calls.models import Call
from evaluation.queries import approved_ranking
from internships import pairing as plain
from internships import permissions, queries
from internships.forms.pairing import ApprovePairingForm, PairingSearchForm
from internships.models import Candidacy, CandidacyStatus, PairingRound
from internships.services import candidates as services
from internships.views.interviews import office_call
from internships.views.refusing import words_of
from workflows.engine import TransitionRefused
from workflows.paging import walk
from workflows.written.access import signed_in

PAGE_SIZE = 50


@require_safe
@signed_in
def pairings(request: HttpRequest, code: str) -> HttpResponse:
    """Show the pairings of a call, and whether another one can be put together."""
    call = office_call(request, code)
    waiting = Candidacy.objects.filter(call=call, status=CandidacyStatus.RANKED)
    context = {
        "call": call,
        "ranking": approved_ranking(call),
        "rounds": list(call.pairings.order_by("-number")),
        "waiting": waiting.count(),
        "pages": office_pages(call, request.user),
        "may_make": request.user.has_perm(permissions.EXAMINE),
    }
    return render(request, "internships/office/pairings.html", context)


@require_POST
@signed_in
def make(request: HttpRequest, code: str) -> HttpResponse:
    """Put a pairing together."""
    call = office_call(request, code)
    try:
        made = services.make_pairing(call, by=request.user)
    except TransitionRefused as refused:
        messages.error(request, words_of(refused))
        return redirect("internships:pairings", call.code)
    return redirect("internships:pairing", call.code, made.number)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def pairing(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Show a pairing row by row with its reasons; the director approves a draft here."""
    call = office_call(request, code)
    made = get_object_or_404(
        PairingRound.objects.select_related("approved_by", "call"), call=call, number=number
    )
    typed = request.POST if request.method == "POST" else None
    form = ApprovePairingForm(typed, initial={"seen_digest": made.digest})
    if request.method == "POST":
        if not request.user.has_perm(permissions.DECIDE):
            raise PermissionDenied
        if form.is_valid():
            try:
                job = services.approve_pairing(made, by=request.user, **form.cleaned_data)
            except TransitionRefused as refused:
                form.add_error(None, words_of(refused))
            else:
                return redirect("workflows:job", job.pk)
    return _show(request, call, made, form)


def _show(
    request: HttpRequest, call: Call, made: PairingRound, form: ApprovePairingForm
) -> HttpResponse:
    search = PairingSearchForm(request.GET, made=made)
    rows = queries.pairing_rows(made, search.kept())
    page = walk(
        rows,
        queries.PAIRING_KEYS,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        size=PAGE_SIZE,
    )
    answer: dict[str, Any] = made.answer
    context = {
        "call": call,
        "pages": office_pages(call, request.user),
        "made": made,
        "form": form,
        "search": search,
        "rows": page.rows,
        "total": rows.count(),
        "previous_cursor": page.previous,
        "next_cursor": page.next,
        "matched": len(answer["matched"]),
        "reserve": len(answer["reserve"]),
        "free": sum(answer["free"].values()),
        "may_approve": made.approved_at is None and request.user.has_perm(permissions.DECIDE),
        "is_same": plain.replay(made.inputs, made.answer)
        and plain.digest(made.inputs, made.answer) == made.digest,
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "internships/office/pairing.html", context, status=status)
