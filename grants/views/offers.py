"""Answering an offer, taking the application back, giving a contribution up."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from grants import services
from grants.models import Status
from grants.models.statuses import BEFORE_DECISION
from grants.views.written import RENT
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
    acts = {"accept": "accept_partial", "decline": "decline_partial"}
    act = acts.get(request.POST.get("act", ""))
    if request.method != "POST" or act is None:
        return render(request, "grants/applicant/offer.html", shell(case))
    done = {
        "accept_partial": _("You have accepted: the contribution is granted."),
        "decline_partial": _("You have left the offer: your application is on the waiting list."),
    }
    return do(
        request,
        case,
        lambda: perform(case, act, by=request.user, seen_version=seen_version(request)),
        again(request, case, "grants/applicant/offer.html"),
        done[act],
    )


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
