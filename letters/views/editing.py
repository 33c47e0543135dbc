"""Writing a new wording of a template or clause: kept as it is typed, judged before it is in use."""

from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from letters import picker
from letters.faults import Words
from letters.forms.texts import LONGEST_TYPED, PreviewForm
from letters.models import TextDraft
from letters.permissions import MANAGE_TEMPLATES
from letters.services import templates
from letters.services.templates import TextRefused, words_of
from letters.templating import diff
from letters.uses import LANGUAGES, Uses, uses
from letters.views.places import LABELS
from letters.views.previews import WORDS, preview_context
from letters.views.shelves import Shelf, Text
from parties.models import User
from workflows.engine import InputRefused, Refusal, TransitionRefused
from workflows.services.drafts import Clash

SAVE = "save"
CONFLICT, UNPROCESSABLE = 409, 422
FIELDS = (*WORDS, "reason")
MOST_DIGITS = 9


@dataclass
class Desk:
    """A wording being typed: what stands in the fields, since which version, what is wrong."""

    shelf: Shelf
    text: Text
    known: Uses
    typed: dict[str, str]
    seen: int
    draft: TextDraft | None = None
    elsewhere: tuple[str, ...] = ()
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def words(self) -> Words:
        """The wording in the fields."""
        return Words(**{name: self.typed.get(name, "") for name in WORDS})

    @property
    def number(self) -> int:
        """The version now in use; 0 where there is none."""
        return self.text.current.number if self.text.current else 0

    def keep(self, user: User) -> None:
        """Keep what stands in the fields for its writer."""
        self.draft, _clashes = templates.keep_typed(
            self.text, self.typed, {}, seen=self.seen, by=user
        )


@login_required
@permission_required(MANAGE_TEMPLATES, raise_exception=True)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int, shelf: Shelf) -> HttpResponse:
    """Show the editor; a POST puts the words in use, or shows how they read ("preview")."""
    text = get_object_or_404(shelf.texts(), pk=pk)
    draft = templates.draft_of(text, request.user)
    if request.method == "GET":
        return _page(request, _opened(shelf, text, draft))
    typed = {name: request.POST.get(name, "").replace("\r\n", "\n") for name in FIELDS}
    seen = _number(request.POST.get("seen", ""))
    desk = Desk(shelf, text, uses(), typed, seen, draft)
    if request.POST.get("do") == SAVE:
        return _save(request, desk)
    desk.keep(request.user)
    return _page(request, desk)


@require_POST
def keep(request: HttpRequest, pk: int, shelf: Shelf) -> JsonResponse:
    """Keep one field as it is typed and answer as `ui/js/autosave.js` expects."""
    if not request.user.is_authenticated:
        return JsonResponse({"message": _("Your session has expired.")}, status=401)
    if not request.user.has_perm(MANAGE_TEMPLATES):
        return JsonResponse({"message": _("You do not have the right to do this.")}, status=403)
    text = get_object_or_404(shelf.texts(), pk=pk)
    name = request.POST.get("field", "")
    if name not in FIELDS:
        message = _("This field is no longer on the page: reload it.")
        return JsonResponse({"message": message}, status=410)
    value = request.POST.get("value", "").replace("\r\n", "\n")
    if len(value) > (longest := LONGEST_TYPED[name.partition("_")[0]]):
        sentence = _("This is too long: {found} characters of {most} at most.")
        message = sentence.format(found=len(value), most=longest)
        return JsonResponse({"message": message}, status=UNPROCESSABLE)
    draft, clashes = templates.keep_typed(
        text,
        {name: value},
        _revision(name, request.POST.get("revision", "")),
        seen=text.current.number if text.current else 0,
        by=request.user,
    )
    return _clashed(clashes[0]) if clashes else _kept(draft, name)


@login_required
@permission_required(MANAGE_TEMPLATES, raise_exception=True)
@require_POST
def throw_away(request: HttpRequest, pk: int, shelf: Shelf) -> HttpResponse:
    """Forget what the person has typed and not put in use."""
    text = get_object_or_404(shelf.texts(), pk=pk)
    templates.throw_away(text, by=request.user)
    messages.success(request, _("What you had typed has been thrown away."))
    return redirect(shelf.url("edit", text))


def _opened(shelf: Shelf, text: Text, draft: TextDraft | None) -> Desk:
    """Return the words in use, under what the person has typed since."""
    current = words_of(text.current)
    typed = {name: getattr(current, name) for name in WORDS} | {"reason": ""}
    number = text.current.number if text.current else 0
    if draft is None:
        return Desk(shelf, text, uses(), typed, number)
    kept = {name: value for name, value in draft.values().items() if name in FIELDS}
    return Desk(shelf, text, uses(), typed | kept, draft.seen, draft)


def _save(request: HttpRequest, desk: Desk) -> HttpResponse:
    status = UNPROCESSABLE
    try:
        version = templates.save(
            desk.text,
            desk.words,
            reason=desk.typed["reason"],
            seen=desk.seen,
            by=request.user,
        )
    except TextRefused as refused:
        desk.elsewhere = refused.faults.elsewhere
    except InputRefused as refused:
        desk.errors = _sentences(refused)
    except TransitionRefused as refused:
        if refused.why != Refusal.STALE:
            raise
        status = CONFLICT
    else:
        sentence = _("Version {number} is in use from now on.").format(number=version.number)
        messages.success(request, sentence)
        return redirect(desk.shelf.url("page", desk.text))
    # Nothing that was typed is lost with a refusal, wherever the person goes from here.
    desk.keep(request.user)
    return _page(request, desk, status=status)


def _sentences(refused: InputRefused) -> dict[str, str]:
    """Return what was refused by field; what is of no field has none."""
    if not hasattr(refused, "error_dict"):
        return {"whole": " ".join(refused.messages)}
    return {name: " ".join(said) for name, said in refused.message_dict.items()}


def _page(request: HttpRequest, desk: Desk, *, status: int = 200) -> HttpResponse:
    own_code = "" if desk.shelf.is_templates else desk.text.code
    asked = request.POST if request.method == "POST" else request.GET
    pages = ("page", "keep", "throw_away", "preview")
    shown = preview_context(desk.shelf, desk.text, desk.words, desk.known, request, is_typed=True)
    whole = [*desk.elsewhere, *filter(None, [desk.errors.get("whole", "")])]
    context = {
        "shelf": desk.shelf,
        "text": desk.text,
        "urls": {name: desk.shelf.url(name, desk.text) for name in pages},
        "seen": desk.number,
        "areas": [_area(desk, language) for language in LANGUAGES],
        "reason": _control(desk, "reason"),
        "is_refused": status == UNPROCESSABLE,
        "whole": whole,
        "draft": desk.draft,
        "changed": _changed(desk),
        "groups": picker.field_groups(desk.known.vocabulary_of(desk.text)),
        "clauses": picker.clause_picks(desk.known.clauses, own_code),
        "preview_form": PreviewForm(initial={"language": "it", "case": ""} | asked.dict()),
        **shown,
    }
    return render(request, "letters/editor.html", context, status=status)


def _area(desk: Desk, language: str) -> dict[str, Any]:
    subject = _control(desk, f"subject_{language}") if desk.shelf.is_templates else None
    text = _control(desk, f"text_{language}")
    return {"language": language, "subject": subject, "text": text}


def _control(desk: Desk, name: str) -> dict[str, Any]:
    return {
        "name": name,
        "label": LABELS[name],
        "value": desk.typed.get(name, ""),
        "revision": desk.draft.revision(name) if desk.draft else 0,
        "error": desk.errors.get(name, ""),
    }


def _changed(desk: Desk) -> dict[str, Any] | None:
    """Return what a colleague put in use while this was being typed, or None."""
    if desk.seen >= desk.number:
        return None
    before = words_of(desk.text.versions.filter(number=desk.seen).first())
    after = words_of(desk.text.current)
    return {
        "version": desk.text.current,
        "parts": [part for name in WORDS if (part := _difference(name, before, after))],
    }


def _difference(name: str, before: Words, after: Words) -> dict[str, Any] | None:
    was, now = getattr(before, name), getattr(after, name)
    return None if was == now else {"label": LABELS[name], "lines": diff(was, now)}


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else 0


def _revision(name: str, text: str) -> dict[str, int]:
    return {name: _number(text)} if text.isascii() and text.isdigit() else {}


def _clashed(clash: Clash) -> JsonResponse:
    message = _("This field was changed in another window while you were writing.")
    answer = {"field": clash.field, "theirs": clash.theirs, "revision": clash.revision}
    return JsonResponse({**answer, "message": message}, status=CONFLICT)


def _kept(draft: TextDraft, name: str) -> JsonResponse:
    return JsonResponse(
        {
            "field": name,
            "revision": draft.revision(name),
            "saved_at": draft.saved_at.isoformat(),
            "message": "",
            "fragments": {},
        }
    )
