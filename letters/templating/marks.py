"""The marks of the language: markdown-it with what a letter can print, and nothing else.

Blocks: headings, lists, callouts (block quotes), paragraphs, a tag alone on its line. Inside them:
bold, italic, links. HTML, images, code, entities, tables and underscores are words like others.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import link as read_link
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from letters.templating.tags import TAG, is_escaped

ADDRESS = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
HTML = re.compile(r"<(?:!--|[!?/]?[A-Za-z])[^<>\n]*>?")
_SPACES = re.compile(r"[^\S\xa0\u202f]+")
# What nobody sees: control characters, and those that turn the direction of what follows.
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_SIGNS = re.compile(r"([\\*\[\]{}<#])")
_OPEN_BRACE = re.compile(r"(?<!\\)((?:\\\\)*)([{}])")
_BLOCK_MARK = re.compile(r"^(\*(?=\s)|#)")
_BEGINNING = re.compile(r"^([>.)]|[-+](?=\s|$))")
_NUMBERING = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_ADDRESS_SAFE = "%/:=&?~#+!$,;'@-._"


def escape(text: str) -> str:
    """Return foreign text as the language writes it: printed letter by letter, on one line."""
    text = _SPACES.sub(" ", _UNSEEN.sub("", text)).strip()
    return _beginning(_SIGNS.sub(r"\\\1", text))


def one_line(text: str) -> str:
    """Return a text with marks so that it cannot begin a block, open a tag or hide what follows."""
    text = _SPACES.sub(" ", _UNSEEN.sub("", text)).strip()
    text = _OPEN_BRACE.sub(r"\1\\\2", text)
    if is_escaped(text, len(text)):
        text += "\\"
    return _beginning(_BLOCK_MARK.sub(r"\\\1", text))


def address(text: str) -> str:
    """Return foreign text as the address of a link, which nothing of it can end."""
    return quote(_UNSEEN.sub("", text).strip(), safe=_ADDRESS_SAFE)


def _beginning(text: str) -> str:
    return _NUMBERING.sub(r"\1\\\2", _BEGINNING.sub(r"\\\1", text))


def tokens(text: str) -> Sequence[Token]:
    """Return the blocks of a text as markdown-it reads them, with the places of inline marks."""
    return _reader().parse(text)


class _Reader(MarkdownIt):
    """Addresses are judged by `ADDRESS`, with a sentence, not dropped or rewritten unseen."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 (the library's name)
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 (the same)
        return url


@cache
def _reader() -> MarkdownIt:
    reader = _Reader("zero", {"maxNesting": 100}).enable(
        ["heading", "list", "blockquote", "escape", "emphasis", "link"]
    )
    reader.block.ruler.before(
        "paragraph", "tag", _tag_block, {"alt": ["paragraph", "list", "blockquote"]}
    )
    reader.inline.ruler.before("escape", "tag", _tag)
    reader.inline.ruler.at("emphasis", _star)
    reader.inline.ruler2.before("fragments_join", "stray", _stray)
    reader.inline.ruler.at("link", _link)
    reader.inline.ruler.push("html", _html)
    return reader


def _tag_block(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    begin = state.bMarks[line] + state.tShift[line]
    match = TAG.fullmatch(state.src[begin : state.eMarks[line]].rstrip())
    if match is None:
        return False
    if not silent:
        token = state.push("tag_block", "", 0)
        token.content, token.info, token.map = match[0], match[1].strip(), [line, line + 1]
        state.line = line + 1
    return True


def _tag(state: StateInline, silent: bool) -> bool:
    match = TAG.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("tag", "", 0)
        token.content, token.info, token.meta = match[0], match[1].strip(), _at(state.pos)
    state.pos = match.end()
    return True


def _star(state: StateInline, silent: bool) -> bool:
    """Read a run of asterisks: it opens before a word and closes after one, whatever the signs."""
    if silent or state.src[state.pos] != "*":
        return False
    start, end = state.pos, state.pos
    while end < state.posMax and state.src[end] == "*":
        end += 1
    before = state.src[start - 1 : start] or " "
    after = state.src[end : end + 1] if end < state.posMax else " "
    for offset in range(start, end):
        token = state.push("text", "", 0)
        token.content, token.meta = "*", _at(offset)
        state.delimiters.append(
            Delimiter(
                marker=ord("*"),
                length=end - start,
                token=len(state.tokens) - 1,
                end=-1,
                open=not after.isspace(),
                close=not before.isspace(),
            )
        )
    state.pos = end
    return True


def _stray(state: StateInline) -> None:
    """Set apart the asterisks that should have opened or closed something and did not."""
    groups = [state.delimiters, *(meta["delimiters"] for meta in state.tokens_meta if meta)]
    for delimiter in (one for group in groups for one in group):
        token = state.tokens[delimiter.token]
        if token.type == "text" and token.content == "*" and (delimiter.open or delimiter.close):
            token.type = "stray"


def _link(state: StateInline, silent: bool) -> bool:
    start, count = state.pos, len(state.tokens)
    if not read_link(state, silent):
        return False
    if not silent:
        # Words that wait to become a token come before it.
        opening = next(one for one in state.tokens[count:] if one.type == "link_open")
        opening.meta = _at(start)
    return True


def _html(state: StateInline, silent: bool) -> bool:
    match = HTML.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("html", "", 0)
        token.content, token.meta = match[0], _at(state.pos)
    state.pos = match.end()
    return True


def _at(offset: int) -> dict[str, Any]:
    return {"at": offset}
