"""The letters of whoever applies: what has come, what is unread, the letter itself."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from letters.models import Delivery, Letter
from letters.queries import INBOX_KEYS, LONG, inbox, unread, unread_letters
from letters.services.reading import note_reading
from letters.twin import twin_of
from workflows.paging import walk
from workflows.uploads import safe_response

PAGE_SIZE = 20


@login_required
@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """List the letters that have come, newest first: all, `?elenco=nuove` or those of `?pratica=`."""
    only_new = request.GET.get("elenco") == "nuove"
    shown = unread_letters(request.user) if only_new else inbox(request.user)
    case = request.GET.get("pratica", "")
    if case.isdecimal() and len(case) < len(str(2**63)):
        shown = shown.filter(case_id=int(case))
    page = walk(
        shown.defer(*LONG).prefetch_related("deliveries"),
        INBOX_KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        size=PAGE_SIZE,
    )
    context = {
        "rows": [_row(letter) for letter in page.rows],
        "page": page,
        "only_new": only_new,
        "case_number": page.rows[0].case.number if case and page.rows else "",
        "unread": unread(request.user),
    }
    return render(request, "letters/inbox.html", context)


@login_required
@require_safe
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a letter with what is known of its delivery; from now on it is no longer unread."""
    found = get_object_or_404(inbox(request.user).prefetch_related("deliveries"), pk=pk)
    note_reading(found, by=request.user)
    context = _row(found) | {"twin": twin_of(found.content, level=2)}
    return render(request, "letters/inbox_letter.html", context)


@login_required
@require_safe
def letter_file(request: HttpRequest, pk: int) -> FileResponse:
    """Send the PDF of a letter, or show it with `?mostra=1`; it is no longer unread."""
    found = get_object_or_404(inbox(request.user), pk=pk)
    try:
        file = found.document.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    note_reading(found, by=request.user)
    return safe_response(
        file,
        name=found.document.name,
        content_type=found.document.content_type,
        inline="mostra" in request.GET,
    )


def _row(letter: Letter) -> dict[str, object]:
    """Return a letter with the delivery that counts for its reader: the last to the applicant."""
    to_reader = [one for one in letter.deliveries.all() if one.party_id == letter.case.applicant_id]
    delivery = to_reader[-1]
    arrived = [one for one in to_reader if one.state != Delivery.State.FAILED]
    return {"letter": letter, "delivery": arrived[-1] if arrived else delivery}
