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

What several vocabularies have stands once, in `data/shared/*.toml`, and is named in `includes`;
the table `examples` gives such fields, and the common ones, an example of the vocabulary's own. The
table `english` says how examples, and the words that tables and facts are made of, read in English.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import Any

from letters.templating import Field, Value, example
from letters.vocabulary.english import in_english

FOLDER = Path(__file__).parent / "data"
COMMON = "common"
SHARED = "shared"
OTHER_GROUP = "La lettera"


@dataclass(frozen=True)
class Vocabulary:
    """The fields that templates of a kind of case may name, in the order of the data file."""

    code: str
    label: str
    fields: Mapping[str, Field]
    groups: Mapping[str, str]
    english: Mapping[str, str] = field(default_factory=dict)

    def group_of(self, field: Field) -> str:
        """Return the heading under which a field is offered."""
        return self.groups.get(field.name.partition(".")[0], OTHER_GROUP)

    def grouped(self) -> list[tuple[str, list[Field]]]:
        """Return all fields under their headings, headings in the order of their first field."""
        order = list(dict.fromkeys(self.group_of(field) for field in self.fields.values()))
        fields = sorted(self.fields.values(), key=lambda field: order.index(self.group_of(field)))
        return [(name, list(members)) for name, members in groupby(fields, key=self.group_of)]

    def examples(self, language: str = "it") -> dict[str, Value]:
        """Return an example value for every field."""
        examples = {name: example(field) for name, field in self.fields.items()}
        if language == "it":
            return examples
        return {name: in_english(value, self.english) for name, value in examples.items()}


@cache
def read(folder: Path = FOLDER) -> Mapping[str, Vocabulary]:
    """Return the vocabularies of a folder by code; raises ValueError for what cannot be one."""
    data = {path.stem: _load(path) for path in sorted(folder.glob("*.toml"))}
    common = _fields(folder / f"{COMMON}.toml", data.get(COMMON, {}))
    found = {}
    for code, one in data.items():
        path = folder / f"{code}.toml"
        if one.get("code") != code:
            raise ValueError(f"{path.name} is named for its code, not {one.get('code')!r}")
        found[code] = _vocabulary(path, one, {} if code == COMMON else common, data.get(COMMON, {}))
    return MappingProxyType(found)


def own_fields(code: str, folder: Path = FOLDER) -> set[str]:
    """Return the names of the fields that a vocabulary shares with no other."""
    path = folder / f"{code}.toml"
    return set(_fields(path, _load(path)))


def _vocabulary(
    path: Path, data: dict[str, Any], common: Mapping[str, Field], of_all: dict[str, Any]
) -> Vocabulary:
    included = [path.parent / SHARED / f"{name}.toml" for name in data.get("includes", [])]
    tables = [(path, data), *((one, _load(one)) for one in included)]
    fields: dict[str, Field] = {}
    for source, table in tables:
        found = _fields(source, table)
        if twice := (fields.keys() | common.keys()) & found.keys():
            raise ValueError(f"{path.name} has fields of others too: {', '.join(sorted(twice))}")
        fields |= found
    fields |= common
    for name, shown in data.get("examples", {}).items():
        fields[name] = _field(path, fields.get(name), {"name": name, "example": shown})
    words = [of_all, *(table for _source, table in reversed(tables))]
    return Vocabulary(
        data["code"],
        data["label"],
        MappingProxyType(fields),
        _merged(table.get("groups", {}) for table in words),
        _merged(table.get("english", {}) for table in words),
    )


def _load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _fields(path: Path, data: Mapping[str, Any]) -> dict[str, Field]:
    fields: dict[str, Field] = {}
    for row in data.get("fields", []):
        one = _field(path, None, row)
        if one.name in fields:
            raise ValueError(f"{path.name} has {one.name} twice")
        fields[one.name] = one
    return fields


def _field(path: Path, shared: Field | None, row: dict[str, Any]) -> Field:
    try:
        one = Field(**row) if shared is None else replace(shared, example=row["example"])
        example(one)
    except (TypeError, ValueError, KeyError) as error:
        raise ValueError(f"{path.name}, {row.get('name')}: {error}") from error
    return one


def _merged(tables: Iterable[Mapping[str, str]]) -> Mapping[str, str]:
    return MappingProxyType({name: words for table in tables for name, words in table.items()})
