"""The applicant's home, and where one lands after signing in."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from letters.queries import LONG, inbox
from parties import moment
from parties.models import Party, User
from parties.queries import is_party_of
from portal import queries
from portal.countdown import countdown
from workflows import desk_parts
from workflows.delegation_notices import about_of
from workflows.desk_parts import MOST
from workflows.kinds import kind_of
from workflows.models import Case, Delegation
from workflows.paging import walk
from workflows.term_pages import SOON_DAYS

PAGE_SIZE = 20
LETTERS = 5


@login_required
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Show what is asked of the person now, what they began, their cases and letters."""
    user, now, which = request.user, timezone.now(), request.GET.get("stato", "")
    own = parties_of(user)
    drafts = list(queries.drafts_of(user)[: MOST + 1])
    asked = list(queries.waiting_for(user)[: MOST + 1])
    page = walk(
        queries.filed_by(user, which),
        queries.FILED_KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        size=PAGE_SIZE,
    )
    context = {
        "asked": [_row(case) | {"is_own": _is_own(case, user, own)} for case in asked[:MOST]],
        "tasks": desk_parts.tasks_of(user),
        "handed": [_handed(one, user) for one in queries.handed(user)[:MOST]],
        "terms": [_row(case) for case in queries.terms_of(user)[:MOST]],
        "sums": desk_parts.sums_of(user),
        "sections": desk_parts.sections_of(user),
        "has_more_asked": len(asked) > MOST,
        "has_more_drafts": len(drafts) > MOST,
        "which": which if which in queries.STANDINGS else "",
        "drafts": [
            {
                "case": case,
                "state": countdown(case.call, now),
                "url": kind_of(case).resume_url(case),
                "is_own": case.opened_by_id == user.pk,
            }
            for case in drafts[:MOST]
        ],
        "cases": [_row(case) for case in page.rows],
        "letters": list(
            inbox(user).defer(*LONG).prefetch_related("deliveries").order_by("-id")[:LETTERS]
        ),
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    return render(request, "portal/desk.html", context)


def parties_of(user: User) -> frozenset[int]:
    """Return the keys of the person and of the organisations they act for."""
    if user.is_office:
        return frozenset()
    mine = Party.objects.filter(is_party_of(user, moment.today(), "pk"))
    return frozenset(mine.values_list("pk", flat=True))


def _is_own(case: Case, user: User, own: frozenset[int]) -> bool:
    return case.opened_by_id == user.pk or case.applicant_id in own


def _handed(given: Delegation, user: User) -> dict[str, Any]:
    """Return a delegation that asks something of its reader."""
    return {
        "given": given,
        "about": about_of(given),
        "is_waiting": given.accepted_at is None,
        "is_mine": given.accepted_by_id == user.pk,
    }


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
        "applicant": case.applicant.name if case.applicant else "",
        "soon_days": SOON_DAYS,
    }
