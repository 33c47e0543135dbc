"""Pages while an internship runs: interim reports, accidents, trips, and signs for the office."""

from typing import Any

from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from internships import following, queries, signs
from internships.forms.following import (
    AccidentForm,
    BandForm,
    ClearForm,
    InterimForm,
    ReportedForm,
    SignForm,
    TripForm,
)
from internships.models import Accident, SignSeen
from internships.permissions import EXAMINE, may_follow, may_see_condition
from internships.services.placements import inspecting, reporting, telling
from internships.views.finishing import back_to, done_or_why_not, form_page
from internships.views.placements import own_internship
from ui.formats import long_date, short_date
from workflows.paging import walk
from workflows.showing import check
from workflows.written.access import signed_in

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@signed_in
def interim(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Write an interim report, or read the one that is written (R-ATT-10)."""
    case = own_internship(request, pk)
    report = next((one for one in following.reports_of(case) if one.stretch.number == number), None)
    if report is None:
        raise Http404
    writes = reporting.may_report(case, request.user) and not report.is_written
    if request.method == "POST" and not reporting.may_report(case, request.user):
        raise PermissionDenied
    form = InterimForm(request.POST or None, case=case, files=request.FILES or None)
    refused, status = done_or_why_not(
        request,
        form,
        lambda said: reporting.write_interim(case, number, by=request.user, **said),
    )
    if status == 0:
        return back_to(request, case)
    context = {
        "case": case,
        "report": report,
        "check": check(report.outcome),
        "form": form if writes else None,
        "refused": refused,
    }
    return render(request, "internships/placement/interim.html", context, status=status)


@require_http_methods(METHODS)
@signed_in
def accident(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell the promoter of an accident (R-INS-05)."""
    case = own_internship(request, pk)
    form = AccidentForm(request.POST or None, case=case)
    refused, status = done_or_why_not(
        request, form, lambda said: telling.tell_accident(case, by=request.user, **said)
    )
    if status == 0:
        return back_to(request, case)
    title = _("Tell of an accident")
    text = _("The promoter is told at once, by letter; the page then says who reports it and when.")
    return form_page(request, case, form, title=title, text=text, refused=refused, status=status)


@require_http_methods(METHODS)
@signed_in
def reported(request: HttpRequest, pk: int, accident: int) -> HttpResponse:
    """Write down how long an absence has become, and the report to INAIL (R-INS-05, R-INS-06)."""
    case = own_internship(request, pk)
    told = get_object_or_404(Accident, pk=accident, internship=case.pk)
    if not telling.may_report_accident(case, request.user):
        raise PermissionDenied
    local = timezone.localtime(told.reported_at) if told.reported_at else None
    initial = {
        "absence_days": told.absence_days,
        "report_number": told.report_number,
        "day": local.date() if local else None,
        "hour": local.time() if local else None,
    }
    form = ReportedForm(request.POST or None, case=case, initial=initial)
    refused, status = done_or_why_not(
        request, form, lambda said: telling.follow_accident(told, by=request.user, **said)
    )
    if status == 0:
        return back_to(request, case)
    day = short_date(following.day_in_rome(told.happened_at))
    title = _("Accident of {day}").format(day=day)
    text = following.accident_outcome(case, told).sentence
    return form_page(request, case, form, title=title, text=text, refused=refused, status=status)


@require_http_methods(METHODS)
@signed_in
def trip(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell the promoter of a trip (R-DUR-23)."""
    case = own_internship(request, pk)
    if not telling.may_tell_trip(case, request.user):
        raise PermissionDenied
    form = TripForm(request.POST or None, case=case)
    refused, status = done_or_why_not(
        request, form, lambda said: telling.tell_trip(case, by=request.user, **said)
    )
    if status == 0:
        return back_to(request, case)
    hours = following.numbers_on(case.start).trip_hours
    title = _("Tell of a trip")
    text = _(
        "At least {hours} hours before, so that the promoter extends the insurance (R-DUR-23)."
    ).format(hours=hours)
    return form_page(request, case, form, title=title, text=text, refused=refused, status=status)


@require_http_methods(METHODS)
@signed_in
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the office write a sign down (R-BAN-07)."""
    case = own_internship(request, pk)
    if not may_follow(case, request.user):
        raise PermissionDenied
    form = SignForm(request.POST or None, case=case)
    refused, status = done_or_why_not(
        request, form, lambda said: inspecting.note_sign(case, by=request.user, **said)
    )
    if status == 0:
        return redirect("workflows:office_case", pk)
    title = _("Write a sign down")
    text = _("What speaks against a genuine internship; nothing follows by itself (R-BAN-07).")
    return form_page(request, case, form, title=title, text=text, refused=refused, status=status)


@require_http_methods(METHODS)
@signed_in
def cleared(request: HttpRequest, pk: int, sign: int) -> HttpResponse:
    """Let the office say why a sign counts no more."""
    case = own_internship(request, pk)
    if not may_follow(case, request.user):
        raise PermissionDenied
    found = get_object_or_404(SignSeen, pk=sign, internship=case.pk)
    form = ClearForm(request.POST or None, case=case)
    refused, status = done_or_why_not(
        request, form, lambda said: inspecting.clear_sign(found, by=request.user, **said)
    )
    if status == 0:
        return redirect("workflows:office_case", pk)
    title = _("The sign counts no more")
    text = f"{found.get_kind_display()}, {long_date(found.seen_on)}: {found.facts}"
    return form_page(request, case, form, title=title, text=text, refused=refused, status=status)


@require_http_methods(METHODS)
@signed_in
def band(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the office write the person's band of help down, where the call pays promoters (R-PUB-20)."""
    case = own_internship(request, pk)
    if not (may_follow(case, request.user) and may_see_condition(case, request.user)):
        raise PermissionDenied
    form = BandForm(request.POST or None, case=case)
    refused, status = done_or_why_not(
        request, form, lambda said: inspecting.note_band(case, by=request.user, **said)
    )
    if status == 0:
        return redirect("workflows:office_case", pk)
    title = _("Band of help")
    text = _("By the promoter's profile of the person: the fee of the promoter goes by it.")
    return form_page(request, case, form, title=title, text=text, refused=refused, status=status)


@login_required
@permission_required(EXAMINE, raise_exception=True)
@require_safe
def sign_list(request: HttpRequest) -> HttpResponse:
    """List the internships that have a sign, the latest first; `chiusi` shows those put away too."""
    shows_closed = bool(request.GET.get("chiusi"))
    found = signs.with_signs()
    if not shows_closed:
        found = found.filter(status__in=signs.open_statuses())
    page = walk(
        found,
        queries.INTERNSHIP_KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    excess = signs.excess_percent()
    context: dict[str, Any] = {
        "rows": [
            {"case": one, "checks": [check(sign) for sign in signs.signs_of(one, excess)]}
            for one in page.rows
        ],
        "shows_closed": shows_closed,
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    return render(request, "internships/office/signs.html", context)
