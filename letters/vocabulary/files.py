"""Vocabularies as they stand in `data/*.toml`.

    code = "contribution"
    label = "Contributi coworking"

    [groups]
    domanda = "La domanda"

    [[fields]]
    name = "domanda.numero"
    label = "Numero della domanda"
    help = "Come compare nella ricevuta."
    example = "CW-2026-00042"
    required = true

`type` is text where it is left out. The group of a field is what stands before the first dot of its
name; fields without a dot, and those of no named group, stand under `OTHER_GROUP`. The example of a
block field is a list of tables: the blocks as `letters.pdf.serialise` writes them.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import Any

from letters.templating import Field, Value, example

FOLDER = Path(__file__).parent / "data"
COMMON = "common"
OTHER_GROUP = "La lettera"


@dataclass(frozen=True)
class Vocabulary:
    """The fields that templates of a kind of case may name, in the order of the data file."""

    code: str
    label: str
    fields: Mapping[str, Field]
    groups: Mapping[str, str]

    def group_of(self, field: Field) -> str:
        """Return the heading under which a field is offered."""
        return self.groups.get(field.name.partition(".")[0], OTHER_GROUP)

    def grouped(self) -> list[tuple[str, list[Field]]]:
        """Return all fields under their headings, headings in the order of their first field."""
        order = list(dict.fromkeys(self.group_of(field) for field in self.fields.values()))
        fields = sorted(self.fields.values(), key=lambda field: order.index(self.group_of(field)))
        return [(name, list(members)) for name, members in groupby(fields, key=self.group_of)]

    def examples(self) -> dict[str, Value]:
        """Return an example value for every field."""
        return {name: example(field) for name, field in self.fields.items()}


@cache
def read(folder: Path = FOLDER) -> Mapping[str, Vocabulary]:
    """Return the vocabularies of a folder by code; raises ValueError for what cannot be one."""
    found = {path.stem: _read_one(path) for path in sorted(folder.glob("*.toml"))}
    if (common := found.get(COMMON)) is None:
        return MappingProxyType(found)
    return MappingProxyType(
        {code: one if code == COMMON else _with(one, common) for code, one in found.items()}
    )


def _read_one(path: Path) -> Vocabulary:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    if data.get("code") != path.stem:
        raise ValueError(f"{path.name} is named for its code, not {data.get('code')!r}")
    fields: dict[str, Field] = {}
    for row in data.get("fields", []):
        field = _field(path, row)
        if field.name in fields:
            raise ValueError(f"{path.name} has {field.name} twice")
        fields[field.name] = field
    groups = MappingProxyType(dict(data.get("groups", {})))
    return Vocabulary(data["code"], data["label"], MappingProxyType(fields), groups)


def _field(path: Path, row: dict[str, Any]) -> Field:
    try:
        field = Field(**row)
        example(field)
    except (TypeError, ValueError, KeyError) as error:
        raise ValueError(f"{path.name}, {row.get('name')}: {error}") from error
    return field


def _with(one: Vocabulary, common: Vocabulary) -> Vocabulary:
    if twice := one.fields.keys() & common.fields.keys():
        raise ValueError(f"{one.code} has fields of every vocabulary: {', '.join(sorted(twice))}")
    fields = MappingProxyType({**one.fields, **common.fields})
    groups = MappingProxyType({**common.groups, **one.groups})
    return Vocabulary(one.code, one.label, fields, groups)
