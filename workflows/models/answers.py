from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from calls.rules.sheets import Value

NUMBERS = ("number", "money", "computed")


class Answer(models.Model):
    """What a filed application says to an extra question of its call; never changed (trigger).

    The answer stands in the column of its kind; a line of `rows` maps the codes of its columns to
    plain values, numbers and days as text.
    """

    case = models.ForeignKey("workflows.Case", models.PROTECT, related_name="answers")
    question = models.ForeignKey("calls.Question", models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=12)
    text = models.TextField(_("text"), blank=True)
    number = models.DecimalField(_("number"), max_digits=24, decimal_places=6, null=True)
    day = models.DateField(_("day"), null=True)
    chosen = models.JSONField(_("chosen"), default=list)
    rows = models.JSONField(_("lines"), default=list)

    class Meta:
        verbose_name = _("answer to an extra question")
        verbose_name_plural = _("answers to extra questions")
        ordering = ["case", "question__position"]
        constraints = [
            models.UniqueConstraint(fields=["case", "question"], name="answer_once_per_question"),
            models.CheckConstraint(
                condition=(
                    Q(kind__in=["text", "choice", "declaration"]) & ~Q(text="")
                    | Q(kind__in=NUMBERS, number__isnull=False)
                    | Q(kind="date", day__isnull=False)
                    | Q(kind="choices") & ~Q(chosen=[])
                    | Q(kind="lines") & ~Q(rows=[])
                ),
                name="answer_stands_in_its_column",
            ),
        ]

    def __str__(self):
        return f"{self.case_id}: {self.question_id}"

    @property
    def value(self) -> Value:
        """The answer as the rules take it."""
        if self.kind in NUMBERS:
            return self.number
        if self.kind == "date":
            return self.day
        if self.kind == "choices":
            return tuple(self.chosen)
        if self.kind == "declaration":
            return True
        if self.kind == "lines":
            columns = {column.code: column.kind for column in self.question.plain.columns}
            return tuple(_read_row(row, columns) for row in self.rows)
        return self.text


def _read_row(row: dict[str, Any], columns: dict[str, str]) -> dict[str, Any]:
    return {code: _read_cell(columns.get(code, "text"), value) for code, value in row.items()}


def _read_cell(kind: str, value: Any) -> Any:
    if value is None:
        return None
    if kind in NUMBERS:
        return Decimal(value)
    return date.fromisoformat(value) if kind == "date" else value
