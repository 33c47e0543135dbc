"""The answers to a call's extra questions, as sheets: one column a question, lines on a sheet of their own.

A question stays itself from version to version by its code and kind; its title is that of the
latest version under which something was granted. Answers are somebody's own words: what a
spreadsheet cannot hold as number or day stands there as text.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from accounting.sheets import Column, Sheet
from accounting.sheets.model import Kind
from calls.forms.answers import PREFIX, in_words, is_money
from calls.models import Call, Question
from calls.rules.questions import Column as Cell
from calls.rules.questions import Question as PlainQuestion
from grants.queries import granted_for_workbook, in_batches, questions_of_grants
from workflows.models import Answer, Document
from workflows.models.answers import NUMBERS

BATCH = 1000
COUNT_WIDTH = 18
KINDS: dict[str, Kind] = {"number": "number", "money": "money", "date": "date"}
Key = tuple[str, str]
WHOSE = (
    Column("case", "Pratica", "code", width=24),
    Column("name", "Beneficiario", "text", width=34),
)
LINE = (
    *WHOSE,
    Column("question", "Domanda", "text", width=34),
    Column("line", "Riga", "integer"),
)


@dataclass(frozen=True)
class Asked:
    """The extra questions of a call, as asked in any version under which something was granted."""

    call: Call
    by_pk: dict[int, PlainQuestion]
    columns: dict[Key, PlainQuestion]

    @property
    def with_lines(self) -> list[PlainQuestion]:
        """The questions that are answered by repeating lines."""
        return [one for one in self.columns.values() if one.kind == "lines"]


def sheets(call: Call | None) -> list[Sheet]:
    """Return the sheets of answers: for each call that asks something, and for its lines."""
    found = []
    for asked in _asked(questions_of_grants(call)):
        found.append(_answers_sheet(asked))
        if asked.with_lines:
            found.append(_lines_sheet(asked))
    return found


def _asked(questions: Iterable[Question]) -> Iterator[Asked]:
    """Put the questions together call by call; they come with the latest version first."""
    by_call: dict[int, Asked] = {}
    for question in questions:
        call = question.version.call
        asked = by_call.setdefault(call.pk, Asked(call, {}, {}))
        plain = question.plain
        asked.by_pk[question.pk] = plain
        asked.columns.setdefault((plain.code, plain.kind), plain)
    yield from by_call.values()


def _answers_sheet(asked: Asked) -> Sheet:
    columns = [
        Column(f"{code}.{kind}", _title(one), _kind(one), _width(one), or_text=True)
        for (code, kind), one in asked.columns.items()
    ]
    return Sheet(f"Risposte {asked.call.code}", (*WHOSE, *columns), _answers(asked))


def _lines_sheet(asked: Asked) -> Sheet:
    several = len(asked.with_lines) > 1
    columns = [
        Column(
            f"{one.code}.{cell.code}",
            f"{one.title_it}: {cell.title_it}" if several else cell.title_it,
            KINDS.get(cell.kind, "text"),
            or_text=True,
        )
        for one in asked.with_lines
        for cell in one.columns
    ]
    return Sheet(f"Righe {asked.call.code}", (*LINE, *columns), _lines(asked))


def _answers(asked: Asked) -> Iterator[tuple[object, ...]]:
    has_files = any(kind == "file" for _code, kind in asked.columns)
    for batch in in_batches(granted_for_workbook(asked.call), BATCH):
        given = _files(batch) if has_files else defaultdict(dict)
        for answer in _of(batch):
            question = asked.by_pk[answer.question_id]
            given[answer.case_id][question.code, question.kind] = _value(question, answer)
        for grant in batch:
            own = given.get(grant.pk, {})
            yield grant.number, grant.applicant__name, *map(own.get, asked.columns)


def _lines(asked: Asked) -> Iterator[tuple[object, ...]]:
    cells = [(one.code, cell) for one in asked.with_lines for cell in one.columns]
    for batch in in_batches(granted_for_workbook(asked.call), BATCH):
        given = defaultdict(list)
        for answer in _of(batch).filter(kind="lines").order_by("question__position"):
            given[answer.case_id].append(answer)
        for grant in batch:
            for answer in given.get(grant.pk, ()):
                question = asked.by_pk[answer.question_id]
                for number, row in enumerate(answer.rows, 1):
                    yield (
                        grant.number,
                        grant.applicant__name,
                        question.title_it,
                        number,
                        *(
                            _cell(cell, row.get(cell.code)) if code == question.code else None
                            for code, cell in cells
                        ),
                    )


def _of(batch: Sequence[Any]) -> QuerySet[Answer]:
    return Answer.objects.filter(case__in=[grant.pk for grant in batch]).order_by()


def _files(batch: Sequence[Any]) -> dict[int, dict[Key, object]]:
    """Return the names of the files that answer questions, by the key of their case."""
    names: dict[int, dict[Key, list[str]]] = defaultdict(lambda: defaultdict(list))
    rows = Document.objects.filter(
        case__in=[grant.pk for grant in batch],
        requirement__startswith=PREFIX,
        filed_at__isnull=False,
    )
    for case, requirement, name in rows.order_by("pk").values_list("case", "requirement", "name"):
        names[case][requirement.removeprefix(PREFIX), "file"].append(name)
    found: dict[int, dict[Key, object]] = defaultdict(dict)
    for case, by_key in names.items():
        found[case] = {key: "; ".join(several) for key, several in by_key.items()}
    return found


def _value(question: PlainQuestion, answer: Answer) -> object:
    """Return an answer as its column takes it: a number, a day, or words."""
    if question.kind in NUMBERS:
        return answer.number
    if question.kind == "date":
        return answer.day
    if question.kind == "lines":
        return len(answer.rows)
    if question.kind == "declaration":
        return in_words(question, bool(answer.text))
    return in_words(question, tuple(answer.chosen) if question.kind == "choices" else answer.text)


def _cell(cell: Cell, value: Any) -> object:
    if value is None:
        return None
    if cell.kind in NUMBERS:
        return Decimal(value)
    return date.fromisoformat(value) if cell.kind == "date" else in_words(cell, value)


def _kind(question: PlainQuestion) -> Kind:
    if question.kind in NUMBERS:
        return "money" if is_money(question) else "number"
    return {"date": "date", "lines": "integer"}.get(question.kind, "text")


def _width(question: PlainQuestion) -> float | None:
    return COUNT_WIDTH if question.kind == "lines" else None


def _title(question: PlainQuestion) -> str:
    return f"{question.title_it} (righe)" if question.kind == "lines" else question.title_it
