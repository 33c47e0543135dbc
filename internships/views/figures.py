"""Figures of internships for the office: how they went, and what breaches would cost."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounting.sheets import Sheet, write_csv
from calls.models import Call, CallKind, Parameter
from internships import statistics
from internships.forms.exposure import ExposureForm
from internships.parameters import limits_on
from internships.permissions import EXAMINE
from internships.rules import exposure as rules
from parties import moment
from ui.formats import euro
from workflows.showing import check


@login_required
@permission_required(EXAMINE, raise_exception=True)
@require_GET
def figures(request: HttpRequest) -> HttpResponse:
    """Show how internships went, as a table or, with `formato=csv`, as a file."""
    calls = Call.objects.filter(kind=CallKind.INTERNSHIP).order_by("code")
    asked = request.GET.get("bando", "")
    code = asked if any(one.code == asked for one in calls) else ""
    rows = statistics.rows_of(code)
    if request.GET.get("formato") == "csv":
        return _file(rows)
    context = {
        "rows": rows,
        "reasons": statistics.reasons_of(code),
        "calls": list(calls),
        "call": code,
    }
    return render(request, "internships/office/figures.html", context)


@login_required
@permission_required(EXAMINE, raise_exception=True)
@require_GET
def exposure(request: HttpRequest) -> HttpResponse:
    """Reckon what a fraudulent internship and months not paid would cost (R-SAN-01, R-SAN-02)."""
    form = ExposureForm(request.GET) if "interns" in request.GET else ExposureForm()
    found = _exposed(form) if form.is_bound and form.is_valid() else None
    status = 422 if form.is_bound and not form.is_valid() else 200
    context = {"form": form, "found": found}
    return render(request, "internships/office/exposure.html", context, status=status)


def _exposed(form: ExposureForm) -> dict[str, Any]:
    limits = limits_on(form.cleaned_data["last"] or moment.today())
    since = date.fromisoformat(Parameter.objects.value("internship_fraud_since", moment.today()))
    fine = rules.fraud_fine(form.periods, since, limits)
    return {
        "fraud": euro(fine),
        "days": int(fine / limits.fraud_per_day),
        "per_day": euro(limits.fraud_per_day),
        "since": since,
        "unpaid": check(rules.unpaid(form.cleaned_data["unpaid"], limits)),
    }


def _file(rows: list[statistics.Row]) -> HttpResponse:
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    name = _("internships")
    answer["Content-Disposition"] = f'attachment; filename="{name}-{moment.today():%Y%m%d}.csv"'
    write_csv(answer, Sheet(_("Internships"), statistics.COLUMNS, statistics.table(rows)))
    return answer
