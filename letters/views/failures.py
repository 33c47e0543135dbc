"""The board of letters that have not arrived and of messages that wait, and seeing to one of them."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from letters.advice import OF_FAILURES
from letters.forms.mending import AgainForm, OtherMeansForm, RedirectForm
from letters.models import Delivery, MailboxState, Receipt
from letters.permissions import may_mend
from letters.queries import (
    FAILED_KEYS,
    MESSAGE_KEYS,
    failed_deliveries,
    messages_to_see,
)
from letters.services import mending
from workflows.engine import TransitionRefused
from workflows.paging import capped, walk
from workflows.services.upkeep import NothingToDo

UNPROCESSABLE = 422
MOST_COUNTED = 999
FORMS: dict[str, type[forms.Form]] = {
    "again": AgainForm,
    "redirect": RedirectForm,
    "other": OtherMeansForm,
}


@login_required
@permission_required("letters.view_failures", raise_exception=True)
@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """List what failed, or with `?elenco=messaggi` what was written back and waits."""
    shows_messages = request.GET.get("elenco") == "messaggi"
    rows, keys = (
        (messages_to_see(), MESSAGE_KEYS) if shows_messages else (failed_deliveries(), FAILED_KEYS)
    )
    page = walk(
        rows,
        keys,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    context = {
        "page": page,
        "shows_messages": shows_messages,
        "failures": capped(failed_deliveries(), MOST_COUNTED),
        "messages_waiting": capped(messages_to_see(), MOST_COUNTED),
        "mailboxes": MailboxState.objects.all(),
    }
    return render(request, "letters/failures.html", context)


@login_required
@permission_required("letters.view_failures", raise_exception=True)
@require_http_methods(["GET", "POST"])
def failure(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a delivery that failed with its evidence; a POST sees to it in one of three ways."""
    delivery = get_object_or_404(_with_evidence(), pk=pk)
    if request.method != "POST":
        return _page(request, delivery, {})
    if not request.user.has_perm("letters.send_again"):
        raise PermissionDenied
    act = request.POST.get("act", "")
    if act not in FORMS or (act != "again" and not may_mend(delivery.letter, request.user)):
        return _page(request, delivery, {}, error=_("Choose what is to be done."))
    form = FORMS[act](request.POST)
    if form.is_valid():
        try:
            sentence = _do(act, form, delivery, request.user)
        except TransitionRefused as refused:
            form.add_error(None, str(refused))
        except NothingToDo as nothing:
            messages.warning(request, str(nothing))
            return redirect("letters:failures")
        else:
            messages.success(request, sentence)
            return redirect("letters:failures")
    return _page(request, delivery, {act: form})


def _do(act: str, form: Any, delivery: Delivery, by: Any) -> str:
    reason = form.cleaned_data["reason"]
    if act == "again":
        mending.send_again(delivery.pk, by=by, reason=reason)
        return _("The letter goes to {name} again.").format(name=delivery.name)
    if act == "redirect":
        mending.redirect(delivery.pk, form.place, by=by, reason=reason)
        return _("The letter goes to {name} at the new address.").format(name=delivery.name)
    mending.note_other_means(delivery.pk, on=form.cleaned_data["on"], by=by, reason=reason)
    return _("The delivery to {name} has been noted.").format(name=delivery.name)


def _page(
    request: HttpRequest, delivery: Delivery, typed: dict[str, forms.Form], error: str = ""
) -> HttpResponse:
    may = may_mend(delivery.letter, request.user)
    is_open = delivery.has_failed and not hasattr(delivery, "replaced_by")
    redirecting = {"channel": delivery.channel, "address": delivery.address}
    context = {
        "delivery": delivery,
        "letter": delivery.letter,
        "advice": OF_FAILURES.get(delivery.failure_kind, ""),
        "receipts": delivery.receipts.all(),
        "is_open": is_open,
        "may_send_again": is_open and request.user.has_perm("letters.send_again"),
        "may_mend": is_open and may,
        "again": typed.get("again") or AgainForm(),
        "redirect": typed.get("redirect") or RedirectForm(initial=redirecting),
        "other": typed.get("other") or OtherMeansForm(),
        "wrong": next((form for form in typed.values() if form.errors), None),
        "error": error,
    }
    status = UNPROCESSABLE if error or context["wrong"] else 200
    return render(request, "letters/failure.html", context, status=status)


def _with_evidence() -> Any:
    return (
        Delivery.objects.exclude(failure_kind="")
        .select_related(
            "letter__case", "letter__call", "letter__protocol", "letter__document", "replaced_by"
        )
        .prefetch_related(Prefetch("receipts", Receipt.objects.select_related("document")))
    )
