"""The papers of a committee and of its list, as files: minutes for the office, acts for everybody."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from evaluation import queries
from evaluation.models import Ranking, Sitting
from evaluation.views.reaching import ranked_call, seen
from letters.models import Letter
from workflows.uploads import safe_response


@login_required
@require_safe
def minutes(request: HttpRequest, code: str, number: int) -> FileResponse:
    """Hand the minutes of a sitting to whoever may see the committee."""
    _call, committee = seen(request, code)
    sitting = get_object_or_404(
        Sitting.objects.select_related("letter"), committee=committee, number=number
    )
    return _file(request, sitting.letter)


@login_required
@require_safe
def act(request: HttpRequest, code: str, number: int) -> FileResponse:
    """Hand the act of approval (0), or of a scroll-down, to whoever may see the list."""
    call, _committee = seen(request, code)
    return _file(request, _letter(queries.approved_ranking(call), number))


@require_safe
def published_act(request: HttpRequest, code: str, number: int) -> FileResponse:
    """Hand the same acts to anybody, once the list is public."""
    ranking = queries.approved_ranking(ranked_call(code))
    if ranking is None or ranking.published_at is None:
        raise Http404
    response = _file(request, _letter(ranking, number))
    # People are in it, by number: search engines have no need of it (TRA-14).
    response["X-Robots-Tag"] = "noindex"
    return response


def _letter(ranking: Ranking | None, number: int) -> Letter | None:
    if ranking is None:
        raise Http404
    if not number:
        return ranking.letter
    return get_object_or_404(ranking.scrolls.select_related("letter"), number=number).letter


def _file(request: HttpRequest, letter: Letter | None) -> FileResponse:
    paper = queries.paper_of(letter)
    if paper is None or paper.document is None:
        raise Http404
    document = paper.document
    return safe_response(
        document.file.open("rb"),
        name=document.name,
        content_type=document.content_type,
        inline="scarica" not in request.GET,
    )
