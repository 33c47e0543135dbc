"""The pages of an internship for its parties, and what they bring before the first day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from internships import permissions, queries
from internships.forms import before_start
from internships.forms.placements import CommunicationForm
from internships.models import Deed, Internship, Signer
from internships.placement_kind import TONES
from internships.placement_words import WORDS
from internships.rules.start import Actor
from internships.services.placements import signing, starting
from internships.views.change_panel import changes_of
from internships.views.follow_panel import followed_of
from internships.views.placement_office import facts_of, for_office
from internships.views.placement_panel import COMMUNICABLE, WHO, panel, papers
from internships.views.refund_panel import refund_of
from internships.views.refusing import words_of
from internships.views.register_panel import months_of
from workflows import stale
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Document
from workflows.paging import walk
from workflows.tasks import perform
from workflows.uploads import Refused, refused_uploads
from workflows.uploads.responses import safe_response
from workflows.views.applicant import document_row
from workflows.written.access import signed_in

UNPROCESSABLE, CONFLICT = 422, 409
METHODS = ["GET", "HEAD", "POST"]
PAGE_SIZE = 20


def own_internship(request: HttpRequest, pk: int) -> Internship:
    """Return an internship to one of its parties or to the office; 404 for anybody else."""
    found = for_office(Internship.objects.filter(submitted_at__isnull=False).select_related("call"))
    case = found.filter(pk=pk).first()
    if case is None or not permissions.may_bring(case, request.user):
        raise Http404
    return case


@require_safe
@signed_in
def internship_list(request: HttpRequest) -> HttpResponse:
    """List the internships that the person is a party to."""
    page = walk(
        queries.internships_of(request.user),
        queries.INTERNSHIP_KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        size=PAGE_SIZE,
    )
    context = {
        "entries": [
            {
                "case": case,
                "label": WORDS[case.status].label,
                "tone": TONES.get(case.status, "neutral"),
                "facts": [{"label": _("Position"), "value": case.title, "hint": case.number}],
            }
            for case in page.rows
        ],
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    return render(request, "internships/placement/list.html", context)


@require_safe
@signed_in
def internship_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an internship to one of its parties; the office has its own page."""
    case = own_internship(request, pk)
    mine = permissions.actors_of(case, request.user)
    if not mine:
        return redirect("workflows:office_case", pk)
    shown = panel(case, request.user)
    context = {
        "case": case,
        "words": WORDS[case.status],
        "tone": TONES.get(case.status, "neutral"),
        "facts": facts_of(case),
        "panel": shown,
        "papers": papers(case, request.user),
        "months": months_of(case, request.user),
        "changes": changes_of(case, request.user),
        "followed": followed_of(case, request.user),
        **refund_of(case),
        "letters": _letters(case, request),
        "roles": [str(Signer(actor.value).label) for actor in sorted(mine)],
        "can_begin": shown["may_start"] and permissions.may_begin(case, request.user),
        "seen_version": case.version,
    }
    return render(request, "internships/placement/page.html", context)


@require_http_methods(METHODS)
@signed_in
def sign(request: HttpRequest, pk: int, deed: int, actor: str) -> HttpResponse:
    """Sign a paper: with a file, or with a one-time code."""
    case = own_internship(request, pk)
    paper = get_object_or_404(
        Deed.objects.select_related("document"), pk=deed, internship_id=case.pk
    )
    if actor not in paper.signers:
        raise Http404
    if not signing.may_sign_for(case, Actor(actor), request.user):
        raise PermissionDenied
    if request.method != "POST":
        return _sign_page(request, case, paper, actor)
    try:
        return _sign(request, case, paper, actor)
    except TransitionRefused as refusal:
        status = CONFLICT if refusal.why in (Refusal.STATUS, Refusal.STALE) else UNPROCESSABLE
        return _sign_page(request, case, paper, actor, refused=words_of(refusal), status=status)
    except Refused as refused:
        return _sign_page(
            request, case, paper, actor, refused=refused.sentence, status=UNPROCESSABLE
        )


def _sign(request: HttpRequest, case: Internship, deed: Deed, actor: str) -> HttpResponse:
    who, act = Actor(actor), request.POST.get("act", "")
    if act == "send":
        signing.send_code(deed, who, by=request.user)
        messages.success(request, _("The code is on its way to your address."))
        return redirect("internships:internship_sign", case.pk, deed.pk, actor)
    if act == "code":
        signing.sign_with_code(deed, who, by=request.user, code=request.POST.get("code", ""))
    else:
        too_big = refused_uploads(request).get("file")
        file = request.FILES.get("file")
        if too_big is not None or file is None:
            sentence = too_big.sentence if too_big else _("Choose a file first.")
            return _sign_page(request, case, deed, actor, refused=sentence, status=UNPROCESSABLE)
        signing.sign_with_file(deed, who, by=request.user, upload=file)
    messages.success(request, _("The signature has been put."))
    return _back(request, case)


def _sign_page(
    request: HttpRequest,
    case: Internship,
    deed: Deed,
    actor: str,
    *,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    in_person = Actor(actor) in permissions.actors_of(case, request.user)
    context = {
        "case": case,
        "deed": deed,
        "who": WHO[Actor(actor)],
        "document": _paper_row(case, deed) if deed.document else None,
        "by_code": in_person,
        "code_sent": in_person
        and deed.codes.filter(actor=actor, user=request.user, used_at__isnull=True).exists(),
        "refused": refused,
    }
    return render(request, "internships/placement/sign.html", context, status=status)


def _paper_row(case: Internship, deed: Deed) -> dict[str, Any]:
    """Return the paper of a deed as a document, at the address that every party may open."""
    address = reverse("internships:internship_document", args=[case.pk, deed.document.pk])
    return document_row(deed.document, deed.title) | {
        "open_url": address,
        "download_url": f"{address}?scarica=1",
    }


@require_safe
@signed_in
def document(request: HttpRequest, pk: int, document: int) -> HttpResponse:
    """Give a paper, or a signature on one, to whoever is a party to the internship."""
    case = own_internship(request, pk)
    found = get_object_or_404(
        Document.objects.filter(
            models.Q(deed__internship_id=case.pk)
            | models.Q(deed__agreement__internships=case.pk)
            | models.Q(deed_signature__deed__internship_id=case.pk)
            | models.Q(allowances__month__internship_id=case.pk)
            | models.Q(evidence_row__activity__internship_id=case.pk)
            | models.Q(refund_request__internship_id=case.pk)
            | models.Q(interim_report__internship_id=case.pk)
            | models.Q(
                letter__in=queries.letters_to_parties(
                    case, permissions.parties_of(case, request.user)
                ).order_by()
            )
        ).distinct(),
        pk=document,
    )
    return safe_response(
        found.file.open("rb"),
        name=found.name,
        content_type=found.content_type,
        inline="scarica" not in request.GET,
    )


def _letters(case: Internship, request: HttpRequest) -> list[dict[str, Any]]:
    """Return the letters to the parties that the person acts for, as their page lists them."""
    found = queries.letters_to_parties(case, permissions.parties_of(case, request.user))
    return [
        {
            "subject": one.subject,
            "at": one.numbered_at,
            "protocol": str(one.protocol),
            "url": reverse("internships:internship_document", args=[case.pk, one.document_id]),
        }
        for one in found
    ]


def bringing(
    form_class: Callable[..., Any],
    service: Callable[..., Any],
    title: Any,
    text: Any,
) -> Callable[..., HttpResponse]:
    """Make the page on which something is brought before the first day."""

    @require_http_methods(METHODS)
    @signed_in
    def page(request: HttpRequest, pk: int) -> HttpResponse:
        case = own_internship(request, pk)
        form = form_class(request.POST or None, case=case)
        refused, status = "", 200
        if request.method == "POST":
            if form.is_valid():
                try:
                    service(case, by=request.user, **form.inputs())
                except TransitionRefused as refusal:
                    refused, status = words_of(refusal), UNPROCESSABLE
                else:
                    messages.success(request, _("Saved."))
                    return _back(request, case)
            status = UNPROCESSABLE
        context = {"case": case, "form": form, "title": title, "text": text, "refused": refused}
        return render(request, "internships/placement/form.html", context, status=status)

    return page


cover = bringing(
    before_start.CoverForm,
    starting.note_cover,
    gettext_lazy("Insurance"),
    gettext_lazy("Accidents at work and liability towards third parties, to the last day."),
)
safety = bringing(
    before_start.SafetyForm,
    starting.note_safety,
    gettext_lazy("Safety"),
    gettext_lazy("Training done before the first day, and fitness where it is due."),
)
guardian = bringing(
    before_start.GuardianForm,
    starting.note_authorisation,
    gettext_lazy("Authorisation for a minor"),
    gettext_lazy("Whoever holds parental responsibility has authorised the internship in writing."),
)

stamp = bringing(
    before_start.StampForm,
    starting.note_stamp,
    gettext_lazy("Stamp duty"),
    gettext_lazy("The promoter asks for stamp duty on the agreement: its receipt is kept here."),
)
copies = bringing(
    before_start.CopyForm,
    starting.note_copy,
    gettext_lazy("Copies of signed papers"),
    gettext_lazy("Promoter, host and intern each have a copy of agreement and plan (R-DOC-06)."),
)


def _communicate(case: Internship, *, by: Any, **inputs: Any) -> Any:
    if case.status not in COMMUNICABLE:
        raise TransitionRefused(
            Refusal.RULE, _("The communication follows the plan that all have signed (R-DOC-07).")
        )
    return perform(case, "record_communication", by=by, **inputs)


communication = bringing(
    CommunicationForm,
    _communicate,
    gettext_lazy("Compulsory communication"),
    gettext_lazy("Number and instant of the receipt: by midnight before the first day (R-COB-02)."),
)


@require_POST
@signed_in
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin an internship on its first day; whatever is missing refuses it, from any page."""
    case = own_internship(request, pk)
    try:
        perform(
            case, "begin", by=request.user, seen_version=stale.seen_version(request.POST) or None
        )
    except TransitionRefused as refusal:
        messages.error(request, words_of(refusal))
    else:
        messages.success(request, _("The internship has begun."))
    return _back(request, case)


def _back(request: HttpRequest, case: Internship) -> HttpResponse:
    if permissions.actors_of(case, request.user):
        return redirect("internships:internship", case.pk)
    return redirect("workflows:office_case", case.pk)
