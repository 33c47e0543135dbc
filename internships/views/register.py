"""The pages of the monthly register: the intern's, the tutor's, the promoter's, the office's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from internships import register
from internships.forms.register import (
    AbsenceForm,
    DayForm,
    DecideForm,
    PaymentForm,
    SendBackForm,
)
from internships.models import Day, Internship, Month
from internships.services import register as services
from internships.services.register.allowances import may_bring_proof
from internships.views import register_panel as shown
from internships.views.placements import own_internship
from internships.views.refusing import status_of, words_of
from parties import moment
from workflows.engine import TransitionRefused
from workflows.uploads import Refused, refused_uploads
from workflows.written.access import signed_in

UNPROCESSABLE = 422
METHODS = ["GET", "HEAD", "POST"]
DONE: dict[str, Callable[[], str]] = {
    "hand_in": lambda: _("The month has been handed in: the tutor confirms it."),
    "validate": lambda: _("The month has been confirmed: the promoter checks it."),
    "send_back": lambda: _("The month has gone back to the intern, whom a letter tells."),
    "check": lambda: _("The month has been checked."),
    "close": lambda: _("The month has been closed, and its allowance reckoned."),
    "decide": lambda: _("The amount has been written down."),
}
WITH_FORM = {"send_back": SendBackForm, "decide": DecideForm}


def own_month(request: HttpRequest, pk: int, number: int) -> tuple[Internship, Month]:
    """Return a month of an internship to one of its parties or to the office."""
    case = own_internship(request, pk)
    months = Month.objects.select_related("allowance__proof").prefetch_related("days")
    return case, get_object_or_404(months, internship_id=case.pk, number=number)


@require_safe
@signed_in
def month_page(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show a month: its days, what it is worth, and what is asked of whoever looks."""
    case, month = own_month(request, pk, number)
    return _month_page(request, case, month)


@require_POST
@signed_in
def month_act(request: HttpRequest, pk: int, number: int, act: str) -> HttpResponse:
    """Hand a month in, confirm, check, close or send it back; or say what it is worth."""
    case, month = own_month(request, pk, number)
    if act not in DONE:
        raise Http404
    form = WITH_FORM[act](request.POST) if act in WITH_FORM else None
    if form is not None and not form.is_valid():
        return _month_page(request, case, month, forms_={act: form}, status=UNPROCESSABLE)
    said = form.cleaned_data if form else {}
    try:
        if act == "decide":
            services.decide_allowance(_allowance(month), by=request.user, **said)
        else:
            getattr(services, act)(month, by=request.user, **said)
    except TransitionRefused as refusal:
        case, month = own_month(request, pk, number)
        return _month_page(
            request,
            case,
            month,
            refused=words_of(refusal),
            forms_={act: form} if form else {},
            status=status_of(refusal),
        )
    messages.success(request, DONE[act]())
    return redirect("internships:month", pk, number)


@require_http_methods(METHODS)
@signed_in
def day_page(request: HttpRequest, pk: int, number: int, day: str) -> HttpResponse:
    """Write a day of the register."""
    case, month = own_month(request, pk, number)
    on = _date(day)
    if not register.may_write(case, request.user):
        raise PermissionDenied
    if not month.first_day <= on <= month.last_day:
        raise Http404
    found = next((one for one in month.days.all() if one.day == on), None)
    form = DayForm(request.POST or None, case=case, day=found, like=_like(case, on))
    refused, status = "", 200
    if request.method == "POST":
        status = UNPROCESSABLE
        if form.is_valid():
            try:
                services.write_day(month, on, by=request.user, **form.inputs())
            except TransitionRefused as refusal:
                refused, status = words_of(refusal), status_of(refusal)
            else:
                messages.success(request, _("The day has been written down."))
                return redirect(_next(case, month, on))
    context = {
        "case": case,
        "month": month,
        "day": on,
        "form": form,
        "refused": refused,
        "planned": shown.minutes(found.planned_minutes if found else register.planned_on(case, on)),
    }
    return render(request, "internships/register/day.html", context, status=status)


@require_http_methods(METHODS)
@signed_in
def absence_page(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Write an absence of some days."""
    case, month = own_month(request, pk, number)
    if not register.may_write(case, request.user):
        raise PermissionDenied
    form = AbsenceForm(request.POST or None)
    refused, status = "", 200
    if request.method == "POST":
        status = UNPROCESSABLE
        if form.is_valid():
            try:
                services.write_absence(month, by=request.user, **form.inputs())
            except TransitionRefused as refusal:
                refused, status = words_of(refusal), status_of(refusal)
            else:
                messages.success(request, _("The absence has been written down."))
                return redirect("internships:month", pk, number)
    context = {"case": case, "month": month, "form": form, "refused": refused}
    return render(request, "internships/register/absence.html", context, status=status)


@require_http_methods(METHODS)
@signed_in
def payment_page(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Bring the proof that the allowance of a month was paid."""
    case, month = own_month(request, pk, number)
    if not may_bring_proof(case, request.user):
        raise PermissionDenied
    allowance = _allowance(month)
    too_big = refused_uploads(request).get("file")
    form = PaymentForm(request.POST or None, request.FILES or None, month=month)
    refused, status = too_big.sentence if too_big else "", 200
    if request.method == "POST":
        status = UNPROCESSABLE
        if not too_big and form.is_valid():
            try:
                services.note_payment(allowance, by=request.user, **form.inputs())
            except TransitionRefused as refusal:
                refused, status = words_of(refusal), status_of(refusal)
            except Refused as refusal:
                refused = refusal.sentence
            else:
                messages.success(request, _("The payment has been written down."))
                return redirect("internships:month", pk, number)
    context = {
        "case": case,
        "month": month,
        "allowance": allowance,
        "form": form,
        "refused": refused,
    }
    return render(request, "internships/register/payment.html", context, status=status)


def _month_page(
    request: HttpRequest,
    case: Internship,
    month: Month,
    *,
    refused: str = "",
    forms_: dict[str, forms.Form] | None = None,
    status: int = 200,
) -> HttpResponse:
    rights = shown.rights_of(case, request.user)
    acts = shown.acts_on(month, rights)
    allowance = shown.allowance_of(month)
    typed = forms_ or {}
    days = shown.days_of(case, month, rights)
    context = {
        "case": case,
        "month": month,
        "tone": shown.TONES[month.status],
        "days": days,
        "next_day": shown.next_day(days),
        "done": shown.minutes(sum(one.done_minutes for one in month.days.all())),
        "acts": acts,
        "allowance": allowance,
        "allowance_check": shown.allowance_check(allowance) if allowance else None,
        "is_late": allowance is not None and allowance.is_late(moment.today()),
        "send_back_form": typed.get("send_back") or SendBackForm(),
        "decide_form": typed.get("decide") or DecideForm(),
        "refused": refused,
        "wants_reason": "send_back" in typed,
    }
    return render(request, "internships/register/month.html", context, status=status)


def _next(case: Internship, month: Month, day: date) -> str:
    """Return the page of the next day that is to be written, or that of the month."""
    written = set(month.days.values_list("day", flat=True))
    later = (
        one
        for one in register.planned_days(case, month)
        if day < one <= moment.today() and one not in written
    )
    following = next(later, None)
    if following is None:
        return shown.month_url(month)
    return reverse("internships:day", args=[case.pk, month.number, following.isoformat()])


def _like(case: Internship, day: date) -> Day | None:
    """Return the last day with hours before another: its times are offered again."""
    before = Day.objects.filter(month__internship=case.pk, day__lt=day, in_1__isnull=False)
    return before.order_by("day").last()


def _allowance(month: Month) -> Any:
    found = shown.allowance_of(month)
    if found is None:
        raise Http404
    return found


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error
