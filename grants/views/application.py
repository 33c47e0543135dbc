"""The pages of the form: opening a draft, writing it page by page."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from calls.forms.answers import name_of
from calls.models import Call, CallKind
from grants import permissions, services
from grants.addresses import address_of
from grants.forms.application import PAGES, Application, Page, page_of
from grants.models import RentContribution, Status
from grants.services.prefill import known_organisations, prefill_person
from grants.services.rows import AID, LINE, MOST_ROWS
from grants.views.access import (
    drop_parked,
    keeps_writing,
    own_case,
    read_form,
    signed_in,
    unpark,
)
from grants.views.clashes import show_clashes
from grants.views.drawing import fragment, page_context
from grants.views.saving import save_typed
from grants.writing import Writing
from workflows.services.drafts import Clash


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def start(request: HttpRequest, code: str) -> HttpResponse:
    """Open the person's draft for a call, or return to it; a closed call says when."""
    if not permissions.may_apply(request.user):
        raise PermissionDenied
    call = get_object_or_404(Call.objects.published(), code=code, kind=CallKind.RENT_CONTRIBUTION)
    mine = RentContribution.objects.filter(call=call, opened_by=request.user).order_by("-pk")
    draft = mine.filter(status=Status.DRAFT).first()
    is_open = call.is_open_at(timezone.now())
    if request.method == "POST" and (draft or is_open):
        case = draft or services.open_draft(call, by=request.user)
        if draft is None:
            prefill_person(case, request.user)
        return redirect("grants:page", case.pk, PAGES[0].slug)
    sent = mine.exclude(status=Status.DRAFT).first()
    context = {"call": call, "draft": draft, "sent": sent, "is_open": is_open}
    return render(request, "grants/applicant/start.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_writing
def page(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Show a page of the form, or save it and go where its button leads."""
    step = page_of(slug)
    if step is None:
        raise Http404
    try:
        case = own_case(request, pk)
    except Http404:
        drop_parked(request)
        raise
    if case.status != Status.DRAFT:
        messages.info(request, _("This application has already been sent."))
        return redirect("grants:sent", case.pk)
    application = Application(case)
    if step not in application.pages:
        raise Http404
    if request.method == "POST":
        return save_page(request, Writing(case), step)
    parked = unpark(request)
    if parked is not None:
        clashes = _keep_parked(request, application, step, parked)
        application = Application(case)
        if clashes:
            return show_clashes(request, application, clashes)
    return show_page(request, application, step)


def show_page(
    request: HttpRequest, application: Application, step: Page, **extra: Any
) -> HttpResponse:
    """Draw a page of the form; without `?controlla` what nobody has written yet is not blamed."""
    context = page_context(application, step) | extra
    if step.slug == "chi":
        context["organisations"] = known_organisations(request.user)
    if "controlla" not in request.GET:
        for form in application.forms(step.slug):
            form.hide_unwritten()
    context["return_to_review"] = "riepilogo" in (request.GET.get("da"), request.POST.get("da"))
    return render(request, step.template, context)


def _keep_parked(
    request: HttpRequest, application: Application, step: Page, form: Any
) -> list[Clash]:
    typed, seen = read_form(form, application.names(step.slug), application.several)
    _draft, clashes = save_typed(Writing(application.case), application, typed, seen)
    messages.success(
        request, _("Your session had expired. What you had written on this page has been saved.")
    )
    return clashes


def save_page(request: HttpRequest, writing: Writing, step: Page) -> HttpResponse:
    """Keep what was typed on a page, and go where its button leads."""
    application = writing.application()
    typed, seen = read_form(request.POST, application.names(step.slug), application.several)
    _draft, clashes = save_typed(writing, application, typed, seen)
    if clashes:
        return show_clashes(request, writing.application(), clashes)
    act, _colon, number = request.POST.get("act", "save").partition(":")
    row = _change_rows(request, writing, act, number)
    if request.htmx and act in {"add", "remove"}:
        rows = number.partition("-")[0]
        return HttpResponse(fragment(request, writing.application(), step, focus=row, rows=rows))
    return _go_on(request, writing, step, act, row)


def _change_rows(request: HttpRequest, writing: Writing, act: str, number: str) -> str:
    """Add or remove a row, or copy what is known; returns the anchor of a new row."""
    kind, _dash, key = number.partition("-")
    most = _kinds_of_rows(writing, kind)
    if act == "add" and most:
        added = writing.add_row(kind, most)
        if added is None:
            messages.warning(request, _("There is room for {most} rows.").format(most=most))
        return f"{kind}-{added}" if added else ""
    if act == "remove" and most and key.isascii() and key.isdigit():
        writing.remove_row(kind, int(key))
    if act == "organisation" and number.isascii() and number.isdigit():
        writing.copy_organisation(request.user, int(number[:18]))
    if act == "whole":
        amount = writing.application().contribution.amount
        if amount is not None:
            writing.keep({"requested": f"{amount:.2f}".replace(".", ",")}, {})
    return ""


def _kinds_of_rows(writing: Writing, kind: str) -> int:
    """Return how many rows of a kind there may be; 0 for a kind that is not asked for."""
    if kind in {LINE, AID}:
        return MOST_ROWS
    asked = (one for one in writing.application().asked_questions if one.kind == "lines")
    return next((one.limits.rows or MOST_ROWS for one in asked if name_of(one.code) == kind), 0)


def _go_on(request: HttpRequest, writing: Writing, step: Page, act: str, row: str) -> HttpResponse:
    case = writing.case
    here = address_of(case, "page", step.slug)
    back = "da=riepilogo" if request.POST.get("da") == "riepilogo" else ""
    pages = writing.application().pages
    place = pages.index(step)
    if act == "back":
        if place == 0:
            return redirect(address_of(case, "start"))
        return redirect(address_of(case, "page", pages[place - 1].slug))
    if act == "next":
        _say_what_is_missing(request, writing, step)
        if back or step == pages[-1]:
            return redirect(address_of(case, "review"))
        return redirect(address_of(case, "page", pages[place + 1].slug))
    check = ["controlla=1"] if act == "save" else []
    query = "&".join([*check, *([back] if back else [])])
    if act == "save":
        messages.success(request, _("Saved. Nothing has been sent yet."))
    address = f"{here}?{query}" if query else here
    return HttpResponseRedirect(f"{address}#{row}" if row else address)


def _say_what_is_missing(request: HttpRequest, writing: Writing, step: Page) -> None:
    missing = len(writing.application().problems(step.slug))
    if missing:
        sentence = ngettext(
            "Saved. On the page “{page}” {number} thing is still missing or wrong: you can come "
            "back to it before you send.",
            "Saved. On the page “{page}” {number} things are still missing or wrong: you can "
            "come back to them before you send.",
            missing,
        )
        messages.warning(request, sentence.format(page=step.title, number=missing))
