"""The candidate's answers: to the call to an interview, to a proposal; taking a candidacy back."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from internships.candidate_checks import allowance_outcomes
from internships.candidate_own import (
    interview_facts,
    open_interview,
    placement_facts,
)
from internships.ics import calendar_of
from internships.models import Candidacy, CandidacyStatus
from internships.models.statuses import CANDIDACY_ALIVE
from internships.rules.information import CANDIDATES, told_to
from internships.services import candidates as services
from internships.views.candidate_written import CANDIDACY
from workflows.showing import check
from workflows.tasks import perform
from workflows.written.access import one_line_end, signed_in
from workflows.written.acting import again, do, no_longer_asked, seen_version, shell

METHODS = ["GET", "HEAD", "POST"]
LONGEST = 1000


@require_http_methods(METHODS)
@signed_in
def interview(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that one comes, ask once for another time, or say why one did not come."""
    case = CANDIDACY.own(request, pk)
    if case.status not in {CandidacyStatus.INVITED, CandidacyStatus.MISSED}:
        return no_longer_asked(request, case)
    called = open_interview(case)
    reason = one_line_end(request.POST.get("reason", ""))[:LONGEST]
    template = "internships/candidate/interview.html"
    extra = {
        "interview": called,
        "facts": interview_facts(called) if called else [],
        "reason": reason,
        "asked_before": case.interviews.filter(state__in=["moved", "change_asked"]).exists(),
    }
    if request.method != "POST":
        return render(request, template, shell(case) | extra)
    acts: dict[str, tuple[Callable[[], Any], str]] = {
        "confirm": (
            lambda: services.confirm_interview(case, by=request.user),
            _("Thank you: we expect you."),
        ),
        "change": (
            lambda: services.ask_another_time(case, by=request.user, reason=reason),
            _("We have your request: we write to you with another time, or to keep this one."),
        ),
        "justify": (
            lambda: services.justify_absence(case, by=request.user, reason=reason),
            _("We have your reason: the office weighs it and writes to you."),
        ),
    }
    act = acts.get(request.POST.get("act", ""))
    if act is None:
        raise Http404
    return do(request, case, act[0], again(request, case, template, **extra), act[1])


@require_safe
@signed_in
def calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the appointment as a file for the candidate's calendar."""
    case = CANDIDACY.own(request, pk)
    called = open_interview(case)
    if called is None:
        raise Http404
    response = HttpResponse(calendar_of(called), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="colloquio-{case.code}.ics"'
    return response


@require_http_methods(METHODS)
@signed_in
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept or decline the place that is proposed."""
    case = CANDIDACY.own(request, pk)
    if case.status != CandidacyStatus.PROPOSED or case.placement is None:
        return no_longer_asked(request, case)
    template = "internships/candidate/proposal.html"
    reason = one_line_end(request.POST.get("reason", ""))[:LONGEST]
    extra = {
        "facts": placement_facts(case.placement),
        "checks": [check(one) for one in allowance_outcomes(case)],
        "told": told_to(CANDIDATES),
        "reason": reason,
    }
    if request.method != "POST":
        return render(request, template, shell(case) | extra)
    accepts = request.POST.get("act") == "accept"
    if not accepts and request.POST.get("act") != "decline":
        raise Http404
    name = "accept_placement" if accepts else "decline_placement"
    given: dict[str, Any] = {} if accepts else {"reason": reason}
    return do(
        request,
        case,
        lambda: perform(case, name, by=request.user, seen_version=seen_version(request), **given),
        again(request, case, template, **extra),
        _("You have accepted: the host confirms next.")
        if accepts
        else _("You have declined. You stay in the ranking for the other offers you chose."),
    )


@require_http_methods(METHODS)
@signed_in
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the candidacy back, after a confirmation."""
    case: Candidacy = CANDIDACY.own(request, pk)
    if case.status not in CANDIDACY_ALIVE:
        return no_longer_asked(request, case)
    reason = one_line_end(request.POST.get("reason", ""))[:LONGEST]
    template = "internships/candidate/withdraw.html"
    if request.method != "POST":
        return render(request, template, shell(case) | {"reason": ""})
    return do(
        request,
        case,
        lambda: services.withdraw(
            case, by=request.user, reason=reason, seen_version=seen_version(request)
        ),
        again(request, case, template, reason=reason),
        _("Your candidacy has been withdrawn."),
    )
