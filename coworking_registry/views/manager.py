"""The manager's pages beside the form: the way in, taking back, the renewal, the day of the visit."""

from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from calls.models import Call
from calls.models.calls import CallKind
from coworking_registry import permissions
from coworking_registry.calendar import visit_event
from coworking_registry.forms.application import PAGES
from coworking_registry.models import SpaceApplication, SpaceStatus
from coworking_registry.models.statuses import UNDECIDED
from coworking_registry.services import applications as services
from coworking_registry.views.written import SPACE
from workflows.tasks import perform
from workflows.written.access import one_line_end, signed_in
from workflows.written.acting import again, do, no_longer_asked, seen_version, shell
from workflows.written.prefill import prefill_person

METHODS = ["GET", "HEAD", "POST"]
LONGEST = 4000
VISIT_LASTS = timedelta(hours=2)


@require_http_methods(METHODS)
@signed_in
def start(request: HttpRequest, code: str) -> HttpResponse:
    """Open the person's draft, or return to it."""
    if not permissions.may_apply(request.user):
        raise PermissionDenied
    call = get_object_or_404(Call.objects.published(), code=code, kind=CallKind.REGISTER)
    mine = SpaceApplication.objects.filter(call=call, opened_by=request.user).order_by("-pk")
    draft = mine.filter(status=SpaceStatus.DRAFT).first()
    is_open = call.is_open_at(timezone.now())
    if request.method == "POST" and (draft or is_open):
        case = draft or services.open_draft(call, by=request.user)
        if draft is None:
            prefill_person(case, request.user)
        return redirect("coworking_registry:application_page", case.pk, PAGES[0].slug)
    sent = list(mine.exclude(status=SpaceStatus.DRAFT))
    context = {"call": call, "draft": draft, "sent": sent, "is_open": is_open}
    return render(request, "coworking_registry/manager/start.html", context)


@require_http_methods(METHODS)
@signed_in
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the application back, after a confirmation."""
    case = SPACE.own(request, pk)
    if case.status not in UNDECIDED:
        return no_longer_asked(request, case)
    reason = one_line_end(request.POST.get("reason", ""))[:LONGEST]
    template = "coworking_registry/manager/withdraw.html"
    if request.method != "POST":
        return render(request, template, shell(case) | {"reason": ""})
    return do(
        request,
        case,
        lambda: services.withdraw(
            case, by=request.user, reason=reason, seen_version=seen_version(request)
        ),
        again(request, case, template, reason=reason),
        _("Your application has been withdrawn."),
    )


@require_http_methods(METHODS)
@signed_in
def renewal(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the renewal, once, with the statement that the requirements still hold (SPA-23)."""
    case = SPACE.own(request, pk)
    if case.status != SpaceStatus.LISTED:
        return no_longer_asked(request, case)
    template = "coworking_registry/manager/renewal.html"
    if request.method != "POST":
        return render(request, template, shell(case) | {"is_unticked": False})
    if "still" not in request.POST:
        return render(request, template, shell(case) | {"is_unticked": True}, status=422)
    return do(
        request,
        case,
        lambda: perform(case, "ask_renewal", by=request.user, seen_version=seen_version(request)),
        again(request, case, template, is_unticked=False),
        _("Sent. Your space stays in the register until we decide."),
    )


@require_safe
@login_required
def visit_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the day of the visit as a file for calendars, to the manager and to the office."""
    cases = SpaceApplication.objects.visible_to(request.user)
    case = get_object_or_404(cases, pk=pk)
    visit = case.inspections.filter(ended_at__isnull=True).first()
    if visit is None:
        raise Http404
    text = visit_event(case, visit, VISIT_LASTS)
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="sopralluogo-{case.number}.ics"'
    return response
