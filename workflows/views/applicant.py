"""The applicant's page of a case: where is it, whose move is it, by when, what can I do now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from workflows.examination.permissions import is_applicant, may_write
from workflows.following import deadline, terms_of, timeline, words_of
from workflows.kinds import kind_of
from workflows.models import Case, CaseTerm, Document, IntegrationRequest, ProtocolEntry
from workflows.showing import paper_titles

if TYPE_CHECKING:
    from parties.models import User
    from workflows.kinds import StatusWords

ON_THE_PAGE = (
    "documents",
    "terms__events",
    "history",
    "letters__document",
    Prefetch("letters__protocol", ProtocolEntry.objects.select_related("annulled_by")),
    "integration_requests__items",
    "call_version__documents",
)


@login_required
@require_safe
def case_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a case to whoever filed it; a draft leads to its form, the office to its own page."""
    visible = Case.objects.visible_to(request.user)
    case = get_object_or_404(visible.only("kind", "submitted_at", "opened_by"), pk=pk)
    is_own = case.opened_by_id == request.user.pk
    if request.user.has_perm("workflows.view_all_cases") and not is_own:
        return redirect("workflows:office_case", pk=pk)
    if case.submitted_at is None:
        return redirect(kind_of(case).resume_url(case) or "portal:desk")
    return render(request, "workflows/applicant_case.html", _context(case.pk, request.user))


def _context(pk: int, user: User) -> dict[str, Any]:
    case = (
        Case.objects.select_related(
            "call__manager", "call__procedure_owner", "call__substitute", "protocol_in__annulled_by"
        )
        .prefetch_related(*ON_THE_PAGE)
        .get(pk=pk)
    )
    kind, today = kind_of(case), timezone.localdate()
    specific, terms = case.specific, case.terms.all()
    words = kind.words_now(specific) or words_of(kind, case)
    due = deadline(words, terms, today)
    events = timeline(specific, kind, case.history.all(), terms, today)
    is_owner = is_applicant(specific, user)
    return {
        "case": case,
        "kind": kind,
        "words": words,
        "tone": kind.tones.get(case.status, "neutral"),
        "deadline": due,
        "office_is_late": words.moves == "office" and due is not None and due["days_left"] < 0,
        "can_withdraw": any(
            step.name == "withdraw" for step in specific.get_available_user_status_transitions(user)
        ),
        "events": events,
        "way_is_drawn": any(event["day"] is None for event in events),
        "may_answer": is_owner or _may_answer(specific, words, user),
        "may_delegate": is_owner and not case.closed_at and not user.is_office,
        "terms": terms_of(terms, today),
        "documents": _documents(case),
        "letters": _letters(case),
        "requests": _requests(case, due),
        "is_being_written": any(letter.is_waiting for letter in case.letters.all()),
    } | kind.applicant_context(specific, user)


def _may_answer(case: Case, words: StatusWords, user: User) -> bool:
    """Tell whether somebody who acts for the applicant may write what is asked now.

    Offers, reports and the like are for the applicant alone, and so are internships to their parties.
    """
    if case.opened_by_id != user.pk and not user.is_delegate:
        return True
    page = words.answer_page.rpartition(":")[2]
    return page.endswith(("integration", "observations")) and may_write(case, user)


def _documents(case: Case) -> list[dict[str, Any]]:
    titles = paper_titles(case)
    return [
        document_row(document, titles.get(document.requirement, ""))
        for document in case.documents.all()
        if document.origin == Document.Origin.APPLICANT
    ]


def _letters(case: Case) -> list[dict[str, Any]]:
    return [
        {"letter": letter, "document": document_row(letter.document, letter.subject)}
        for letter in case.letters.all()
        if letter.document_id
    ]


def _requests(case: Case, due: dict[str, Any] | None) -> list[IntegrationRequest]:
    """Return what was asked; what stands in a letter that has not left has not been asked yet."""
    is_asked = due is None or due["awaits"] != CaseTerm.Awaits.LETTER
    return [one for one in case.integration_requests.all() if one.closed_at or is_asked]


def document_row(document: Document, title: str = "") -> dict[str, Any]:
    """Return a document as `partials/_document.html` takes it, with what it is."""
    address = reverse("workflows:document", args=[document.pk])
    return {
        "title": title,
        "name": document.name,
        "size": document.size,
        "digest": document.sha256,
        "received_at": document.filed_at,
        "open_url": address if document.can_be_shown else "",
        "download_url": f"{address}?scarica=1",
    }
