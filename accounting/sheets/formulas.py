"""Calculated cells: what the spreadsheet computes, and the value it has when the file is written."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

_NAME = re.compile(r"\{(?:(?P<sheet>[^{}!]+)!)?(?P<key>\w+)\}")

Result = Decimal | int | str
Find = Callable[[str | None, str], str]


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell of a calculated column.

    `text` is the formula in English without its "=". In it `{key}` stands for the cell of the same
    row in that column, and `{Sheet title!key}` for the whole column of a sheet written before.
    `value` is the result now (EUR for amounts): a reader sees it that does not calculate. The text
    is ours alone: what people typed stands in cells of its own and is named here by its column.
    """

    text: str
    value: Result

    def resolved(self, find: Find) -> str:
        """Return the formula as a cell holds it; `find` gives the reference of sheet and key."""
        return "=" + _NAME.sub(lambda name: find(name["sheet"], name["key"]), self.text)
