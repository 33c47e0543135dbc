"""The pages of an offer's form: opening a draft, writing it page by page."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from calls.models import Call, CallKind
from grants.addresses import address_of
from grants.services.prefill import known_organisations, prefill_organisation, prefill_person
from grants.services.rows import add_row, remove_row
from grants.views.access import (
    drop_parked,
    keeps_writing,
    one_line_end,
    read_form,
    signed_in,
    unpark,
)
from grants.views.clashes import show_clashes
from internships import permissions
from internships.forms.offer import PAGES, OfferForms, OfferPage, page_of
from internships.models import HostOffer, OfferStatus
from internships.services import offers as services
from internships.views import reopened
from internships.views.access import own_offer
from internships.views.drawing import fragments, kinds_on, page_context, rows_fragment
from workflows.services.drafts import Clash, save_fields

MOST_ROWS = 40


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def start(request: HttpRequest, code: str) -> HttpResponse:
    """Open the person's draft for a call, or return to it; a closed call says when."""
    if not permissions.may_apply(request.user):
        raise PermissionDenied
    call = get_object_or_404(Call.objects.published(), code=code, kind=CallKind.INTERNSHIP)
    mine = HostOffer.objects.filter(call=call, opened_by=request.user).order_by("-pk")
    draft = mine.filter(status=OfferStatus.DRAFT).first()
    is_open = call.is_open_at(timezone.now())
    if request.method == "POST" and (draft or is_open):
        case = draft or services.open_draft(call, by=request.user)
        if draft is None:
            prefill_person(case, request.user)
        return redirect("internships:offer_page", case.pk, PAGES[0].slug)
    sent = list(mine.exclude(status=OfferStatus.DRAFT))
    context = {"call": call, "draft": draft, "sent": sent, "is_open": is_open}
    return render(request, "internships/host/start.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_writing
def page(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Show a page of the form, or save it and go where its button leads."""
    step = page_of(slug)
    if step is None:
        raise Http404
    try:
        case = own_offer(request, pk)
    except Http404:
        drop_parked(request)
        raise
    if case.status != OfferStatus.DRAFT:
        messages.info(request, _("This offer has already been sent."))
        return redirect("internships:offer_sent", case.pk)
    if request.method == "POST":
        return _save_page(request, case, step)
    parked = unpark(request)
    if parked is not None:
        clashes = _keep(OfferForms(case), step, parked)
        sentence = _("Your session had expired. What you had written on this page has been saved.")
        messages.success(request, sentence)
        if clashes:
            return show_clashes(request, OfferForms(case), clashes)
    return show_page(request, OfferForms(case), step)


def show_page(
    request: HttpRequest, offer: OfferForms, step: OfferPage, *, status: int = 200, **extra: Any
) -> HttpResponse:
    """Draw a page of the form; without `?controlla` what nobody has written yet is not blamed."""
    context = page_context(offer, step) | extra
    if step.slug == "chi":
        context["organisations"] = known_organisations(request.user)
    if "controlla" not in request.GET:
        for form in offer.forms(step.slug):
            form.hide_unwritten()
    context["return_to_review"] = "riepilogo" in (request.GET.get("da"), request.POST.get("da"))
    return render(request, step.template, context, status=status)


@require_POST
def autosave(request: HttpRequest, pk: int) -> JsonResponse:
    """Save one field as it is typed and answer as `ui/js/autosave.js` expects."""
    if not request.user.is_authenticated:
        return JsonResponse({"message": _("Your session has expired.")}, status=401)
    case = own_offer(request, pk)
    name = request.POST.get("field", "")
    is_draft = case.status == OfferStatus.DRAFT
    values = {} if is_draft else reopened.filed_values(case)
    offer = OfferForms(case, values)
    if not is_draft and name not in reopened.open_names(case, offer):
        message = _("This offer has been sent: it can no longer be changed here.")
        return JsonResponse({"message": message}, status=403)
    if is_draft and _home_of(offer, name) is None:
        message = _("This field is no longer on the page: reload it.")
        return JsonResponse({"message": message}, status=410)
    revision = request.POST.get("revision", "")
    seen = {name: int(revision[:9])} if revision.isascii() and revision.isdigit() else {}
    value = one_line_end(request.POST.get("value", ""))
    draft, clashes = save_fields(case, {name: value}, seen)
    if clashes:
        return JsonResponse(_clash(clashes[0]), status=409)
    answer: dict[str, Any] = {
        "field": name,
        "revision": draft.revision(name),
        "saved_at": draft.saved_at.isoformat(),
        "message": "",
        "fragments": {},
    }
    return JsonResponse(answer | _said(request, OfferForms(case, values), name))


def _said(request: HttpRequest, offer: OfferForms, name: str) -> dict[str, Any]:
    """Return what is wrong with a field that has something in it, and what follows from it."""
    step = _home_of(offer, name)
    if step is None:
        return {}
    form = next(form for form in offer.forms(step.slug) if name in form.names)
    field = next(field for field in form.fields if form.add_prefix(field) == name)
    errors = form.errors.get(field, []) if form.typed(field) else []
    message = str((list(errors) or form.warnings.get(field) or [""])[0])
    return {"message": message, "fragments": fragments(request, offer, step, name)}


def _home_of(offer: OfferForms, name: str) -> OfferPage | None:
    return next((page for page in PAGES if name in offer.names(page.slug)), None)


def _clash(clash: Clash) -> dict[str, Any]:
    return {
        "field": clash.field,
        "theirs": clash.theirs,
        "revision": clash.revision,
        "message": _("This field was changed in another window while you were writing."),
    }


def _keep(offer: OfferForms, step: OfferPage, form: Any) -> list[Clash]:
    typed, seen = read_form(form, offer.names(step.slug))
    _draft, clashes = save_fields(offer.case, typed, seen)
    return clashes


def _save_page(request: HttpRequest, case: HostOffer, step: OfferPage) -> HttpResponse:
    clashes = _keep(OfferForms(case), step, request.POST)
    if clashes:
        return show_clashes(request, OfferForms(case), clashes)
    act, _colon, number = request.POST.get("act", "save").partition(":")
    kind = number.partition("-")[0]
    row = _change_rows(request, case, step, act, number)
    if request.htmx and act in {"add", "remove"} and kind in kinds_on(step, OfferForms(case)):
        return HttpResponse(rows_fragment(request, OfferForms(case), step, kind, row))
    return _go_on(request, case, step, act, row)


def _change_rows(
    request: HttpRequest, case: HostOffer, step: OfferPage, act: str, number: str
) -> str:
    """Add or remove a row, or copy what is known; returns the anchor of a new row."""
    kind, _dash, key = number.partition("-")
    shown = kind in kinds_on(step, OfferForms(case))
    if act == "add" and shown:
        added = add_row(case, kind, MOST_ROWS)  # type: ignore[arg-type]
        if added is None:
            messages.warning(request, _("There is room for {most} rows.").format(most=MOST_ROWS))
        return f"{kind}-{added}" if added else ""
    if act == "remove" and shown and key.isascii() and key.isdigit():
        remove_row(case, kind, int(key[:9]))  # type: ignore[arg-type]
    if act == "organisation" and number.isascii() and number.isdigit():
        prefill_organisation(case, request.user, int(number[:18]))
    return ""


def _go_on(
    request: HttpRequest, case: HostOffer, step: OfferPage, act: str, row: str
) -> HttpResponse:
    back = "da=riepilogo" if request.POST.get("da") == "riepilogo" else ""
    at = PAGES.index(step)
    if act == "back":
        if at == 0:
            return redirect(address_of(case, "start"))
        return redirect(address_of(case, "page", PAGES[at - 1].slug))
    if act == "next":
        _say_what_is_missing(request, case, step)
        if back or step == PAGES[-1]:
            return redirect(address_of(case, "review"))
        return redirect(address_of(case, "page", PAGES[at + 1].slug))
    query = "&".join([*(["controlla=1"] if act == "save" else []), *([back] if back else [])])
    if act == "save":
        messages.success(request, _("Saved. Nothing has been sent yet."))
    here = address_of(case, "page", step.slug)
    address = f"{here}?{query}" if query else here
    return HttpResponseRedirect(f"{address}#{row}" if row else address)


def _say_what_is_missing(request: HttpRequest, case: HostOffer, step: OfferPage) -> None:
    missing = len(OfferForms(case).problems(step.slug))
    if missing:
        sentence = ngettext(
            "Saved. On the page “{page}” {number} thing is still missing or wrong: you can come "
            "back to it before you send.",
            "Saved. On the page “{page}” {number} things are still missing or wrong: you can "
            "come back to them before you send.",
            missing,
        )
        messages.warning(request, sentence.format(page=step.title, number=missing))
