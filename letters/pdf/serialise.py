"""Letters to and from plain JSON values, so that what was sent can be kept and drawn again."""

from collections.abc import Callable
from dataclasses import asdict, fields, replace
from typing import Any

from letters.pdf.content import (
    Block,
    Bullets,
    Callout,
    Facts,
    Heading,
    Letter,
    Letterhead,
    Logo,
    Paragraph,
    Signature,
    Table,
)

Picture = Callable[[str], bytes]

FORMAT = 1
BLOCK_TYPES: dict[str, type[Block]] = {
    "heading": Heading,
    "paragraph": Paragraph,
    "bullets": Bullets,
    "table": Table,
    "facts": Facts,
    "callout": Callout,
    "signature": Signature,
}
_TYPE_NAMES = {block_type: name for name, block_type in BLOCK_TYPES.items()}
# Came later: written only where set, so that what was kept before still draws the same bytes.
_LATER = ("landscape", "small", "caption", "row_headers", "verify_at")


def letter_to_dict(letter: Letter) -> dict[str, Any]:
    """Give the letter as dictionaries, lists, texts, numbers and booleans, ready for `json`."""
    plain = {
        field.name: _plain(getattr(letter, field.name))
        for field in fields(letter)
        if field.name not in ("letterhead", "blocks")
    }
    head = letter.letterhead
    logo = head.logo and {"sha256": head.logo.digest, "alt": head.logo.alt}
    plain["letterhead"] = _plain(asdict(replace(head, logo=None))) | {"logo": logo}
    plain["blocks"] = [block_to_dict(block) for block in letter.blocks]
    return {"format": FORMAT, **_as_ever(plain)}


def letter_from_dict(data: dict[str, Any], picture: Picture | None = None) -> Letter:
    """Give back the letter that `letter_to_dict` wrote; `picture` finds its logo by digest.

    Raises ValueError for another format, an unknown kind of block, a field of another name, or
    where nobody finds the logo.
    """
    values = dict(data)
    if (written := values.pop("format", None)) != FORMAT:
        raise ValueError(f"Letters of format {FORMAT} can be read, not {written!r}.")
    try:
        letterhead = _letterhead(values.pop("letterhead"), picture)
        blocks = tuple(block_from_dict(block) for block in values.pop("blocks"))
        return Letter(letterhead=letterhead, blocks=blocks, **values)
    except (KeyError, TypeError) as error:
        raise ValueError(f"This is not a letter: {error}") from error


def _letterhead(values: dict[str, Any], picture: Picture | None) -> Letterhead:
    kept = values["logo"]
    if kept is None:
        return Letterhead(**values)
    if picture is None:
        raise ValueError("This letter has a logo, and nobody to find it.")
    return Letterhead(**{**values, "logo": Logo(picture(kept["sha256"]), kept["alt"])})


def block_to_dict(block: Block) -> dict[str, Any]:
    """Give one block as `letter_to_dict` gives it."""
    return {"type": _TYPE_NAMES[type(block)], **_as_ever(_plain(asdict(block)))}


def block_from_dict(data: dict[str, Any]) -> Block:
    """Give back one block; KeyError or TypeError for what is none."""
    values = dict(data)
    return BLOCK_TYPES[values.pop("type")](**values)


def _as_ever(plain: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in plain.items() if value or name not in _LATER}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
