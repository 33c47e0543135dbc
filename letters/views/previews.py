"""How a wording would read: as a page beside the editor, and as a PDF that is kept nowhere."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from letters import pdf
from letters.faults import Words, faults
from letters.forms.texts import PreviewForm
from letters.permissions import MANAGE_TEMPLATES, VIEW_TEMPLATES
from letters.previewing import Previewed, case_for_preview, preview
from letters.services.templates import draft_of, words_of
from letters.twin import twin_of
from letters.uses import Uses, uses
from letters.views.places import places
from letters.views.shelves import Shelf, Text
from parties.models import User

LEVEL = 3
WORDS = ("subject_it", "text_it", "subject_en", "text_en")


@login_required
@permission_required(MANAGE_TEMPLATES, raise_exception=True)
@require_POST
def preview_text(request: HttpRequest, pk: int, shelf: Shelf) -> HttpResponse:
    """Show how the words that are being typed would read; a part of the editor's page."""
    text = get_object_or_404(shelf.texts(), pk=pk)
    words = typed_words(request.POST)
    context = preview_context(shelf, text, words, uses(), request, is_typed=True)
    return render(request, "letters/_preview.html", context)


@login_required
@permission_required(VIEW_TEMPLATES, raise_exception=True)
@require_safe
def preview_pdf(request: HttpRequest, pk: int, shelf: Shelf) -> HttpResponse:
    """Draw the words in use, or what the person has typed of new ones ("bozza"); nothing is kept."""
    text = get_object_or_404(shelf.texts(), pk=pk)
    words = words_of(text.current)
    if "bozza" in request.GET and (draft := draft_of(text, request.user)):
        typed = {name: str(draft.value(name, getattr(words, name))) for name in WORDS}
        words = Words(**typed)
    shown, _sentence = _drawn(text, words, uses(), request.GET, request.user)
    response = HttpResponse(pdf.render(shown.letter), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="bozza-{slugify(text.code)}.pdf"'
    return response


def typed_words(typed: QueryDict) -> Words:
    """Return the words of the editor as they were typed."""
    return Words(**{name: typed.get(name, "").replace("\r\n", "\n") for name in WORDS})


def preview_context(
    shelf: Shelf,
    text: Text,
    words: Words,
    known: Uses,
    request: HttpRequest,
    *,
    is_typed: bool = False,
) -> dict[str, Any]:
    """Return what `letters/_preview.html` needs; the request says which language, which case."""
    asked = request.POST if request.method == "POST" else request.GET
    query = {"language": language_of(asked), "case": _number(asked)}
    query |= {"bozza": "1"} if is_typed else {}
    shown, sentence = _drawn(text, words, known, asked, request.user)
    return {
        "twin": twin_of(shown.letter, level=LEVEL),
        "missing_fields": shown.missing,
        "missing_glyphs": pdf.missing_glyphs(shown.letter),
        "case_sentence": sentence,
        "is_real": bool(_number(asked)) and not sentence,
        "pdf_url": f"{shelf.url('pdf', text)}?{urlencode(query)}",
        "places": places(words, faults(text, words, known)),
    }


def language_of(asked: QueryDict) -> str:
    """Return the language that a preview is asked in; Italian where none makes sense."""
    form = PreviewForm(asked)
    form.is_valid()
    return form.cleaned_data.get("language") or "it"


def _number(asked: QueryDict) -> str:
    return asked.get("case", "").strip()


def _drawn(
    text: Text, words: Words, known: Uses, asked: QueryDict, user: User
) -> tuple[Previewed, str]:
    """Return the letter, and why it is not of the case that was asked for."""
    case, sentence = None, ""
    if number := _number(asked):
        case = case_for_preview(text, known, number, user)
        if case is None:
            sentence = _("No case “{number}” that you can see is of this kind.").format(
                number=number
            )
    language = language_of(asked)
    return preview(text, words, known, language=language, by=user, case=case), sentence
