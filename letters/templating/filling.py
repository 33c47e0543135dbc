"""Putting values into a text: conditions resolved, clauses put in, foreign words escaped."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from letters.pdf.content import Block
from letters.templating import marks
from letters.templating.fields import Field, FieldType
from letters.templating.tags import ClauseTag, Condition, FieldTag, Node, Parsed, Words, parse

_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s")
_IN_ADDRESS = re.compile(r"\]\([^()\s]*$")
_NUMBER_FIRST = re.compile(r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*\d{1,9}")
_GAP_ENDS = (" ", ",", ".", ";", ":", ")", "\n")


class Rich(str):
    """A text that carries the language's own marks; foreign words in it went through `escape`."""

    __slots__ = ()


@dataclass(frozen=True)
class Items:
    """The texts of a list, dots or numbers before them."""

    texts: tuple[str, ...]
    ordered: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", tuple(self.texts))

    def __bool__(self) -> bool:
        return bool(self.texts)


Value = str | bool | Items | tuple[Block, ...] | None
"""Text, `Rich`, flag, list, blocks of `letters.pdf`; None where there is none."""


def fill(parsed: Parsed, values: Mapping[str, Value], clauses: Mapping[str, str]) -> str:
    """Write values into a text and return it in the same language; never raises.

    Words and lists are written in, escaped, and so are clauses; conditions are resolved. What has
    no entry in `values`, and what is blocks, stays a tag: it is put in when the letter is drawn.
    """
    writer = _Writer(values, clauses)
    writer.write(parsed.nodes, ())
    return writer.text()


def missing(
    parsed: Parsed,
    values: Mapping[str, Value],
    fields: Mapping[str, Field],
    clauses: Mapping[str, str],
) -> list[Field]:
    """Return the required fields that the letter would print and that have no value.

    Late fields may be without an entry; conditions that turn on one are looked at both ways.
    """
    used = dict.fromkeys(tag.name for tag in _printed(parsed.nodes, values, clauses, ()))
    return [
        field
        for name in used
        if (field := fields.get(name)) is not None
        and field.required
        and not values.get(name)
        and not (field.late and name not in values)
    ]


def _printed(
    nodes: Iterable[Node],
    values: Mapping[str, Value],
    clauses: Mapping[str, str],
    path: tuple[str, ...],
) -> Iterator[FieldTag]:
    for node in nodes:
        match node:
            case FieldTag():
                yield node
            case Condition():
                ways = (
                    (node.then, node.otherwise)
                    if node.name not in values
                    else (_way(node, values),)
                )
                for way in ways:
                    yield from _printed(way, values, clauses, path)
            case ClauseTag() if node.code in clauses and node.code not in path:
                inside = parse(clauses[node.code]).nodes
                yield from _printed(inside, values, clauses, (*path, node.code))


def _way(node: Condition, values: Mapping[str, Value]) -> tuple[Node, ...]:
    return node.then if bool(values[node.name]) is not node.negated else node.otherwise


class _Writer:
    """Collects the text and mends the joints where a tag left nothing behind."""

    def __init__(self, values: Mapping[str, Value], clauses: Mapping[str, str]) -> None:
        self.values, self.clauses = values, clauses
        self.out = ""
        self.joint = False
        self.apart = False
        self.after_value = False
        self.mended = False

    def text(self) -> str:
        """Return what was written; a tag that is gone leaves no empty lines at the end."""
        end = self.out.rstrip("\n")
        return end + "\n" * min(len(self.out) - len(end), 1) if self.mended else self.out

    def write(self, nodes: Iterable[Node], path: tuple[str, ...]) -> None:
        for node in nodes:
            match node:
                case Words():
                    self._words(node.text)
                case FieldTag():
                    self._field(node)
                case Condition() if node.name in self.values:
                    self.joint = True
                    self.write(_way(node, self.values), path)
                    self.joint = True
                case Condition():
                    self._open_question(node, path)
                case ClauseTag() if node.code in self.clauses and node.code not in path:
                    self._clause(node, path)
                case ClauseTag():
                    self._words(node.source)

    def _clause(self, node: ClauseTag, path: tuple[str, ...]) -> None:
        if node.alone:
            self._begin_apart()
        else:
            self.joint = True
        self.write(parse(self.clauses[node.code].strip()).nodes, (*path, node.code))
        self.joint, self.apart = True, node.alone

    def _set_apart(self, text: str) -> None:
        """Write something between blank lines: nothing around it may run into it."""
        self._begin_apart()
        self._words(text)
        self.joint = self.apart = True

    def _begin_apart(self) -> None:
        above = self.out.rstrip(" \t")
        if above.strip("\n"):
            self.out = above.rstrip("\n") + "\n\n"
        self.joint = self.apart = False

    def _open_question(self, node: Condition, path: tuple[str, ...]) -> None:
        self._words(node.opening)
        self.write(node.then, path)
        if node.middle:
            self._words(node.middle)
            self.write(node.otherwise, path)
        self._words(node.closing)

    def _field(self, node: FieldTag) -> None:
        if node.name not in self.values:
            self._words(node.source)
            return
        value = self.values[node.name]
        match value:
            case Items() if node.alone and value:
                self._set_apart(_listed(value))
            case Items():
                self._value(", ".join(_words_of(text) for text in value.texts))
            case tuple() if value:
                self._words(node.source)
            case str() if _IN_ADDRESS.search(self.out):
                self._value(marks.address(value))
            case str():
                self._value(_words_of(value))
            case _:
                self._value("")

    def _value(self, text: str) -> None:
        if text:
            self._words(text)
        else:
            self.joint = True
        self.after_value = True

    def _words(self, text: str) -> None:
        if self.apart:
            if not text.strip(" \t\n"):
                return
            text = "\n\n" + text.lstrip(" \t\n")
        elif self.joint:
            text = self._joined(text)
        if self.after_value and text[:1] in {".", ")"}:
            line = self.out.rpartition("\n")[2]
            text = "\\" * bool(_NUMBER_FIRST.fullmatch(line)) + text
        self.joint = self.apart = self.after_value = False
        self.out += text

    def _joined(self, text: str) -> str:
        """Return what follows a tag that is gone, without the gap that it leaves."""
        self.mended = True
        if not self.out or self.out.endswith("\n"):
            return self._joined_lines(text)
        stars = min(len(self.out) - len(self.out.rstrip("*")), len(text) - len(text.lstrip("*")))
        if self.after_value and stars and not self.out.endswith("\\" + "*" * stars):
            # Bold words that are not there.
            self.out = self.out[:-stars]
            text = text[stars:]
        if self.out.endswith(" ") and text.startswith(_GAP_ENDS):
            self.out = self.out.rstrip(" ")
        return text

    def _joined_lines(self, text: str) -> str:
        if not self.out:
            return text.lstrip("\n")
        below = text.lstrip("\n")
        breaks = len(self.out) - len(self.out.rstrip("\n")) + len(text) - len(below)
        if not text.startswith("\n"):
            return text
        above = self.out.rstrip("\n")
        is_list = _ITEM.match(above.rpartition("\n")[2]) and _ITEM.match(below)
        self.out = above + "\n" * min(breaks, 1 if is_list else 2)
        return below


def _listed(items: Items) -> str:
    lines = [
        f"{f'{number}.' if items.ordered else '-'} {_words_of(text)}"
        for number, text in enumerate(items.texts, 1)
    ]
    return "\n".join(lines)


def _words_of(text: str) -> str:
    return marks.one_line(text) if isinstance(text, Rich) else marks.escape(text)


def as_value(value: Any, field: Field) -> Value:
    """Bring what a resolver gives for a field into the shape of its type.

    A plain text in a `rich` field is escaped. Raises TypeError for what the type does not take.
    """
    found: Value = None
    match field.type, value:
        case FieldType.FLAG, bool() | None:
            found = bool(value)
        case _, None:
            return None
        case FieldType.TEXT, str():
            found = str(value)
        case FieldType.RICH, str():
            found = value if isinstance(value, Rich) else Rich(marks.escape(value))
        case FieldType.LIST, Items():
            found = value
        case FieldType.LIST, list() | tuple() if all(isinstance(one, str) for one in value):
            found = Items(tuple(value), field.ordered)
        case FieldType.BLOCK, list() | tuple() if all(isinstance(one, Block) for one in value):
            found = tuple(value)
        case FieldType.BLOCK, _ if isinstance(value, Block):
            found = (value,)
    if found is None:
        raise TypeError(f"{field.name} is of type {field.type}, and this is not: {value!r}")
    return found
