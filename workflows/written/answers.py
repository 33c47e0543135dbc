"""Answering the office: an integration, the observations on reasons against."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workflows.services.drafts import save_fields
from workflows.services.integrations import current_request
from workflows.tasks import perform
from workflows.written.access import keeps_writing, read_form, unpark
from workflows.written.acting import do, no_longer_asked, seen_version, shell
from workflows.written.addresses import address_of
from workflows.written.clashes import show_clashes
from workflows.written.kinds import Written, written_of
from workflows.written.reopening import (
    INTEGRATION_REQUESTED,
    REFUSAL_NOTICE,
    ground_names,
    observations_paper,
)
from workflows.written.writing import Writing

METHODS = ["GET", "HEAD", "POST"]
LONG = 4000


@require_http_methods(METHODS)
@keeps_writing
def integration(request: HttpRequest, pk: int, *, kind: Written) -> HttpResponse:
    """Answer an integration request: only what was asked for is open."""
    case = kind.own(request, pk)
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
    case = kind.own(request, pk)
    if case.status != REFUSAL_NOTICE:
        return no_longer_asked(request, case)
    form = request.POST if request.method == "POST" else unpark(request)
    if form is None:
        return show_observations(request, case)
    typed, seen = read_form(form, ground_names(case))
    draft, clashes = save_fields(case, typed, seen)
    if clashes:
        return show_clashes(request, kind.forms(case), clashes)
    if request.POST.get("act") != "send":
        return redirect(address_of(case, "observations"))
    texts = {ground.pk: str(draft.value(f"ground-{ground.pk}")).strip() for ground in case.grounds}
    if not any(texts.values()) and not observations_paper(case).files:
        return show_observations(request, case, status=422, is_empty=True)

    def answer() -> None:
        perform(
            case,
            "file_observations",
            by=request.user,
            seen_version=seen_version(request),
            observations={key: text[:LONG] for key, text in texts.items()},
        )

    return do(
        request,
        case,
        answer,
        lambda refused: show_observations(request, case, status=409, refused=refused),
        _("Sent. The office weighs your observations before it decides."),
    )


def show_observations(
    request: HttpRequest, case: Any, *, status: int = 200, **extra: Any
) -> HttpResponse:
    """Draw the page with the reasons, what was typed to each and the files brought so far."""
    draft = written_of(case).forms(case).draft
    grounds = [
        {
            "ground": ground,
            "name": f"ground-{ground.pk}",
            "typed": draft.value(f"ground-{ground.pk}"),
            "revision": str(draft.revision(f"ground-{ground.pk}")),
        }
        for ground in case.grounds
    ]
    context = shell(case) | {
        "grounds": grounds,
        "paper": observations_paper(case),
        "is_empty": False,
        "autosave_url": address_of(case, "autosave"),
    }
    return render(request, "workflows/written/observations.html", context | extra, status=status)
