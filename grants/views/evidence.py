"""What stands written before a grant, for the office (G4)."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from grants import aiding, caps
from grants.evidence import evidence_outcomes
from grants.forms.evidence import AntimafiaForm, CupForm, DurcForm
from grants.models import RentContribution
from grants.permissions import EXAMINE, may_examine
from grants.services import evidence as services
from workflows.engine import TransitionRefused
from workflows.showing import check

UNPROCESSABLE = 422
FORMS: dict[str, tuple[type[BaseForm], Any]] = {
    "cup": (CupForm, gettext_lazy("CUP of the project")),
    "durc": (DurcForm, gettext_lazy("Certificate of contributions (DURC)")),
    "antimafia": (AntimafiaForm, gettext_lazy("Antimafia information")),
}


@login_required
@require_GET
def before_grant(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the grant wants written down, and what is there."""
    case = _case(request, pk)
    amount = case.offered or (caps.most_for(case) if case.proposed else case.requested)
    is_open = case.status in services.BEFORE_GRANT
    context = {
        "case": case,
        "is_open": is_open,
        "outcomes": [
            check(one)
            for one in [
                *evidence_outcomes(case, amount),
                *(aiding.registration_outcomes(case, amount) if is_open else []),
            ]
        ],
        "evidence": case.grant_evidence.select_related("by"),
        "is_aid": aiding.is_aid(case),
        "may_write": is_open and may_examine(case, request.user),
    }
    return render(request, "grants/office/before_grant.html", context)


@login_required
@permission_required(EXAMINE, raise_exception=True)
@require_http_methods(["GET", "POST"])
def write_evidence(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """Write the CUP, a certificate or an information down."""
    if what not in FORMS:
        raise Http404
    case = _case(request, pk)
    kind, title = FORMS[what]
    form = kind(request.POST or None, **({"initial": {"cup": case.cup}} if what == "cup" else {}))
    act: Callable[..., Any] = services.note_evidence
    more = {"kind": what}
    if what == "cup":
        act, more = services.assign_cup, {}
    if request.method == "POST" and form.is_valid():
        try:
            act(case, by=request.user, **more, **form.cleaned_data)
        except TransitionRefused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("It has been written down."))
            return redirect("grants:before_grant", case.pk)
    context = {"case": case, "form": form, "title": title}
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "grants/office/before_grant_write.html", context, status=status)


def _case(request: HttpRequest, pk: int) -> RentContribution:
    rows = RentContribution.objects.visible_to(request.user).filter(submitted_at__isnull=False)
    if not request.user.is_office:
        raise Http404
    return get_object_or_404(rows.select_related("call", "call_version", "applicant"), pk=pk)
