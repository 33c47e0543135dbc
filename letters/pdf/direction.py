"""Scripts that run from right to left: Arabic letters joined, words put in the order of the eye.

Letters run from left to right; a name in Hebrew or Arabic stands in them as a run of its own. This
covers names and short phrases, not texts that mix directions within a word (UAX #9 does).
"""

import unicodedata
from functools import cache
from typing import NamedTuple

_RIGHT_TO_LEFT = {"R", "AL"}
_MARKS = {"Mn", "Me"}
_FORMS = {
    "<isolated>": "isolated",
    "<final>": "final",
    "<initial>": "initial",
    "<medial>": "medial",
}
_NAMES = {
    (False, False): "isolated",
    (False, True): "initial",
    (True, False): "final",
    (True, True): "medial",
}
_PRESENTATION = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFF))
_EXTENDER = "\u0640"
_LAM, _ALEFS = "\u0644", "\u0622\u0623\u0625\u0627"
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


class _Form(NamedTuple):
    """A letter, or two that are written as one, in one of the forms it takes within a word."""

    letters: str
    form: str


def is_right_to_left(text: str) -> bool:
    """Tell whether a text has letters that run from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text
    )


def is_left_to_right(text: str) -> bool:
    """Tell whether a text has letters that run from left to right."""
    return any(unicodedata.bidirectional(letter) == "L" for letter in text)


def joined(text: str, drawable: frozenset[str]) -> str:
    """Give Arabic letters the forms they take beside each other, as far as they are `drawable`."""
    units = _units(text)
    cores = [unit[:2] if unit[:2] in _pairs() else unit[:1] for unit in units]
    shown = []
    for index, (unit, core) in enumerate(zip(units, cores, strict=True)):
        before = index > 0 and _joins_on(cores[index - 1]) and _joins_back(core)
        after = index + 1 < len(cores) and _joins_on(core) and _joins_back(cores[index + 1])
        drawn = _forms().get(_Form(core, _NAMES[before, after]), "")
        shown.append(drawn + unit[len(core) :] if drawn in drawable else unit)
    return "".join(shown)


def said(text: str) -> str:
    """Give a text with joined letters as it was written."""
    return unicodedata.normalize("NFKC", text)


def for_the_eye(text: str) -> str:
    """Give a run in the order of the eye: letters turned round, marks with theirs, numbers as they are."""
    groups: list[str] = []
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        continues = groups and (
            unicodedata.category(letter) in _MARKS
            or (kind in {"EN", "AN", "L"} and _is_kept(groups[-1]))
        )
        if continues:
            groups[-1] += letter
        else:
            groups.append(letter)
    return "".join(group.translate(_MIRRORED) for group in reversed(groups))


def _is_kept(group: str) -> bool:
    return unicodedata.bidirectional(group[-1]) in {"EN", "AN", "L"}


def _units(text: str) -> list[str]:
    """Part a text into letters with their marks; lam and alef are one."""
    units: list[str] = []
    for letter in text:
        if units and (
            unicodedata.category(letter) in _MARKS
            or (len(units[-1]) == 1 and units[-1] + letter in _pairs())
        ):
            units[-1] += letter
        else:
            units.append(letter)
    return units


def _joins_on(core: str) -> bool:
    """Whether a letter reaches to the one after it."""
    return core == _EXTENDER or _Form(core, "initial") in _forms()


def _joins_back(core: str) -> bool:
    return core == _EXTENDER or _Form(core, "final") in _forms()


@cache
def _forms() -> dict[_Form, str]:
    """The presentation forms that Unicode has for Arabic letters and for lam with alef."""
    forms = {}
    for code in (code for block in _PRESENTATION for code in block):
        form, _space, letters = unicodedata.decomposition(chr(code)).partition(" ")
        if form in _FORMS:
            base = "".join(chr(int(letter, 16)) for letter in letters.split())
            forms.setdefault(_Form(base, _FORMS[form]), chr(code))
    return forms


@cache
def _pairs() -> frozenset[str]:
    return frozenset(_LAM + alef for alef in _ALEFS)
