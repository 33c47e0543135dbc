"""Where anybody checks that a letter is ours: by its code, and by the file they hold."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from letters import checking
from letters.models import Letter
from portal.forms import CodeForm, LetterFileForm


@never_cache
@require_safe
def ask_code(request: HttpRequest) -> HttpResponseBase:
    """Ask for the code of a letter, and lead to what is known of it."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_bound and form.is_valid():
        code = checking.plain_code(form.cleaned_data["code"])
        if code:
            return redirect("portal:verify_letter", code)
        form.add_error("code", form.fields["code"].error_messages["required"])
    return render(request, "portal/verification/ask.html", {"form": form})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def verify_letter(request: HttpRequest, code: str) -> HttpResponse:
    """Say what bears this code, and whether a file is the same; nothing about anybody."""
    address = request.META.get("REMOTE_ADDR", "")
    if checking.has_guessed_too_often(address):
        return render(request, "portal/verification/too_often.html", status=429)
    letter = checking.letter_with(code)
    if letter is None:
        checking.note_wrong_code(address)
        context = {"form": CodeForm({"code": code}), "code": checking.plain_code(code)}
        return render(request, "portal/verification/unknown.html", context, status=404)
    return render(request, "portal/verification/letter.html", _shown(request, letter))


def _shown(request: HttpRequest, letter: Letter) -> dict[str, Any]:
    form = (
        LetterFileForm(request.POST, request.FILES)
        if request.method == "POST"
        else LetterFileForm()
    )
    context: dict[str, Any] = {"letter": letter, "form": form, "compared": None}
    if form.is_bound and form.is_valid():
        copy = form.cleaned_data["copy"]
        digest = checking.digest_of(copy)
        same = checking.is_same(letter, digest)
        context["compared"] = {"name": copy.name, "digest": digest, "same": same}
    return context
