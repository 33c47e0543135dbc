"""What is done to one letter: approved, kept back, taken up again, taken back, written again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from letters import consequences, permissions, services
from letters.forms.outbox import NothingAskedForm, ReasonForm
from letters.models import Letter
from letters.views.letter import (
    forbidden,
    is_party,
    letter_for,
    may,
    own_letter,
    step_rows,
)
from letters.views.outbox import TONES
from workflows import stale
from workflows.engine import Refusal, TransitionRefused

CONFLICT, UNPROCESSABLE = 409, 422


@dataclass(frozen=True)
class LetterAct:
    """Something that people do to a letter; `sentence` tells that it is done."""

    label: Any
    service: Callable[..., Letter]
    follows: Callable[[Letter], list[str]]
    sentence: Any
    form: type[forms.Form] = ReasonForm
    tone: str = "primary"


ACTS = {
    "approve": LetterAct(
        gettext_lazy("Approve and send"),
        services.approve,
        consequences.of_approval,
        gettext_lazy("The letter is approved and leaves now."),
        NothingAskedForm,
        "success",
    ),
    "hold": LetterAct(
        gettext_lazy("Keep back"),
        services.hold,
        consequences.of_hold,
        gettext_lazy("The letter is kept back."),
        tone="warning",
    ),
    "take_up": LetterAct(
        gettext_lazy("Take up again"),
        services.take_up_again,
        consequences.of_taking_up,
        gettext_lazy("The letter waits for approval again."),
        NothingAskedForm,
    ),
    "withdraw": LetterAct(
        gettext_lazy("Take back"),
        services.withdraw,
        consequences.of_withdrawal,
        gettext_lazy("The letter is taken back: nobody receives it."),
        tone="danger",
    ),
    "replace": LetterAct(
        gettext_lazy("Write again"),
        services.replace,
        consequences.of_replacing,
        gettext_lazy("A new letter waits in the outbox: this is it."),
    ),
}
# Names of acts as addresses say them.
WORDS = {
    "approva": "approve",
    "trattieni": "hold",
    "riprendi": "take_up",
    "ritira": "withdraw",
    "sostituisci": "replace",
}


@login_required
@permission_required(permissions.VIEW_OUTBOX, raise_exception=True)
@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, pk: int, word: str) -> HttpResponse:
    """Ask for what an act needs with its consequences in sight, or do it once."""
    name = WORDS.get(word)
    if name is None:
        raise Http404
    letter = letter_for(request.user, pk)
    if is_party(letter, request.user):
        return own_letter(request)
    found = ACTS[name]
    if not _has_right(letter, name, request):
        return _forbidden(request, letter)
    if request.method == "POST":
        return _do(request, letter, name)
    status = 200 if may(letter, request.user)[name] else CONFLICT
    return _page(request, letter, name, found.form(), status=status)


def _do(request: HttpRequest, letter: Letter, name: str) -> HttpResponse:
    found = ACTS[name]
    form = found.form(request.POST)
    seen = stale.seen_version(request.POST)
    if seen not in (0, letter.version):
        return _changed(request, letter, name, form)
    if not form.is_valid():
        return _page(request, letter, name, form, status=UNPROCESSABLE)
    try:
        done = found.service(
            letter.pk, by=request.user, seen_version=seen or None, **form.cleaned_data
        )
    except TransitionRefused as refusal:
        return _refused(request, letter, name, form, refusal)
    messages.success(request, found.sentence)
    return redirect("letters:letter", pk=done.pk)


def _refused(
    request: HttpRequest, letter: Letter, name: str, form: forms.Form, refusal: TransitionRefused
) -> HttpResponse:
    if refusal.why is Refusal.RIGHT:
        return _forbidden(request, letter)
    if refusal.why in (Refusal.STALE, Refusal.STATUS):
        return _changed(request, letter_for(request.user, letter.pk), name, form, refusal.sentence)
    form.add_error(None, refusal.sentence)
    return _page(request, letter, name, form, status=UNPROCESSABLE)


def _changed(
    request: HttpRequest, letter: Letter, name: str, form: forms.Form, sentence: str = ""
) -> HttpResponse:
    """Show what happened to the letter since its page was opened; what was typed is still there."""
    rows = step_rows(letter, since=stale.seen_version(request.POST))
    words = sentence or _("This letter has changed since you opened it.")
    changed = stale.Changed(words, rows)
    return _page(request, letter, name, form, status=CONFLICT, changed=changed)


def _page(
    request: HttpRequest,
    letter: Letter,
    name: str,
    form: forms.Form,
    *,
    status: int = 200,
    changed: stale.Changed | None = None,
) -> HttpResponse:
    found, is_open = ACTS[name], may(letter, request.user)[name]
    context = {
        "letter": letter,
        "tones": TONES,
        "act": found,
        "form": form,
        "is_open": is_open,
        "changed": changed,
        "typed": request.method == "POST",
        "follows": found.follows(letter) if is_open else [],
    }
    return render(request, "letters/outbox/act.html", context, status=status)


def _has_right(letter: Letter, name: str, request: HttpRequest) -> bool:
    if name == "replace":
        return permissions.may_edit(letter, request.user)
    return permissions.may_approve(letter, request.user)


def _forbidden(request: HttpRequest, letter: Letter) -> HttpResponse:
    sentence = _("You do not have the right to do this.")
    page = reverse("letters:letter", args=[letter.pk])
    return forbidden(request, sentence, page, _("Go back to the letter"))
