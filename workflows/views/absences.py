"""Absences: who is away, who covers, and what became of the work."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from parties import moment
from parties.models import User
from workflows import covers
from workflows.engine import InputRefused, TransitionRefused
from workflows.forms import AbsenceForm
from workflows.models import Absence
from workflows.permissions import may_record_absence
from workflows.tasks import colleagues_for

UNPROCESSABLE = 422
PAST_DAYS = 365


@login_required
@permission_required("workflows.record_absence", raise_exception=True)
@require_http_methods(["GET", "POST"])
def absence_list(request: HttpRequest) -> HttpResponse:
    """List the absences the person may see; a POST records one."""
    typed = request.POST if request.method == "POST" else None
    form = AbsenceForm(typed, colleagues=_colleagues(), user=_alone(request.user))
    if typed is not None and form.is_valid():
        said = {"user": request.user} | form.cleaned_data
        if _done(form, lambda: covers.record(by=request.user, **said)):
            messages.success(request, _("The absence has been recorded."))
            return redirect("workflows:absences")
    found = _seen_by(request.user)
    context = {
        "form": form,
        "open_rows": _rows(found.filter(over_at__isnull=True), request.user),
        "past_rows": _rows(
            found.filter(
                over_at__isnull=False, ends_on__gte=moment.today() - timedelta(days=PAST_DAYS)
            ).order_by("-ends_on", "-pk"),
            request.user,
        ),
        "sees_all": request.user.has_perm("workflows.manage_absences"),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "workflows/absences.html", context, status=status)


@login_required
@permission_required("workflows.record_absence", raise_exception=True)
@require_http_methods(["GET", "POST"])
def change_absence(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the days or the cover of an absence that is not over."""
    absence = _own(request, pk)
    initial = {name: getattr(absence, name) for name in ("starts_on", "ends_on", "cover", "note")}
    typed = request.POST if request.method == "POST" else None
    form = AbsenceForm(typed, colleagues=_colleagues(), user=absence.user, initial=initial)
    if typed is not None and form.is_valid():
        said = form.cleaned_data
        if _done(form, lambda: covers.change(absence, by=request.user, **said)):
            messages.success(request, _("The absence has been changed."))
            return redirect("workflows:absences")
    context = {"absence": absence, "form": form}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "workflows/absence_change.html", context, status=status)


@login_required
@permission_required("workflows.record_absence", raise_exception=True)
@require_POST
def cancel_absence(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an absence back; of one that runs, the work comes back at once."""
    absence = _own(request, pk)
    try:
        covers.cancel(absence, by=request.user)
    except TransitionRefused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, _("The absence is over: what was still covered has come back."))
    return redirect("workflows:absences")


def _done(form: AbsenceForm, do: Callable[[], object]) -> bool:
    """Do what was asked and tell whether it was done; what stands against it goes to the form."""
    try:
        do()
    except InputRefused as refused:
        for field, sentences in refused.message_dict.items():
            form.add_error(field if field in form.fields else None, sentences)
    except TransitionRefused as refused:
        form.add_error(None, refused.sentence)
    return not form.errors


def _colleagues() -> QuerySet[User]:
    return colleagues_for("workflows.take_task")


def _alone(user: User) -> User | None:
    """Return the person where they may only speak for themselves."""
    return None if user.has_perm("workflows.manage_absences") else user


def _seen_by(user: User) -> QuerySet[Absence]:
    found = Absence.objects.select_related("user", "cover").annotate(
        moved=Count("tasks"), returned=Count("tasks__returned_at")
    )
    if user.has_perm("workflows.manage_absences"):
        return found
    return found.filter(Q(user=user) | Q(cover=user))


def _own(request: HttpRequest, pk: int) -> Absence:
    """Return an absence that is not over and that the person may change, or raise 404."""
    absence = get_object_or_404(_seen_by(request.user).filter(over_at__isnull=True), pk=pk)
    return get_object_or_404(
        Absence.objects.select_related("user", "cover"),
        pk=absence.pk if may_record_absence(absence.user, request.user) else 0,
    )


def _rows(found: QuerySet[Absence], user: User) -> list[dict[str, Any]]:
    today = moment.today()
    left = covers.left_in_hand([one.user_id for one in found if one.begun_at and not one.over_at])
    return [
        {
            "absence": absence,
            "state": _state(absence, today),
            "left": left.get(absence.user_id, 0),
            "may_change": absence.over_at is None and may_record_absence(absence.user, user),
        }
        for absence in found
    ]


def _state(absence: Absence, today: date) -> str:
    if absence.over_at is not None:
        return "over"
    return "running" if absence.starts_on <= today else "coming"
