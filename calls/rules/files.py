"""Whether a file of calls has the form that can be read; standard library only."""

from collections.abc import Callable, Collection, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from calls.rules.blocks import BLOCKS

DOCUMENT = {
    "code",
    "title_it",
    "title_en",
    "help_it",
    "help_en",
    "accepted",
    "max_bytes",
    "is_required",
    "is_essential",
    "only_for",
}
DECLARATION = {"code", "kind", "title_it", "title_en", "text_it", "text_en", "only_for"}


def first_fault(content: Any, *, kinds: Collection[str], procedures: Collection[str]) -> str | None:
    """Return where a file's content departs from the form of calls, in a sentence, or None.

    `kinds` and `procedures` are the values that a call may name.
    """
    if not isinstance(content, dict):
        return "the file holds no object"
    return next(_faults(content, kinds, procedures), None)


def _faults(
    content: dict[str, Any], kinds: Collection[str], procedures: Collection[str]
) -> Iterator[str]:
    for part, check in (("programmes", _programme_faults), ("calls", _call_faults)):
        rows = content.get(part, [])
        if not isinstance(rows, list):
            yield f"{part}: a list is wanted"
            return
        for row in rows:
            if not isinstance(row, dict):
                yield f"{part}: {row!r} is no object"
            else:
                name = f"{part[:-1]} {row.get('code', '?')}"
                yield from (f"{name}: {fault}" for fault in check(row, kinds, procedures))


def _programme_faults(row: dict[str, Any], *_choices: Collection[str]) -> Iterator[str]:
    yield from _missing(row, {"code", "title_it", "lead"})
    yield from _bad_rows(row, "funders", _is_funder)


def _call_faults(
    row: dict[str, Any], kinds: Collection[str], procedures: Collection[str]
) -> Iterator[str]:
    yield from _missing(row, {"code", "kind", "programme", "title_it"})
    for key, known in (("kind", kinds), ("procedure", procedures)):
        if key in row and row[key] not in known:
            yield f"unknown {key} {row[key]}"
    for key in ("criteria", "candidate_criteria"):
        yield from _bad_rows(row, key, lambda item: _is_titled(item, numbers=2))
    yield from _bad_rows(row, "premiums", lambda item: _is_titled(item, numbers=1))
    yield from _bad_rows(
        row, "documents", lambda item: _has(item, {"code", "title_it", "max_bytes"}, DOCUMENT)
    )
    yield from _bad_rows(
        row,
        "declarations",
        lambda item: _has(item, {"code", "kind", "title_it", "text_it"}, DECLARATION),
    )
    blocks = row.get("blocks") or {}
    if not isinstance(blocks, dict) or not all(map(_is_block, blocks.items())):
        yield "blocks: a text, or why it is left out, is wanted for each letter"


def _missing(row: dict[str, Any], wanted: set[str]) -> Iterator[str]:
    if missing := wanted - row.keys():
        yield f"missing {', '.join(sorted(missing))}"


def _bad_rows(row: dict[str, Any], key: str, is_good: Callable[[Any], bool]) -> Iterator[str]:
    items = row.get(key) or []
    if not isinstance(items, list):
        yield f"{key}: a list is wanted"
        return
    yield from (f"{key}: {item!r} cannot be read" for item in items if not is_good(item))


def _is_funder(item: Any) -> bool:
    return (
        isinstance(item, dict)
        and "name" in item
        and (not item.get("amount") or _is_number(item["amount"]))
    )


def _is_titled(item: Any, *, numbers: int) -> bool:
    return (
        isinstance(item, list)
        and len(item) == 1 + numbers
        and isinstance(item[0], str)
        and all(map(_is_number, item[1:]))
    )


def _is_block(item: tuple[str, Any]) -> bool:
    letter, text = item
    reason = text.get("left_out_because") if isinstance(text, dict) and len(text) == 1 else text
    return letter in BLOCKS and isinstance(reason, str)


def _has(item: Any, wanted: set[str], known: set[str]) -> bool:
    return isinstance(item, dict) and wanted <= item.keys() <= known


def _is_number(value: Any) -> bool:
    try:
        return Decimal(str(value)).is_finite()
    except InvalidOperation:
        return False
