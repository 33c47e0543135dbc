"""Answering an offer, taking the application back, giving a contribution up."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from grants import services
from grants.models import RentContribution, Status
from grants.models.statuses import BEFORE_DECISION
from grants.views.written import RENT
from workflows.engine import Refusal, TransitionRefused
from workflows.tasks import perform
from workflows.written.access import one_line_end, signed_in
from workflows.written.acting import again, do, no_longer_asked, seen_version, shell

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@signed_in
def offer(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the part of the contribution that was offered, or leave it and wait (RANK-12)."""
    case = RENT.own(request, pk)
    if case.status != Status.PARTIAL_OFFERED:
        return no_longer_asked(request, case)
    answers = {
        "accept": (_accept, _("You have accepted: the letter of the grant follows.")),
        "decline": (
            _decline,
            _("You have left the offer: your application is on the waiting list."),
        ),
    }
    answer = answers.get(request.POST.get("act", ""))
    if request.method != "POST" or answer is None:
        return render(request, "grants/applicant/offer.html", shell(case))
    act, done = answer
    return do(
        request,
        case,
        lambda: act(case, request),
        again(request, case, "grants/applicant/offer.html"),
        done,
    )


def _accept(case: RentContribution, request: HttpRequest) -> None:
    """Grant what is accepted; where a rule stands against it, the acceptance stands and the office acts."""
    said: dict[str, Any] = {"by": request.user, "seen_version": seen_version(request)}
    try:
        perform(case, "accept_partial", **said)
    except TransitionRefused as refused:
        if refused.why is not Refusal.RULE:
            raise
        perform(case, "declare_acceptance", **said)


def _decline(case: RentContribution, request: HttpRequest) -> None:
    perform(case, "decline_partial", by=request.user, seen_version=seen_version(request))


@require_http_methods(METHODS)
@signed_in
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the application back before a decision, after a confirmation."""
    case = RENT.own(request, pk)
    if case.status not in BEFORE_DECISION:
        return no_longer_asked(request, case)
    reason = one_line_end(request.POST.get("reason", ""))[:4000]
    if request.method != "POST":
        return render(request, "grants/applicant/withdraw.html", shell(case) | {"reason": ""})
    return do(
        request,
        case,
        lambda: services.withdraw(
            case, by=request.user, reason=reason, seen_version=seen_version(request)
        ),
        again(request, case, "grants/applicant/withdraw.html", reason=reason),
        _("Your application has been withdrawn."),
    )


@require_http_methods(METHODS)
@signed_in
def waive(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a granted contribution up before anything is paid, after a confirmation (REV-17)."""
    case = RENT.own(request, pk)
    if case.status != Status.GRANTED:
        return no_longer_asked(request, case)
    reason = one_line_end(request.POST.get("reason", ""))[:4000]
    if request.method != "POST":
        return render(request, "grants/applicant/waive.html", shell(case) | {"reason": ""})
    return do(
        request,
        case,
        lambda: services.waive(
            case, by=request.user, reason=reason, seen_version=seen_version(request)
        ),
        again(request, case, "grants/applicant/waive.html", reason=reason),
        _("You have given the contribution up."),
    )
