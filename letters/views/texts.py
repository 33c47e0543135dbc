"""The templates and clauses of the office: what there is, how it reads, where it came from."""

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from letters import queries, vocabulary
from letters.faults import Words
from letters.forms.texts import NewClauseForm, PreviewForm, ReleaseForm, RestoreForm, ShelfForm
from letters.models import Template
from letters.permissions import MANAGE_TEMPLATES, VIEW_TEMPLATES
from letters.services import templates
from letters.services.templates import TextRefused, words_of
from letters.templating import diff
from letters.uses import uses
from letters.views.places import LABELS, places
from letters.views.previews import preview_context
from letters.views.shelves import CLAUSES, TEMPLATES, Shelf, Text
from workflows.engine import InputRefused, TransitionRefused

CONFLICT, UNPROCESSABLE = 409, 422


@login_required
@permission_required(VIEW_TEMPLATES, raise_exception=True)
@require_safe
def template_list(request: HttpRequest) -> HttpResponse:
    """List the templates by kind of case; what a person looks for is found in texts too."""
    form = ShelfForm(request.GET)
    form.is_valid()
    asked = {"q": form.cleaned_data.get("q", ""), "kind": form.cleaned_data.get("kind", "")}
    labels = {one.code: one.label for one in vocabulary.all_vocabularies()}
    found = sorted(
        queries.templates_like(asked["q"], asked["kind"]),
        key=lambda one: (labels.get(one.vocabulary, one.vocabulary), one.name),
    )
    groups = [
        {
            "label": labels.get(code, code),
            "is_in_use": vocabulary.is_in_use(code),
            "templates": list(members),
        }
        for code, members in groupby(found, key=lambda one: one.vocabulary)
    ]
    context = {
        "groups": groups,
        "form": ShelfForm(initial=asked),
        "is_filtered": any(asked.values()),
        "count": len(found),
    }
    return render(request, "letters/templates.html", context)


@login_required
@permission_required(VIEW_TEMPLATES, raise_exception=True)
@require_safe
def clause_list(request: HttpRequest) -> HttpResponse:
    """List the clauses with how many templates put each in."""
    known = uses()
    rows = [
        {"clause": clause, "templates": len(known.templates_with(code))}
        for code, clause in sorted(known.clauses.items(), key=lambda pair: pair[1].name.lower())
    ]
    return render(request, "letters/clauses.html", {"rows": rows})


@login_required
@permission_required(VIEW_TEMPLATES, raise_exception=True)
@require_safe
def text_page(request: HttpRequest, pk: int, shelf: Shelf) -> HttpResponse:
    """Show how a text reads, its versions, and what it is used by."""
    text = get_object_or_404(shelf.texts(), pk=pk)
    return _text_page(request, shelf, text)


@login_required
@permission_required(MANAGE_TEMPLATES, raise_exception=True)
@require_POST
def set_release(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what the letters of a template need before they leave."""
    template = get_object_or_404(TEMPLATES.texts(), pk=pk)
    form = ReleaseForm(request.POST)
    if not form.is_valid():
        return _text_page(request, TEMPLATES, template, release_form=form, status=UNPROCESSABLE)
    try:
        templates.set_release(template, by=request.user, **form.cleaned_data)
    except TransitionRefused as refused:
        fresh = ReleaseForm({**request.POST.dict(), "was": template.release})
        fresh.is_valid()
        fresh.add_error("release", refused.sentence)
        return _text_page(request, TEMPLATES, template, release_form=fresh, status=CONFLICT)
    messages.success(request, _("From now on its letters leave in this way."))
    return redirect("letters:template_page", pk=pk)


@login_required
@permission_required(VIEW_TEMPLATES, raise_exception=True)
@require_http_methods(["GET", "POST"])
def version(request: HttpRequest, pk: int, number: int, shelf: Shelf) -> HttpResponse:
    """Compare a version with the one before it; a POST puts its words in use again."""
    text = get_object_or_404(shelf.texts(), pk=pk)
    shown = shelf.versions(text).filter(number=number).first()
    if shown is None:
        raise Http404
    if request.method == "POST":
        return _restore(request, shelf, text, shown)
    form = RestoreForm(initial={"seen": text.current.number})
    return _version_page(request, shelf, text, shown, form)


@login_required
@permission_required(MANAGE_TEMPLATES, raise_exception=True)
@require_http_methods(["GET", "POST"])
def new_clause(request: HttpRequest) -> HttpResponse:
    """Make a clause that texts can put in."""
    form = NewClauseForm(request.POST if request.method == "POST" else None)
    wrong: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        words = templates.clean(Words(typed["text_it"], typed["text_en"]))
        try:
            clause = templates.create_clause(
                code=typed["code"], name=typed["name"], words=words, by=request.user
            )
        except TextRefused as refused:
            wrong = {"places": places(words, refused.faults)}
        except InputRefused as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, _("The clause can be put into texts now."))
            return redirect(CLAUSES.url("page", clause))
    is_wrong = bool(form.errors or wrong)
    context = {"form": form, "places": [], **wrong}
    return render(
        request, "letters/clause_new.html", context, status=UNPROCESSABLE if is_wrong else 200
    )


def _text_page(
    request: HttpRequest,
    shelf: Shelf,
    text: Text,
    *,
    release_form: ReleaseForm | None = None,
    status: int = 200,
) -> HttpResponse:
    known = uses()
    may_change = request.user.has_perm(MANAGE_TEMPLATES)
    context: dict[str, Any] = {
        "shelf": shelf,
        "text": text,
        "edit_url": shelf.url("edit", text),
        "versions": [
            {"version": one, "url": shelf.url("version", text, number=one.number)}
            for one in shelf.versions(text)
        ],
        "may_change": may_change,
        "has_draft": may_change and templates.draft_of(text, request.user) is not None,
        "preview_form": PreviewForm(initial={"language": "it", "case": ""} | request.GET.dict()),
        **preview_context(shelf, text, words_of(text.current), known, request),
    }
    if isinstance(text, Template):
        initial = {"release": text.release, "was": text.release}
        codes = sorted(known.codes_of(text.current))
        context |= {
            "vocabulary": vocabulary.get(text.vocabulary),
            "is_in_use": vocabulary.is_in_use(text.vocabulary),
            "letters": queries.letters_with(text),
            "clauses": [known.clauses[code] for code in codes if code in known.clauses],
            "release_form": release_form or ReleaseForm(initial=initial),
        }
    else:
        context |= {
            "tag": f"{{{{> {text.code} }}}}",
            "templates": known.templates_with(text.code),
            "clauses": known.clauses_with(text.code),
        }
    return render(request, f"letters/{shelf.code}_page.html", context, status=status)


def _restore(request: HttpRequest, shelf: Shelf, text: Text, shown: Any) -> HttpResponse:
    form = RestoreForm(request.POST)
    if not request.user.has_perm(MANAGE_TEMPLATES):
        form.add_error(None, _("You do not have the right to do this."))
        return _version_page(request, shelf, text, shown, form, status=403)
    if not form.is_valid():
        return _version_page(request, shelf, text, shown, form, status=UNPROCESSABLE)
    wrong: dict[str, Any] = {"status": UNPROCESSABLE}
    try:
        version = templates.restore(text, shown.number, by=request.user, **form.cleaned_data)
    except TextRefused as refused:
        wrong["found"] = places(words_of(shown), refused.faults)
        wrong["elsewhere"] = refused.faults.elsewhere
    except InputRefused as refused:
        form.add_error(None, refused)
    except TransitionRefused as refused:
        form = RestoreForm({"reason": request.POST.get("reason"), "seen": text.current.number})
        form.is_valid()
        form.add_error(None, refused.sentence)
        wrong["status"] = CONFLICT
    else:
        sentence = _("Version {number} is in use from now on, with the words of version {old}.")
        messages.success(request, sentence.format(number=version.number, old=shown.number))
        return redirect(shelf.url("page", text))
    return _version_page(request, shelf, text, shown, form, **wrong)


def _version_page(
    request: HttpRequest,
    shelf: Shelf,
    text: Text,
    shown: Any,
    form: RestoreForm,
    *,
    found: list[Any] | None = None,
    elsewhere: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    with_current = request.GET.get("con") == "attuale"
    other = text.current if with_current else text.versions.filter(number=shown.number - 1).first()
    before, after = words_of(other), words_of(shown)
    if with_current:
        before, after = after, before
    context = {
        "shelf": shelf,
        "text": text,
        "shown": shown,
        "page_url": shelf.url("page", text),
        "here_url": request.path,
        "other": other,
        "with_current": with_current,
        "is_current": text.current_id == shown.pk,
        "parts": [
            {"label": LABELS[name], "lines": diff(getattr(before, name), getattr(after, name))}
            for name in ("subject_it", "text_it", "subject_en", "text_en")
            if getattr(before, name) or getattr(after, name)
        ],
        "form": form,
        "places": found or [],
        "elsewhere": elsewhere,
        "may_change": request.user.has_perm(MANAGE_TEMPLATES),
    }
    return render(request, "letters/version.html", context, status=status)
