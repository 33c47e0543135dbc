"""What a letter says before it has a number, and what its number completes.

A wording is frozen with the decision. Only what nobody can know by then is left open, as
`{{ name }}`: the number, the day, the end of a term that begins with the letter (`letters.late`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from letters import pdf
from letters.models import Letter, Template, TemplateVersion
from letters.pdf.content import Block
from letters.pdf.serialise import block_from_dict, block_to_dict

Value = str | tuple[Block, ...]
_OPEN = re.compile(r"\{\{\s*([a-z_]+(?:\.[a-z_]+)*)\s*\}\}")


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What a letter is to say.

    `subject` is how lists call it, `heading` what is printed after "Oggetto:", `title` what names
    the document: both the subject where empty. `body` are the blocks. `release` is a
    `Template.Release`. `missing` are sentences that say what the letter lacks: with any, it is
    held until it has been completed.
    """

    kind: str
    subject: str
    heading: str = ""
    title: str = ""
    body: tuple[Block, ...] = ()
    template: TemplateVersion | None = None
    release: str = Template.Release.APPROVAL
    missing: tuple[str, ...] = ()

    def frozen(self) -> dict[str, Any]:
        """Return what a letter keeps of it beside its text, as plain JSON values."""
        return {
            "heading": self.heading or self.subject,
            "title": self.title or self.subject,
            "body": [block_to_dict(block) for block in self.body],
        }


def blocks_of(letter: Letter, late: Mapping[str, Value]) -> tuple[Block, ...]:
    """Return the blocks of a letter with what its number brings; `LookupError` for an unknown name."""
    return tuple(
        completed
        for kept in letter.values["body"]
        for completed in _completed(block_from_dict(kept), late)
    )


def late_field(name: str) -> str:
    """Return how a text names what only the letter's number brings."""
    return f"{{{{ {name} }}}}"


def _completed(block: Block, late: Mapping[str, Value]) -> tuple[Block, ...]:
    match block:
        case pdf.Paragraph() if (alone := _OPEN.fullmatch(block.text.strip())) and not isinstance(
            value := late[alone[1]], str
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
