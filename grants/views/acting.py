"""What the applicant's acts share: the page's own words, the act itself, what refuses it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from grants.models import RentContribution, Status
from grants.views.access import own_case
from workflows.engine import TransitionRefused


def do(
    request: HttpRequest,
    case: RentContribution,
    act: Callable[[], Any],
    again: Callable[[TransitionRefused], HttpResponse],
    done: str,
) -> HttpResponse:
    """Do an act and go to the case; what refuses it stands on the page that asked."""
    try:
        act()
    except TransitionRefused as refused:
        return again(refused)
    messages.success(request, done)
    return to_case(case)


def again(
    request: HttpRequest, case: RentContribution, template: str, **extra: Any
) -> Callable[[TransitionRefused], HttpResponse]:
    """Return what draws a page again with the sentence of a refusal."""

    def drawn(refused: TransitionRefused) -> HttpResponse:
        context = shell(own_case(request, case.pk)) | {"refused": refused} | extra
        return render(request, template, context, status=409)

    return drawn


def shell(case: RentContribution) -> dict[str, Any]:
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


def no_longer_asked(request: HttpRequest, case: RentContribution) -> HttpResponse:
    """Lead a draft to its summary and any other case to its page."""
    if case.status == Status.DRAFT:
        return redirect("grants:review", case.pk)
    messages.info(request, _("This step is no longer asked for."))
    return to_case(case)


def to_case(case: RentContribution) -> HttpResponseRedirect:
    """Go to the applicant's page of the case."""
    return redirect("workflows:case", case.pk)
