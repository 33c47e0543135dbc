"""The published ranking: places, amounts, ties; no reasons, no people's names (TRA-05, TRA-13)."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from evaluation import queries
from evaluation.kinds import ranked_kind
from evaluation.models import RankingRow
from evaluation.showing import LIST_TONES, points_words, tie_words
from evaluation.views.reaching import ranked_call
from workflows.paging import walk


@require_safe
def published(request: HttpRequest, code: str) -> HttpResponse:
    """Show lists A to C of a published ranking, and how many were not admitted."""
    call = ranked_call(code)
    ranking = queries.approved_ranking(call)
    if ranking is None or ranking.published_at is None:
        raise Http404
    criteria = list(call.version.criteria.order_by("position"))
    page = walk(
        queries.rows_of(ranking).filter(place__isnull=False),
        queries.ROW_KEYS,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    numbers = {row.case.number for row in page.rows}
    numbers |= {row.tie["ahead"] for row in page.rows if row.tie}
    codes = ranked_kind(call.kind).published_as(numbers)
    context = {
        "call": call,
        "gives_money": ranked_kind(call.kind).gives_money,
        "ranking": ranking,
        "rows": [_row(row, criteria, codes) for row in page.rows],
        "counts": queries.counts_of(ranking),
        "scrolls": queries.scrolls_of(ranking),
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    response = render(request, "evaluation/published.html", context)
    # People are in this list, by number: search engines have no need of it (TRA-14).
    response["X-Robots-Tag"] = "noindex"
    return response


def _row(row: RankingRow, criteria: list[Any], codes: dict[str, str]) -> dict[str, Any]:
    """Return a row without personal data: people by number or code of their file, firms by name."""
    applicant = row.case.applicant
    is_named = not applicant.is_person and len(applicant.tax_code) != len("RSSMRA80A01H501U")
    return {
        "row": row,
        "number": codes.get(row.case.number, row.case.number),
        "who": applicant.name if is_named else "",
        "tone": LIST_TONES[row.listed],
        "total": "" if row.total is None else points_words(row.total),
        "tie": tie_words(_coded(row.tie, codes), criteria),
    }


def _coded(tie: dict[str, Any] | None, codes: dict[str, str]) -> dict[str, Any] | None:
    return tie and {**tie, "ahead": codes.get(tie["ahead"], tie["ahead"])}
