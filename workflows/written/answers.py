"""Answering the office: an integration, reasons against, reasons to undo what was decided."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from workflows.examination.permissions import may_write
from workflows.services.drafts import save_fields
from workflows.services.integrations import current_request
from workflows.tasks import perform
from workflows.written.access import keeps_writing, read_form, unpark
from workflows.written.acting import do, no_longer_asked, seen_version, shell
from workflows.written.addresses import address_of
from workflows.written.clashes import show_clashes
from workflows.written.kinds import Written, written_of
from workflows.written.reasons import Reasons
from workflows.written.reopening import INTEGRATION_REQUESTED
from workflows.written.writing import Writing

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@keeps_writing
def integration(request: HttpRequest, pk: int, *, kind: Written) -> HttpResponse:
    """Answer an integration request: only what was asked for is open."""
    case = kind.own(request, pk, may_write)
    if case.status != INTEGRATION_REQUESTED:
        return no_longer_asked(request, case)
    whole = kind.forms(case)
    asked = kind.asked(case, whole)
    if kind.prepare_answer(case, asked):
        whole = kind.forms(case)
    form = request.POST if request.method == "POST" else unpark(request)
    if form is None:
        return show_integration(request, whole)
    typed, seen = read_form(form, kind.open_names(case, whole))
    _draft, clashes = Writing(case).keep_typed(whole, typed, seen)
    if clashes:
        return show_clashes(request, whole, clashes)
    act, _colon, number = request.POST.get("act", "").partition(":")
    kind.change_asked(case, asked, act, number)
    if act not in {"send", "anyway"}:
        return redirect(address_of(case, "integration"))
    return _send_integration(request, kind.forms(case), anyway=act == "anyway")


def _send_integration(request: HttpRequest, whole: Any, *, anyway: bool) -> HttpResponse:
    case, kind = whole.case, written_of(whole.case)
    asked = kind.asked(case, whole)
    if any(kind.is_wrong(one, whole) for one in asked):
        return show_integration(request, whole, status=422, checked=True)
    if any(one.paper and not one.paper.files for one in asked) and not anyway:
        return show_integration(request, whole, status=422, missing=True, checked=True)
    changes = {
        name: one.form.cleaned_data[name] for one in asked if one.form for name in one.fields
    }

    def answer() -> None:
        with transaction.atomic():
            kind.before_answering(case, whole, asked)
            perform(
                case,
                "answer_integration",
                by=request.user,
                seen_version=seen_version(request),
                changes=changes,
            )

    return do(
        request,
        case,
        answer,
        lambda refused: show_integration(request, whole, status=409, refused=refused),
        str(kind.integrated),
    )


def show_integration(
    request: HttpRequest, whole: Any, *, status: int = 200, **extra: Any
) -> HttpResponse:
    """Draw the page with what is asked for, what was typed and the files brought so far."""
    case, kind = whole.case, written_of(whole.case)
    asked = kind.asked(case, whole)
    context = shell(case) | {"asked": asked, "request_made": current_request(case)}
    context |= {"application": whole, "missing": False, "checked": False}
    context |= {"autosave_url": address_of(case, "autosave")} | kind.answer_context(whole, asked)
    return render(request, "workflows/written/integration.html", context | extra, status=status)


@require_http_methods(METHODS)
@keeps_writing
def observations(request: HttpRequest, pk: int, *, kind: Written) -> HttpResponse:
    """Answer the reasons against, one by one (PRE-02)."""
    return _answer_reasons(request, kind.own(request, pk, may_write), kind, "observations")


@require_http_methods(METHODS)
@keeps_writing
def memories(request: HttpRequest, pk: int, *, kind: Written) -> HttpResponse:
    """Answer the reasons to undo what was decided, one by one (PROC-08, PRE-11)."""
    return _answer_reasons(request, kind.own(request, pk), kind, "memories")


def _answer_reasons(request: HttpRequest, case: Any, kind: Written, page: str) -> HttpResponse:
    """Write to the reasons and bring documents while they may be answered, or send it all."""
    told = kind.reasons(case)
    if told is None or told.page != page:
        return no_longer_asked(request, case)
    form = request.POST if request.method == "POST" else unpark(request)
    if form is None:
        return show_reasons(request, case, told)
    typed, seen = read_form(form, told.names)
    draft, clashes = save_fields(case, typed, seen)
    if clashes:
        return show_clashes(request, kind.forms(case), clashes)
    if request.POST.get("act") != "send":
        return redirect(address_of(case, page))
    texts = told.texts(draft)
    if not any(texts.values()) and not told.paper.files:
        return show_reasons(request, case, told, status=422, is_empty=True)
    inputs = {page: texts, "by": request.user, "seen_version": seen_version(request)}
    return do(
        request,
        case,
        lambda: perform(case, told.act, **inputs),
        lambda refused: show_reasons(request, case, told, status=409, refused=refused),
        told.sent,
    )


def show_reasons(
    request: HttpRequest, case: Any, told: Reasons, *, status: int = 200, **extra: Any
) -> HttpResponse:
    """Draw the page with the reasons, what was typed to each and the files brought so far."""
    draft = written_of(case).forms(case).draft
    names = [(ground, told.name(ground)) for ground in told.grounds]
    context = shell(case) | {
        "grounds": [
            {
                "ground": ground,
                "name": name,
                "typed": draft.value(name),
                "revision": str(draft.revision(name)),
            }
            for ground, name in names
        ],
        "page": told.page,
        "running": told.running,
        "paper": told.paper,
        "is_empty": False,
        "autosave_url": address_of(case, "autosave"),
    }
    return render(request, told.template, context | extra, status=status)
