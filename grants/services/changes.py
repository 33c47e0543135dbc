"""What a beneficiary asks to change in a grant, and what the office makes of it (REV-02, REV-03)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounting.services import ledger
from coworking_registry.models import Space
from grants import changing, letters, reporting
from grants.models import Change, ChangedLine, RentContribution, SpendLine
from grants.rules import day, euro
from grants.services.annulments import want
from grants.services.terms import change_rule
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, apply_transition, hold
from workflows.models import Case, CaseTerm
from workflows.services import clock
from workflows.services.examination import Ground, weigh
from workflows.services.handed_in import register_answer
from workflows.terms import compute_term

NOTHING = Decimal("0.00")
Kind, State = Change.Kind, Change.State


@dataclass(frozen=True)
class ChangeData:
    """What is asked: a kind with what it needs, and why; amounts of lines by their keys, in EUR."""

    kind: str
    reason: str
    space: Space | None = None
    first_day: date | None = None
    last_day: date | None = None
    report_until: date | None = None
    lines: Mapping[int, Decimal] = field(default_factory=dict)


@transaction.atomic
def ask_change(
    case: RentContribution,
    *,
    by: User | None,
    said: ChangeData,
    seen_version: int | None = None,
) -> RentContribution:
    """Ask for a change: it is registered, and the office owes an answer in time. One at a time."""
    # A closed case has no open process: its own row is the first to be locked.
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    case = RentContribution.objects.get(pk=case.pk)
    if changing.open_change(case) is not None:
        raise TransitionRefused(Refusal.STATUS, _("A change has been asked for already."))
    if not said.reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why you ask for it."))
    asked = _written(case, said)
    rule = change_rule(case, moment.today())
    case = apply_transition(
        case,
        "ask_change",
        by=by,
        seen_version=seen_version,
        due_on=compute_term(moment.today(), rule).due,
    )
    clock.start_term(case, CaseTerm.Kind.CONCLUSION, rule)
    asked.protocol = register_answer(case, subject=f"Richiesta: {SUBJECTS[asked.kind]}")
    asked.save(update_fields=["protocol"])
    return case


SUBJECTS = {
    Kind.SPACE: "cambio di spazio",
    Kind.PERIOD: "cambio di periodo",
    Kind.BUDGET: "variazione della spesa",
    Kind.EXTENSION: "proroga",
    Kind.SUSPENSION: "sospensione",
}


@transaction.atomic
def authorise_change(
    case: RentContribution, *, by: User | None, reason: str, seen_version: int | None = None
) -> RentContribution:
    """Authorise what was asked for: what it changes holds from today on, what it lowers comes free."""
    want(reason)
    hold(case)
    ledger.locked_budget(case.call)
    case = RentContribution.objects.get(pk=case.pk)
    asked = changing.open_change(case)
    before = case.granted or NOTHING
    after = changing.amount_after(case, asked) if asked else before
    changed = _changed(case, asked, after) if asked and after else {}
    case = apply_transition(
        case, "authorise_change", by=by, reason=reason, seen_version=seen_version, **changed
    )
    if asked is None or after is None:
        return case
    _divide(case, asked)
    if after < before:
        words = f"Variazione della concessione, domanda {case.number}"
        ledger.free(case, before - after, by=by, description=words)
        case.aid_entries.filter(source="granted_here").update(amount=after)
    asked.amount_before, asked.amount_after = before, after
    _decide(case, asked, State.AUTHORISED, by, reason)
    letters.send_change(case, asked, by=by)
    return case


@transaction.atomic
def refuse_change(
    case: RentContribution,
    *,
    by: User | None,
    answers: Mapping[int, str] | None = None,
    standing: Mapping[int, bool] | None = None,
    added: Sequence[Ground] = (),
    reason: str = "",
    seen_version: int | None = None,
) -> RentContribution:
    """Leave the grant as it is, for reasons told first; each observation has its answer (PRE-01, PRE-05)."""
    weigh(case, answers, standing, added)
    case = apply_transition(case, "refuse_change", by=by, reason=reason, seen_version=seen_version)
    asked = changing.open_change(case)
    if asked is not None:
        asked.amount_before = asked.amount_after = case.granted
        _decide(case, asked, State.REFUSED, by, reason)
        letters.send_change_refusal(case, asked, by=by)
    return case


@transaction.atomic
def take_change_back(
    case: RentContribution, *, by: User | None, seen_version: int | None = None
) -> RentContribution:
    """Ask for nothing any more."""
    case = apply_transition(case, "take_change_back", by=by, seen_version=seen_version)
    asked = changing.open_change(case)
    if asked is not None:
        _decide(case, asked, State.TAKEN_BACK, by, "")
    return case


def _written(case: RentContribution, said: ChangeData) -> Change:
    asked = Change.objects.create(
        contribution=case,
        kind=said.kind,
        reason=said.reason.strip(),
        space=said.space if said.kind == Kind.SPACE else None,
        space_before=case.space if said.kind == Kind.SPACE else None,
        first_day=said.first_day,
        last_day=said.last_day,
        report_until=said.report_until if said.kind == Kind.EXTENSION else None,
    )
    lines = {line.pk: line for line in case.lines.all()}
    if said.kind == Kind.BUDGET:
        ChangedLine.objects.bulk_create(
            ChangedLine(change=asked, line=lines[pk], amount=amount)
            for pk, amount in said.lines.items()
            if pk in lines
        )
    asked.rows = _compared(case, asked)
    asked.save(update_fields=["rows"])
    return asked


def _compared(case: RentContribution, asked: Change) -> list[list[str]]:
    """Return what the letter sets side by side: what, as it was, as asked."""
    if asked.kind == Kind.SPACE:
        new = f"{asked.space.name}, {asked.space.address}" if asked.space else "—"
        return [["Spazio", f"{case.space.name}, {case.space.address}", new]]
    if asked.kind == Kind.EXTENSION:
        new = day(asked.report_until) if asked.report_until else "—"
        return [["Termine del rendiconto", day(reporting.due_on(case)), new]]
    if asked.kind == Kind.BUDGET:
        return [
            [
                one.line.description,
                euro(one.line.plain.cost(with_vat=case.vat_is_cost)),
                euro(one.amount),
            ]
            for one in asked.lines.select_related("line")
        ]
    first, last = changing.period_after(case, asked)
    rows = [["Periodo", _period(case.period_from, case.period_to), _period(first, last)]]
    if asked.kind == Kind.SUSPENSION and asked.first_day and asked.last_day:
        rows.append(["Sospensione", "—", _period(asked.first_day, asked.last_day)])
    return rows


def _period(first: date, last: date) -> str:
    return f"dal {day(first)} al {day(last)}"


def _changed(case: RentContribution, asked: Change, after: Decimal) -> dict[str, Any]:
    """Return the fields of the grant that a change gives other values."""
    first, last = changing.period_after(case, asked)
    changed: dict[str, Any] = {"granted": after, "amount": after}
    if asked.kind == Kind.SPACE:
        changed["space"] = asked.space
    if asked.kind in {Kind.PERIOD, Kind.SUSPENSION}:
        changed |= {"period_from": first, "period_to": last}
    if asked.kind == Kind.EXTENSION:
        changed["report_until"] = asked.report_until
    return changed


def _divide(case: RentContribution, asked: Change) -> None:
    """Let the spend admitted be what was authorised: the final amount rests on it (AMT-05)."""
    for one in asked.lines.select_related("line"):
        SpendLine.objects.filter(pk=one.line_id, contribution=case).update(admitted=one.amount)


def _decide(case: RentContribution, asked: Change, state: str, by: User | None, words: str) -> None:
    clock.end_all(case)
    asked.state, asked.decided_at, asked.decided_by = state, moment.now(), by
    asked.words = words.strip()
    asked.save()
