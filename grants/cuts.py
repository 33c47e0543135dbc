"""A cut that is a judgement is in part a refusal: when it is told first (PRE-09)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from grants import rules
from grants.checks import computed, parameters_of
from workflows import prenotice
from workflows.examination.against import setting_of
from workflows.rules import Outcome, judge

if TYPE_CHECKING:
    from grants.models import RentContribution, SpendLine

CUT = "AMT-03"


def cut_outcomes(case: RentContribution) -> list[Outcome]:
    """A cut that is a judgement and lowers the contribution is told first (PRE-09)."""
    weighed = weighed_cuts(case)
    told = [ground for ground in case.grounds if ground.rule == CUT and ground.told_at]
    outcomes = [prenotice.cut_notice(setting_of(case), weighed, told=bool(told))]
    unanswered = [ground for ground in told if ground.observation and not ground.answer]
    if weighed and unanswered:
        outcomes.append(
            judge(
                "PRE-05",
                False,
                yes="",
                no="Il taglio resta: serve una risposta alle osservazioni su di esso.",
                source=prenotice.SOURCE,
            )
        )
    return outcomes


def weighed_cuts(case: RentContribution) -> list[str]:
    """Return the lines whose cut is no mere arithmetic, where they lower the contribution."""
    lines = list(case.lines.all())
    found = [line for line in lines if _is_weighed(line, with_vat=case.vat_is_cost)]
    if not found:
        return []
    asked = case.requested or Decimal(0)
    result = min(computed(case).amount or Decimal(0), asked)
    without = min(_without(case, lines, found), asked)
    return [line.description for line in found] if result < without else []


def _is_weighed(line: SpendLine, *, with_vat: bool) -> bool:
    return line.admitted is not None and line.admitted < rules.reckoned_spend(
        line.plain, with_vat=with_vat
    )


def _without(case: RentContribution, lines: list[SpendLine], weighed: list[SpendLine]) -> Decimal:
    """Return what the lines would give with arithmetic alone, in EUR."""
    set_ = parameters_of(case)
    plain = [
        replace(line.plain, admitted=rules.reckoned_spend(line.plain, with_vat=case.vat_is_cost))
        if line in weighed
        else line.plain
        for line in lines
    ]
    result = rules.contribution(
        plain,
        rate_percent=set_.rate_percent,
        ceiling=set_.ceiling,
        minimum=set_.minimum_spend,
        with_vat=case.vat_is_cost,
    )
    return result.amount or Decimal(0)
