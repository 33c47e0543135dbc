"""Whom an inspection bars from internships: the list, and one more (R-SAN-06)."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from internships import permissions, queries
from internships.forms.bans import BanForm
from internships.models import InternshipBan
from internships.services.bans import add_ban
from internships.views.refusing import words_of
from parties import moment
from workflows.engine import TransitionRefused
from workflows.paging import walk
from workflows.written.access import signed_in

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def bans(request: HttpRequest) -> HttpResponse:
    """List who is barred, those that last longest first; the director adds one."""
    if not permissions.may_select(request.user):  # type: ignore[arg-type]
        raise PermissionDenied
    may_add = request.user.has_perm(permissions.DECIDE)
    form = BanForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not may_add:
            raise PermissionDenied
        if form.is_valid() and _added(request, form):
            return redirect("internships:bans")
    page = walk(
        InternshipBan.objects.all(),
        queries.BAN_KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    context = {
        "rows": page.rows,
        "today": moment.today(),
        "form": form,
        "may_add": may_add,
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    status = UNPROCESSABLE if form.is_bound and form.errors else 200
    return render(request, "internships/office/bans.html", context, status=status)


def _added(request: HttpRequest, form: BanForm) -> bool:
    user: Any = request.user
    try:
        add_ban(by=user, **form.cleaned_data)
    except TransitionRefused as refused:
        form.add_error(None, words_of(refused))
        return False
    messages.success(request, _("The ban is on record: no new internship begins there."))
    return True
