"""XML from strangers, read with nothing to explode: no document type, no entity, little depth."""

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

MOST_BYTES = 10 * 1024 * 1024
DEEPEST = 40
MOST_ELEMENTS = 500_000


class Unreadable(ValueError):
    """A file is not what it should be, or not harmless; the message says why in a few Italian words."""


def read(data: bytes, *, most_bytes: int = MOST_BYTES) -> Element:
    """Return the root of a file; names come without their namespace. Raises `Unreadable`.

    A document type is refused, and with it every entity but the five of XML itself: neither bombs
    nor files of the server can be asked for.
    """
    if len(data) > most_bytes:
        raise Unreadable("il file è troppo grande")
    reader = _Reader()
    try:
        return reader.read(data)
    except (expat.ExpatError, LookupError, UnicodeError) as error:
        raise Unreadable("non è un XML leggibile") from error


def text(parent: Element | None, path: str) -> str:
    """Return the text at a path below an element, without blanks around it; empty where none is."""
    found = parent.find(path) if parent is not None else None
    return (found.text or "").strip() if found is not None else ""


class _Reader:
    """Builds the tree from the parser's own events and stops at the first that has no place."""

    def __init__(self) -> None:
        self._tree = TreeBuilder()
        self._depth = self._elements = 0

    def read(self, data: bytes) -> Element:
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._tree.data
        parser.Parse(data, True)
        root: Element = self._tree.close()
        return root

    def _refuse(self, *_declared: object) -> None:
        raise Unreadable("dichiara un tipo di documento, che non si accetta")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > DEEPEST or self._elements > MOST_ELEMENTS:
            raise Unreadable("ha troppi elementi, o troppo annidati")
        local = {key.rpartition("}")[2]: value for key, value in attributes.items()}
        self._tree.start(name.rpartition("}")[2], local)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._tree.end(name.rpartition("}")[2])
