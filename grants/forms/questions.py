"""Page “domande”: the extra questions of the call, as far as they are asked of this applicant."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from calls.forms.answers import (
    WITHOUT_FIELD,
    field_of,
    in_language,
    in_words,
    name_of,
)
from calls.rules.questions import MOST_ROWS, Question
from workflows.written.base import DraftForm, Entry

if TYPE_CHECKING:
    from grants.forms.application import Application


class QuestionsForm(DraftForm):
    """The questions that are answered in one field each."""

    def build(self) -> None:
        """Ask what is asked now; the answers to other questions decide."""
        for question in self.application.asked_questions:
            if question.kind not in WITHOUT_FIELD:
                self.fields[name_of(question.code)] = field_of(question)

    def clean(self) -> dict[str, Any]:
        """Demand at least one line where lines must be there."""
        for question in self.application.asked_questions:
            rows = self.application.answer_rows.get(question.code, [])
            if question.kind == "lines" and question.is_required and not rows:
                message = _("“{title}”: add at least one line.")
                words = message.format(title=in_language(question))
                self.add_error(None, ValidationError(words, code="no_line"))
        return self.cleaned_data

    def entry(self, code: str) -> Entry | None:
        """Return the field of a question, where it has one."""
        return next(iter(self.entries([name_of(code)])), None)


class AnswerRowForm(DraftForm):
    """One line of a question of lines."""

    def __init__(self, application: "Application", question: Question, number: int) -> None:
        self.question, self.number = question, number
        super().__init__(application, prefix=f"{name_of(question.code)}-{number}")

    def build(self) -> None:
        """Ask for every column."""
        for column in self.question.columns:
            self.fields[column.code] = field_of(column)


class AskedQuestion:
    """A question as the page draws it: its box stands there even while it is not asked."""

    def __init__(self, application: "Application", question: Question) -> None:
        self.application, self.question = application, question

    @property
    def code(self) -> str:
        """The code of the question."""
        return self.question.code

    @property
    def kind(self) -> str:
        """The kind of the question."""
        return self.question.kind

    @property
    def is_asked(self) -> bool:
        """Whether the answers so far lead to it."""
        return self.application.sheet.shows(self.code)

    @property
    def title(self) -> str:
        """What is asked, in the reader's language."""
        return in_language(self.question)

    @property
    def help(self) -> str:
        """The help, in the reader's language."""
        return in_language(self.question, "help")

    @property
    def entry(self) -> Entry | None:
        """The field, where there is one."""
        return self.application.questions_form.entry(self.code)

    @property
    def rows(self) -> list[AnswerRowForm]:
        """The lines, where there are any."""
        return self.application.answer_rows.get(self.code, [])

    @property
    def has_room(self) -> bool:
        """Whether another line may be added."""
        return len(self.rows) < (self.question.limits.rows or MOST_ROWS)

    @property
    def words(self) -> str:
        """The answer in words: what was calculated, for a calculated field."""
        return in_words(self.question, self.application.sheet.values.get(self.code))


def row_facts(question: Question, value: Any) -> str:
    """Return the lines of an answer in words, one after the other."""
    columns = {column.code: column for column in question.columns}
    lines = [
        ", ".join(
            f"{in_language(columns[code])}: {in_words(columns[code], cell)}"
            for code, cell in row.items()
            if code in columns and cell not in (None, "")
        )
        for row in value or ()
    ]
    return "; ".join(line for line in lines if line)


def answer_in_words(question: Question, value: Any) -> str:
    """Return any answer as people read it."""
    return row_facts(question, value) if question.kind == "lines" else in_words(question, value)
