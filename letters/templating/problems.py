"""What is wrong with a text, each with its place, so that nothing wrong is ever kept."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from markdown_it.token import Token

from letters.templating import marks
from letters.templating.fields import IN_SENTENCES, Field, FieldType
from letters.templating.tags import (
    ClauseTag,
    Condition,
    FieldTag,
    Node,
    Parsed,
    Problem,
    Words,
    gettext_noop,
    is_escaped,
    parse,
    walk,
)

_LINK_ENDS = "]("
_PLACEHOLDER = "§"
_SHORTEST_HEADING, _LONGEST_HEADING = 2, 3
_CONTAINERS = ("bullet_list_open", "ordered_list_open", "blockquote_open")


def problems(
    parsed: Parsed,
    fields: Mapping[str, Field],
    clauses: Mapping[str, str],
    *,
    own_code: str = "",
) -> list[Problem]:
    """Return what is wrong with a text, in the order of the text.

    `fields` are those it may name, `clauses` the texts of the clauses by code; a clause that is
    looked at itself gives its `own_code`, which no clause it puts in may lead back to.
    """
    found = list(parsed.problems)
    for tag in walk(parsed.nodes):
        found += _of_tag(parsed, tag, fields, clauses, own_code)
    found += _of_marks(parsed)
    return sorted(set(found))


def subject_problems(parsed: Parsed, fields: Mapping[str, Field]) -> list[Problem]:
    """Return what is wrong with a subject: one line of words and fields known from the start."""
    found = list(parsed.problems)
    if "\n" in parsed.text.strip():
        found.append(_problem(parsed, parsed.text.index("\n"), SUBJECT_LINES))
    for tag in walk(parsed.nodes):
        if isinstance(tag, ClauseTag):
            found.append(_problem(parsed, tag.start, SUBJECT_CLAUSE))
        elif (known := fields.get(tag.name)) is None:
            found.append(_unknown(parsed, tag.start, tag.name, fields))
        elif known.late or (isinstance(tag, FieldTag) and known.type not in IN_SENTENCES):
            found.append(_problem(parsed, tag.start, SUBJECT_FIELD, name=tag.name))
    return sorted(set(found))


def _of_tag(
    parsed: Parsed,
    tag: FieldTag | ClauseTag | Condition,
    fields: Mapping[str, Field],
    clauses: Mapping[str, str],
    own_code: str,
) -> Iterator[Problem]:
    if isinstance(tag, ClauseTag):
        yield from _of_clause(parsed, tag, fields, clauses, own_code)
        return
    known = fields.get(tag.name)
    if known is None:
        yield _unknown(parsed, tag.start, tag.name, fields)
    elif isinstance(tag, FieldTag):
        if known.type is FieldType.FLAG:
            yield _problem(parsed, tag.start, FLAG_PRINTED, name=tag.name)
        elif known.stands_alone and not tag.alone:
            sentence = LIST_IN_SENTENCE if known.type is FieldType.LIST else BLOCK_IN_SENTENCE
            yield _problem(parsed, tag.start, sentence, name=tag.name)


def _unknown(parsed: Parsed, start: int, name: str, fields: Mapping[str, Field]) -> Problem:
    near = get_close_matches(name, fields, 1, 0.75)
    if near:
        return _problem(parsed, start, UNKNOWN_BUT_NEAR, name=name, near=near[0])
    return _problem(parsed, start, UNKNOWN, name=name)


def _of_clause(
    parsed: Parsed,
    tag: ClauseTag,
    fields: Mapping[str, Field],
    clauses: Mapping[str, str],
    own_code: str,
) -> Iterator[Problem]:
    if tag.code not in clauses and tag.code != own_code:
        yield _problem(parsed, tag.start, CLAUSE_UNKNOWN, code=tag.code)
        return
    if _leads_back(tag.code, clauses, (own_code,) if own_code else ()):
        yield _problem(parsed, tag.start, CLAUSE_LOOP, code=tag.code)
        return
    text = parse(clauses[tag.code])
    if not tag.alone and _wants_a_line(text):
        yield _problem(parsed, tag.start, CLAUSE_IN_SENTENCE, code=tag.code)
    for name in sorted(names(text, clauses) - fields.keys()):
        yield _problem(parsed, tag.start, CLAUSE_FIELD, code=tag.code, name=name)


def _leads_back(code: str, clauses: Mapping[str, str], path: tuple[str, ...]) -> bool:
    if code in path:
        return True
    return any(
        _leads_back(tag.code, clauses, (*path, code))
        for tag in walk(parse(clauses.get(code, "")).nodes)
        if isinstance(tag, ClauseTag)
    )


def names(parsed: Parsed, clauses: Mapping[str, str]) -> set[str]:
    """Return the names of all fields that a text prints or asks about, clauses included."""
    found: set[str] = set()
    seen: set[str] = set()
    waiting = [parsed]
    while waiting:
        for tag in walk(waiting.pop().nodes):
            if not isinstance(tag, ClauseTag):
                found.add(tag.name)
            elif tag.code in clauses and tag.code not in seen:
                seen.add(tag.code)
                waiting.append(parse(clauses[tag.code]))
    return found


def clause_codes(parsed: Parsed) -> set[str]:
    """Return the codes of the clauses that a text puts in itself."""
    return {tag.code for tag in walk(parsed.nodes) if isinstance(tag, ClauseTag)}


def _wants_a_line(parsed: Parsed) -> bool:
    """Tell whether a clause is more than one paragraph."""
    blocks = [
        one for one in marks.tokens(_Bare(parsed).text) if one.level == 0 and one.nesting >= 0
    ]
    return len(blocks) != 1 or blocks[0].type != "paragraph_open"


class _Bare:
    """A text without its conditions that knows where its characters came from.

    With `answer` all fields have a value, or none has; without, both ways of a condition are kept.
    """

    def __init__(self, parsed: Parsed, *, answer: bool | None = None) -> None:
        self.parsed, self.answer, self.text = parsed, answer, ""
        self.pieces: list[str] = []
        self.drawn: list[tuple[int, int]] = []
        self._length = 0
        self._add(parsed.nodes)
        self.text = "".join(self.pieces)
        self.lines = self.text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def place(self, token: Token, offset: int) -> tuple[int, int]:
        """Return line and column, in the source, of an offset into a token's content."""
        assert token.map is not None  # noqa: S101 (markdown-it gives one to all that holds words)
        before = token.content[:offset].split("\n")
        number = token.map[0] + len(before) - 1
        said, line = token.content.split("\n")[len(before) - 1], self.lines[number]
        found = line.rfind(said.rstrip())
        return self.source(self.starts[number] + max(found, 0) + len(before[-1]))

    def source(self, offset: int) -> tuple[int, int]:
        """Return line and column in the source of an offset into the bare text."""
        bare, start = self.drawn[max(bisect_right(self.drawn, (offset, 10**9)) - 1, 0)]
        return self.parsed.place(start + offset - bare)

    def _add(self, nodes: tuple[Node, ...]) -> None:
        for node in nodes:
            if isinstance(node, Condition):
                if self.answer is not node.negated:
                    self._add(node.then)
                if self.answer is None or self.answer is node.negated:
                    self._add(node.otherwise)
                continue
            text = node.text if isinstance(node, Words) else self._tag(node)
            self.drawn.append((self._length, node.start))
            self.pieces.append(text)
            self._length += len(text)

    def _tag(self, tag: FieldTag | ClauseTag) -> str:
        before = "".join(self.pieces[-1:])
        if before.rpartition("\n")[2].endswith(_LINK_ENDS):
            return _PLACEHOLDER * len(tag.source)
        return tag.source


def _of_marks(parsed: Parsed) -> Iterator[Problem]:
    # What opens in one way of a condition and closes in the other is sound only with both kept.
    yield from (one for one in _of_bare(_Bare(parsed)) if one.sentence != STRAY_STAR)
    for answer in (True, False):
        yield from _of_bare(_Bare(parsed, answer=answer))


def _of_bare(bare: _Bare) -> Iterator[Problem]:
    if not bare.drawn:
        return
    level, held = 1, 0
    for token in marks.tokens(bare.text):
        if token.type in _CONTAINERS and held:
            yield Problem(*bare.source(_start(bare, token)), NESTED)
        held += token.nesting * (token.type.replace("_close", "_open") in _CONTAINERS)
        if token.type == "heading_open":
            sentence = _of_heading(int(token.tag[1:]), level, held)
            level = max(2, min(int(token.tag[1:]), _LONGEST_HEADING))
            if sentence:
                yield Problem(*bare.source(_start(bare, token)), sentence)
        elif token.type == "inline":
            yield from _of_words(bare, token)


def _start(bare: _Bare, token: Token) -> int:
    assert token.map is not None  # noqa: S101 (the same)
    line = bare.lines[token.map[0]]
    return bare.starts[token.map[0]] + len(line) - len(line.lstrip())


def _of_heading(found: int, level: int, held: int) -> str:
    if held:
        return NESTED
    if not _SHORTEST_HEADING <= found <= _LONGEST_HEADING:
        return HEADING_LEVEL
    return HEADING_SKIPS if found > level + 1 else ""


def _of_words(bare: _Bare, token: Token) -> Iterator[Problem]:
    last = -2
    for child in token.children or ():
        at = bare.place(token, child.meta["at"]) if "at" in child.meta else (0, 0)
        if child.type == "html":
            yield Problem(*at, NO_HTML, (("tag", child.content),))
        elif child.type == "stray":
            if child.meta["at"] != last + 1:
                yield Problem(*at, STRAY_STAR)
            last = child.meta["at"]
        elif child.type == "link_open":
            offset, target = child.meta["at"], str(child.attrGet("href") or "")
            if token.content[:offset].endswith("!") and not is_escaped(token.content, offset - 1):
                yield Problem(*at, NO_IMAGES)
            elif not marks.ADDRESS.fullmatch(target) and not target.startswith(_PLACEHOLDER):
                yield Problem(*at, LINK_ADDRESS, (("address", target),))


def _problem(parsed: Parsed, offset: int, sentence: str, **values: str) -> Problem:
    return Problem(*parsed.place(offset), sentence, tuple(values.items()))


UNKNOWN = gettext_noop("There is no field “{name}” for this kind of case.")
UNKNOWN_BUT_NEAR = gettext_noop(
    "There is no field “{name}” for this kind of case. Did you mean “{near}”?"
)
FLAG_PRINTED = gettext_noop("“{name}” is a yes or a no: it is for conditions, not for printing.")
BLOCK_IN_SENTENCE = gettext_noop("“{name}” is more than words: it wants a line of its own.")
LIST_IN_SENTENCE = gettext_noop("“{name}” is a list: it wants a line of its own.")
CLAUSE_UNKNOWN = gettext_noop("There is no clause “{code}”.")
CLAUSE_LOOP = gettext_noop("The clause “{code}” leads back to itself.")
CLAUSE_IN_SENTENCE = gettext_noop(
    "The clause “{code}” is more than one paragraph: it wants a line of its own."
)
CLAUSE_FIELD = gettext_noop(
    "The clause “{code}” uses the field “{name}”, which this kind of case does not have."
)
NO_HTML = gettext_noop("HTML cannot be used: “{tag}”.")
NO_IMAGES = gettext_noop("Images cannot be used.")
LINK_ADDRESS = gettext_noop(
    "A link begins with https://, http:// or mailto:, and “{address}” does not."
)
STRAY_STAR = gettext_noop(
    "This asterisk opens or closes nothing. To print it, put a backslash before it."
)
HEADING_LEVEL = gettext_noop("Headings are “##” and “###”: the subject is the letter's first.")
HEADING_SKIPS = gettext_noop("A heading “###” comes after a heading “##”.")
NESTED = gettext_noop("A list item or a callout holds words only: no list, callout or heading.")
SUBJECT_LINES = gettext_noop("The subject is a single line.")
SUBJECT_CLAUSE = gettext_noop("The subject has no clauses.")
SUBJECT_FIELD = gettext_noop(
    "“{name}” cannot stand in the subject: only words known before the letter is numbered can."
)
