"""One subject of a call: its short form, its rows, what is still missing."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from calls import contents
from calls.engine import CallRefused, Refusal
from calls.models import Call, CallVersion
from calls.permissions import may_set_up
from calls.rules.blocks import BLOCKS, Block
from calls.rules.faults import at
from calls.services import defaults_of, editing
from calls.services.loading import usual_rows
from calls.subjects import Group, Subject, next_subject, subject_of
from calls.views.shown import (
    CONFLICT,
    UNPROCESSABLE,
    for_designers,
    for_office,
    lock_of,
    refuse,
    shell,
    shown_version,
    told,
    with_call,
)


@require_http_methods(["GET", "HEAD", "POST"])
@for_office
@with_call
def subject(request: HttpRequest, call: Call, slug: str) -> HttpResponse:
    """Show a subject, or save what was typed and go on."""
    found = subject_of(slug)
    if found is None:
        raise Http404
    version = shown_version(call)
    if request.method != "POST":
        form = found.form(None, call=call, version=version) if found.form else None
        return _show(request, call, found, form)
    if not may_set_up(call, request.user):
        raise PermissionDenied
    if found.form is None:
        return _go_on(request, call, found)
    form = found.form(request.POST, call=call, version=version)
    if not form.is_valid():
        return _show(request, call, found, form, status=UNPROCESSABLE)
    seen = request.POST.get("seen", "")
    try:
        editing.save_subject(call, slug, by=request.user, seen=seen, **form.changes())
    except CallRefused as refused:
        return _refused(request, call, found, form, refused)
    messages.success(request, _("Saved: {subject}.").format(subject=found.title))
    return _go_on(request, call, found)


@require_POST
@for_designers
@with_call
def add_usual(request: HttpRequest, call: Call, slug: str) -> HttpResponse:
    """Add what the office usually asks in calls of this kind."""
    found = subject_of(slug)
    if found is None or not found.usual:
        raise Http404
    usual = usual_rows(defaults_of(call.kind), found.usual)
    try:
        added = editing.add_usual(call, slug, found.usual, usual, by=request.user)
    except CallRefused as refused:
        messages.error(request, refused.sentence)
    else:
        words = ngettext("{number} added.", "{number} added.", added)
        messages.success(request, words.format(number=added))
    return redirect("calls:subject", call.code, slug)


def _show(
    request: HttpRequest,
    call: Call,
    found: Subject,
    form: Any,
    *,
    status: int = 200,
    **extra: Any,
) -> HttpResponse:
    version = shown_version(call)
    context = shell(request, call, found.slug)
    context |= {
        "subject": found,
        "form": form,
        "seen": editing.seen_of(call, version, form.names) if form else "",
        "lock": lock_of(request, call, found.slug),
        "here": told(at(found.slug, context["faults"])),
        "groups": [_group(version, group) for group in found.groups],
        "blocks": _blocks(version) if found.slug == "testi" else [],
        "next_subject": next_subject(found.slug),
        "differs": [],
    }
    return render(request, "calls/subject.html", context | extra, status=status)


def _refused(
    request: HttpRequest, call: Call, found: Subject, form: Any, refused: CallRefused
) -> HttpResponse:
    if refused.why is not Refusal.STALE:
        refuse(form, refused)
        return _show(request, call, found, form, status=UNPROCESSABLE)
    fresh = Call.objects.select_related("version", "programme").get(pk=call.pk)
    stored = found.form(None, call=fresh, version=shown_version(fresh))
    return _show(
        request,
        fresh,
        found,
        form,
        status=CONFLICT,
        differs=differences(stored, form),
        is_stale=True,
    )


def differences(stored: Any, typed: Any) -> list[dict[str, Any]]:
    """Return the fields in which what is stored now is not what was typed."""
    found = []
    for name in typed.fields:
        now, mine = stored[name].value(), typed[name].value()
        if (now or "") != (mine or "") and str(now or "") != str(mine or ""):
            found.append(
                {"label": typed.fields[name].label, "now": _plain(now), "mine": _plain(mine)}
            )
    return found


def _plain(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value) if value not in (None, "") else ""


def _go_on(request: HttpRequest, call: Call, found: Subject) -> HttpResponse:
    following = next_subject(found.slug)
    if request.POST.get("go") == "next" and following is not None:
        return redirect("calls:subject", call.code, following.slug)
    if request.POST.get("go") == "list" or request.POST.get("go") == "next":
        return redirect("calls:setup", call.code)
    return redirect("calls:subject", call.code, found.slug)


def _group(version: CallVersion, group: Group) -> dict[str, Any]:
    rows = list(getattr(version, group.name).all())
    plain = [editing.plain_of(group.name, row) for row in rows]
    return {
        "group": group,
        "rows": [
            {
                "row": row,
                "title": getattr(row, "title", str(row)),
                "language": getattr(row, "title_language", "it"),
                "facts": group.facts(plain[place], plain),
                "is_first": place == 0,
                "is_last": place == len(rows) - 1,
            }
            for place, row in enumerate(rows)
        ],
    }


def _blocks(version: CallVersion) -> list[dict[str, Any]]:
    there = {block.letter: block for block in contents.read_rows(version, "blocks")}
    return [
        {"letter": letter, "name": name, "block": there.get(letter, Block(letter))}
        for letter, name in BLOCKS.items()
    ]
