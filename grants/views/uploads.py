"""Taking files in and giving them back, as long as they are not filed."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from grants.forms.application import Application, page_of
from grants.forms.papers import Paper
from grants.models import RentContribution, Status
from grants.views import answers, reopened
from grants.views.access import own_case, signed_in
from grants.views.application import show_page
from workflows.models import Case, Document
from workflows.services import documents
from workflows.uploads import Refused, refused_uploads


@require_POST
def upload(request: HttpRequest, pk: int, requirement: str) -> HttpResponse:
    """Take one file for a document of the call; a refusal says why beside it."""
    wants_json = "application/json" in request.headers.get("Accept", "")
    if not request.user.is_authenticated:
        if wants_json:
            return JsonResponse({"message": _("Your session has expired.")}, status=401)
        return signed_in(upload)(request, pk, requirement)
    case = own_case(request, pk)
    paper = _paper(case, requirement)
    sentence = _take(request, case, paper)
    if not wants_json:
        return _page(request, case, requirement, sentence)
    if sentence:
        return JsonResponse({"message": sentence}, status=422)
    context = {"paper": _paper(case, requirement), "case": case}
    html = render_to_string("grants/applicant/_files.html", context, request)
    return JsonResponse(
        {"message": _("The file has arrived."), "fragments": {f"files-{requirement}": html}}
    )


@require_POST
@signed_in
def remove_document(request: HttpRequest, pk: int, document: int) -> HttpResponse:
    """Take back a file that is not filed yet."""
    case = own_case(request, pk)
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
    return redirect(reopened.page_with_papers(case) + f"#doc-{file.requirement}")


def _paper(case: RentContribution, requirement: str) -> Paper:
    """Return the place for files that the applicant may fill now; 404 for any other."""
    papers = reopened.open_papers(case)
    paper = next((paper for paper in papers if paper.code == requirement), None)
    if paper is None:
        raise Http404
    return paper


def _take(request: HttpRequest, case: RentContribution, paper: Paper) -> str:
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
            _paper(RentContribution.objects.get(pk=case.pk), paper.code)
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


def _page(
    request: HttpRequest, case: RentContribution, requirement: str, sentence: str
) -> HttpResponse:
    """Go back to the page with the file, or draw it again with what was wrong."""
    if not sentence:
        messages.success(request, _("The file has arrived."))
        return redirect(f"{reopened.page_with_papers(case)}#doc-{requirement}")
    wrong: dict[str, Any] = {"refused_paper": requirement, "refused_sentence": sentence}
    if case.status == Status.DRAFT:
        step = page_of("documenti")
        if step is None:
            raise Http404
        return show_page(request, Application(case), step, **wrong)
    return answers.show_answer_page(request, case, **wrong)
