"""In whose hands a draft is: its applicant's, or those of whoever they handed it over to."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from parties.models import User
from workflows.examination.permissions import is_applicant
from workflows.models import Delegation
from workflows.written.addresses import address_of
from workflows.written.reopening import DRAFT


@dataclass(frozen=True)
class Pen:
    """What a page says of the draft's hands.

    `delegation` is that of whoever holds the draft, or of the reader who acts for another.
    """

    is_owner: bool = True
    may_write: bool = True
    may_send: bool = True
    delegation: Delegation | None = None


def pen_of(case: Any, user: User) -> Pen:
    """Return in whose hands a draft is, as `user` sees it; a trial is in those of whoever tries."""
    if case.pk is None:
        return Pen()
    if is_applicant(case, user):
        held = case.delegations.holding().select_related("accepted_by").first()
        return Pen(may_write=held is None, may_send=held is None, delegation=held)
    mine = user.delegations.in_force().reaching(case).select_related("given_by")
    best = mine.order_by("holds_since", "pk").first()
    writes = best is not None and best.holds_since is not None
    sends = writes and best is not None and best.level == Delegation.Level.SEND
    return Pen(is_owner=False, may_write=writes, may_send=sends, delegation=best)


def in_other_hands(request: HttpRequest, case: Any) -> HttpResponse:
    """Lead whoever may not write now to the summary, which they may read."""
    messages.warning(
        request,
        _("The draft is in other hands now: you can read it, and write in it once it is with you."),
    )
    return redirect(address_of(case, "review" if case.status == DRAFT else "sent"))
