"""What pages show of a grant on its way to payment: deed, account, report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from grants import changing, reporting
from grants.accepting import acceptance_of, awaits_deed, found_outcomes
from grants.models import Status
from grants.models.statuses import CHANGING
from grants.overdue import overdue
from grants.services.controls import is_answerable
from parties.codes import parse_iban
from workflows.showing import check

if TYPE_CHECKING:
    from grants.models import Acceptance, RentContribution


def for_applicant(case: RentContribution) -> dict[str, Any] | None:
    """Return what `grants/applicant/_award.html` shows; None where nothing was granted."""
    found = acceptance_of(case) if case.decided_at else None
    if found is None:
        return None
    report = reporting.report_of(case)
    is_decided = report is not None and report.decided_at is not None
    return {
        "acceptance": found,
        "may_accept": case.status == Status.GRANTED and awaits_deed(case),
        "may_report": reporting.is_open(case),
        "due_on": reporting.due_on(case),
        "report": report,
        "cuts": [one for one in report.expenses.all() if one.cut_reason] if is_decided else [],
        "may_change": changing.may_ask(case),
        "control": next(filter(is_answerable, case.controls.all()), None),
    } | _changes(case)


def for_office(case: RentContribution) -> dict[str, Any] | None:
    """Return what `grants/office/_award.html` shows; None where nothing was granted."""
    found = acceptance_of(case) if case.decided_at else None
    if found is None:
        return None
    report = reporting.report_of(case)
    if report is not None and report.filed_at is None:
        # What is being written is the beneficiary's alone.
        report = None
    return {
        "acceptance": found,
        "facts": _facts(found),
        "outcomes": found_outcomes(case),
        "report": report,
        "overdue": overdue(case),
        "rows": reporting.Accounts(case, report).rows if report else [],
        "controls": list(case.controls.all()),
        "change_checks": [check(one) for one in changing.authorising_outcomes(case)]
        if case.status in CHANGING
        else [],
    } | _changes(case)


def _changes(case: RentContribution) -> dict[str, Any]:
    asked = list(case.changes.prefetch_related("grounds"))
    return {
        "change": next((one for one in asked if one.state == "asked"), None),
        "changes": [one for one in asked if one.state != "asked"],
    }


def _facts(found: Acceptance) -> list[dict[str, Any]]:
    if not found.iban:
        return []
    rows = [
        ("IBAN", parse_iban(found.iban).grouped, ""),
        (_("Account holder"), found.holder, found.holder_code),
        (_("VAT number opened"), found.vat_number, ""),
    ]
    return [{"label": one, "value": value, "hint": hint} for one, value, hint in rows if value]
