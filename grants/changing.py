"""What must hold to ask for a change of a grant, and to authorise it (REV-02, REV-03, RNA-07)."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from calls.models import Parameter
from coworking_registry.models import Space
from grants import aiding, reporting, rules
from grants.accepting import is_accepted
from grants.parameters import RentParameters
from grants.rules import changes as of_change
from parties import moment
from workflows.rules import Outcome, Verdict

if TYPE_CHECKING:
    from datetime import date

    from grants.models import Change, RentContribution

NOTHING = Decimal("0.00")
SPACE, PERIOD, BUDGET = "space", "period", "budget"
EXTENSION, SUSPENSION = "extension", "suspension"


def open_change(case: RentContribution) -> Change | None:
    """Return the change that is asked for and not decided, or None."""
    return next((one for one in case.changes.all() if one.state == "asked"), None)


def may_ask(case: RentContribution) -> bool:
    """Tell whether the beneficiary may ask for a change now."""
    return case.status == "granted" and not _in_time(case).blocks


def amount_after(case: RentContribution, asked: Change) -> Decimal | None:
    """Return the contribution after a change, in EUR: never more; None under the least spend (REV-02)."""
    before = case.granted or NOTHING
    if asked.kind != BUDGET:
        return before
    set_ = RentParameters.of(case.call_version)
    result = rules.contribution(
        _lines_after(case, asked),
        rate_percent=set_.rate_percent,
        ceiling=set_.ceiling,
        minimum=set_.minimum_spend,
        with_vat=case.vat_is_cost,
    )
    return None if result.amount is None else min(before, result.amount)


def period_after(case: RentContribution, asked: Change) -> tuple[date, date]:
    """Return first and last day of the grant after a change; standing still adds its days at the end."""
    if asked.kind == PERIOD:
        return asked.first_day or case.period_from, asked.last_day or case.period_to
    if asked.kind == SUSPENSION and asked.first_day and asked.last_day:
        days = (asked.last_day - asked.first_day).days + 1
        return case.period_from, case.period_to + timedelta(days=days)
    return case.period_from, case.period_to


def asking_outcomes(case: RentContribution) -> list[Outcome]:
    """A change is asked for in time, with a reason, of something; what it touches may still be no."""
    asked = open_change(case)
    if asked is None:
        return [_none()]
    return [_in_time(case), *_of_kind(case, asked)]


def authorising_outcomes(case: RentContribution) -> list[Outcome]:
    """All that held when it was asked for, today, and the change of the aid in the register (RNA-07)."""
    asked = open_change(case)
    if asked is None:
        return [_none()]
    after = amount_after(case, asked)
    return [
        *_of_kind(case, asked),
        *(aiding.change_outcomes(case, after) if after is not None else []),
    ]


def _of_kind(case: RentContribution, asked: Change) -> list[Outcome]:
    return [
        of_change.change_reasoned(asked.reason, changes=_changes(case, asked)),
        *{
            SPACE: _space,
            PERIOD: _period,
            BUDGET: _budget,
            EXTENSION: _extension,
            SUSPENSION: _suspension,
        }[asked.kind](case, asked),
        of_change.never_raised(case.granted or NOTHING, amount_after(case, asked)),
    ]


def _changes(case: RentContribution, asked: Change) -> bool:
    if asked.kind == SPACE:
        return asked.space_id is not None and asked.space_id != case.space_id
    if asked.kind == PERIOD:
        return period_after(case, asked) != (case.period_from, case.period_to)
    if asked.kind == BUDGET:
        return any(one.amount != _cost(case, one.line) for one in asked.lines.all())
    return True


def _space(case: RentContribution, asked: Change) -> list[Outcome]:
    space, today = asked.space, moment.today()
    if space is None:
        return [Outcome("COW-03", Verdict.NOT_MET, "Va indicato il nuovo spazio.")]
    codes = {case.applicant.tax_code, case.representative.tax_code}
    qualified = Space.objects.qualified_on(today).filter(pk=space.pk).exists()
    return [
        rules.space_qualified(space.name, today, qualified),
        rules.space_not_own(space.manager.tax_code, codes),
    ]


def _period(case: RentContribution, asked: Change) -> list[Outcome]:
    set_, (first, last) = RentParameters.of(case.call_version), period_after(case, asked)
    filed = reporting.filed_on(case)
    return [
        of_change.not_ended(case.period_to, moment.today()),
        *rules.period_within(first, last, filed, set_.period_months),
    ]


def _budget(case: RentContribution, asked: Change) -> list[Outcome]:
    before = sum((_cost(case, line) for line in case.lines.all()), NOTHING)
    after = sum((one.amount for one in asked.lines.all()), NOTHING)
    return [of_change.spend_within(before, after)]


def _extension(case: RentContribution, asked: Change) -> list[Outcome]:
    given = sum(one.kind == EXTENSION and one.state == "authorised" for one in case.changes.all())
    most = Parameter.objects.value("award_changes", moment.today())["extension_days"]
    due = reporting.due_on(case)
    return [
        of_change.extension_once(given),
        of_change.extension_in_time(asked.asked_on, due, asked.report_until, most),
    ]


def _suspension(case: RentContribution, asked: Change) -> list[Outcome]:
    most = Parameter.objects.value("award_changes", moment.today())["suspension_days"]
    period = (case.period_from, case.period_to)
    return [of_change.suspension_within(asked.first_day, asked.last_day, period, most)]


def _in_time(case: RentContribution) -> Outcome:
    report = reporting.report_of(case)
    return of_change.change_in_time(
        is_accepted(case), report is not None and report.filed_at is not None
    )


def _lines_after(case: RentContribution, asked: Change) -> list[rules.Line]:
    amounts = {one.line_id: one.amount for one in asked.lines.all()}
    return [
        rules.Line(
            line.kind,
            line.description,
            line.quantity,
            line.unit_price,
            line.vat_rate,
            line.list_price,
            amounts.get(line.pk, line.admitted),
        )
        for line in case.lines.all()
    ]


def _cost(case: RentContribution, line: object) -> Decimal:
    cost: Decimal = line.plain.cost(with_vat=case.vat_is_cost)  # type: ignore[attr-defined]
    return cost


def _none() -> Outcome:
    return Outcome("REV-02", Verdict.NOT_MET, "Nessuna variazione è stata chiesta.")
