"""State aid of a case and the register's table of a call, for the office (AID, RNA)."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.paginator import Page, Paginator
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounting import aid as facts
from accounting.files.aid_register import write_table
from accounting.models import AidEntry, FirmLink
from accounting.services import aid as accounting_services
from calls.models import Call
from grants import aiding, caps
from grants.aid_table import row_of
from grants.forms.aid import AidForm, CheckForm, LinkForm, RegistrationForm
from grants.models import DeclaredLink, RentContribution
from grants.permissions import EXAMINE, may_examine
from grants.services import aid as services
from grants.views import tables
from parties import moment
from workflows.engine import TransitionRefused
from workflows.showing import check

UNPROCESSABLE = 422
FORMS: dict[str, tuple[type[BaseForm], Any]] = {
    "visura": (CheckForm, gettext_lazy("Register asked")),
    "registrazione": (RegistrationForm, gettext_lazy("Aid registered")),
    "aiuto": (AidForm, gettext_lazy("Aid found in the register")),
    "legame": (LinkForm, gettext_lazy("Link between firms")),
}


@login_required
@require_GET
def aid(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the undertaking, what it has had, what the register was asked and told."""
    case = _case(request, pk)
    codes = aiding.firms_of(case)
    law, known = facts.law_on(moment.today()), set(facts.links_on(moment.today()))
    asked = case.granted or caps.most_for(case) if case.proposed else case.requested
    context = {
        "case": case,
        "is_aid": aiding.is_aid(case),
        "is_registered": aiding.is_registered(case),
        "outcomes": [
            check(one)
            for one in [
                *aiding.aid_outcomes(case),
                *(aiding.registration_outcomes(case, asked) if case.decided_at is None else []),
            ]
        ],
        "firms": sorted(codes),
        "aids": aiding.aids_of(case, law),
        "declared": [
            one
            for one in case.declared_links.all()
            if one.ends(case.applicant.tax_code) not in known
        ],
        "links": FirmLink.objects.filter(holder_code__in=codes)
        | FirmLink.objects.filter(held_code__in=codes),
        "checks": case.aid_checks.select_related("by"),
        "registrations": case.aid_registrations.select_related("by"),
        "others": AidEntry.objects.filter(case_id=case.pk, same_costs=True),
        "may_write": may_examine(case, request.user),
    }
    return render(request, "grants/office/aid.html", context)


@login_required
@permission_required(EXAMINE, raise_exception=True)
@require_http_methods(["GET", "POST"])
def write_aid(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """Write down what the register says, what it was told, or a link between firms."""
    if what not in FORMS:
        raise Http404
    case = _case(request, pk)
    kind, title = FORMS[what]
    form = kind(request.POST or None, initial=_initial(case, what, request.GET.get("dichiarato")))
    acts: dict[str, Callable[[], Any]] = {
        "visura": lambda: services.note_check(case, by=request.user, **form.cleaned_data),
        "registrazione": lambda: services.register_aid(case, by=request.user, **form.cleaned_data),
        "aiuto": lambda: services.note_aid(case, form.said(), by=request.user),
        "legame": lambda: accounting_services.link(by=request.user, **form.cleaned_data),
    }
    if request.method == "POST" and form.is_valid():
        try:
            acts[what]()
        except TransitionRefused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("It has been written down."))
            return redirect("grants:aid", case.pk)
    context = {"case": case, "form": form, "title": title}
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "grants/office/aid_write.html", context, status=status)


@login_required
@permission_required(EXAMINE, raise_exception=True)
@require_POST
def end_link(request: HttpRequest, pk: int, link: int) -> HttpResponse:
    """Write down that a firm holds another no more, from today on."""
    case = _case(request, pk)
    codes = aiding.firms_of(case)
    found = get_object_or_404(FirmLink, pk=link, holder_code__in=codes)
    try:
        accounting_services.end_link(found, until=moment.today())
    except TransitionRefused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, _("The link has ended today."))
    return redirect("grants:aid", case.pk)


@login_required
@permission_required(EXAMINE, raise_exception=True)
@require_http_methods(["GET", "POST"])
def aid_table(request: HttpRequest, code: str) -> HttpResponse:
    """Show what of a call waits for the register, and read the table that came back."""
    call = get_object_or_404(Call, code=code)
    return tables.page(
        request,
        call,
        "grants/office/aid_table.html",
        services.take_file,
        lambda: _waiting(request, call),
    )


@login_required
@permission_required(EXAMINE, raise_exception=True)
@require_GET
def download_aid_table(request: HttpRequest, code: str) -> HttpResponse:
    """Send the table of a page of what waits for the register: as much as one file brings back."""
    call = get_object_or_404(Call, code=code)
    data = write_table(row_of(case) for case in _waiting(request, call))
    return tables.download(data, f"registro-aiuti-{call.code}.csv")


def _waiting(request: HttpRequest, call: Call) -> Page[RentContribution]:
    return Paginator(services.awaiting(call), tables.PAGE_SIZE).get_page(request.GET.get("pagina"))


def _case(request: HttpRequest, pk: int) -> RentContribution:
    rows = RentContribution.objects.visible_to(request.user).filter(submitted_at__isnull=False)
    if not request.user.is_office:
        raise Http404
    return get_object_or_404(rows.select_related("call", "call_version", "applicant"), pk=pk)


def _initial(case: RentContribution, what: str, declared: str | None) -> dict[str, Any]:
    party = case.applicant
    if what == "legame" and declared and declared.isdecimal():
        return _as_declared(case, get_object_or_404(case.declared_links, pk=declared))
    if what == "registrazione":
        return {"amount": caps.most_for(case) if case.proposed else case.requested}
    if what == "aiuto":
        return {"firm_code": party.tax_code}
    if what == "legame":
        return {"holder": party.name, "holder_code": party.tax_code, "since": moment.today()}
    return {}


def _as_declared(case: RentContribution, link: DeclaredLink) -> dict[str, Any]:
    """Return a link as the applicant told of it, for the officer to look at and take over."""
    party = case.applicant
    holder, held = (link.firm, party.name) if link.holds_applicant else (party.name, link.firm)
    holder_code, held_code = link.ends(party.tax_code)
    return {
        "holder": holder,
        "holder_code": holder_code,
        "held": held,
        "held_code": held_code,
        "relation": link.relation,
        "since": moment.today(),
        "evidence": f"Dichiarazione nella domanda {case.number}",
    }
