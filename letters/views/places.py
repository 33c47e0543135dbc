"""Where in the editor something is wrong: the field, the line, and the line's own words."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from letters.faults import Faults, Words

LABELS: dict[str, Promise] = {
    "subject_it": gettext_lazy("Subject in Italian"),
    "text_it": gettext_lazy("Text in Italian"),
    "subject_en": gettext_lazy("Subject in English"),
    "text_en": gettext_lazy("Text in English"),
    "reason": gettext_lazy("Reason of the change"),
}
LONGEST_SOURCE = 160


@dataclass(frozen=True)
class Place:
    """One thing that is wrong: `line` and `column` from 1, or 0 where a whole field is meant."""

    name: str
    label: str
    sentence: str
    line: int = 0
    column: int = 0
    source: str = ""


def places(words: Words, found: Faults) -> list[Place]:
    """Return everything that is wrong with a wording, field by field in the order of the page."""
    return [place for name in LABELS for place in _of_field(name, words, found)]


def _of_field(name: str, words: Words, found: Faults) -> Iterator[Place]:
    label = str(LABELS[name])
    if sentence := found.fields.get(name):
        yield Place(name, label, sentence)
    lines = getattr(words, name, "").split("\n")
    for problem in found.places.get(name, ()):
        source = lines[problem.line - 1].strip()
        yield Place(
            name,
            label,
            problem.words(_),
            problem.line,
            problem.column,
            source if len(source) <= LONGEST_SOURCE else source[: LONGEST_SOURCE - 1] + "…",
        )
