"""Seeing and trying a call's form as an applicant will: the same pages, and nothing of it is kept."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from calls import checks, queries
from calls.models import Call, CallKind
from calls.permissions import VIEW
from calls.rules.faults import blocking
from calls.views.shown import shown_version, told
from grants.forms.application import PAGES
from grants.trying import NotReadyError, TriedWriting, begin
from grants.views.written import RENT
from workflows.uploads import Refused, refused_uploads
from workflows.written.addresses import address_of
from workflows.written.form import page_of, save_page, show_page
from workflows.written.review import show_review
from workflows.written.saving import save_field

View = Callable[..., HttpResponse]


def with_trial(view: View) -> View:
    """Hand a trial over to whoever sees calls before the public does."""

    @login_required
    @permission_required(VIEW, raise_exception=True)
    @wraps(view)
    def found(request: HttpRequest, code: str, **kwargs: Any) -> HttpResponse:
        call = get_object_or_404(queries.with_everything(code), kind=CallKind.RENT_CONTRIBUTION)
        try:
            writing = begin(call, shown_version(call), request.user, request.session)
        except NotReadyError:
            return not_ready(request, call, _("See it as an applicant"))
        return view(request, writing, **kwargs)

    return found


@require_http_methods(["GET", "HEAD", "POST"])
@with_trial
def start(request: HttpRequest, writing: TriedWriting) -> HttpResponse:
    """Open the first page; a post begins again from blank."""
    if request.method == "POST":
        writing.draft.forget()
        messages.success(request, _("What you had typed is gone: you begin from blank."))
    return redirect(address_of(writing.case, "page", PAGES[0].slug))


@require_http_methods(["GET", "HEAD", "POST"])
@with_trial
def page(request: HttpRequest, writing: TriedWriting, slug: str) -> HttpResponse:
    """Show a page of the form, or keep it in the session and go where its button leads."""
    step = page_of(RENT, slug)
    application = writing.application()
    if step is None or step not in application.pages:
        raise Http404
    if request.method == "POST":
        return save_page(request, writing, step)
    return show_page(request, application, step)


@require_POST
@with_trial
def autosave(request: HttpRequest, writing: TriedWriting) -> JsonResponse:
    """Keep one field in the session, and answer as the real form does."""
    return save_field(request, writing)


@require_POST
@with_trial
def upload(request: HttpRequest, writing: TriedWriting, requirement: str) -> HttpResponse:
    """Judge a file as an applicant's would be; only its name is remembered."""
    wants_json = "application/json" in request.headers.get("Accept", "")
    sentence = _judged(request, writing, requirement)
    if wants_json and sentence:
        return JsonResponse({"message": sentence}, status=422)
    if wants_json:
        context = {"paper": _paper(writing, requirement), "case": writing.case}
        html = render_to_string("workflows/written/_files.html", context, request)
        words = _("The file is one that the call accepts. In a trial it is not kept.")
        return JsonResponse({"message": words, "fragments": {f"files-{requirement}": html}})
    if sentence:
        step = next(one for one in PAGES if one.slug == "documenti")
        wrong = {"refused_paper": requirement, "refused_sentence": sentence}
        return show_page(request, writing.application(), step, **wrong)
    return redirect(f"{address_of(writing.case, 'page', 'documenti')}#doc-{requirement}")


@require_POST
@with_trial
def remove_document(_request: HttpRequest, writing: TriedWriting, document: int) -> HttpResponse:
    """Forget a file of the trial."""
    writing.take_back(document)
    return redirect(address_of(writing.case, "page", "documenti"))


@require_safe
@with_trial
def review(request: HttpRequest, writing: TriedWriting) -> HttpResponse:
    """Show the summary, with what the rules would say if the call were open now."""
    return show_review(request, writing.application())


@require_POST
@with_trial
def submit(request: HttpRequest, writing: TriedWriting) -> HttpResponse:
    """Say what would happen; nothing is sent."""
    application = writing.application()
    if application.problems():
        return show_review(request, application, status=422)
    messages.success(
        request, _("Here the application would be sent. It was a trial: nothing has been kept.")
    )
    return redirect(address_of(writing.case, "review"))


def _paper(writing: TriedWriting, requirement: str) -> Any:
    papers = writing.application().papers
    paper = next((one for one in papers if one.code == requirement), None)
    if paper is None:
        raise Http404
    return paper


def _judged(request: HttpRequest, writing: TriedWriting, requirement: str) -> str:
    """Return "" where the file would be taken, else the sentence that refuses it."""
    paper = _paper(writing, requirement)
    too_big = refused_uploads(request).get("file")
    if too_big is not None:
        return too_big.sentence
    file = request.FILES.get("file")
    if file is None:
        return _("Choose a file first.")
    if paper.is_full:
        return _("There are enough files here: remove one first.")
    try:
        writing.bring(file, requirement, frozenset(paper.accepted), paper.max_bytes)
    except Refused as refused:
        return refused.sentence
    return ""


def not_ready(request: HttpRequest, call: Call, what: str) -> HttpResponse:
    """Say what a call still needs before its form, or its list, can be drawn."""
    version = shown_version(call)
    faults = told(blocking(checks.faults_of(call, version)))
    context = {"call": call, "told": faults, "what": what}
    return render(request, "grants/trying/not_ready.html", context, status=409)
