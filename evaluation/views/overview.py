"""Where every ranked call stands, and the page of one: committee, sittings, progress."""

from typing import Any

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from calls.kinds import office_pages
from calls.models import Call
from evaluation import queries
from evaluation.forms import CloseSittingForm, SittingForm, SubstituteForm
from evaluation.kinds import ranked_kind
from evaluation.models import Committee
from evaluation.permissions import (
    APPOINT,
    VIEW,
    may_approve,
    may_preside,
    may_rank,
    member_of,
)
from evaluation.showing import marks
from evaluation.views.reaching import seen

PAGE_SIZE = 50


@login_required
@permission_required(VIEW, raise_exception=True)
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """List the calls that go by ranking, with what each one waits for."""
    return render(request, "evaluation/overview.html", {"rows": queries.calls_by_stage()})


@login_required
@require_safe
def call(request: HttpRequest, code: str) -> HttpResponse:
    """Show the committee of a call, its sittings, and how far the scoring is."""
    found, committee = seen(request, code)
    context = shell(request, found, committee) | {
        "substitute_form": None,
        "sitting_form": SittingForm(),
        "close_form": CloseSittingForm(),
    }
    if committee is not None:
        context |= committee_context(request, committee)
    return render(request, "evaluation/call.html", context)


def shell(request: HttpRequest, call: Call, committee: Committee | None) -> dict[str, Any]:
    """Return what every page of a call needs: what is there, and what this person may do."""
    user = request.user
    seat = member_of(committee, user) if committee else None
    return {
        "call": call,
        "committee": committee,
        "seat": seat,
        "may_appoint": user.has_perm(APPOINT) and committee is None,
        "may_preside": committee is not None and may_preside(committee, user),
        "may_rank": may_rank(committee, user),
        "may_approve": committee is not None and may_approve(committee, user),
        "approved": queries.approved_ranking(call),
        "office_pages": office_pages(call, user),
        "gives_money": ranked_kind(call.kind).gives_money,
    }


def committee_context(request: HttpRequest, committee: Committee) -> dict[str, Any]:
    """Return members, sittings and the progress of the scoring, file by file."""
    admitted = [one.case for one in queries.admissible(committee.call)]
    page = queries.slice_of(admitted, request.GET, PAGE_SIZE)
    members = list(committee.members.select_related("user"))
    scoring = [member for member in members if member.function != "secretary"]
    scorers = queries.scorers_by_case(committee, admitted)
    sheets = queries.sheets_by_case([case.pk for case in admitted])
    away = queries.abstaining(scoring, page.rows)
    waiting = queries.incomplete(scorers, sheets)
    presides = may_preside(committee, request.user)
    form = None
    if presides or request.user.has_perm(APPOINT):
        files = [(str(case.pk), str(case)) for case in admitted]
        form = SubstituteForm(committee=committee, files=files)
    return {
        "members": members,
        "columns": scoring,
        "substitutions": queries.substitutions_of(committee),
        "abstentions": queries.abstentions_of(committee),
        "sittings": queries.sittings_of(committee),
        "sitting": queries.open_sitting(committee),
        "files": [
            {
                "case": case,
                "marks": marks(
                    case, scoring, scorers[case.pk], sheets.get(case.pk, ()), away, shows=False
                ),
                "is_complete": case.pk not in waiting,
            }
            for case in page.rows
        ],
        "admitted": len(admitted),
        "complete": len(admitted) - len(waiting),
        "previous_cursor": page.previous,
        "next_cursor": page.next,
        "substitute_form": form,
    }
