"""A member's own pages: files to score, and the statement of interests."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from evaluation import queries
from evaluation.forms import DeclareForm, FilesForm
from evaluation.models import Member
from evaluation.permissions import SCORE
from evaluation.services import sittings
from evaluation.views.reaching import done, seat, status_of
from workflows.models import Case
from workflows.paging import PAGE_SIZE

# Up to as many files stand on the statement at once; more are looked for.
MOST_FILES = 25


@login_required
@permission_required(SCORE, raise_exception=True)
@require_safe
def my_files(request: HttpRequest) -> HttpResponse:
    """List, committee by committee, the files the person scores: what is open, done, closed to them."""
    form = FilesForm(request.GET)
    form.is_valid()
    seats = [_desk(member, form, request.GET) for member in queries.seats_of(request.user)]
    context = {
        "seats": seats,
        "form": form,
        "active_filters": form.chips(),
        "clear_url": reverse("evaluation:my_files"),
    }
    return render(request, "evaluation/my_files.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def declare(request: HttpRequest, code: str) -> HttpResponse:
    """State one's interests at the sitting that is open (ORG-08); of many files, some are looked for."""
    member = seat(request, code)
    sitting = queries.open_sitting(member.committee)
    if sitting is None or queries.has_declared(sitting, member):
        messages.info(
            request,
            _("You have stated your interests at this sitting already.")
            if sitting
            else _("No sitting of the committee is open."),
        )
        return redirect("evaluation:my_files")
    call = member.committee.call
    cases = [one.case for one in queries.admissible(call)]
    typed = request.POST if request.method == "POST" else None
    looks = typed is not None and "find" in typed
    files = [
        {"pk": case.pk, "number": str(case), "applicant": str(case.applicant)}
        for case in _to_show(cases, typed or {})
    ]
    form = DeclareForm(None if looks else typed, files=files, initial=dict((typed or {}).items()))
    if typed is not None and not looks and form.is_valid():
        conflicts = form.conflicts()
        if done(
            form, lambda: sittings.declare(sitting, member, by=request.user, conflicts=conflicts)
        ):
            messages.success(request, _("Your statement is written down: the files are open."))
            return redirect("evaluation:my_files")
    context = {
        "member": member,
        "sitting": sitting,
        "form": form,
        "call": call,
        "total": len(cases),
        "is_searched": len(cases) > MOST_FILES,
        "words": (typed or {}).get("q", ""),
        "looks": looks,
    }
    return render(request, "evaluation/declare.html", context, status=status_of(form))


def _to_show(cases: list[Case], typed: Mapping[str, str]) -> list[Case]:
    """Return all files where they are few; else those written beside already, and those looked for."""
    if len(cases) <= MOST_FILES:
        return cases
    written = {case.pk for case in cases if typed.get(f"reason_{case.pk}", "").strip()}
    words = typed.get("q", "").strip()
    found = [case.pk for case in _matching(cases, words)][:MOST_FILES] if words else []
    return [case for case in cases if case.pk in written or case.pk in found]


def _matching(cases: Iterable[Case], words: str) -> list[Case]:
    wanted = words.strip().casefold()
    return [case for case in cases if wanted in f"{case} {case.applicant}".casefold()]


def _desk(member: Member, form: FilesForm, address: Mapping[str, str]) -> dict[str, Any]:
    """Return what a member's page shows of one committee: one page of its files, filtered."""
    committee = member.committee
    cases = [one.case for one in queries.admissible(committee.call)]
    scorers = queries.scorers_by_case(committee, cases)
    away = queries.abstaining([member], cases)
    own = queries.own_sheets(member)
    sitting = queries.open_sitting(committee)
    mine = [case for case in cases if member in scorers[case.pk]]
    to_score = {case.pk for case in mine if not (case.pk in own and own[case.pk].is_closed)}
    found = _matching(mine, form.words) if form.words else mine
    if form.shows:
        found = [case for case in found if (case.pk in to_score) == (form.shows == "open")]
    here = address if address.get("bando") == committee.call.code else {}
    page = queries.slice_of(found, here, PAGE_SIZE)
    return {
        "member": member,
        "call": committee.call,
        "sitting": sitting,
        "has_declared": queries.has_declared(sitting, member),
        "rows": [{"case": case, "sheet": own.get(case.pk)} for case in page.rows],
        "scores_files": bool(mine),
        "left": len(to_score),
        "previous": page.previous,
        "next": page.next,
        "abstains": [case for case in cases if (member.pk, case.pk) in away],
        "approved": queries.approved_ranking(committee.call),
    }
