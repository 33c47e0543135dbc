"""The beneficiary's pages to ask for a change of the grant, and to take the request back (REV-02, REV-03)."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grants import changing
from grants.forms.changes import FORMS, ChangeForm
from grants.models import Change, RentContribution
from grants.models.statuses import CHANGING
from grants.views.written import RENT
from workflows.tasks import perform
from workflows.written.access import keeps_writing, signed_in, unpark
from workflows.written.acting import do, no_longer_asked, seen_version, shell, to_case

UNPROCESSABLE, CONFLICT = 422, 409


@require_safe
@signed_in
def changes(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what may be asked for."""
    case = RENT.own(request, pk)
    if not changing.may_ask(case):
        return no_longer_asked(request, case)
    kinds = [(slug, Change.Kind(form.kind).label) for slug, form in FORMS.items()]
    return render(request, "grants/applicant/changes.html", shell(case) | {"kinds": kinds})


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_writing
def ask_change(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Take what is asked, or say what is wrong with it."""
    case = RENT.own(request, pk)
    if kind not in FORMS:
        raise Http404
    if not changing.may_ask(case):
        return no_longer_asked(request, case)
    if request.method != "POST":
        return _page(request, case, kind, FORMS[kind](unpark(request), case=case))
    form = FORMS[kind](request.POST, case=case)
    if not form.is_valid():
        return _page(request, case, kind, form, status=UNPROCESSABLE)
    return do(
        request,
        case,
        lambda: perform(
            case,
            "ask_change",
            by=request.user,
            said=form.said(),
            seen_version=seen_version(request),
        ),
        lambda refused: _page(
            request, RENT.own(request, pk), kind, form, status=CONFLICT, refused=refused
        ),
        _("We have received your request and answer it by letter."),
    )


@require_POST
@signed_in
def take_change_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for nothing any more."""
    case = RENT.own(request, pk)
    if case.status not in CHANGING:
        return no_longer_asked(request, case)
    return do(
        request,
        case,
        lambda: perform(case, "take_change_back", by=request.user),
        lambda _refused: to_case(case),
        _("You have taken the request back: the grant stays as it is."),
    )


def _page(
    request: HttpRequest,
    case: RentContribution,
    kind: str,
    form: ChangeForm,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    context = shell(case) | {
        "form": form,
        "kind": kind,
        "title": Change.Kind(form.kind).label,
    }
    return render(request, "grants/applicant/ask_change.html", context | more, status=status)
