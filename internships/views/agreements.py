"""Collective agreements: the list, and one with the internships that go under it (R-DOC-02)."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from internships import permissions, queries
from internships.forms.agreements import EndForm
from internships.models import Agreement, Internship
from internships.services.agreements import end_agreement
from internships.views.refusing import status_of, words_of
from parties import moment
from ui.formats import long_date
from workflows.engine import TransitionRefused
from workflows.examination.showing import value_row
from workflows.models import Case
from workflows.paging import walk
from workflows.written.access import signed_in

UNPROCESSABLE = 422
MOST_ROWS = 50


@require_safe
@signed_in
def agreements(request: HttpRequest) -> HttpResponse:
    """List the collective agreements that both have signed, those that last longest first."""
    page = walk(
        _signed(request).annotate(count=Count("internships")),
        queries.AGREEMENT_KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    context = {
        "rows": page.rows,
        "today": moment.today(),
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    return render(request, "internships/office/agreements.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def agreement(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a collective agreement; the office ends it before its last day."""
    found = get_object_or_404(_signed(request), pk=pk)
    user: Any = request.user
    form = EndForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        if not permissions.may_end_agreement(found, user):
            raise PermissionDenied
        status = UNPROCESSABLE
        if form.is_valid():
            try:
                end_agreement(found, by=user, reason=form.cleaned_data["end_reason"])
            except TransitionRefused as refused:
                form.add_error(None, words_of(refused))
                status = status_of(refused)
            else:
                messages.success(request, _("The agreement has ended: no new plan goes under it."))
                return redirect("internships:agreement", pk)
    seen = Case.objects.visible_to(user).filter(kind=Internship.KIND).values("pk")
    under = Internship.objects.filter(agreement=found, pk__in=seen).select_related(
        "trainee", "unit"
    )
    context = {
        "agreement": found,
        "facts": _facts(found),
        "internships": under.order_by("-start", "-pk")[:MOST_ROWS],
        "form": form,
        "may_end": permissions.may_end_agreement(found, user) and found.ended_on is None,
    }
    return render(request, "internships/office/agreement.html", context, status=status)


def _signed(request: HttpRequest) -> Any:
    if not permissions.may_select(request.user):  # type: ignore[arg-type]
        raise PermissionDenied
    return Agreement.objects.filter(
        kind=Agreement.Kind.COLLECTIVE, deed__completed_at__isnull=False
    ).select_related("host", "promoter__party", "deed__document", "deed__internship")


def _facts(found: Agreement) -> list[dict[str, Any]]:
    stamp = found.stamp_receipt or (_("to be paid") if found.stamp_asked else _("not asked for"))
    ended = f"{long_date(found.ended_on)}: {found.end_reason}" if found.ended_on else ""
    rows = [
        value_row(_("Host"), f"{found.host.name}, {found.host.tax_code}"),
        value_row(_("Promoter"), str(found.promoter)),
        value_row(_("Signed by both on"), long_date(found.deed.completed_at) if found.deed else ""),
        value_row(_("Valid to"), long_date(found.valid_to) if found.valid_to else ""),
        value_row(_("Ended"), ended),
        value_row(_("Who takes out the insurance"), found.get_cover_bearer_display()),
        value_row(_("Who trains on safety"), found.get_safety_bearer_display()),
        value_row(_("Whose rules apply, if it has"), found.get_ruled_by_display())
        if found.several_regions
        else value_row(_("Seats in several Regions"), _("No")),
        value_row(_("Stamp duty"), stamp),
    ]
    return [row for row in rows if row["value"]]
