"""What follows from the answers given so far: which questions are asked, what is computed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from calls.rules import formulas
from calls.rules.loops import in_order
from calls.rules.questions import (
    ANSWERED,
    AT_LEAST,
    IS_NOT,
    UNANSWERED,
    Condition,
    Question,
    ShownIf,
    dependencies,
)

# What an answer may be: text or the code of a choice, a number or amount, a day, a tick, several
# codes, or lines that give a value for each column.
Value = str | Decimal | date | bool | tuple[str, ...] | tuple[Mapping[str, Any], ...] | None


@dataclass(frozen=True)
class Sheet:
    """The questions that are asked, by code and in their order, and every value that is known."""

    shown: tuple[str, ...]
    values: dict[str, Value]

    def shows(self, code: str) -> bool:
        """Tell whether a question is asked."""
        return code in self.shown


def fill(
    questions: Sequence[Question], given: Mapping[str, Value], known: Mapping[str, Value]
) -> Sheet:
    """Work out which questions are asked and what the calculated ones give (CALL-07).

    `given` are the answers as far as they can be read, `known` what the form asks anyway. The
    answer to a question that is not asked counts for nothing, whatever was typed in it before.
    Raises `ValueError` where questions depend on one another in a circle.
    """
    by_code = {question.code: question for question in questions}
    values: dict[str, Value] = dict(known)
    hidden: set[str] = set()
    for code in in_order(dependencies(questions)):
        question = by_code[code]
        if question.shown_if is not None and not holds(question.shown_if, values):
            hidden.add(code)
            values[code] = None
        elif question.kind == "computed":
            values[code] = _computed(question, values, hidden)
        else:
            values[code] = given.get(code)
    shown = tuple(question.code for question in questions if question.code not in hidden)
    return Sheet(shown, {code: values[code] for code in shown})


def holds(condition: ShownIf, values: Mapping[str, Value]) -> bool:
    """Tell whether the condition of a question holds for the values known so far."""
    results = [_passes(test, values.get(test.question)) for test in condition.conditions]
    return any(results) if condition.mode == "any" else all(results)


def is_answered(value: Value) -> bool:
    """Tell whether there is an answer at all."""
    return bool(value) if not isinstance(value, Decimal) else True


def _passes(test: Condition, value: Value) -> bool:
    if test.operator == ANSWERED:
        return is_answered(value)
    if test.operator == UNANSWERED:
        return not is_answered(value)
    if not is_answered(value):
        return False
    if isinstance(value, tuple):
        return (test.value in value) != (test.operator == IS_NOT)
    wanted, found = _comparable(test.value, value)
    if test.operator in {"is", IS_NOT}:
        return (found == wanted) != (test.operator == IS_NOT)
    return bool(found >= wanted if test.operator == AT_LEAST else found <= wanted)


def _comparable(wanted: str, value: Value) -> tuple[Any, Any]:
    if isinstance(value, Decimal):
        return Decimal(wanted.strip().replace(",", ".")), value
    if isinstance(value, date):
        return date.fromisoformat(wanted.strip()), value
    return wanted.strip().casefold(), str(value).strip().casefold()


def _computed(question: Question, values: Mapping[str, Value], hidden: set[str]) -> Decimal | None:
    node = formulas.parse(question.formula)
    numbers: dict[str, Decimal | None] = {}
    rows: dict[str, Sequence[Mapping[str, Decimal | None]]] = {}
    for name in formulas.references(node):
        value = values.get(name.name)
        if isinstance(value, tuple):
            rows[name.name] = [_numbers(row) for row in value if isinstance(row, Mapping)]
        elif name.name in hidden:
            # What is not asked adds nothing; what is asked and not answered leaves the sum open.
            numbers[name.name] = Decimal(0)
        else:
            numbers[name.name] = value if isinstance(value, Decimal) else None
    result = formulas.work_out(node, numbers, rows)
    return None if result is None else formulas.rounded(result, question.limits.decimals)


def _numbers(row: Mapping[str, Any]) -> dict[str, Decimal | None]:
    return {code: value if isinstance(value, Decimal) else None for code, value in row.items()}
