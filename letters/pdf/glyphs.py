"""Which characters the letters' typeface can print, and what stands for the others."""

import unicodedata
from functools import cache, lru_cache

from letters.pdf.content import Letter, letter_texts
from letters.pdf.fonts import printable_characters

SUBSTITUTE = "?"
_SAME_MEANING = {
    "\u2007": "\xa0",
    "\u202f": "\xa0",
    "\u2060": "",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "–",
    "\u2015": "—",
    "\u2032": "’",
    "\u2033": "”",
    "\u2043": "•",
    "\u2215": "/",
}
_SAME_LETTERS = ("<compat>", "<wide>", "<narrow>", "<font>")
_VARIATION_SELECTORS = {chr(code) for code in range(0xFE00, 0xFE10)}


@cache
def known_characters() -> frozenset[str]:
    """The characters that are printed as they are."""
    return frozenset(printable_characters())


def printable(text: str) -> str:
    """Give `text` in characters that have a glyph, with every other white space as a space.

    A letter whose accents the typeface lacks loses them; whatever else is missing becomes "?".
    """
    return text if known_characters().issuperset(text) else _replaced(text)[0]


def missing_glyphs(letter: Letter) -> tuple[str, ...]:
    """The characters of the letter that cannot be printed as written, in code order."""
    missing: set[str] = set()
    for text in letter_texts(letter):
        if not known_characters().issuperset(text):
            missing |= _replaced(text)[1]
    return tuple(sorted(missing))


@lru_cache(maxsize=2048)
def _replaced(text: str) -> tuple[str, frozenset[str]]:
    printed: list[str] = []
    missing: set[str] = set()
    for character in unicodedata.normalize("NFC", text):
        if character in known_characters():
            printed.append(character)
            continue
        substitute, lost = _substitute(character)
        printed.append(substitute)
        if lost:
            missing.add(character)
    return "".join(printed), frozenset(missing)


def _substitute(character: str) -> tuple[str, bool]:
    """What is printed for a character without a glyph, and whether its meaning is lost."""
    if character in _SAME_MEANING:
        return _SAME_MEANING[character], False
    if character.isspace():
        return " ", False
    category = unicodedata.category(character)
    if category in ("Cc", "Cf") or character in _VARIATION_SELECTORS:
        return "", False
    if category in ("Mn", "Me"):
        return "", True
    same = unicodedata.normalize("NFKC", character)
    is_same = unicodedata.decomposition(character).startswith(_SAME_LETTERS)
    if is_same and known_characters().issuperset(same):
        return same, False
    base = unicodedata.normalize("NFD", character)[0]
    return (base if base in known_characters() else SUBSTITUTE), True
