"""The pages of a form, written page by page."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from workflows.examination.permissions import may_read
from workflows.services.drafts import Clash
from workflows.written.access import drop_parked, keeps_writing, read_form, unpark
from workflows.written.addresses import address_of
from workflows.written.clashes import show_clashes
from workflows.written.drawing import shell_context
from workflows.written.kinds import Written, written_of
from workflows.written.pages import Page
from workflows.written.pens import in_other_hands, pen_of
from workflows.written.prefill import known_organisations
from workflows.written.reopening import DRAFT
from workflows.written.writing import Writing


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_writing
def page(request: HttpRequest, pk: int, slug: str, *, kind: Written) -> HttpResponse:
    """Show a page of the form, or save it and go where its button leads."""
    step = page_of(kind, slug)
    if step is None:
        raise Http404
    try:
        case = kind.own(request, pk, may_read)
    except Http404:
        drop_parked(request)
        raise
    if case.status != DRAFT:
        messages.info(request, str(kind.sent_already))
        return redirect(address_of(case, "sent"))
    pen = pen_of(case, request.user)
    if not pen.may_write:
        return in_other_hands(request, case)
    whole = kind.forms(case)
    if step not in whole.pages:
        raise Http404
    if request.method == "POST":
        return save_page(request, Writing(case), step)
    parked = unpark(request)
    if parked is not None:
        clashes = _keep_parked(request, whole, step, parked)
        whole = kind.forms(case)
        if clashes:
            return show_clashes(request, whole, clashes)
    return show_page(request, whole, step, pen=pen)


def page_of(kind: Written, slug: str) -> Page | None:
    """Return a page of a kind's form by its slug."""
    return next((page for page in kind.pages if page.slug == slug), None)


def show_page(
    request: HttpRequest, whole: Any, step: Page, *, status: int = 200, **extra: Any
) -> HttpResponse:
    """Draw a page of the form; without `?controlla` what nobody has written yet is not blamed."""
    kind = written_of(whole.case)
    context = shell_context(whole, step.slug) | kind.page_context(whole, step)
    if "pen" not in extra:
        extra["pen"] = pen_of(whole.case, request.user)
    context |= {"page": step, "page_forms": whole.forms(step.slug)} | extra
    if step.slug == "chi":
        # Whoever fills in for another is not shown the other's firms, nor their own.
        own = whole.case.opened_by_id == request.user.pk
        context["organisations"] = known_organisations(request.user) if own else []
    if "controlla" not in request.GET:
        for form in whole.forms(step.slug):
            form.hide_unwritten()
    context["return_to_review"] = "riepilogo" in (request.GET.get("da"), request.POST.get("da"))
    return render(request, step.template, context, status=status)


def _keep_parked(request: HttpRequest, whole: Any, step: Page, form: Any) -> list[Clash]:
    typed, seen = read_form(form, whole.names(step.slug), whole.several)
    _draft, clashes = Writing(whole.case).keep_typed(whole, typed, seen)
    messages.success(
        request, _("Your session had expired. What you had written on this page has been saved.")
    )
    return clashes


def save_page(request: HttpRequest, writing: Writing, step: Page) -> HttpResponse:
    """Keep what was typed on a page, and go where its button leads."""
    whole = writing.application()
    typed, seen = read_form(request.POST, whole.names(step.slug), whole.several)
    _draft, clashes = writing.keep_typed(whole, typed, seen)
    if clashes:
        return show_clashes(request, writing.application(), clashes)
    act, _colon, number = request.POST.get("act", "save").partition(":")
    rows = number.partition("-")[0]
    repeats = written_of(writing.case).most_rows(writing.application(), step, rows) > 0
    row = _change_rows(request, writing, step, act, number)
    if request.htmx and act in {"add", "remove"} and repeats:
        kind = written_of(writing.case)
        drawn = kind.rows_fragment(request, writing.application(), step, rows, row)
        return HttpResponse(drawn)
    return _go_on(request, writing, step, act, row)


def _change_rows(request: HttpRequest, writing: Writing, step: Page, act: str, number: str) -> str:
    """Add or remove a row, or copy what is known; returns the anchor of a new row."""
    kind, _dash, key = number.partition("-")
    most = written_of(writing.case).most_rows(writing.application(), step, kind)
    if act == "add" and most:
        added = writing.add_row(kind, most)
        if added is None:
            messages.warning(request, _("There is room for {most} rows.").format(most=most))
        return f"{kind}-{added}" if added else ""
    if act == "remove" and most and key.isascii() and key.isdigit():
        writing.remove_row(kind, int(key[:9]))
    if act == "organisation" and number.isascii() and number.isdigit():
        writing.copy_organisation(request.user, int(number[:18]))
    written_of(writing.case).other_act(writing, act)
    return ""


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
