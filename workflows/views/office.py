"""The office's page of a case, and the notes on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from parties import moment
from workflows import showing, signatures, stale
from workflows.flows import offers_of, title_of
from workflows.forms import NoteForm
from workflows.kinds import kind_of
from workflows.models import (
    Case,
    Document,
    HistoryEntry,
    IntegrationRequest,
    Note,
    ProtocolEntry,
)
from workflows.offers import office_offers
from workflows.permissions import is_own_case, may_hand_over
from workflows.queries import free_labels, label_uses
from workflows.services.notes import add_note
from workflows.tasks import open_tasks
from workflows.term_pages import drawn_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django import forms

    from parties.models import User
    from workflows.models import CaseTask

OTHER_CASES = 10
# What forms and rules look at, and what the page of a case shows besides.
ASKED_FOR = ("documents", "call_version__documents")
ON_THE_PAGE = (
    "documents__signature_checks",
    "terms__events",
    Prefetch("protocol_entries", ProtocolEntry.objects.select_related("annulled_by", "annuls")),
    "call_version__declarations",
    Prefetch("notes", Note.objects.select_related("by")),
    Prefetch("history", HistoryEntry.objects.select_related("by")),
    Prefetch(
        "integration_requests",
        IntegrationRequest.objects.select_related("by").prefetch_related("items"),
    ),
)


@login_required
@require_GET
def office_case(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a case as the office works on it: what was asked, its checks, and what may be done."""
    case = case_for(request.user, pk)
    if is_own_case(case, request.user):
        return own_case(request, case)
    return render(request, "workflows/office_case.html", _context(request, case, NoteForm()))


@login_required
@require_POST
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a note to a case; an empty one is sent back with what is wrong."""
    case = case_for(request.user, pk)
    if is_own_case(case, request.user):
        return own_case(request, case)
    if not request.user.has_perm("workflows.write_note"):
        return forbidden(request, case, _("Your role reads the notes and does not write them."))
    form = NoteForm(request.POST)
    if stale.is_stale(request.POST, case):
        return _stale_note(request, case, form)
    if not form.is_valid():
        context = _context(request, case, form)
        return render(request, "workflows/office_case.html", context, status=422)
    add_note(case, by=request.user, text=form.cleaned_data["text"])
    messages.success(request, _("The note has been added."))
    return redirect("workflows:office_case", pk=case.pk)


def _stale_note(request: HttpRequest, case: Case, form: NoteForm) -> HttpResponse:
    """Show what has happened since the page of the note was opened; the note can still be added."""
    typed = NoteForm(initial={"text": form["text"].value()})
    return stale_page(
        request,
        case,
        title=_("New note"),
        form=typed,
        address=reverse("workflows:note", args=[case.pk]),
        submit_label=_("Add the note all the same"),
    )


def stale_page(
    request: HttpRequest,
    case: Case,
    *,
    title: str,
    address: str,
    submit_label: str,
    form: forms.Form | None = None,
    kept: Mapping[str, str] | None = None,
    both: Iterable[stale.Both] = (),
    sentence: str = "",
) -> HttpResponse:
    """Answer a form about a case that was sent from an old page, with a choice (status 409).

    `form` holds what was typed, to be changed or sent again; `kept` values go along unseen.
    """
    context = {
        "case": case,
        "title": title,
        "changed": stale.changed_since(case, request.POST, sentence=sentence, both=both),
        "form": form,
        "kept": (kept or {}) | {stale.SEEN: str(case.version)},
        "address": address,
        "submit_label": submit_label,
        "back_url": reverse("workflows:office_case", args=[case.pk]),
    }
    return render(request, "workflows/stale.html", context, status=409)


def case_for(user: User, pk: int, *, whole: bool = True) -> Case:
    """Return a filed case of its own kind with all that its page reads, or raise 403 or 404.

    Where its history, papers and letters are not shown, `whole` is False and they are not fetched.
    """
    if not user.has_perm("workflows.view_all_cases"):
        raise PermissionDenied
    visible = Case.objects.visible_to(user).filter(submitted_at__isnull=False)
    kind = kind_of(get_object_or_404(visible.only("kind"), pk=pk))
    cases = kind.model.objects.select_related(
        "call__manager", "call_version", "officer", "opened_by", "protocol_in__annulled_by"
    ).prefetch_related(*ASKED_FOR)
    if whole:
        cases = cases.prefetch_related(*ON_THE_PAGE, Prefetch("letters", _letters()))
    return kind.for_office(cases).get(pk=pk)


def _letters() -> QuerySet:
    # Letters live on a higher floor and are reached through the case; their frozen text is long.
    return (
        Case._meta.get_field("letters")
        .related_model.objects.defer("content")
        .prefetch_related("deliveries__receipts")
    )


def own_case(request: HttpRequest, case: Case) -> HttpResponse:
    """Answer somebody of the office who is a party to the case (ORG-08)."""
    return forbidden(
        request,
        case,
        _(
            "You are a party to this case: you follow it in your personal area, not from the office."
        ),
    )


def forbidden(request: HttpRequest, case: Case, sentence: str) -> HttpResponse:
    """Say with a sentence why the person may not do this, and that nothing has changed."""
    context = {"case": case, "sentence": sentence, "is_own": is_own_case(case, request.user)}
    return render(request, "workflows/office_forbidden.html", context, status=403)


def _context(request: HttpRequest, case: Case, note_form: NoteForm) -> dict[str, Any]:
    user, kind = request.user, kind_of(case)
    tasks = open_tasks(case)
    return {
        "case": case,
        "kind": kind,
        "status_tones": kind.tones,
        "tasks": [_task_row(task, user) for task in tasks],
        "offers": [o for o in office_offers(case, user, tasks) if o.act.audience == "office"],
        "note_form": note_form,
        "may_note": user.has_perm("workflows.write_note"),
        "label_uses": (uses := list(label_uses(case))),
        "free_labels": free_labels(uses),
        "may_stick": user.has_perm("workflows.stick_label"),
        "history": showing.history_rows(case, case.history.all()),
        "letters": _letter_rows(case),
        "requests": _request_rows(case),
        "documents": [d for d in case.documents.all() if d.origin != Document.Origin.LETTER],
        "signatures": signatures.latest(case.documents.all()),
        "may_check": user.has_perm("workflows.take_task"),
        "requirements": showing.paper_titles(case),
        "viewed": _viewed(case, request.GET.get("documento", "")),
        "other_cases": _other_cases(case, user),
        "now": moment.now(),
        **drawn_terms(case.terms.all(), moment.today(), is_office=True),
    } | kind.office_context(case, user)


def _task_row(task: CaseTask, user: User) -> dict[str, Any]:
    """Return an open task with whose move it is and what the person may do with it."""
    waits_for_applicant = getattr(task.flow_task, "audience", "") == "applicant"
    allowed = not waits_for_applicant and bool(task.owner_permission)
    hands_over = allowed and may_hand_over(task, user)
    return {
        "task": task,
        "title": title_of(task),
        "waits_for_applicant": waits_for_applicant,
        "is_mine": task.owner_id == user.pk,
        "may_take": allowed
        and task.owner_id is None
        and user.has_perm(task.owner_permission)
        and bool(offers_of(task.flow_task)),
        "may_release": hands_over and task.owner_id is not None,
        "may_hand_over": hands_over,
    }


def _request_rows(case: Case) -> list[dict[str, Any]]:
    """Return each integration request with its items and the documents that answered them."""
    return [
        {
            "request": request,
            "items": [
                {"item": item, "documents": _answers(case, request, item.code)}
                for item in request.items.all()
            ],
        }
        for request in case.integration_requests.all()
    ]


def _answers(case: Case, request: IntegrationRequest, code: str) -> list[Document]:
    until = request.closed_at or moment.now()
    return [
        document
        for document in case.documents.all()
        if document.requirement == code
        and document.filed_at is not None
        and request.asked_at <= document.uploaded_at <= until
    ]


def _letter_rows(case: Case) -> list[dict[str, Any]]:
    """Return each letter with its entry in the protocol, both fetched already."""
    entries = {entry.pk: entry for entry in case.protocol_entries.all()}
    return [
        {"letter": letter, "protocol": entries.get(letter.protocol_id)}
        for letter in case.letters.all()
    ]


def _viewed(case: Case, asked: str) -> Any:
    """Return the document to show beside the data: the one that was asked for, of this case."""
    return next(
        (
            document
            for document in case.documents.all()
            if str(document.pk) == asked and document.can_be_shown
        ),
        None,
    )


def _other_cases(case: Case, user: User) -> list[dict[str, Any]]:
    """Return the latest other filed cases of the same applicant, or signed by the same person."""
    found = (
        Case.objects.visible_to(user)
        .filter(Q(applicant_id=case.applicant_id) | Q(representative_id=case.representative_id))
        .filter(submitted_at__isnull=False)
        .exclude(pk=case.pk)
        .select_related("call")
        .order_by("-submitted_at")[:OTHER_CASES]
    )
    return [
        {
            "case": other,
            "status": showing.status_words(other, other.status),
            "tone": kind_of(other).tones.get(other.status, "neutral"),
        }
        for other in found
    ]
