"""Values and examples to and from plain JSON, so that a letter keeps what it was written with."""

from collections.abc import Mapping
from typing import Any

from letters.pdf import Paragraph
from letters.pdf import escape as printed
from letters.pdf.serialise import block_from_dict, block_to_dict
from letters.templating.fields import Field, FieldType
from letters.templating.filling import Items, Rich, Value, as_value
from letters.templating.marks import escape


def pack(values: Mapping[str, Value]) -> dict[str, Any]:
    """Return values as plain JSON."""
    return {name: _packed(value) for name, value in values.items()}


def unpack(kept: Mapping[str, Any]) -> dict[str, Value]:
    """Return the values that `pack` wrote."""
    return {name: _unpacked(value) for name, value in kept.items()}


def example(field: Field) -> Value:
    """Return a field's example as a value, the words of its label where it has none."""
    match field.type:
        case _ if field.absent:
            return as_value(None, field)
        case FieldType.FLAG:
            return bool(field.example)
        case FieldType.LIST:
            return as_value(list(field.example or (f"[{field.label}]",)), field)
        case FieldType.BLOCK:
            shown = [block_from_dict(one) for one in field.example or ()]
            return as_value(shown or Paragraph(printed(f"[{field.label}]")), field)
        case FieldType.RICH:
            return Rich(field.example or escape(f"[{field.label}]"))
    return str(field.example or f"[{field.label}]")


def _packed(value: Value) -> Any:
    match value:
        case Rich():
            return {"rich": str(value)}
        case Items():
            texts = [_packed(text) for text in value.texts]
            return {"list": texts, "ordered": value.ordered}
        case tuple():
            return {"blocks": [block_to_dict(block) for block in value]}
    return value


def _unpacked(kept: Any) -> Value:
    match kept:
        case {"rich": text}:
            return Rich(text)
        case {"list": texts, "ordered": ordered}:
            unpacked = (_unpacked(text) for text in texts)
            return Items(tuple(text for text in unpacked if isinstance(text, str)), ordered)
        case {"blocks": blocks}:
            return tuple(block_from_dict(block) for block in blocks)
        case None | bool() | str():
            return kept
    raise ValueError(f"This is not a value of a letter: {kept!r}")
