"""Who reaches a page of the committee or of the ranking, and what refuses what it asks."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from calls.models import Call
from evaluation.kinds import goes_by_ranking
from evaluation.models import Committee, Member
from evaluation.permissions import SCORE, VIEW, member_of
from evaluation.queries import seats_of
from workflows.engine import InputRefused, TransitionRefused

UNPROCESSABLE = 422


def ranked_call(code: str) -> Call:
    """Return a published call that goes by ranking, or raise 404."""
    call = (
        Call.objects.filter(code=code, published_at__isnull=False)
        .select_related("version", "manager", "owner")
        .first()
    )
    if call is None or not goes_by_ranking(call):
        raise Http404
    return call


def seen(request: HttpRequest, code: str) -> tuple[Call, Committee | None]:
    """Return a call and its committee for whoever may see them: readers, and who sits in it."""
    if not (request.user.has_perm(VIEW) or request.user.has_perm(SCORE)):
        raise PermissionDenied
    call = ranked_call(code)
    committee = Committee.objects.filter(call=call).first()
    if committee is not None:
        committee.call = call
    if request.user.has_perm(VIEW):
        return call, committee
    if committee is None or member_of(committee, request.user) is None:
        raise PermissionDenied
    return call, committee


def seat(request: HttpRequest, code: str) -> Member:
    """Return the person's seat in the committee of a call; who has none is refused."""
    if not request.user.has_perm(SCORE):
        raise PermissionDenied
    call = ranked_call(code)
    found = seats_of(request.user).filter(committee__call=call).first()
    if found is None:
        raise PermissionDenied
    found.committee.call = call
    return found


def done(form: forms.Form, act: Callable[[], Any]) -> bool:
    """Do what was asked and tell whether it was done; what stands against it goes to the form."""
    try:
        act()
    except InputRefused as refused:
        for field, sentences in refused.message_dict.items():
            form.add_error(field if field in form.fields else None, sentences)
    except TransitionRefused as refused:
        form.add_error(None, refused.sentence)
    return not form.errors


def status_of(*bound: forms.Form) -> int:
    """Return the status of a page: what was sent does not hold, or all is well."""
    return UNPROCESSABLE if any(form.errors for form in bound) else 200
