"""Keeping the answers to the extra questions of a call, each in the column of its kind."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from calls.models import Question
from calls.rules.sheets import Sheet, is_answered
from workflows.models import Answer, Case

COLUMNS = {
    "text": "text",
    "choice": "text",
    "number": "number",
    "money": "number",
    "computed": "number",
    "date": "day",
    "choices": "chosen",
    "lines": "rows",
}
DECLARED = "yes"


@transaction.atomic
def keep(case: Case, sheet: Sheet) -> list[Answer]:
    """Write the answers of a sheet: those that were asked for, and given or calculated.

    Files are documents of the case, and headings are answered by nobody.
    """
    questions = {question.code: question for question in case.call_version.questions.all()}
    answers = [
        _answer(case, questions[code], sheet.values[code])
        for code in sheet.shown
        if questions[code].kind not in {"file", "heading"} and is_answered(sheet.values[code])
    ]
    return Answer.objects.bulk_create(answers)


def answers_of(case: Case) -> list[Answer]:
    """Return the answers of a case with their questions, in the order in which they were asked."""
    return list(case.answers.select_related("question"))


def _answer(case: Case, question: Question, value: Any) -> Answer:
    answer = Answer(case_id=case.pk, question=question, kind=question.kind)
    if question.kind == "declaration":
        answer.text = DECLARED
    else:
        setattr(answer, COLUMNS[question.kind], _plain(value))
    return answer


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain_row(one) if isinstance(one, Mapping) else one for one in value]
    return value


def _plain_row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {code: _plain_cell(value) for code, value in row.items()}


def _plain_cell(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else value
