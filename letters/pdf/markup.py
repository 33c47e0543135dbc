"""The inline marks: <b>, <i> and <a href="...">; anything else is printed as it stands."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import quote

from letters.pdf.fonts import Face

_TOKEN = re.compile(r'(</?[bi]>|<a href="[^"<>]*">|</a>)')
_ENTITY = re.compile(r"&(amp|lt|gt|quot|#39|#x27|nbsp);")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "#39": "'", "#x27": "'", "nbsp": "\xa0"}
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)
_ADDRESS_SAFE = "%/:=&?~#+!$,;'@()*[]"


@dataclass(eq=False)
class Link:
    """One link of the text, with the words it stands on; each occurrence is its own link."""

    address: str
    words: list[str] = field(default_factory=list)


class Run(NamedTuple):
    """Words in one face."""

    text: str
    bold: bool = False
    italic: bool = False
    link: Link | None = None


def escape(text: str) -> str:
    """Give `text` so that a paragraph prints it letter by letter, marks and all."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def parse(text: str) -> list[Run]:
    """Read the marks of `text`.

    A mark counts when it is closed in order and, for a link, when the address is http, https or
    mailto; a mark that does not count is printed. The entities of HTML escaping are read back.
    """
    if "<" not in text:
        return [Run(_unescape(text))]
    parts = _TOKEN.split(text)
    live = _live_marks(parts)
    runs: list[Run] = []
    bold = italic = 0
    links: list[Link] = []
    for index, part in enumerate(parts):
        if index not in live:
            if part:
                runs.append(_run(_unescape(part), Face(bold > 0, italic > 0), links))
        elif part.startswith("<a"):
            links.append(Link(_address(part)))
        elif part == "</a>":
            links.pop()
        else:
            step = -1 if part[1] == "/" else 1
            bold += step * ("b" in part)
            italic += step * ("i" in part)
    return runs


def _run(text: str, face: Face, links: list[Link]) -> Run:
    if not links:
        return Run(text, face.bold, face.italic)
    links[-1].words.append(text)
    return Run(text, face.bold, face.italic, links[-1])


def _live_marks(parts: list[str]) -> set[int]:
    live: set[int] = set()
    opened: list[int] = []
    for index in range(1, len(parts), 2):
        part = parts[index]
        if part[1] != "/":
            opened.append(index)
        elif opened and parts[opened[-1]][1] == part[2]:
            start = opened.pop()
            if part != "</a>" or _ADDRESS.fullmatch(_href(parts[start])):
                live |= {start, index}
    return live


def _href(mark: str) -> str:
    return _unescape(mark[len('<a href="') : -len('">')])


def _address(mark: str) -> str:
    return quote(_href(mark), safe=_ADDRESS_SAFE)


def _unescape(text: str) -> str:
    if "&" not in text:
        return text
    return _ENTITY.sub(lambda match: _ENTITIES[match[1]], text)
