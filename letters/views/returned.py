"""A message that was written back and waits: to which letter it belongs, or why it is set aside."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from letters.advice import OF_PROBLEMS
from letters.forms.mending import AsideForm, AssignForm, FindLetterForm
from letters.models import Delivery, Receipt
from letters.queries import letters_of_number
from letters.services import assigning
from workflows.engine import TransitionRefused
from workflows.services.upkeep import NothingToDo

UNPROCESSABLE = 422


@login_required
@permission_required("letters.view_failures", raise_exception=True)
@require_http_methods(["GET", "POST"])
def message(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a message that waits; a POST assigns it to a delivery or sets it aside."""
    receipt = get_object_or_404(
        Receipt.objects.exclude(problem="").select_related(
            "document", "seen_by", "delivery__letter__case", "delivery__letter__protocol"
        ),
        pk=pk,
    )
    found = FindLetterForm(request.GET if request.GET.get("letter") else None)
    deliveries = _deliveries(receipt, found)
    if request.method != "POST":
        return _page(request, receipt, found, deliveries, {})
    if not request.user.has_perm("letters.mend"):
        raise PermissionDenied
    act = request.POST.get("act", "")
    form: forms.Form | None = None
    if act == "assign":
        form = AssignForm(request.POST, receipt=receipt, deliveries=deliveries)
    elif act == "aside":
        form = AsideForm(request.POST)
    if form is not None and form.is_valid():
        try:
            sentence = _do(act, form.cleaned_data, receipt, request.user)
        except TransitionRefused as refused:
            form.add_error(None, str(refused))
        except NothingToDo as nothing:
            messages.warning(request, str(nothing))
            return redirect(_list())
        else:
            messages.success(request, sentence)
            return redirect(_list())
    return _page(request, receipt, found, deliveries, {act: form})


def _do(act: str, typed: dict[str, Any], receipt: Receipt, by: Any) -> str:
    if act == "assign":
        assigning.assign(
            receipt.pk, typed["delivery"].pk, at=typed.get("at"), by=by, reason=typed["reason"]
        )
        return _("The message has been assigned to the letter.")
    assigning.set_aside(receipt.pk, by=by, reason=typed["reason"])
    return _("The message has been set aside.")


def _deliveries(receipt: Receipt, found: FindLetterForm) -> Any:
    """Return the deliveries that may be chosen: of the letter looked for, else the one known."""
    shown = Delivery.objects.select_related("letter__protocol", "letter__case").order_by("pk")
    if found.is_bound and found.is_valid():
        return shown.filter(letter__in=letters_of_number(found.cleaned_data["letter"]))
    return shown.filter(pk=receipt.delivery_id)


def _page(
    request: HttpRequest,
    receipt: Receipt,
    found: FindLetterForm,
    deliveries: Any,
    typed: dict[str, forms.Form | None],
) -> HttpResponse:
    is_open = receipt.seen_at is None
    choices = list(deliveries)
    assign = typed.get("assign") or AssignForm(
        receipt=receipt,
        deliveries=deliveries,
        initial={"delivery": choices[0].pk if len(choices) == 1 else None},
    )
    wrong = next((form for form in typed.values() if form and form.errors), None)
    context = {
        "receipt": receipt,
        "advice": OF_PROBLEMS[receipt.problem],
        "is_open": is_open,
        "may_mend": is_open and request.user.has_perm("letters.mend"),
        "find": found,
        "has_looked": found.is_bound,
        "choices": choices,
        "assign": assign,
        "aside": typed.get("aside") or AsideForm(),
        "wrong": wrong,
        "error": "" if wrong or not typed else _("Choose what is to be done."),
    }
    return render(request, "letters/message.html", context, status=UNPROCESSABLE if typed else 200)


def _list() -> str:
    return f"{reverse('letters:failures')}?elenco=messaggi"
