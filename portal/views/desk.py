"""The applicant's home, and where one lands after signing in."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from letters.queries import LONG, inbox
from portal import queries
from portal.countdown import countdown
from workflows.kinds import kind_of
from workflows.models import Case
from workflows.paging import walk
from workflows.term_pages import SOON_DAYS

PAGE_SIZE = 20
LETTERS = 5


@login_required
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Show what is asked of the person now, what they began, their cases and letters."""
    user, now = request.user, timezone.now()
    page = walk(
        queries.filed_by(user),
        queries.FILED_KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        size=PAGE_SIZE,
    )
    context = {
        "asked": [_row(case) for case in queries.waiting_for(user)],
        "drafts": [
            {
                "case": case,
                "state": countdown(case.call, now),
                "url": kind_of(case).resume_url(case),
            }
            for case in queries.drafts_of(user)
        ],
        "cases": [_row(case) for case in page.rows],
        "letters": list(
            inbox(user).defer(*LONG).prefetch_related("deliveries").order_by("-id")[:LETTERS]
        ),
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    return render(request, "portal/desk.html", context)


@login_required
@require_safe
def after_login(request: HttpRequest) -> HttpResponse:
    """Send people where they were going; else the office to its queue or jobs, evaluators to their files, others to their desk."""
    wanted = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return redirect(wanted)
    if request.user.has_perm("workflows.view_queue"):
        return redirect("workflows:queue")
    if request.user.has_perm("evaluation.score"):
        return redirect("evaluation:my_files")
    if request.user.has_perm("workflows.view_jobs"):
        return redirect("workflows:jobs")
    return redirect("portal:desk")


def _row(case: Case) -> dict[str, Any]:
    """Return a filed case as the desk shows it; it asks nothing of the database."""
    kind = kind_of(case)
    days_left = (case.due_on - timezone.localdate()).days if case.due_on else None
    return {
        "case": case,
        "kind": kind.label,
        "words": kind.applicant_words[case.status],
        "tone": kind.tones.get(case.status, "neutral"),
        "days_left": days_left,
        "soon_days": SOON_DAYS,
    }
