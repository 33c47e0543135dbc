"""Breaking words into lines."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from letters.pdf.direction import is_right_to_left
from letters.pdf.fonts import Face, text_width
from letters.pdf.glyphs import by_typeface, printable
from letters.pdf.markup import Link, Run, parse
from letters.pdf.parts import Part, Word, append, append_space, turned, width_of

BREAKS_AFTER = "/-_.,@&?=:"
_ROUNDING = 1e-6


class Style(NamedTuple):
    """How a text is set: sizes in points, colour as red, green and blue from 0 to 1."""

    size: float
    leading: float
    bold: bool = False
    colour: bytes = b"0.1 0.1 0.1"


class Piece(NamedTuple):
    """Words of a line in one face and, maybe, on one link.

    `width` is in points, without the space that leads on to the next line. `said` is what is read
    aloud or copied where the eye sees the letters in another order.
    """

    text: str
    face: Face
    link: Link | None
    width: float
    said: str = ""


class Line(NamedTuple):
    """One line. `width` in points leaves out the space that leads on to the next line."""

    pieces: tuple[Piece, ...]
    width: float


def break_text(text: str, style: Style, width: float) -> list[Line]:
    """Break a plain text; `width` in points. No words give no line."""
    return list(_broken_text(text, style, width))


def break_rows(text: str, style: Style, width: float) -> list[Line]:
    """Break a plain text in which a line break begins a new line; `width` in points."""
    rows = [lines for row in text.splitlines() if (lines := break_text(row, style, width))]
    # Words stay apart also where the text is read aloud or copied.
    for lines in rows[:-1]:
        *before, last = lines[-1].pieces
        lines[-1] = lines[-1]._replace(pieces=(*before, last._replace(text=last.text + " ")))
    return [line for lines in rows for line in lines]


def break_marked(text: str, style: Style, width: float) -> list[Line]:
    """Break a text with inline marks; `width` in points."""
    # Each link is its own, with its own words: lines that hold one are never shared.
    if "<a" in text:
        return break_lines(parse(text), style, width)
    return list(_broken_marked(text, style, width))


@lru_cache(maxsize=1024)
def _broken_text(text: str, style: Style, width: float) -> tuple[Line, ...]:
    return tuple(break_lines([Run(text)], style, width))


@lru_cache(maxsize=1024)
def _broken_marked(text: str, style: Style, width: float) -> tuple[Line, ...]:
    """Letters of one kind share most of their words: these are broken once."""
    return tuple(break_lines(parse(text), style, width))


def break_lines(runs: list[Run], style: Style, width: float) -> list[Line]:
    """Break `runs` into lines of at most `width` points; a longer word is parted.

    A line that goes on after a space keeps the space, so that the words stay apart when the text
    is read aloud, copied or searched.
    """
    limit = width / style.size + _ROUNDING
    space = text_width(" ", Face())
    lines: list[Line] = []
    words: list[Word] = []
    filled = 0.0
    for word in _words(runs, style):
        length = width_of(word)
        if words and filled + space + length > limit:
            lines.append(_line(words, style, ends_with_space=True))
            words, filled = [], 0.0
        starts, rest = _parted_to(word, limit) if length > limit else ([], word)
        lines += [_line([start], style, ends_with_space=False) for start in starts]
        filled += width_of(rest) + (space if words else 0.0)
        words.append(rest)
    if words:
        lines.append(_line(words, style, ends_with_space=False))
    return lines


def cut_to_width(text: str, style: Style, width: float) -> list[Line]:
    """Give `text` as at most one line, shortened with an ellipsis when it is wider."""
    lines = break_text(text, style, width)
    if not lines:
        return []
    start = "".join(piece.text for piece in lines[0].pieces).rstrip()
    while len(lines) > 1:
        lines = break_text(start + "…", style, width)
        start = start[:-1]
    return lines


def _words(runs: list[Run], style: Style) -> Iterator[Word]:
    word: Word = []
    for run in runs:
        face = Face(run.bold or style.bold, run.italic)
        for index, chunk in enumerate(printable(run.text).split(" ")):
            if index and word:
                yield word
                word = []
            if chunk:
                word += _parts(chunk, face, run.link)
    if word:
        yield word


def _parts(chunk: str, face: Face, link: Link | None) -> Iterator[Part]:
    for text, is_spare in by_typeface(chunk):
        cut = Face(face.bold, spare=True) if is_spare else face
        yield Part(text, cut, link, text_width(text, cut))


def _parted_to(word: Word, limit: float) -> tuple[list[Word], Word]:
    """Part a word that is too long into lines of its own and the rest, which is never empty."""
    starts: list[Word] = []
    while width_of(word) > limit:
        start, rest = _parted(word, limit)
        if not rest:
            break
        starts.append(start)
        word = rest
    return starts, word


def _parted(word: Word, limit: float) -> tuple[Word, Word]:
    """Part a word that is too long, after a sign such as "/" when one is in the second half."""
    letters = [
        Part(letter, part.face, part.link, text_width(letter, part.face))
        for part in word
        for letter in part.text
    ]
    length = 0.0
    fitting = 0
    for letter in letters:
        length += letter.width
        if length > limit and fitting:
            break
        fitting += 1
    for cut in range(fitting, fitting // 2, -1):
        if letters[cut - 1].text in BREAKS_AFTER:
            fitting = cut
            break
    while 1 < fitting < len(letters) and unicodedata.combining(letters[fitting].text):
        fitting -= 1
    return letters[:fitting], letters[fitting:]


def _line(words: list[Word], style: Style, *, ends_with_space: bool) -> Line:
    joined: list[Part] = []
    if any(part.face.spare and is_right_to_left(part.text) for word in words for part in word):
        words = turned(words)
    for index, word in enumerate(words):
        for position, part in enumerate(word):
            if index and not position:
                append_space(joined, part)
            append(joined, part)
    width = width_of(joined) * style.size
    if ends_with_space:
        last = joined[-1]
        joined[-1] = last._replace(text=last.text + " ", said=last.said and last.said + " ")
    pieces = tuple(
        Piece(part.text, part.face, part.link, part.width * style.size, part.said)
        for part in joined
    )
    return Line(pieces, width)
