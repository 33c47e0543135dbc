"""The summary, the sending, the confirmation."""

from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from workflows.engine import Refusal, TransitionRefused
from workflows.examination.permissions import may_read, may_send
from workflows.models import Document
from workflows.rules import Outcome
from workflows.written.access import signed_in
from workflows.written.addresses import address_of
from workflows.written.drawing import REVIEW, shell_context
from workflows.written.kinds import Written, written_of
from workflows.written.pages import Problem
from workflows.written.pens import in_other_hands, pen_of
from workflows.written.reopening import DRAFT


@require_safe
@signed_in
def review(request: HttpRequest, pk: int, *, kind: Written) -> HttpResponse:
    """Show the whole form, what the rules say of it, and the button that sends it."""
    case = kind.own(request, pk, may_read)
    if case.status != DRAFT:
        return redirect(address_of(case, "sent"))
    return show_review(request, kind.forms(case))


@require_POST
@signed_in
def submit(request: HttpRequest, pk: int, *, kind: Written) -> HttpResponse:
    """Send the form once; the same key again shows the same confirmation."""
    case = kind.own(request, pk, may_read)
    if case.status != DRAFT or not may_send(case, request.user):
        return _not_to_send(request, case)
    whole = kind.forms(case)
    key = key_of(request.POST.get("submission_key", ""))
    if key is None or whole.problems():
        # Another window may have sent it while this one was being read.
        is_sent = kind.own(request, pk, may_read).status != DRAFT
        sent_page = redirect(address_of(case, "sent"))
        return sent_page if is_sent else show_review(request, whole, status=422)
    try:
        kind.submit(case, by=request.user, whole=whole, key=key)
    except TransitionRefused as refused:
        if refused.why is Refusal.STATUS:
            return redirect(address_of(case, "sent"))
        fresh = kind.forms(kind.own(request, pk, may_read))
        return show_review(request, fresh, status=409, refused=refused)
    except ValidationError as error:
        return show_review(request, kind.forms(case), status=422, more=_taken(kind, error))
    return redirect(address_of(case, "sent"))


def _not_to_send(request: HttpRequest, case: Any) -> HttpResponse:
    """Lead to the confirmation of what was sent, or tell in whose hands the draft is."""
    if case.status != DRAFT:
        return redirect(address_of(case, "sent"))
    return in_other_hands(request, case)


@require_safe
@signed_in
def sent(request: HttpRequest, pk: int, *, kind: Written) -> HttpResponse:
    """Confirm: number, protocol, receipt, files with their digests, what comes next."""
    case = kind.own(request, pk, may_read)
    if case.submitted_at is None:
        return redirect(address_of(case, "review"))
    receipt = case.letters.filter(kind=kind.receipt).select_related("document").first()
    files = case.documents.filter(origin=Document.Origin.APPLICANT)
    context = {
        "case": case,
        "protocol": case.protocol_in,
        "receipt": receipt.document if receipt else None,
        "files": files.filter(filed_at__lte=case.submitted_at),
        "events": next_steps(case),
    }
    return render(request, "workflows/written/sent.html", context)


def show_review(
    request: HttpRequest,
    whole: Any,
    *,
    status: int = 200,
    refused: TransitionRefused | None = None,
    more: list[Problem] | None = None,
) -> HttpResponse:
    """Show the summary of a form, with what the rules say where nothing is missing."""
    kind = written_of(whole.case)
    problems = [*whole.problems(), *(more or [])]
    outcomes = refused.outcomes if refused else []
    if not problems and not outcomes:
        outcomes = kind.foreseen(whole)
    context = shell_context(whole, REVIEW.slug) | {
        "pen": pen_of(whole.case, request.user),
        "problems": [_linked(whole.case, problem) for problem in problems],
        "refused": refused,
        "outcomes": ordered(outcomes),
        "is_blocked": any(outcome.blocks for outcome in outcomes),
        "cards": kind.cards(whole),
        "submission_key": str(uuid4()),
        "back_url": address_of(whole.case, "page", kind.pages[-1].slug),
    }
    return render(request, kind.review_template, context, status=status)


def _taken(kind: Written, error: ValidationError) -> list[Problem]:
    """Lead what a tax code of somebody else's account refuses back to its field."""
    return [
        Problem(kind.pages[0], "id_tax_code", _("Tax code"), message) for message in error.messages
    ]


def _linked(case: Any, problem: Problem) -> dict[str, Any]:
    page = address_of(case, "page", problem.page.slug)
    return {
        "label": problem.label,
        "sentence": problem.sentence,
        "page": problem.page.title,
        "url": f"{page}?controlla=1&da=riepilogo#{problem.anchor}",
    }


def ordered(outcomes: list[Outcome]) -> list[dict[str, Any]]:
    """Return outcomes for the page: red first, then amber, then green."""
    rank = {"not_met": 0, "warning": 1, "met": 2}
    return [
        {
            "verdict": outcome.verdict.value,
            "sentence": outcome.sentence,
            "remedy": outcome.remedy,
            "why": {
                "rule_id": outcome.rule,
                "sentence": outcome.sentence,
                "source": outcome.source,
                "inputs": [
                    {"label": label, "value": _plain(value)}
                    for label, value in outcome.inputs.items()
                ],
            },
        }
        for outcome in sorted(outcomes, key=lambda outcome: rank[outcome.verdict.value])
    ]


def _plain(value: Any) -> str:
    return f"{value:%d/%m/%Y}" if hasattr(value, "strftime") else str(value)


def key_of(text: str) -> UUID | None:
    """Return the key of a sending as it came along; None where it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


def next_steps(case: Any) -> list[dict[str, Any]]:
    """Return what has happened and what comes, for the page of confirmation."""
    events = [
        {
            "day": case.submitted_at,
            "title": _("Application sent"),
            "text": _("The office has it in its register."),
            "url": "",
            "state": "here",
        }
    ]
    if case.due_on and case.closed_at is None:
        events.append(
            {
                "day": case.due_on,
                "title": _("By this day the office decides"),
                "text": _(
                    "If something is missing the office writes to you, and the count stops until "
                    "you answer."
                ),
                "url": "",
                "state": "future",
            }
        )
    return events
