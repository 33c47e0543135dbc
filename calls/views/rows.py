"""The rows of a subject: adding, changing, ordering and removing them, and the thirteen blocks."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from calls.engine import CallRefused, Refusal
from calls.forms.rows import BlockForm
from calls.models import Call
from calls.permissions import may_set_up
from calls.rules.blocks import BLOCKS
from calls.services import editing
from calls.subjects import QUESTIONS, Group, Subject, subject_of
from calls.views.shown import (
    CONFLICT,
    UNPROCESSABLE,
    for_designers,
    for_office,
    lock_of,
    refuse,
    shell,
    shown_version,
    with_call,
)
from calls.views.subject import differences


@require_http_methods(["GET", "HEAD", "POST"])
@for_office
@with_call
def row(request: HttpRequest, call: Call, slug: str, name: str, pk: int = 0) -> HttpResponse:
    """Show the form of a row, or of a new one where `pk` is 0, and save what was typed."""
    subject, group = group_of(slug, name)
    if group is QUESTIONS:
        raise Http404
    version = shown_version(call)
    rows = {one.pk: editing.plain_of(name, one) for one in getattr(version, name).all()}
    if pk and pk not in rows:
        raise Http404
    plain = rows.get(pk)
    is_post = request.method == "POST"
    if is_post and not may_set_up(call, request.user):
        raise PermissionDenied
    form = group.form(
        request.POST if is_post else None, call=call, plain=plain, others=tuple(rows.values())
    )
    seen = editing.seen_row(name, getattr(version, name).get(pk=pk)) if pk else ""
    shown = {"subject": subject, "group": group, "form": form, "pk": pk, "seen": seen}
    if not is_post:
        return _show(request, call, slug, shown)
    if not form.is_valid():
        return _show(request, call, slug, shown, status=UNPROCESSABLE)
    try:
        editing.save_row(
            call,
            slug,
            name,
            form.row(),
            by=request.user,
            pk=pk or None,
            seen=request.POST.get("seen", ""),
        )
    except CallRefused as refused:
        if refused.why is not Refusal.STALE:
            refuse(form, refused)
            return _show(request, call, slug, shown, status=UNPROCESSABLE)
        stored = group.form(None, call=call, plain=plain, others=tuple(rows.values()))
        shown |= {"is_stale": True, "differs": differences(stored, form)}
        return _show(request, call, slug, shown, status=CONFLICT)
    messages.success(request, _("Saved: {title}.").format(title=group.title))
    return redirect("calls:subject", call.code, slug)


@require_POST
@for_designers
@with_call
def move_row(request: HttpRequest, call: Call, slug: str, name: str, pk: int) -> HttpResponse:
    """Move a row one place up, or down ("down")."""
    group_of(slug, name)
    try:
        editing.move_row(call, slug, name, pk, by=request.user, down="down" in request.POST)
    except CallRefused as refused:
        messages.error(request, refused.sentence)
    response = redirect("calls:subject", call.code, slug)
    # The button that was pressed keeps the focus: rows are ordered with the keyboard too.
    response.headers["Location"] += f"#{name}-{pk}"
    return response


@require_POST
@for_designers
@with_call
def remove_row(request: HttpRequest, call: Call, slug: str, name: str, pk: int) -> HttpResponse:
    """Take a row out of the version being set up."""
    group_of(slug, name)
    try:
        editing.remove_row(call, slug, name, pk, by=request.user)
    except CallRefused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, _("Removed."))
    return redirect("calls:subject", call.code, slug)


@require_http_methods(["GET", "HEAD", "POST"])
@for_office
@with_call
def block(request: HttpRequest, call: Call, letter: str) -> HttpResponse:
    """Show one of the thirteen blocks, or save it and go on to the next one that is missing."""
    if letter not in BLOCKS:
        raise Http404
    version = shown_version(call)
    stored = version.blocks.filter(letter=letter).first()
    names = ("text_it", "text_en", "left_out_because")
    initial = {name: getattr(stored, name) for name in names} if stored else None
    is_post = request.method == "POST"
    if is_post and not may_set_up(call, request.user):
        raise PermissionDenied
    form = BlockForm(request.POST if is_post else None, initial=initial)
    shown: dict[str, Any] = {
        "subject": subject_of("testi"),
        "letter": letter,
        "name": BLOCKS[letter],
        "form": form,
        "seen": editing.seen_block(version, letter),
    }
    if not is_post:
        return _show(request, call, "testi", shown)
    if not form.is_valid():
        return _show(request, call, "testi", shown, status=UNPROCESSABLE)
    try:
        editing.save_block(
            call,
            letter,
            by=request.user,
            seen=request.POST.get("seen", ""),
            texts={name: form.cleaned_data[name] for name in names},
        )
    except CallRefused as refused:
        if refused.why is not Refusal.STALE:
            refuse(form, refused)
            return _show(request, call, "testi", shown, status=UNPROCESSABLE)
        shown |= {"is_stale": True, "differs": differences(BlockForm(initial=initial), form)}
        return _show(request, call, "testi", shown, status=CONFLICT)
    messages.success(request, _("Saved: block {letter}).").format(letter=letter))
    following = _next_letter(letter) if request.POST.get("go") == "next" else ""
    if following:
        return redirect("calls:block", call.code, following)
    return redirect("calls:subject", call.code, "testi")


def group_of(slug: str, name: str) -> tuple[Subject, Group]:
    """Return a subject and one of its groups of rows; 404 for others."""
    subject = subject_of(slug)
    groups = {group.name: group for group in subject.groups} if subject else {}
    if subject is None or name not in groups:
        raise Http404
    return subject, groups[name]


def _next_letter(letter: str) -> str:
    letters = list(BLOCKS)
    place = letters.index(letter) + 1
    return letters[place] if place < len(letters) else ""


def _show(
    request: HttpRequest, call: Call, slug: str, shown: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    template = "calls/block.html" if "letter" in shown else "calls/row.html"
    context = shell(request, call, slug) | {
        "lock": lock_of(request, call, slug),
        "is_stale": False,
        "differs": [],
    }
    return render(request, template, context | shown, status=status)
