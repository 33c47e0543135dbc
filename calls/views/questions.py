"""The editor of extra questions: adding one, writing it, seeing it as an applicant does."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from calls.engine import CallRefused, Refusal
from calls.forms.questions import NewQuestionForm, QuestionForm
from calls.forms.rows import code_from
from calls.forms.trying import Trying
from calls.kinds import kind_of
from calls.models import Call, Question
from calls.permissions import may_set_up
from calls.rules import questions as rules
from calls.rules.loops import first_loop
from calls.services import editing
from calls.subjects import QUESTIONS, subject_of
from calls.views.shown import (
    CONFLICT,
    UNPROCESSABLE,
    for_designers,
    for_office,
    lock_of,
    refuse,
    shell,
    shown_version,
    with_call,
)
from calls.views.subject import differences

SLUG = "domande"
LINE = 200
# What a new question of a kind begins with.
BEGINNINGS: dict[str, dict[str, Any]] = {
    "text": {"limits": rules.Limits(characters=LINE)},
    "file": {"limits": rules.Limits(accepted=("pdf",), max_bytes=10 * 1024 * 1024)},
    "lines": {"limits": rules.Limits(rows=10)},
    "declaration": {"is_required": True},
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_designers
@with_call
def new_question(request: HttpRequest, call: Call) -> HttpResponse:
    """Add a question of some kind, then go on to write it."""
    form = NewQuestionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        question = _begin(call, **form.cleaned_data)
        try:
            editing.save_row(call, SLUG, "questions", question, by=request.user)
        except CallRefused as refused:
            refuse(form, refused)
        else:
            row = Question.objects.get(version=shown_version(call), code=question.code)
            return redirect("calls:question", call.code, row.pk)
    context = shell(request, call, SLUG) | {"form": form, "lock": lock_of(request, call, SLUG)}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "calls/new_question.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_office
@with_call
def question(request: HttpRequest, call: Call, pk: int) -> HttpResponse:
    """Show the editor of a question, or save it; one that makes no sense is not kept."""
    row, form = _editor(request, call, pk)
    shown = {"row": row, "form": form, "seen": editing.seen_row("questions", row)}
    if request.method != "POST":
        return _show(request, call, shown)
    if not may_set_up(call, request.user):
        raise PermissionDenied
    if not form.is_valid():
        return _show(request, call, shown, status=UNPROCESSABLE)
    try:
        editing.save_row(
            call,
            SLUG,
            "questions",
            form.read(),
            by=request.user,
            pk=row.pk,
            seen=request.POST.get("seen", ""),
        )
    except CallRefused as refused:
        if refused.why is not Refusal.STALE:
            refuse(form, refused)
            return _show(request, call, shown, status=UNPROCESSABLE)
        stored = QuestionForm(None, question=row.plain, others=form.others, known=form.known)
        shown |= {"is_stale": True, "differs": differences(stored, form)}
        return _show(request, call, shown, status=CONFLICT)
    messages.success(request, _("Saved: {title}.").format(title=form.cleaned_data["title_it"]))
    if request.POST.get("go") == "stay":
        return redirect("calls:question", call.code, row.pk)
    return redirect("calls:subject", call.code, SLUG)


@require_POST
@for_office
@with_call
def preview_question(request: HttpRequest, call: Call, pk: int) -> HttpResponse:
    """Draw a question as it is being written, as an applicant would see it; nothing is kept."""
    _row, form = _editor(request, call, pk)
    form.is_valid()
    drawn = form.read()
    context = {
        "trying": Trying((drawn,), (), {}, is_alone=True),
        "sentences": [error for errors in form.errors.values() for error in errors],
    }
    return render(request, "calls/_question_preview.html", context)


@require_POST
@for_office
@with_call
def try_questions(request: HttpRequest, call: Call) -> HttpResponse:
    """Draw all questions with the answers that are being tried; nothing is kept."""
    context = {"call": call, "trying": trying_of(call, request.POST)}
    return render(request, "calls/_questions_tried.html", context)


def trying_of(call: Call, typed: Any) -> Trying | None:
    """Return the questions of the version being shown, tried with answers; None for a circle."""
    plain = tuple(row.plain for row in shown_version(call).questions.all())
    if first_loop(rules.dependencies(plain)):
        return None
    return Trying(plain, kind_of(call.kind).known, typed)


def _editor(request: HttpRequest, call: Call, pk: int) -> tuple[Question, QuestionForm]:
    rows = list(shown_version(call).questions.all())
    row = next((one for one in rows if one.pk == pk), None)
    if row is None:
        raise Http404
    form = QuestionForm(
        request.POST if request.method == "POST" else None,
        question=row.plain,
        others=[one.plain for one in rows],
        known=kind_of(call.kind).known,
    )
    return row, form


def _begin(call: Call, kind: str, title_it: str) -> rules.Question:
    known = {one.code for one in kind_of(call.kind).known}
    taken = {*known, *rules.RESERVED}
    taken |= set(shown_version(call).questions.values_list("code", flat=True))
    code = code_from(title_it, taken)
    return rules.Question(code, kind, title_it, **BEGINNINGS.get(kind, {}))


def _show(
    request: HttpRequest, call: Call, shown: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    form = shown["form"]
    own = form.read() if form.is_bound and hasattr(form, "cleaned_data") else shown["row"].plain
    context = shell(request, call, SLUG) | {
        "subject": subject_of(SLUG),
        "group": QUESTIONS,
        "lock": lock_of(request, call, SLUG),
        "is_stale": False,
        "differs": [],
        "trying": Trying((own,), (), {}, is_alone=True),
        "sentences": [],
    }
    return render(request, "calls/question.html", context | shown, status=status)
