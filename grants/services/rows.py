"""Repeating rows of a draft: lines of spend and aids received, each with its own number."""

from decimal import Decimal

from django.db import transaction

from grants.filing import LineData
from grants.models import RentContribution, SpendLine
from workflows.models import Draft
from workflows.services.drafts import Kept

LINE, AID = "line", "aid"
MOST_ROWS = 30


def row_numbers(draft: Kept, kind: str) -> list[int]:
    """Return the numbers of the rows of a kind, in their order."""
    return [int(number) for number in draft.value(f"{kind}-rows", [])]


@transaction.atomic
def add_row(case: RentContribution, kind: str, most: int = MOST_ROWS) -> int | None:
    """Add an empty row and return its number, never used before; None where there are enough."""
    return new_row(_locked(case), kind, most)


@transaction.atomic
def remove_row(case: RentContribution, kind: str, number: int) -> None:
    """Take a row away with all that was typed in it; a row that is gone already stays gone."""
    drop_row(_locked(case), kind, number)


def new_row(draft: Kept, kind: str, most: int = MOST_ROWS) -> int | None:
    """As `add_row`, in a draft that nobody else writes in meanwhile."""
    rows = row_numbers(draft, kind)
    if len(rows) >= most:
        return None
    # The list's revision grows with every row that comes or goes: a number is not given twice.
    number = draft.revision(f"{kind}-rows") + 1
    _write(draft, kind, [*rows, number])
    return number


def drop_row(draft: Kept, kind: str, number: int) -> None:
    """As `remove_row`, in a draft that nobody else writes in meanwhile."""
    rows = row_numbers(draft, kind)
    if number not in rows:
        return
    for field in [name for name in draft.answers if name.startswith(f"{kind}-{number}-")]:
        del draft.answers[field]
    _write(draft, kind, [row for row in rows if row != number])


@transaction.atomic
def replace_lines(case: RentContribution, lines: list[LineData]) -> None:
    """Put new lines of spend in place of the filed ones, where the office has reopened them."""
    case.lines.all().delete()
    write_lines(case, lines)


def write_lines(case: RentContribution, lines: list[LineData]) -> None:
    """Write lines of spend as they are filed."""
    SpendLine.objects.bulk_create(
        SpendLine(
            contribution=case,
            price_item_id=line.price_item,
            **{field: getattr(line, field) for field in _LINE_FIELDS},
        )
        for line in lines
    )


@transaction.atomic
def seed_lines(case: RentContribution) -> None:
    """Write the filed lines into a draft that has none, so that they can be typed over."""
    draft = _locked(case)
    if f"{LINE}-rows" in draft.answers:
        return
    lines = list(case.lines.all())
    for number, line in enumerate(lines, 1):
        texts = {field: _typed(getattr(line, field)) for field in _LINE_FIELDS}
        texts["item"] = str(line.price_item_id or "free")
        for field in ("item", "kind", "description", "unit", "quantity", "unit_price", "vat_rate"):
            draft.answers[f"{LINE}-{number}-{field}"] = {"value": texts[field], "revision": 1}
    _write(draft, LINE, list(range(1, len(lines) + 1)))
    draft.answers[f"{LINE}-rows"]["revision"] = len(lines)
    draft.save()


def _typed(value: object) -> str:
    """Write a filed value as it would have been typed."""
    if isinstance(value, Decimal):
        return f"{value:f}".removesuffix(".00").replace(".", ",")
    return "" if value is None else str(value)


_LINE_FIELDS = ("kind", "description", "unit", "quantity", "unit_price", "vat_rate", "list_price")


def _locked(case: RentContribution) -> Draft:
    Draft.objects.get_or_create(case_id=case.pk)
    return Draft.objects.select_for_update().get(case_id=case.pk)


def _write(draft: Kept, kind: str, numbers: list[int]) -> None:
    name = f"{kind}-rows"
    draft.answers[name] = {
        "value": [str(number) for number in numbers],
        "revision": draft.revision(name) + 1,
    }
    draft.save()
