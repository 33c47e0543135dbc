"""Answering the office: an integration, the observations on reasons against."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from grants.forms.application import Application
from grants.models import RentContribution, Status
from grants.models.statuses import HEARING
from grants.services.rows import LINE, add_row, remove_row, replace_lines, seed_lines
from grants.views import reopened
from grants.views.access import (
    keeps_writing,
    own_case,
    read_form,
    unpark,
)
from grants.views.acting import do, no_longer_asked, seen_version, shell
from grants.views.clashes import show_clashes
from grants.views.drawing import spend_context
from grants.views.memories import show_memories
from grants.views.reopened import Asked, filed_values
from grants.views.saving import save_typed
from grants.writing import Writing
from workflows.models import Case
from workflows.services.drafts import save_fields
from workflows.services.integrations import current_request
from workflows.tasks import perform

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@keeps_writing
def integration(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer an integration request: only what was asked for is open."""
    case = own_case(request, pk)
    if case.status != Status.INTEGRATION_REQUESTED:
        return no_longer_asked(request, case)
    application = Application(case, filed_values(case))
    reopens_lines = any(one.is_lines for one in reopened.asked_items(case, application))
    if reopens_lines:
        seed_lines(case)
        application = Application(case, filed_values(case))
    form = request.POST if request.method == "POST" else unpark(request)
    if form is None:
        return _show_integration(request, application)
    typed, seen = read_form(form, reopened.open_names(case, application))
    _draft, clashes = save_typed(Writing(case), application, typed, seen)
    if clashes:
        return show_clashes(request, application, clashes)
    act, _colon, number = request.POST.get("act", "").partition(":")
    if reopens_lines and act in {"add", "remove"}:
        add_row(case, LINE) if act == "add" else remove_row(case, LINE, _row(number))
    if act not in {"send", "anyway"}:
        return redirect("grants:integration", case.pk)
    application = Application(case, filed_values(case))
    return _send_integration(request, case, application, anyway=act == "anyway")


def _send_integration(
    request: HttpRequest, case: RentContribution, application: Application, *, anyway: bool
) -> HttpResponse:
    asked = reopened.asked_items(case, application)
    if any(_is_wrong(one, application) for one in asked):
        return _show_integration(request, application, status=422, checked=True)
    if any(one.paper and not one.paper.files for one in asked) and not anyway:
        return _show_integration(request, application, status=422, missing=True, checked=True)
    changes = {
        name: one.form.cleaned_data[name] for one in asked if one.form for name in one.fields
    }

    def answer() -> None:
        with transaction.atomic():
            if any(one.is_lines for one in asked):
                Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
                replace_lines(case, [line.line() for line in application.lines])
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
        lambda refused: _show_integration(request, application, status=409, refused=refused),
        _("Sent. The office goes on with your application."),
    )


def _is_wrong(asked: Asked, application: Application) -> bool:
    if asked.is_lines:
        return not application.lines_are_valid or bool(application.spend.non_field_errors())
    return bool(asked.wrong)


def _show_integration(
    request: HttpRequest, application: Application, *, status: int = 200, **extra: Any
) -> HttpResponse:
    case = application.case
    asked = reopened.asked_items(case, application)
    context = shell(case) | {"asked": asked, "request_made": current_request(case)}
    context |= {"application": application, "missing": False, "checked": False}
    context["autosave_url"] = reverse("grants:autosave", args=[case.pk])
    if any(one.is_lines for one in asked):
        context |= spend_context(application)
    return render(request, "grants/applicant/integration.html", context | extra, status=status)


@require_http_methods(METHODS)
@keeps_writing
def observations(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer the reasons against, one by one (PRE-02)."""
    case = own_case(request, pk)
    if case.status != Status.REFUSAL_NOTICE:
        return no_longer_asked(request, case)
    form = request.POST if request.method == "POST" else unpark(request)
    if form is None:
        return _show_observations(request, case)
    typed, seen = read_form(form, reopened.ground_names(case))
    draft, clashes = save_fields(case, typed, seen)
    if clashes:
        return show_clashes(request, Application(case), clashes)
    if request.POST.get("act") != "send":
        return redirect("grants:observations", case.pk)
    texts = {ground.pk: str(draft.value(f"ground-{ground.pk}")).strip() for ground in case.grounds}
    if not any(texts.values()) and not reopened.observations_paper(case).files:
        return _show_observations(request, case, status=422, is_empty=True)

    def answer() -> None:
        perform(
            case,
            "file_observations",
            by=request.user,
            seen_version=seen_version(request),
            observations={key: text[:4000] for key, text in texts.items()},
        )

    return do(
        request,
        case,
        answer,
        lambda refused: _show_observations(request, case, status=409, refused=refused),
        _("Sent. The office weighs your observations before it decides."),
    )


def _show_observations(
    request: HttpRequest, case: RentContribution, *, status: int = 200, **extra: Any
) -> HttpResponse:
    draft = Application(case).draft
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
        "paper": reopened.observations_paper(case),
        "is_empty": False,
        "autosave_url": reverse("grants:autosave", args=[case.pk]),
    }
    return render(request, "grants/applicant/observations.html", context | extra, status=status)


def show_answer_page(request: HttpRequest, case: RentContribution, **extra: Any) -> HttpResponse:
    """Draw the page on which files may be brought now, with what was wrong with one."""
    if case.status == Status.REFUSAL_NOTICE:
        return _show_observations(request, case, status=422, **extra)
    if case.status in HEARING:
        return show_memories(request, case, status=422, **extra)
    application = Application(case, filed_values(case))
    return _show_integration(request, application, status=422, **extra)


def _row(number: str) -> int:
    key = number.removeprefix(f"{LINE}-")
    return int(key[:9]) if key.isascii() and key.isdigit() else 0
