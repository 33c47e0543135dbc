"""Words as parts in one face each, and the turning of those that run from right to left."""

from typing import NamedTuple

from letters.pdf.direction import for_the_eye, is_left_to_right, is_right_to_left, said
from letters.pdf.fonts import Face, text_width
from letters.pdf.glyphs import spare_glyphs
from letters.pdf.markup import Link


class Part(NamedTuple):
    """Letters in one face and, maybe, on one link; `width` in parts of the font size.

    `said` is what is read aloud where the eye sees the letters in another order.
    """

    text: str
    face: Face
    link: Link | None
    width: float
    said: str = ""


Word = list[Part]


def width_of(word: Word) -> float:
    """How wide a word is, in parts of the font size."""
    return sum(part.width for part in word)


def turned(words: list[Word]) -> list[Word]:
    """Make each run of words from right to left one word, in the order of the eye."""
    done: list[Word] = []
    run: list[Word] = []
    after: list[Word] = []
    for word in words:
        text = "".join(part.text for part in word)
        if is_right_to_left(text):
            run += [*after, word]
            after = []
        elif run and not is_left_to_right(text):
            after.append(word)
        else:
            done += [*_as_one(run), *after, word]
            run, after = [], []
    return [*done, *_as_one(run), *after]


def _as_one(run: list[Word]) -> list[Word]:
    """Turn a run; signs before its first letter and after its last stay where they are."""
    if not run:
        return []
    parts: list[Part] = []
    for word in run:
        if parts:
            append_space(parts, word[0])
        for part in word:
            append(parts, part)
    first = next(i for i, part in enumerate(parts) if is_right_to_left(part.text))
    last = max(i for i, part in enumerate(parts) if is_right_to_left(part.text))
    inside: list[Part] = []
    for part in parts[first : last + 1]:
        append(inside, part._replace(face=_sole(part)))
    seen = []
    for part in reversed(inside):
        text = for_the_eye(part.text)
        seen.append(Part(text, part.face, part.link, text_width(text, part.face), said(part.text)))
    return [[*parts[:first], *seen, *parts[last + 1 :]]]


def _sole(part: Part) -> Face:
    """The spare typeface for whatever it can set: one run, one typeface."""
    has_all = spare_glyphs().issuperset(part.text)
    return Face(part.face.bold, spare=True) if has_all else part.face


def append(joined: list[Part], part: Part) -> None:
    """Put a part behind the others; letters of one face and one link become one part."""
    last = joined[-1] if joined else None
    is_same = last is not None and (last.face, last.link) == (part.face, part.link)
    if last is not None and is_same and not (last.said or part.said):
        text, width = last.text + part.text, last.width + part.width
        joined[-1] = Part(text, part.face, part.link, width)
    else:
        joined.append(part)


def append_space(joined: list[Part], following: Part) -> None:
    """Put the space between words on the link only when both words are."""
    last = joined[-1]
    if last.said or (last.link is not None and last.link is not following.link):
        face, link = following.face, following.link
    else:
        face, link = last.face, last.link
    append(joined, Part(" ", face, link, text_width(" ", face)))
