"""Pages around the end: the dossier, the final reports, what became of the intern."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from internships import communications
from internships.forms.changes import ToldForm
from internships.forms.finishing import EvidenceForm, OutcomeForm, ReportForm
from internships.forms.placements import WhyForm
from internships.forms.refunds import ClaimForm
from internships.models import InternshipStatus, WorkOutcome
from internships.permissions import actors_of, may_communicate
from internships.services.placements import finishing, refunding, starting
from internships.views.placements import bringing, own_internship
from internships.views.refund_panel import refund_of
from internships.views.refusing import status_of, words_of
from ui.formats import long_date
from workflows.engine import TransitionRefused
from workflows.tasks import perform
from workflows.uploads import Refused, refused_uploads
from workflows.written.access import signed_in

UNPROCESSABLE = 422
METHODS = ["GET", "HEAD", "POST"]
ASKABLE = {InternshipStatus.ATTESTED, InternshipStatus.UNATTESTED}


@require_http_methods(METHODS)
@signed_in
def dossier(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the dossier, and let tutors and promoter add evidence to it (R-ATT-05)."""
    case = own_internship(request, pk)
    may_gather = finishing.may_gather(case, request.user)
    if request.method == "POST" and not may_gather:
        raise PermissionDenied
    form = EvidenceForm(request.POST or None, case=case, files=request.FILES or None)
    refused, status = done_or_why_not(
        request, form, lambda said: finishing.add_evidence(case, by=request.user, **said)
    )
    if status == 0:
        return redirect("internships:internship_dossier", pk)
    activities = case.activities.prefetch_related("evidence__document", "evidence__competence")
    context = {
        "case": case,
        "activities": list(activities),
        "form": form if may_gather and case.status in finishing.GATHERED else None,
        "refused": refused,
    }
    return render(request, "internships/placement/dossier.html", context, status=status)


@require_http_methods(METHODS)
@signed_in
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the final report of host or intern."""
    case = own_internship(request, pk)
    whose = finishing.report_of(case, request.user)
    if whose is None:
        raise PermissionDenied
    form = ReportForm(request.POST or None, case=case)
    refused, status = done_or_why_not(
        request, form, lambda said: finishing.write_report(case, by=request.user, **said)
    )
    if status == 0:
        return redirect("internships:internship", pk)
    title, text = _("Final report"), _("Both host and intern write one, once.")
    return form_page(request, case, form, title=title, text=text, refused=refused, status=status)


@require_http_methods(METHODS)
@signed_in
def outcome(request: HttpRequest, pk: int, when: str) -> HttpResponse:
    """Say what became of the intern, at the end or six months later."""
    case = own_internship(request, pk)
    if when not in WorkOutcome.When.values:
        raise Http404
    form = OutcomeForm(request.POST or None, case=case)
    refused, status = done_or_why_not(
        request, form, lambda said: finishing.note_outcome(case, when, by=request.user, **said)
    )
    if status == 0:
        return back_to(request, case)
    title, text = _("What became of the intern"), WorkOutcome.When(when).label
    return form_page(request, case, form, title=title, text=text, refused=refused, status=status)


@require_http_methods(METHODS)
@signed_in
def refund(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the call refunds of each month, and let the host ask for it (R-PUB-17)."""
    case = own_internship(request, pk)
    may_claim = refunding.may_claim(case, request.user)
    if request.method == "POST" and not may_claim:
        raise PermissionDenied
    form = ClaimForm(request.POST or None, case=case, files=request.FILES or None)
    refused, status = done_or_why_not(
        request,
        form,
        lambda said: perform(case, "ask_refund", by=request.user, **said),
    )
    if status == 0:
        return redirect("internships:internship_refund", pk)
    asks = may_claim and case.status in ASKABLE
    shown = refund_of(case)
    # Until nothing is missing there is nothing to send; what was typed stays in sight.
    asks = asks and (form.is_bound or shown["refund"].get("may_ask", False))
    context = shown | {"case": case, "form": form if asks else None, "refused": refused}
    return render(request, "internships/placement/refund.html", context, status=status)


@require_http_methods(METHODS)
@signed_in
def told(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Write down the communication of a return, an extension or an early end (R-COB-03)."""
    case = own_internship(request, pk)
    event = communications.event_of(case, code)
    if event is None:
        raise Http404
    if not may_communicate(case, request.user):
        raise PermissionDenied
    form = ToldForm(request.POST or None, case=case)
    refused, status = done_or_why_not(
        request,
        form,
        lambda said: starting.note_variation(case, by=request.user, code=code, **said),
    )
    if status == 0:
        return back_to(request, case)
    title = _("Communication: {what}").format(what=event.label)
    text = _("To be sent by {day} (R-COB-03).").format(day=long_date(event.due_on))
    return form_page(request, case, form, title=title, text=text, refused=refused, status=status)


waiver = bringing(
    WhyForm,
    refunding.waive_refund,
    gettext_lazy("Give the refund up"),
    gettext_lazy(
        "The allowance is due to the intern all the same; the money of the call is free for others, "
        "and the refund can be asked for no more (R-PUB-19)."
    ),
)


def back_to(request: HttpRequest, case: Any) -> HttpResponse:
    """Go back to the page of an internship: the party's own, or the office's."""
    if not actors_of(case, request.user):
        return redirect("workflows:office_case", case.pk)
    return redirect("internships:internship", case.pk)


def done_or_why_not(request: HttpRequest, form: Any, act: Any) -> tuple[str, int]:
    """Do what a form asks; return why not and the answer's status, 0 once it is done."""
    if request.method != "POST":
        return "", 200
    too_big = refused_uploads(request).get("file")
    if too_big:
        return too_big.sentence, UNPROCESSABLE
    if not form.is_valid():
        return "", UNPROCESSABLE
    try:
        act(form.inputs())
    except TransitionRefused as refusal:
        return words_of(refusal), status_of(refusal)
    except Refused as refusal:
        return refusal.sentence, UNPROCESSABLE
    messages.success(request, _("Saved."))
    return "", 0


def form_page(
    request: HttpRequest, case: Any, form: Any, *, title: Any, text: Any, refused: str, status: int
) -> HttpResponse:
    """Show a form of an internship with what was typed and why it was refused."""
    context = {"case": case, "form": form, "title": title, "text": text, "refused": refused}
    return render(request, "internships/placement/form.html", context, status=status)
