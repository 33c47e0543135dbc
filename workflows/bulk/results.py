"""What became of the rows of a job: how many of each outcome, sums by act, and a file of them all."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db.models import Count, DecimalField, F, QuerySet, Sum
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from workflows.bulk.actions import words_of_actions
from workflows.kinds import kinds
from workflows.models import BackgroundJob, JobRow

SEPARATOR = ";"
# What a spreadsheet could run as a formula; the last four are the full-width forms of the first.
RISKY = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
ORDER = (
    *(JobRow.Outcome.FORESEEN, JobRow.Outcome.DONE, JobRow.Outcome.UNDONE, JobRow.Outcome.FOUND),
    *(JobRow.Outcome.CHANGED, JobRow.Outcome.REFUSED, JobRow.Outcome.FAILED),
)
MONEY = DecimalField(max_digits=14, decimal_places=2)


def outcomes(job: BackgroundJob) -> dict[str, int]:
    """Return how many rows ended in each way, those that went well first."""
    rows = job.rows.order_by().values_list("outcome").annotate(number=Count("pk"))
    counted = dict(rows.values_list("outcome", "number"))
    return {outcome: counted[outcome] for outcome in ORDER if outcome in counted}


def sums_by_act(job: BackgroundJob, outcome: str) -> list[dict[str, Any]]:
    """Return for each act its words, number of rows and money bound in EUR (None where none is)."""
    rows = (
        job.rows.filter(outcome=outcome)
        .order_by()
        .annotate(act=KT("data__act"), amount=Cast(KT("data__amount"), MONEY))
        .values("act")
        .annotate(number=Count("pk"), total=Sum("amount"))
        .order_by(F("act").asc(nulls_last=True))
    )
    words = _words_of_acts()
    return [
        {"words": words.get(row["act"], ""), "number": row["number"], "total": row["total"]}
        for row in rows
    ]


def file_lines(rows: QuerySet[JobRow]) -> Iterator[bytes]:
    """Write rows as CSV, piece by piece: UTF-8 with signature, `;`, decimal comma, CRLF.

    Text that a spreadsheet could run as a formula gets a leading apostrophe.
    """
    writer = csv.writer(_Echo(), delimiter=SEPARATOR, lineterminator="\r\n")
    words = _words_of_acts()
    titles = (
        _("Case"),
        _("Applicant"),
        _("Act"),
        _("Result"),
        _("Details"),
        _("Amount (EUR)"),
        _("Funds left after (EUR)"),
        _("Noted at"),
    )
    yield ("\ufeff" + writer.writerow(titles)).encode()
    for row in rows.order_by("pk").iterator(chunk_size=1000):
        fields = (
            row.label,
            row.data.get("applicant", ""),
            words.get(row.data.get("act"), ""),
            row.get_outcome_display(),
            row.sentence,
        )
        money = (_money(row.data.get("amount")), _money(row.data.get("left")))
        noted = f"{localtime(row.at):%d/%m/%Y %H:%M:%S}"
        yield writer.writerow((*map(_plain, fields), *money, noted)).encode()


class _Echo:
    """Hands every line that the csv module writes straight back."""

    def write(self, text: str) -> str:
        """Return the line."""
        return text


def _plain(text: str) -> str:
    cleaned = str(text).replace("\r\n", "\n").replace("\r", "\n")
    return f"'{cleaned}" if cleaned and cleaned[0] in RISKY else cleaned


def _money(value: str | None) -> str:
    return "" if value is None else f"{Decimal(value):.2f}".replace(".", ",")


def _words_of_acts() -> dict[str | None, str]:
    return words_of_actions() | {act.name: str(act.label) for kind in kinds() for act in kind.acts}
