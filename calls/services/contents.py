"""Writing plain content into the rows of a version, and copying one version into another."""

import dataclasses
from typing import Any

from django.db import transaction

from calls.contents import ROWS
from calls.models import CallVersion, Question
from calls.rules.contents import Content
from calls.rules.plain import to_plain
from calls.rules.questions import Question as PlainQuestion

# What a question has in columns of its own; the rest stands in its settings.
OWN = ("code", "kind", "title_it", "title_en", "help_it", "help_en", "is_required")


@transaction.atomic
def write(version: CallVersion, content: Content) -> None:
    """Give a version that has no rows yet the rows of a content."""
    version.parameters, version.texts = dict(content.parameters), dict(content.texts)
    version.save(update_fields=["parameters", "texts"])
    for name in ROWS:
        model = getattr(version, name).model
        model.objects.bulk_create(
            model(version=version, **_placed(name, row, place))
            for place, row in enumerate(getattr(content, name), 1)
        )
    Question.objects.bulk_create(
        Question(version=version, position=place, **question_fields(question))
        for place, question in enumerate(content.questions, 1)
    )


def question_fields(question: PlainQuestion) -> dict[str, Any]:
    """Return the columns of a question, its settings among them."""
    plain = to_plain(question)
    return {
        **{name: plain[name] for name in OWN},
        "settings": {name: value for name, value in plain.items() if name not in OWN},
    }


def row_fields(name: str, row: Any) -> dict[str, Any]:
    """Return the columns of a row of a sort, its place in the list apart."""
    fields = {field.name: getattr(row, field.name) for field in dataclasses.fields(ROWS[name])}
    return {
        one: list(value) if isinstance(value, tuple) else value for one, value in fields.items()
    }


def _placed(name: str, row: Any, place: int) -> dict[str, Any]:
    fields = row_fields(name, row)
    return fields if name == "blocks" else fields | {"position": place}
