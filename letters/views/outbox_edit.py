"""Changing what a letter says before it has a number."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from letters import permissions, services, standing, templating
from letters.forms.outbox import EditForm
from letters.models import Letter
from letters.twin import twin_of
from letters.views.letter import is_party, letter_for, may, own_letter, step_rows
from letters.views.outbox import TONES
from workflows import stale
from workflows.engine import Refusal, TransitionRefused

CONFLICT, UNPROCESSABLE = 409, 422


@login_required
@permission_required(permissions.EDIT, raise_exception=True)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a letter's text to be changed, with the change in sight; `keep` keeps it."""
    letter = letter_for(request.user, pk)
    if is_party(letter, request.user):
        return own_letter(request)
    if request.method != "POST":
        form = EditForm(initial={"text": letter.text})
        return _page(request, letter, form, status=200 if _is_open(request, letter) else CONFLICT)
    form = EditForm(request.POST)
    if stale.seen_version(request.POST) not in (0, letter.version):
        return _changed(request, letter, form)
    if "keep" not in request.POST:
        return _page(request, letter, form, shows_change=True)
    if not form.is_valid():
        return _page(request, letter, form, status=UNPROCESSABLE, shows_change=True)
    return _keep(request, letter, form)


def _keep(request: HttpRequest, letter: Letter, form: EditForm) -> HttpResponse:
    typed = form.cleaned_data
    seen = stale.seen_version(request.POST) or None
    try:
        services.edit(
            letter.pk, typed["text"], by=request.user, reason=typed["reason"], seen_version=seen
        )
    except TransitionRefused as refusal:
        if refusal.why in (Refusal.STALE, Refusal.STATUS):
            fresh = letter_for(request.user, letter.pk)
            return _changed(request, fresh, form, refusal.sentence)
        form.add_error(None if refusal.why is Refusal.RIGHT else "text", refusal.sentence)
        return _page(request, letter, form, status=UNPROCESSABLE, shows_change=True)
    messages.success(request, _("The text is changed; what it said before is kept."))
    return redirect("letters:letter", pk=letter.pk)


def _changed(
    request: HttpRequest, letter: Letter, form: EditForm, sentence: str = ""
) -> HttpResponse:
    """Show both versions: the text as it is now, and what was typed on the old one."""
    rows = step_rows(letter, since=stale.seen_version(request.POST))
    words = sentence or _("This letter has changed since you opened it.")
    changed = stale.Changed(words, rows)
    return _page(request, letter, form, status=CONFLICT, shows_change=True, changed=changed)


def _page(
    request: HttpRequest,
    letter: Letter,
    form: EditForm,
    *,
    status: int = 200,
    shows_change: bool = False,
    changed: stale.Changed | None = None,
) -> HttpResponse:
    typed = (form["text"].value() or "").replace("\r\n", "\n")
    context = {
        "letter": letter,
        "tones": TONES,
        "form": form,
        "is_open": _is_open(request, letter),
        "changed": changed,
        "typed": request.method == "POST",
        "lines": templating.diff(letter.text, typed) if shows_change else [],
        "twin": twin_of(standing.as_today(letter, text=typed)) if shows_change else None,
        "wrong": standing.problems(letter, typed) if shows_change else [],
        "open_fields": sorted(standing.open_fields(letter)),
    }
    return render(request, "letters/outbox/edit.html", context, status=status)


def _is_open(request: HttpRequest, letter: Letter) -> bool:
    return may(letter, request.user)["edit"]
