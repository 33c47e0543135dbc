"""A draft whose call has a later version: what has changed, and moving on to it (CALL-21)."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workflows.call_notices import lost_answers
from workflows.examination.permissions import may_write
from workflows.migrating import Left, move
from workflows.written.access import signed_in
from workflows.written.addresses import address_of
from workflows.written.kinds import Written
from workflows.written.reopening import DRAFT


def newer_version(case: Any) -> dict[str, Any] | None:
    """Return what a draft's owner must know of a later version; None where theirs is the latest."""
    newest = case.call.version
    # A trial is of the version that it shows.
    if (
        case.pk is None
        or newest is None
        or newest.pk == case.call_version_id
        or case.status != DRAFT
    ):
        return None
    later = list(
        case.call.versions.filter(
            number__gt=case.call_version.number, frozen_at__isnull=False
        ).order_by("number")
    )
    return {
        "version": newest,
        "reasons": [version.reason for version in later if version.reason],
        "changes": [sentence for version in later for sentence in version.changes],
        "is_binding": any(version.binds_drafts for version in later),
        "lost": lost_answers(case, newest),
    }


@require_POST
@signed_in
def move_on(request: HttpRequest, pk: int, *, kind: Written) -> HttpResponse:
    """Move a draft to the present version of its call; what was written stays."""
    case = kind.own(request, pk, may_write)
    if case.status != DRAFT:
        return redirect(address_of(case, "sent"))
    moved = move(case.pk, by=request.user)
    if isinstance(moved, Left):
        messages.error(request, " ".join(moved.why))
    elif moved is not None:
        messages.success(
            request, _("The application follows the new version now. Check it before you send.")
        )
    return redirect(address_of(case, "page", kind.pages[0].slug))
