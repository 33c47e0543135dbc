"""The list of what is paid with F24, for an order of which nothing goes through the bank's file (ACC-07)."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol

from accounting.sheets.values import is_risky

HEAD = ("id_disposizione", "a_favore_di", "importo", "causale")


class Line(Protocol):
    """What is read of a line of an order; `amount` in EUR."""

    number: str
    name: str
    amount: Decimal
    purpose: str


def write_list(lines: Iterable[Line]) -> bytes:
    """Return the lines as CSV with semicolons and decimal comma; the same lines give the same bytes."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEAD)
    for line in lines:
        amount = f"{line.amount:.2f}".replace(".", ",")
        writer.writerow([line.number, line.name, amount, _safe(line.purpose)])
    return text.getvalue().encode("utf-8-sig")


def _safe(words: str) -> str:
    return f"'{words}" if words and is_risky(words) else words
