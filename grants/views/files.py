"""One file that comes along with a form: kept at once, so that a wrong field does not lose it."""

from django.db import transaction
from django.http import HttpRequest

from grants.models import RentContribution
from workflows.models import Case, Document
from workflows.services import documents
from workflows.uploads import Refused, refused_uploads


def take(
    request: HttpRequest,
    case: RentContribution,
    name: str,
    *,
    requirement: str,
    accepted: frozenset[str],
    max_bytes: int,
) -> tuple[Document | None, str]:
    """Return the file of the field `name` and why it was refused; without one, the one kept before.

    What was kept before stands in the hidden field `kept-NAME` by its key, and is the case's own.
    """
    too_big = refused_uploads(request).get(name)
    if too_big is not None:
        return kept(request, case, name, requirement), too_big.sentence
    file = request.FILES.get(name)
    if file is None:
        return kept(request, case, name, requirement), ""
    try:
        with transaction.atomic():
            Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
            document = documents.attach(
                case,
                file,
                by=request.user,
                requirement=requirement,
                accepted=accepted,
                max_bytes=max_bytes,
            )
    except Refused as refused:
        return kept(request, case, name, requirement), refused.sentence
    return document, ""


def kept(
    request: HttpRequest, case: RentContribution, name: str, requirement: str
) -> Document | None:
    """Return the file that an earlier sending of the form has left, not filed yet."""
    written = request.POST.get(f"kept-{name}", "")
    if not (written.isascii() and written.isdigit()):
        return None
    return Document.objects.filter(
        pk=int(written[:12]),
        case_id=case.pk,
        requirement=requirement,
        origin=Document.Origin.APPLICANT,
        filed_at__isnull=True,
    ).first()
