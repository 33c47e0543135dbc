"""The summary, the sending, the confirmation."""

from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from grants import preview, services
from grants.addresses import address_of
from grants.forms.application import PAGES, Application, Problem
from grants.forms.summary import cards
from grants.models import RentContribution, Status
from grants.views.access import own_case, signed_in
from grants.views.drawing import REVIEW, shell_context
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Document
from workflows.rules import Outcome


@require_safe
@signed_in
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the whole application, what the rules say of it, and the button that sends it."""
    case = own_case(request, pk)
    if case.status != Status.DRAFT:
        return redirect("grants:sent", case.pk)
    return show_review(request, Application(case))


@require_POST
@signed_in
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the application once; the same key again shows the same confirmation."""
    case = own_case(request, pk)
    if case.status != Status.DRAFT:
        return redirect("grants:sent", case.pk)
    application = Application(case)
    key = key_of(request.POST.get("submission_key", ""))
    if key is None or application.problems():
        # Another window may have sent it while this one was being read.
        if own_case(request, pk).status != Status.DRAFT:
            return redirect("grants:sent", pk)
        return show_review(request, application, status=422)
    try:
        services.submit(case, by=request.user, filing=application.filing(), submission_key=key)
    except TransitionRefused as refused:
        return _refused(request, case, refused)
    except ValidationError as error:
        return show_review(request, Application(case), status=422, more=_taken(error))
    return redirect("grants:sent", case.pk)


@require_safe
@signed_in
def sent(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm: number, protocol, receipt, files with their digests, what comes next."""
    case = own_case(request, pk)
    if case.submitted_at is None:
        return redirect("grants:review", case.pk)
    receipt = case.letters.filter(kind="receipt").select_related("document").first()
    files = case.documents.filter(origin=Document.Origin.APPLICANT)
    context = {
        "case": case,
        "protocol": case.protocol_in,
        "receipt": receipt.document if receipt else None,
        "files": files.filter(filed_at__lte=case.submitted_at),
        "events": next_steps(case),
    }
    return render(request, "grants/applicant/sent.html", context)


def show_review(
    request: HttpRequest,
    application: Application,
    *,
    status: int = 200,
    refused: TransitionRefused | None = None,
    more: list[Problem] | None = None,
) -> HttpResponse:
    """Show the summary of an application, with what the rules say where nothing is missing."""
    problems = [*application.problems(), *(more or [])]
    outcomes = refused.outcomes if refused else []
    if not problems and not outcomes:
        outcomes = preview.outcomes(
            application.case, application.filing(), application.space, application.loose_files
        )
    if application.case.pk is None:
        # A trial is made while the call is not open: that it is not is no fault of the form.
        outcomes = [outcome for outcome in outcomes if outcome.rule != "RANK-05"]
    context = shell_context(application, REVIEW.slug) | {
        "problems": [_linked(application.case, problem) for problem in problems],
        "refused": refused,
        "outcomes": ordered(outcomes),
        "is_blocked": any(outcome.blocks for outcome in outcomes),
        "cards": cards(application),
        "submission_key": str(uuid4()),
        "back_url": address_of(application.case, "page", PAGES[-1].slug),
    }
    return render(request, "grants/applicant/review.html", context, status=status)


def _refused(
    request: HttpRequest, case: RentContribution, refused: TransitionRefused
) -> HttpResponse:
    if refused.why is Refusal.STATUS:
        return redirect("grants:sent", case.pk)
    return show_review(
        request, Application(own_case(request, case.pk)), status=409, refused=refused
    )


def _taken(error: ValidationError) -> list[Problem]:
    """Lead what a tax code of somebody else's account refuses back to its field."""
    return [Problem(PAGES[0], "id_tax_code", _("Tax code"), message) for message in error.messages]


def _linked(case: RentContribution, problem: Problem) -> dict[str, Any]:
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


def next_steps(case: RentContribution) -> list[dict[str, Any]]:
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
