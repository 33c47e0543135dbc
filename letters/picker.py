"""What can be put into a text: fields and clauses, as the list beside the editor shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from letters.models import Clause
from letters.templating import Field, FieldType
from letters.vocabulary import Vocabulary

LONGEST_EXAMPLE = 80


@dataclass(frozen=True)
class Pick:
    """One thing to put in: `tag` as it is written, `question` the condition on it, if it has one.

    `alone` when it wants a line of its own; `search` is what the filter of the list looks at.
    """

    tag: str
    name: str
    label: str
    help: str = ""
    example: str = ""
    kind: str = ""
    question: str = ""
    alone: bool = False
    note: str = ""

    @property
    def search(self) -> str:
        """Everything that finds it, in small letters."""
        return f"{self.label} {self.name} {self.help}".lower()


def field_groups(vocabulary: Vocabulary) -> list[tuple[str, list[Pick]]]:
    """Return the fields of a vocabulary under their headings."""
    return [(label, [_of_field(one) for one in fields]) for label, fields in vocabulary.grouped()]


def clause_picks(clauses: Mapping[str, Clause], own_code: str = "") -> list[Pick]:
    """Return the clauses that a text may put in, by name; a clause does not offer itself."""
    return [
        Pick(f"{{{{> {code} }}}}", code, clause.name, alone=True)
        for code, clause in sorted(clauses.items(), key=lambda pair: pair[1].name.lower())
        if code != own_code
    ]


def _of_field(field: Field) -> Pick:
    is_flag = field.type is FieldType.FLAG
    return Pick(
        "" if is_flag else f"{{{{ {field.name} }}}}",
        field.name,
        field.label,
        field.help,
        _example(field),
        _kind(field),
        f"{{{{#se {field.name}}}}}",
        field.stands_alone,
        _("Known when the letter is numbered.") if field.late else "",
    )


def _example(field: Field) -> str:
    if field.type in {FieldType.BLOCK, FieldType.FLAG} or not field.example:
        return ""
    text = field.example if isinstance(field.example, str) else "; ".join(field.example)
    return text if len(text) <= LONGEST_EXAMPLE else text[: LONGEST_EXAMPLE - 1] + "…"


def _kind(field: Field) -> str:
    return {
        FieldType.TEXT: "",
        FieldType.RICH: "",
        FieldType.LIST: _("list"),
        FieldType.BLOCK: _("block"),
        FieldType.FLAG: _("yes or no"),
    }[field.type]
