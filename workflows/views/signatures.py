"""Looking again at the signatures of a file."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from workflows import signatures
from workflows.models import SIGNABLE, Document
from workflows.permissions import is_own_case
from workflows.views.office import own_case


@login_required
@permission_required("workflows.take_task", raise_exception=True)
@require_POST
def check_signature(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the signatures of a filed document once more: authorities may have been added."""
    documents = Document.objects.visible_to(request.user).select_related("case__applicant")
    document = get_object_or_404(
        documents,
        pk=pk,
        origin=Document.Origin.APPLICANT,
        filed_at__isnull=False,
        content_type__in=SIGNABLE,
    )
    if is_own_case(document.case, request.user):
        return own_case(request, document.case)
    found = signatures.check(document, by=request.user)
    messages.info(request, found.sentence)
    return redirect("workflows:office_case", pk=document.case_id)
