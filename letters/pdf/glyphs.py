"""Which characters the letters' typefaces can print, and what stands for the others."""

import unicodedata
from functools import cache, lru_cache
from itertools import groupby

from letters.pdf.content import Letter, letter_texts
from letters.pdf.direction import is_right_to_left, joined
from letters.pdf.fonts import printable_characters, spare_characters

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
_MARKS = ("Mn", "Me")
_VARIATION_SELECTORS = {chr(code) for code in range(0xFE00, 0xFE10)}


@cache
def known_characters() -> frozenset[str]:
    """The characters of the letters' own typeface."""
    return frozenset(printable_characters())


@cache
def spare_glyphs() -> frozenset[str]:
    """The characters of the spare typeface: Greek, Cyrillic, Hebrew, Arabic and others."""
    return frozenset(spare_characters())


def printable(text: str) -> str:
    """Give `text` in characters that have a glyph, with every other white space as a space.

    A letter whose accents both typefaces lack loses them; whatever else is missing becomes "?".
    Arabic letters take the forms they have beside each other.
    """
    return text if known_characters().issuperset(text) else _replaced(text)[0]


def by_typeface(text: str) -> list[tuple[str, bool]]:
    """Part printable text into runs, and say of each whether it is set in the spare typeface.

    Marks stay with their letter, even where the other typeface has one of the two.
    """
    if known_characters().issuperset(text):
        return [(text, False)]
    groups: list[str] = []
    for character in text:
        if groups and unicodedata.category(character) in _MARKS:
            groups[-1] += character
        else:
            groups.append(character)
    runs = groupby(groups, lambda group: not known_characters().issuperset(group))
    return [("".join(run), is_spare) for is_spare, run in runs]


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
        if substitute and unicodedata.category(substitute[0]) in _MARKS and not _bears(printed):
            substitute, lost = "", True
        printed.append(substitute)
        if lost:
            missing.add(character)
    shown = "".join(printed)
    return joined(shown, spare_glyphs()) if is_right_to_left(shown) else shown, frozenset(missing)


def _bears(printed: list[str]) -> bool:
    """Whether the letter before a mark of the spare typeface stands in that typeface too."""
    return bool(printed) and spare_glyphs().issuperset(printed[-1])


def _substitute(character: str) -> tuple[str, bool]:
    """What is printed for a character without a glyph, and whether its meaning is lost."""
    if character in _SAME_MEANING:
        return _SAME_MEANING[character], False
    if character.isspace():
        return " ", False
    category = unicodedata.category(character)
    if category in ("Cc", "Cf") or character in _VARIATION_SELECTORS:
        return "", False
    same = unicodedata.normalize("NFKC", character)
    is_same = unicodedata.decomposition(character).startswith(_SAME_LETTERS)
    if is_same and known_characters().issuperset(same):
        return same, False
    return (
        (character, False) if character in spare_glyphs() else (_poorer(character, category), True)
    )


def _poorer(character: str, category: str) -> str:
    """What is left of a character that neither typeface has."""
    if category in _MARKS:
        return ""
    base = unicodedata.normalize("NFD", character)[0]
    return base if base in known_characters() | spare_glyphs() else SUBSTITUTE
