"""Taking files in and giving them back, as long as they are not filed."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workflows.examination.permissions import may_write
from workflows.models import Case, Document
from workflows.services import documents
from workflows.uploads import Refused, refused_uploads
from workflows.written.access import signed_in
from workflows.written.addresses import address_of
from workflows.written.form import show_page
from workflows.written.kinds import Written, written_of
from workflows.written.papers import Paper
from workflows.written.reopening import DRAFT


@require_POST
def upload(request: HttpRequest, pk: int, requirement: str, *, kind: Written) -> HttpResponse:
    """Take one file for a document of the call; a refusal says why beside it."""
    wants_json = "application/json" in request.headers.get("Accept", "")
    if not request.user.is_authenticated:
        if wants_json:
            return JsonResponse({"message": _("Your session has expired.")}, status=401)
        return signed_in(upload)(request, pk, requirement, kind=kind)
    case = kind.own(request, pk, may_write)
    paper = _paper(case, requirement)
    sentence = _take(request, case, paper)
    if not wants_json:
        return _page(request, case, requirement, sentence)
    if sentence:
        return JsonResponse({"message": sentence}, status=422)
    context = {"paper": _paper(case, requirement), "case": case}
    html = render_to_string("workflows/written/_files.html", context, request)
    return JsonResponse(
        {"message": _("The file has arrived."), "fragments": {f"files-{requirement}": html}}
    )


@require_POST
@signed_in
def remove_document(request: HttpRequest, pk: int, document: int, *, kind: Written) -> HttpResponse:
    """Take back a file that is not filed yet."""
    case = kind.own(request, pk, may_write)
    with transaction.atomic():
        Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
        file = get_object_or_404(
            Document,
            pk=document,
            case_id=case.pk,
            origin=Document.Origin.APPLICANT,
            filed_at__isnull=True,
        )
        documents.remove(file)
    messages.success(request, _("“{name}” has been removed.").format(name=file.name))
    return redirect(f"{page_with_papers(case)}#doc-{file.requirement}")


def _paper(case: Any, requirement: str) -> Paper:
    """Return the place for files that the applicant may fill now; 404 for any other."""
    papers = written_of(case).open_papers(case)
    paper = next((paper for paper in papers if paper.code == requirement), None)
    if paper is None:
        raise Http404
    return paper


def _take(request: HttpRequest, case: Any, paper: Paper) -> str:
    """Keep the file and return "", or return the sentence that refuses it."""
    too_big = refused_uploads(request).get("file")
    if too_big is not None:
        return too_big.sentence
    file = request.FILES.get("file")
    if file is None:
        return _("Choose a file first.")
    if paper.is_full:
        return _("There are enough files here: remove one first.")
    try:
        # The case stays locked while the file is judged: it cannot be sent half-way.
        with transaction.atomic():
            Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
            _paper(written_of(case).own(request, case.pk, may_write), paper.code)
            documents.attach(
                case,
                file,
                by=request.user,
                requirement=paper.code,
                accepted=frozenset(paper.accepted),
                max_bytes=paper.max_bytes,
            )
    except Refused as refused:
        return refused.sentence
    return ""


def _page(request: HttpRequest, case: Any, requirement: str, sentence: str) -> HttpResponse:
    """Go back to the page with the file, or draw it again with what was wrong."""
    if not sentence:
        messages.success(request, _("The file has arrived."))
        return redirect(f"{page_with_papers(case)}#doc-{requirement}")
    wrong: dict[str, Any] = {"refused_paper": requirement, "refused_sentence": sentence}
    kind = written_of(case)
    if case.status != DRAFT:
        return kind.show_answer(request, case, **wrong)
    step = next(page for page in kind.pages if page.slug == "documenti")
    return show_page(request, kind.forms(case), step, **wrong)


def page_with_papers(case: Any) -> str:
    """Return the address of the page where files are brought now."""
    if case.status == DRAFT:
        return address_of(case, "page", "documenti")
    return address_of(case, written_of(case).answers_at(case))
