"""Handing a stored file back to whoever may see its case."""

import logging

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from workflows.models import Document
from workflows.uploads import safe_response

logger = logging.getLogger(__name__)


@login_required
@require_safe
def document(request: HttpRequest, pk: int) -> FileResponse:
    """Show a document in the browser, or send it as a download with `?scarica=1`.

    A file of a case that the person may not see is not found, like one that does not exist.
    """
    found = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    try:
        file = found.file.open("rb")
    except FileNotFoundError as error:
        logger.exception("document %s has lost its file", found.pk)
        raise Http404 from error
    inline = "scarica" not in request.GET
    return safe_response(file, name=found.name, content_type=found.content_type, inline=inline)
