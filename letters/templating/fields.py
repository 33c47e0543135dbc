"""What a template may name: fields with a type, an example, and the moment they are known."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

NAME = r"[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*"


class FieldType(StrEnum):
    """What a field puts into a letter."""

    TEXT = "text"
    """Words inside a sentence, printed letter by letter."""
    RICH = "rich"
    """Words inside a sentence that may carry the language's own marks."""
    LIST = "list"
    """Several texts, alone on its line."""
    BLOCK = "block"
    """Tables, facts, a signature: blocks of `letters.pdf`, alone on its line."""
    FLAG = "flag"
    """A yes or a no, for conditions only."""


STANDS_ALONE = (FieldType.LIST, FieldType.BLOCK)
IN_SENTENCES = (FieldType.TEXT, FieldType.RICH)


@dataclass(frozen=True)
class Field:
    """One field of a vocabulary.

    `example` is what previews show: a text, a list of texts, True or False, or the blocks as
    `letters.pdf` writes them to JSON. A `late` field is known only when its letter gets its number.
    A letter waits for people while a `required` field that it prints has no value. `ordered` gives
    a list numbers. A field `from_act` is brought by the act that writes the letter: previews with a
    real case show its example. Of a field that is `absent` the examples show a letter without it.
    """

    name: str
    label: str
    type: FieldType = FieldType.TEXT
    help: str = ""
    example: Any = ""
    late: bool = False
    required: bool = False
    ordered: bool = False
    from_act: bool = False
    absent: bool = False

    def __post_init__(self) -> None:
        if not re.fullmatch(NAME, self.name):
            raise ValueError(f"A field is named in small letters and dots, not {self.name!r}.")
        object.__setattr__(self, "type", FieldType(self.type))

    @property
    def stands_alone(self) -> bool:
        """Whether it wants a line of its own."""
        return self.type in STANDS_ALONE
