"""A version of a call read into plain values: what is judged, compared, copied and sent."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from calls.rules.blocks import Block
from calls.rules.contents import Content, Declaration, Document
from calls.rules.plain import from_plain, to_plain
from calls.rules.premiums import Premium, Reserve
from calls.rules.ranking import Share
from calls.rules.scores import Criterion

if TYPE_CHECKING:
    from calls.models import CallVersion

# The rows of a version, by the name they have both there and in the plain content.
ROWS: dict[str, type[Any]] = {
    "documents": Document,
    "declarations": Declaration,
    "criteria": Criterion,
    "premiums": Premium,
    "reserves": Reserve,
    "shares": Share,
    "blocks": Block,
}


def read(version: CallVersion) -> Content:
    """Return everything that a version says."""
    rows = {name: read_rows(version, name) for name in ROWS}
    return Content(
        parameters=version.parameters,
        texts=version.texts,
        questions=tuple(question.plain for question in version.questions.all()),
        **rows,
    )


def read_rows(version: CallVersion, name: str) -> tuple[Any, ...]:
    """Return the rows of one sort, in their order."""
    return tuple(plain_row(ROWS[name], row) for row in getattr(version, name).all())


def plain_row(kind: type[Any], row: Any) -> Any:
    """Return a row as the rules take it."""
    names = [field.name for field in dataclasses.fields(kind)]
    return from_plain(kind, {name: to_plain(getattr(row, name)) for name in names})
