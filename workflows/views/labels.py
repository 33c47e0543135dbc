"""Labels: which there are, and which a case bears."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from workflows import stale
from workflows.engine import InputRefused, TransitionRefused
from workflows.forms import LabelForm
from workflows.models import Case, Label
from workflows.permissions import is_own_case
from workflows.services import labels
from workflows.views.office import case_for, forbidden, own_case, stale_page
from workflows.views.tasks import ticked

CONFLICT, UNPROCESSABLE = 409, 422


@login_required
@permission_required("workflows.manage_labels", raise_exception=True)
@require_http_methods(["GET", "POST"])
def label_list(request: HttpRequest) -> HttpResponse:
    """List the labels; a POST makes a new one."""
    form = LabelForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            label = labels.create(by=request.user, **form.cleaned_data)
        except InputRefused as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, _("The label “{label}” is ready.").format(label=label))
            return redirect("workflows:labels")
    found = Label.objects.annotate(borne=Count("uses")).order_by("is_retired", "name")
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "workflows/labels.html", {"labels": found, "form": form}, status=status)


@login_required
@permission_required("workflows.manage_labels", raise_exception=True)
@require_http_methods(["GET", "POST"])
def change_label(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a label another name or colour."""
    label = get_object_or_404(Label, pk=pk)
    initial = {"name": label.name, "tone": label.tone}
    form = LabelForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and (both := _changed_label(request.POST, label)):
        return _stale_change(request, label, both)
    if request.method == "POST" and form.is_valid():
        try:
            labels.change(label, by=request.user, **form.cleaned_data)
        except InputRefused as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, _("The label has been changed on every case that bears it."))
            return redirect("workflows:labels")
    context = {"label": label, "form": form}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "workflows/label_change.html", context, status=status)


@login_required
@permission_required("workflows.manage_labels", raise_exception=True)
@require_POST
def retire_label(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a label out of use ("retire"), or back into it."""
    label = get_object_or_404(Label, pk=pk)
    if "retire" in request.POST:
        labels.retire(label, by=request.user)
        words = _("The label “{label}” is no longer in use: the cases that bear it keep it.")
    else:
        labels.reinstate(label, by=request.user)
        words = _("The label “{label}” is in use again.")
    messages.success(request, words.format(label=label))
    return redirect("workflows:labels")


@login_required
@require_POST
def stick_label(request: HttpRequest, pk: int) -> HttpResponse:
    """Stick a label on a case ("label"), or take one off ("off")."""
    case = case_for(request.user, pk, whole=False)
    if is_own_case(case, request.user):
        return own_case(request, case)
    if not request.user.has_perm("workflows.stick_label"):
        return forbidden(request, case, _("Your role reads the labels and does not stick them."))
    keys = ticked([request.POST.get("label", ""), request.POST.get("off", "")])
    label = get_object_or_404(Label, pk=keys[0] if keys else 0)
    if stale.is_stale(request.POST, case):
        return _stale_label(request, case, label)
    try:
        if request.POST.get("off"):
            labels.unstick(label, case, by=request.user)
        else:
            labels.stick(label, case, by=request.user)
    except TransitionRefused as refused:
        messages.error(request, refused.sentence)
    return redirect("workflows:office_case", pk=case.pk)


def _stale_label(request: HttpRequest, case: Case, label: Label) -> HttpResponse:
    """Show what has happened to the case since; the label can still be stuck or taken off."""
    is_off = bool(request.POST.get("off"))
    words = _("Take off “{label}” all the same") if is_off else _("Stick “{label}” all the same")
    return stale_page(
        request,
        case,
        title=_("Label"),
        kept={"off" if is_off else "label": str(label.pk)},
        address=reverse("workflows:case_labels", args=[case.pk]),
        submit_label=words.format(label=label),
    )


def _changed_label(typed: QueryDict, label: Label) -> list[stale.Both]:
    """Return what another window has given the label since this one was opened."""
    found = [
        stale.conflict(
            typed, "name", label=_("name"), now=label.name, mine=typed.get("name", "").strip()
        ),
        stale.conflict(
            typed,
            "tone",
            label=_("colour"),
            now=label.tone,
            mine=typed.get("tone", ""),
            words=lambda tone: str(dict(Label.Tone.choices).get(tone, tone)),
        ),
    ]
    return [one for one in found if one is not None]


def _stale_change(request: HttpRequest, label: Label, both: list[stale.Both]) -> HttpResponse:
    context = {
        "case": None,
        "title": _("Label"),
        "changed": stale.Changed(_("This label has changed since you opened it."), both=both),
        "form": LabelForm(initial=request.POST.dict()),
        "kept": {"was_name": label.name, "was_tone": label.tone},
        "address": request.path,
        "submit_label": _("Save what I typed"),
        "back_url": reverse("workflows:labels"),
    }
    return render(request, "workflows/stale.html", context, status=CONFLICT)
