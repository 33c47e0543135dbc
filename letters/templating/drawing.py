"""A text with its values as the blocks that `letters.pdf` draws."""

from collections.abc import Iterator, Mapping, Sequence

from markdown_it.token import Token

from letters.pdf import Bullets, Callout, Heading, Paragraph
from letters.pdf import escape as printed
from letters.pdf.content import Block
from letters.templating import marks
from letters.templating.filling import Value, fill
from letters.templating.tags import parse


def blocks(text: str, values: Mapping[str, Value]) -> list[Block]:
    """Return the blocks of a filled text, `values` giving what is still a tag in it.

    A tag without a value is printed as it is written. Never raises.
    """
    filled = fill(parse(text), values, {})
    return list(_blocks(marks.tokens(filled), values))


def _blocks(tokens: Sequence[Token], values: Mapping[str, Value]) -> Iterator[Block]:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        end = _closing(tokens, index)
        inside = tokens[index + 1 : end]
        match token.type:
            case "heading_open":
                yield Heading(_plain_words(inside), level=2 if token.tag in ("h1", "h2") else 3)
            case "paragraph_open":
                yield Paragraph(_words(inside))
            case "blockquote_open":
                yield Callout(_words(inside))
            case "bullet_list_open" | "ordered_list_open":
                yield Bullets(tuple(_items(inside)), ordered=token.tag == "ol")
            case "tag_block":
                yield from _put_in(token, values)
        index = end + 1


def _closing(tokens: Sequence[Token], index: int) -> int:
    """Return where what opens at `index` closes; itself for what does not open."""
    if tokens[index].nesting != 1:
        return index
    level = tokens[index].level
    return next(
        at
        for at in range(index + 1, len(tokens))
        if tokens[at].level == level and tokens[at].nesting < 0
    )


def _items(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the items of a list, those of lists inside it as items of their own."""
    words: list[Token] = []
    for token in tokens:
        if token.type in ("list_item_open", "list_item_close"):
            if words:
                yield _words(words)
            words = []
        else:
            words.append(token)


def _put_in(token: Token, values: Mapping[str, Value]) -> list[Block]:
    value = values.get(token.info)
    if isinstance(value, tuple):
        return list(value)
    return [Paragraph(printed(token.content))]


def _words(tokens: Sequence[Token]) -> str:
    """Return the words of several blocks in one line, with the marks of `letters.pdf`."""
    parts = (
        "".join(_marked(_shown(token))) for token in tokens if token.type in ("inline", "tag_block")
    )
    return " ".join(part for part in parts if part.strip())


def _plain_words(tokens: Sequence[Token]) -> str:
    shown = (child for token in tokens for child in _shown(token))
    return "".join(" " if child.type == "hardbreak" else child.content for child in shown)


def _shown(token: Token) -> Sequence[Token]:
    return token.children or [] if token.type == "inline" else [token]


_MARKS = {
    "strong_open": "<b>",
    "strong_close": "</b>",
    "em_open": "<i>",
    "em_close": "</i>",
}


def _marked(children: Sequence[Token]) -> Iterator[str]:
    links: list[bool] = []
    for token in children:
        if token.type == "link_open":
            href = str(token.attrGet("href") or "")
            links.append(marks.ADDRESS.fullmatch(href) is not None)
            if links[-1]:
                yield f'<a href="{printed(marks.address(href))}">'
        elif token.type == "link_close":
            if links.pop():
                yield "</a>"
        elif token.type in _MARKS:
            yield _MARKS[token.type]
        else:
            yield " " if token.type == "hardbreak" else printed(token.content).replace("\n", " ")


def words(text: str, values: Mapping[str, Value]) -> str:
    """Return a subject: a filled line of text without marks."""
    filled = fill(parse(text), values, {})
    return " ".join(
        _plain_words([token]).replace("\n", " ")
        for token in marks.tokens(filled)
        if token.type in ("inline", "tag_block")
    )
