"""Controls after the grant: samples and checks for the office, the answer of the beneficiary (DOC-04, DOC-05)."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.db.models import BigIntegerField
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from grants.forms.controls import AnswerForm, ConclusionForm, DoubtForm, DrawForm, FindingsForm
from grants.models import Control, ControlSample, RentContribution
from grants.permissions import CONTROL, may_control
from grants.services import controls as services
from grants.views import files
from grants.views.written import RENT
from workflows.engine import TransitionRefused
from workflows.paging import Key, walk
from workflows.written.access import keeps_writing, unpark
from workflows.written.acting import no_longer_asked, shell, to_case

KEYS = (Key("id", BigIntegerField()),)
UNPROCESSABLE = 422
ANSWER = "control_answer"
PAPERS = frozenset({"pdf", "p7m", "jpeg", "png"})
METHODS = ["GET", "HEAD", "POST"]
TONES = {"open": "warning", "told": "info", "closed": "neutral"}


@login_required
@permission_required(CONTROL, raise_exception=True)
@require_http_methods(METHODS)
def controls(request: HttpRequest) -> HttpResponse:
    """Show the controls, the newest first, and draw a sample."""
    form = DrawForm(request.POST if request.method == "POST" else None)
    sample = _done(
        request,
        form,
        lambda: services.draw(
            form.cleaned_data["call"], by=request.user, seed=form.cleaned_data["seed"]
        ),
    )
    if sample is not None:
        messages.success(request, _("The sample is drawn: its minutes are on record."))
        return redirect("grants:control_sample", sample.pk)
    page = walk(
        Control.objects.select_related("contribution__applicant"),
        KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    context = {
        "form": form,
        "controls": page.rows,
        "samples": ControlSample.objects.select_related("call", "by")[:20],
        "tones": TONES,
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "grants/office/controls.html", context, status=status)


@login_required
@permission_required(CONTROL, raise_exception=True)
@require_GET
def control_sample(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a sample with all that it follows from."""
    rows = ControlSample.objects.select_related("call", "by", "minutes__document")
    sample = get_object_or_404(rows, pk=pk)
    context = {
        "sample": sample,
        "digest": services.digest_of(sample),
        "controls": sample.controls.select_related("contribution__applicant").order_by("pk"),
        "tones": TONES,
    }
    return render(request, "grants/office/control_sample.html", context)


@login_required
@permission_required(CONTROL, raise_exception=True)
@require_http_methods(METHODS)
def open_control(request: HttpRequest, pk: int) -> HttpResponse:
    """Check a grant about which there is doubt."""
    case = get_object_or_404(
        RentContribution.objects.visible_to(request.user).filter(decided_at__isnull=False), pk=pk
    )
    form = DoubtForm(request.POST if request.method == "POST" else None)
    found = _done(
        request, form, lambda: services.open_control(case, by=request.user, **form.cleaned_data)
    )
    if found is not None:
        messages.success(request, _("The control is open: write down what is found on the spot."))
        return redirect("grants:control", found.pk)
    return _act(request, case, form, _("Open a control"))


@login_required
@permission_required(CONTROL, raise_exception=True)
@require_http_methods(METHODS)
def control(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a control, and take what comes next: what was found, or what it came to."""
    rows = Control.objects.select_related(
        "contribution__applicant", "contribution__call", "by", "closed_by", "protocol"
    )
    found = get_object_or_404(rows, pk=pk)
    form: Any = None
    posted = request.POST if request.method == "POST" else None
    act: Callable[[], Any] = lambda: None  # noqa: E731 (nothing is left to do)
    if found.state == Control.State.OPEN:
        space = found.contribution.space
        form = FindingsForm(posted, initial={"place": f"{space.name}, {space.address}"[:200]})
        act = lambda: services.report(found, by=request.user, **form.said())  # noqa: E731 (one line)
    elif found.state == Control.State.TOLD:
        form = ConclusionForm(posted)
        act = lambda: services.close(found, by=request.user, **form.cleaned_data)  # noqa: E731 (same)
    if form is not None and _done(request, form, act) is not None:
        messages.success(request, _("Done: the beneficiary is told by letter."))
        return redirect("grants:control", pk)
    context = {
        "control": found,
        "case": found.contribution,
        "form": form if may_control(found.contribution, request.user) else None,
        "papers": found.contribution.documents.filter(
            requirement=ANSWER, filed_at=found.answered_at
        )
        if found.answered_at
        else [],
        "heard": services.heard_outcome(found) if found.state == Control.State.TOLD else None,
        "tones": TONES,
    }
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "grants/office/control.html", context, status=status)


@require_http_methods(METHODS)
@keeps_writing
def answer_control(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the beneficiary read what was found, and answer it in time."""
    case = RENT.own(request, pk)
    found = case.controls.filter(state=Control.State.TOLD).first()
    if found is None or not services.is_answerable(found):
        return no_longer_asked(request, case)
    form = AnswerForm(request.POST if request.method == "POST" else unpark(request))
    paper, wrong = files.take(
        request,
        case,
        "paper",
        requirement=ANSWER,
        accepted=PAPERS,
        max_bytes=settings.UPLOAD_MAX_BYTES,
    )
    done = None
    if not wrong:
        done = _done(
            request,
            form,
            lambda: services.answer(
                found, by=request.user, text=form.cleaned_data["text"], paper=paper
            ),
        )
    if done is not None:
        messages.success(request, _("We have received your answer and tell you the outcome."))
        return to_case(case)
    context = shell(case) | {"form": form, "control": found, "paper": paper, "wrong_file": wrong}
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "grants/applicant/answer_control.html", context, status=status)


def _done(request: HttpRequest, form: BaseForm, act: Callable[[], Any]) -> Any:
    """Do what a valid form asks; None where nothing was sent, or it is wrong, or refused."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        return act()
    except TransitionRefused as refused:
        form.add_error(None, refused.sentence)
        return None


def _act(request: HttpRequest, case: RentContribution, form: BaseForm, title: str) -> HttpResponse:
    context = {"case": case, "form": form, "title": title}
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "grants/office/open_control.html", context, status=status)
