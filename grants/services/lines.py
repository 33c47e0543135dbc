"""Lines of spend: as they are filed, and written back into a draft to be typed over."""

from decimal import Decimal

from django.db import transaction

from grants.filing import LineData
from grants.models import RentContribution, SpendLine
from workflows.written.rows import locked_draft, write_rows

LINE, AID, FIRM = "line", "aid", "firm"


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
    draft = locked_draft(case)
    if f"{LINE}-rows" in draft.answers:
        return
    lines = list(case.lines.all())
    for number, line in enumerate(lines, 1):
        texts = {field: _typed(getattr(line, field)) for field in _LINE_FIELDS}
        texts["item"] = str(line.price_item_id or "free")
        for field in ("item", "kind", "description", "unit", "quantity", "unit_price", "vat_rate"):
            draft.answers[f"{LINE}-{number}-{field}"] = {"value": texts[field], "revision": 1}
    write_rows(draft, LINE, list(range(1, len(lines) + 1)))
    draft.answers[f"{LINE}-rows"]["revision"] = len(lines)
    draft.save()


def _typed(value: object) -> str:
    """Write a filed value as it would have been typed."""
    if isinstance(value, Decimal):
        return f"{value:f}".removesuffix(".00").replace(".", ",")
    return "" if value is None else str(value)


_LINE_FIELDS = ("kind", "description", "unit", "quantity", "unit_price", "vat_rate", "list_price")
