"""The extra questions of a call, put to a contribution: what is known, what follows, what lacks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from calls.forms.answers import PREFIX
from calls.rules.questions import Question
from calls.rules.sheets import Sheet, Value, fill
from grants import rules

if TYPE_CHECKING:
    from calls.models import CallVersion
    from grants.models import RentContribution

APPLICANT, SPEND_TOTAL, CONTRIBUTION, MONTHS = "richiedente", "spesa", "contributo", "mesi"


def plain_questions(version: CallVersion) -> tuple[Question, ...]:
    """Return the extra questions of a version as the rules take them."""
    return tuple(question.plain for question in version.questions.all())


def known_values(
    kind: str, amount: rules.Contribution, period: tuple[date | None, date | None]
) -> dict[str, Value]:
    """Return what the form asks anyway, for conditions and formulas; amounts in EUR."""
    starts, ends = period
    months = rules.whole_months(starts, ends) if starts and ends else None
    return {
        APPLICANT: kind or None,
        SPEND_TOTAL: amount.eligible,
        CONTRIBUTION: amount.amount,
        MONTHS: months,
    }


def sheet_of(
    case: RentContribution,
    questions: tuple[Question, ...],
    given: Mapping[str, Value],
    amount: rules.Contribution,
) -> Sheet:
    """Work the questions out anew for a case that is being filed (CALL-07)."""
    if not questions:
        return Sheet((), {})
    files = file_codes(case.documents.values_list("requirement", flat=True))
    answers = dict(given) | {
        question.code: question.code in files for question in questions if question.kind == "file"
    }
    period = (case.period_from, case.period_to)
    return fill(questions, answers, known_values(case.applicant_kind, amount, period))


def file_codes(requirements: Iterable[str]) -> set[str]:
    """Return the codes of the questions that files answer."""
    return {
        requirement.removeprefix(PREFIX)
        for requirement in requirements
        if requirement.startswith(PREFIX)
    }
