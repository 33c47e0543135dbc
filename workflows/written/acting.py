"""What the applicant's acts share: the page's own words, the act itself, what refuses it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from workflows.engine import TransitionRefused
from workflows.examination.permissions import may_read
from workflows.written.access import unpark
from workflows.written.addresses import address_of
from workflows.written.kinds import written_of
from workflows.written.reopening import DRAFT
from workflows.written.stale import Refused, refused_with, show_kept, since, written


def do(
    request: HttpRequest,
    case: Any,
    act: Callable[[], Any],
    again: Callable[[Refused], HttpResponse],
    done: str,
) -> HttpResponse:
    """Do an act and go to the case; what refuses it stands on the page that asked.

    Where the case has gone on meanwhile, the page tells so and gives back what was written.
    """
    try:
        act()
    except TransitionRefused as refused:
        fresh = written_of(case).own(request, case.pk, may_read)
        if fresh.status != case.status:
            return no_longer_asked(request, fresh)
        case.version = fresh.version
        return again(refused_with(refused, request, fresh))
    messages.success(request, done)
    return to_case(case)


def again(
    request: HttpRequest, case: Any, template: str, **extra: Any
) -> Callable[[Refused], HttpResponse]:
    """Return what draws a page again with the sentence of a refusal."""

    def drawn(refused: Refused) -> HttpResponse:
        context = (
            shell(written_of(case).own(request, case.pk, may_read)) | {"refused": refused} | extra
        )
        return render(request, template, context, status=409)

    return drawn


def shell(case: Any) -> dict[str, Any]:
    """Return what every page of an act needs: the case and the version that is shown."""
    return {
        "case": case,
        "seen_version": str(case.version),
        "refused": None,
    }


def seen_version(request: HttpRequest) -> int | None:
    """Return the version of the case that the page was drawn with."""
    text = request.POST.get("seen_version", "")
    return int(text[:9]) if text.isascii() and text.isdigit() else None


def no_longer_asked(request: HttpRequest, case: Any) -> HttpResponse:
    """Lead a draft to its summary and any other case to its page.

    What was written meanwhile, or before the session ended, is given back with what has happened.
    """
    if case.status == DRAFT:
        return redirect(address_of(case, "review"))
    typed = request.POST if request.method == "POST" else unpark(request)
    if typed is not None:
        texts = written(typed, case)
        if texts or since(typed, case):
            return show_kept(request, case, typed, texts)
    messages.info(request, _("This step is no longer asked for."))
    return to_case(case)


def to_case(case: Any) -> HttpResponseRedirect:
    """Go to the applicant's page of the case."""
    return redirect("workflows:case", case.pk)
