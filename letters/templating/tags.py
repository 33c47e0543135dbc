"""Fields, conditions and clauses: a text into a tree, each tag with its place."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from letters.templating.fields import NAME

CODE = r"[a-z0-9]+(?:[-_][a-z0-9]+)*"
TAG = re.compile(r"\{\{([^\n]*?)\}\}")
_FIELD = re.compile(NAME)
_OPENING = re.compile(rf"#se\s+(?:(non)\s+)?({NAME})")
_CLAUSE = re.compile(rf">\s*({CODE})")
DEEPEST = 20
_LOOSE = re.compile(r"\{\{|\}\}")


def gettext_noop(sentence: str) -> str:
    """Mark a sentence for the catalogue; this package speaks through its callers."""
    return sentence


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong and where: line and column count from 1; `sentence` is English, with names."""

    line: int
    column: int
    sentence: str
    values: tuple[tuple[str, str], ...] = ()

    def words(self, translate: Callable[[str], str] = str) -> str:
        """Return the sentence in the language of `translate`, with its values in place."""
        return translate(self.sentence).format(**dict(self.values))


@dataclass(frozen=True)
class Words:
    """Text between tags, as it was written."""

    text: str
    start: int


@dataclass(frozen=True)
class FieldTag:
    """A field; `alone` when nothing else stands on its line."""

    name: str
    source: str
    start: int
    alone: bool


@dataclass(frozen=True)
class ClauseTag:
    """A clause put in here."""

    code: str
    source: str
    start: int
    alone: bool


@dataclass(frozen=True)
class Condition:
    """What is printed when a field has a value (or has none, when `negated`), and what otherwise.

    `opening`, `middle` and `closing` are the tags as they were written.
    """

    name: str
    negated: bool
    then: "tuple[Node, ...]"
    otherwise: "tuple[Node, ...]"
    start: int
    opening: str
    middle: str
    closing: str


Node = Words | FieldTag | ClauseTag | Condition


@dataclass(frozen=True)
class Parsed:
    """A text with its tags as a tree, and what is wrong with the tags themselves."""

    text: str
    nodes: tuple[Node, ...]
    problems: tuple[Problem, ...]
    lines: tuple[int, ...]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, from 1."""
        return _place(self.lines, offset)


def parse(text: str) -> Parsed:
    """Read a text. Never raises: what cannot be understood is among the problems."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    reader = _Reader(text, _line_starts(text))
    return Parsed(text, reader.read(), tuple(sorted(reader.problems)), tuple(reader.lines))


def walk(nodes: tuple[Node, ...]) -> Iterator[FieldTag | ClauseTag | Condition]:
    """Yield every tag of a tree in the order of the text."""
    for node in nodes:
        if isinstance(node, Words):
            continue
        yield node
        if isinstance(node, Condition):
            yield from walk(node.then)
            yield from walk(node.otherwise)


@dataclass
class _Open:
    """A condition that has not been closed yet."""

    name: str
    negated: bool
    start: int
    source: str
    then: list[Node] = field(default_factory=list)
    otherwise: list[Node] | None = None
    middle: str = ""

    def closed(self, closing: str) -> Condition:
        return Condition(
            self.name,
            self.negated,
            tuple(self.then),
            tuple(self.otherwise or ()),
            self.start,
            self.source,
            self.middle,
            closing,
        )


class _Reader:
    def __init__(self, text: str, lines: list[int]) -> None:
        self.text, self.lines = text, lines
        self.problems: list[Problem] = []
        self.root: list[Node] = []
        self.open: list[_Open] = []

    def read(self) -> tuple[Node, ...]:
        reached = sought = 0
        while match := TAG.search(self.text, sought):
            if is_escaped(self.text, match.start()):
                sought = match.start() + 1
                continue
            self._words(reached, match.start())
            self._tag(match)
            reached = sought = match.end()
        self._words(reached, len(self.text))
        while self.open:
            one = self.open[-1]
            self._problem(one.start, NOT_CLOSED, name=one.name, mark="{{/se}}")
            self._close("")
        return tuple(self.root)

    def _tag(self, match: re.Match[str]) -> None:
        inside, start, source = match[1].strip(), match.start(), match[0]
        opening = _OPENING.fullmatch(inside)
        if opening and len(self.open) == DEEPEST:
            self._problem(start, TOO_DEEP)
        elif opening:
            self.open.append(_Open(opening[2], opening[1] is not None, start, source))
        elif inside == "altrimenti":
            self._otherwise(start, source)
        elif inside == "/se":
            if self.open:
                self._close(source)
            else:
                self._problem(start, NOT_OPENED)
        elif clause := _CLAUSE.fullmatch(inside):
            self._add(ClauseTag(clause[1], source, start, self._alone(match)))
        elif _FIELD.fullmatch(inside):
            self._add(FieldTag(inside, source, start, self._alone(match)))
        else:
            self._problem(start, NOT_UNDERSTOOD if inside else EMPTY, tag=source)
            self._add(Words(source, start))

    def _otherwise(self, start: int, source: str) -> None:
        if not self.open:
            self._problem(start, OTHERWISE_OUTSIDE)
        elif self.open[-1].otherwise is not None:
            self._problem(start, OTHERWISE_TWICE)
        else:
            self.open[-1].otherwise, self.open[-1].middle = [], source

    def _close(self, source: str) -> None:
        self._add(self.open.pop().closed(source))

    def _words(self, start: int, end: int) -> None:
        if start == end:
            return
        text = self.text[start:end]
        for loose in _LOOSE.finditer(text):
            if not is_escaped(self.text, start + loose.start()):
                sentence = TAG_NOT_CLOSED if loose[0] == "{{" else TAG_NOT_OPENED
                self._problem(start + loose.start(), sentence)
        self._add(Words(text, start))

    def _add(self, node: Node) -> None:
        if not self.open:
            self.root.append(node)
        elif self.open[-1].otherwise is None:
            self.open[-1].then.append(node)
        else:
            self.open[-1].otherwise.append(node)

    def _alone(self, match: re.Match[str]) -> bool:
        begin = self.text.rfind("\n", 0, match.start()) + 1
        end = self.text.find("\n", match.end())
        line = self.text[begin : end if end >= 0 else len(self.text)]
        return line.strip() == match[0]

    def _problem(self, offset: int, sentence: str, **values: Any) -> None:
        self.problems.append(Problem(*_place(self.lines, offset), sentence, tuple(values.items())))


def is_escaped(text: str, offset: int) -> bool:
    """Tell whether the character at `offset` is printed as it stands: an odd run of backslashes."""
    begin = offset
    while begin and text[begin - 1] == "\\":
        begin -= 1
    return (offset - begin) % 2 == 1


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _place(lines: list[int] | tuple[int, ...], offset: int) -> tuple[int, int]:
    line = bisect_right(lines, offset)
    return line, offset - lines[line - 1] + 1


EMPTY = gettext_noop("There is nothing between the braces: choose a field.")
NOT_UNDERSTOOD = gettext_noop("“{tag}” is neither a field nor a condition nor a clause.")
TAG_NOT_CLOSED = gettext_noop("The braces opened here are not closed on the same line.")
TAG_NOT_OPENED = gettext_noop("Braces are closed here that were not opened.")
NOT_CLOSED = gettext_noop("The condition on “{name}” is not closed: “{mark}” is missing.")
NOT_OPENED = gettext_noop("A condition is closed here, but none is open.")
OTHERWISE_OUTSIDE = gettext_noop("“altrimenti” stands outside a condition.")
TOO_DEEP = gettext_noop("Too many conditions inside one another.")
OTHERWISE_TWICE = gettext_noop("This condition has “altrimenti” twice.")
