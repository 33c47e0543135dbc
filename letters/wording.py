"""What a letter says before it has a number, and what its number completes.

A wording is frozen with the decision. Only what nobody can know by then is left open, as
`{{ name }}`: the number, the day, the end of a term that begins with the letter (`letters.late`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from letters import pdf, templating
from letters.models import Letter, Template, TemplateVersion
from letters.pdf.content import Block
from letters.pdf.serialise import block_from_dict, block_to_dict
from letters.templating import Value

_OPEN = re.compile(r"\{\{\s*([a-z_]+(?:\.[a-z_]+)*)\s*\}\}")


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What a letter is to say.

    `subject` is how lists call it, `heading` what is printed after "Oggetto:", `title` what names
    the document: both the subject where empty. `text` is in the language of `letters.templating`
    with every condition resolved; `values` are its fields by name. Without a text `body` are the
    blocks. `release` is a `Template.Release`. `missing` are sentences that say what the letter
    lacks: with any, it is held until it has been completed.
    """

    kind: str
    subject: str
    heading: str = ""
    title: str = ""
    text: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)
    body: tuple[Block, ...] = ()
    template: TemplateVersion | None = None
    release: str = Template.Release.APPROVAL
    missing: tuple[str, ...] = ()

    def frozen(self) -> dict[str, Any]:
        """Return what a letter keeps of it beside its text, as plain JSON values."""
        return {
            "heading": self.heading or self.subject,
            "title": self.title or self.subject,
            "fields": templating.pack(self.values),
            "body": [block_to_dict(block) for block in self.body],
        }


def blocks_of(
    letter: Letter, late: Mapping[str, Value], *, text: str | None = None
) -> tuple[Block, ...]:
    """Return the blocks of a letter with what its number brings, or those of another `text` for it.

    `LookupError` names what the text leaves open and nobody knows.
    """
    text = letter.text if text is None else text
    if text:
        values = {**fields_of(letter), **late}
        unknown = open_names(text) - values.keys()
        if unknown:
            raise LookupError(", ".join(sorted(unknown)))
        return tuple(templating.blocks(text, values))
    return tuple(
        completed
        for kept in letter.values["body"]
        for completed in _completed(block_from_dict(kept), late)
    )


def fields_of(letter: Letter) -> dict[str, Value]:
    """Return the values that a letter was frozen with, by the names of their fields."""
    return templating.unpack(letter.values.get("fields", {}))


def open_names(text: str) -> set[str]:
    """Return the names that a text leaves open."""
    return templating.names(templating.parse(text), {})


def late_field(name: str) -> str:
    """Return how a text names what only the letter's number brings."""
    return f"{{{{ {name} }}}}"


def _completed(block: Block, late: Mapping[str, Value]) -> tuple[Block, ...]:
    match block:
        case pdf.Paragraph() if (alone := _OPEN.fullmatch(block.text.strip())) and isinstance(
            value := late[alone[1]], tuple
        ):
            return value
        case pdf.Paragraph() | pdf.Callout():
            return (replace(block, text=_filled(block.text, late)),)
        case pdf.Bullets():
            return (replace(block, items=tuple(_filled(item, late) for item in block.items)),)
        case pdf.Facts():
            rows = tuple((label, _filled(value, late)) for label, value in block.rows)
            return (replace(block, rows=rows),)
    return (block,)


def _filled(text: str, late: Mapping[str, Value]) -> str:
    return _OPEN.sub(lambda found: str(late[found[1]]), text)
