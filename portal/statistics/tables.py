"""A table as the page, the bars beside it and the files show it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from django.utils.translation import gettext as _

from portal.statistics.suppression import Group, suppressed, total

Kind = Literal["integer", "money"]
# A bar is drawn in so many units.
BAR = 1000


@dataclass(frozen=True)
class Head:
    """A column of figures: its name in files, its title, and what its figures are."""

    key: str
    title: str
    kind: Kind


@dataclass(frozen=True)
class Line:
    """A row: its label, its figures (None where kept back), how long its bar is of `BAR`, where it leads."""

    label: str
    figures: tuple[Any, ...]
    bar: int = 0
    url: str = ""

    @property
    def is_hidden(self) -> bool:
        """Whether the figures are kept back."""
        return None in self.figures


@dataclass(frozen=True)
class Subject:
    """What a table is about: its address, its title, what it counts, the title of the labels."""

    code: str
    title: str
    says: str
    first: str


@dataclass(frozen=True)
class Table:
    """Figures about a subject."""

    about: Subject
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    total: Line | None = None

    @property
    def has_hidden(self) -> bool:
        """Whether some figure of the table is kept back."""
        return any(line.is_hidden for line in self.lines)

    @property
    def rows(self) -> list[tuple[Line, list[tuple[Head, Any]]]]:
        """Each row with its figures under their heads."""
        return [(line, self._under_heads(line)) for line in self.lines]

    @property
    def foot(self) -> list[tuple[Head, Any]]:
        """The figures of all rows together, under their heads."""
        return self._under_heads(self.total) if self.total else []

    def _under_heads(self, line: Line) -> list[tuple[Head, Any]]:
        return list(zip(self.heads, line.figures, strict=True))


def of_people(
    about: Subject, groups: Sequence[Group], least: int, only: Head | None = None
) -> Table:
    """Return a table about people, without what would tell of one of them.

    `only` is the one column where people are counted and nothing was paid.
    """
    kept = suppressed(groups, least)
    whole = total(groups, _("Total"), least)
    longest = max((group.people for group in kept if not group.is_hidden), default=0)
    heads = (
        (only,)
        if only
        else (
            Head("contributi", _("Contributions"), "integer"),
            Head("importo_euro", _("Amount"), "money"),
        )
    )
    return Table(
        about,
        heads,
        tuple(_line(group, longest, len(heads)) for group in kept),
        _line(whole, 0, len(heads)) if groups else None,
    )


def of_facts(
    about: Subject,
    heads: tuple[Head, ...],
    rows: Iterable[tuple[str, tuple[Any, ...], str]],
    *,
    share_of_first: int | None = None,
) -> Table:
    """Return a table of facts that are public one by one; the bar is that of the first figure.

    With `share_of_first` the bar shows which part the figure at that place is of the first one.
    Each row says where it leads, or "".
    """
    found = list(rows)
    longest = max((figures[0] for _label, figures, _url in found), default=0)
    lines = tuple(
        Line(label, figures, _length(figures[0], longest), url)
        if share_of_first is None
        else Line(label, figures, _length(figures[share_of_first], figures[0]), url)
        for label, figures, url in found
    )
    sums = tuple(
        sum((line.figures[at] for line in lines), Decimal(0) if head.kind == "money" else 0)
        for at, head in enumerate(heads)
    )
    return Table(about, heads, lines, Line(_("Total"), sums) if lines else None)


def _line(group: Group, longest: int, width: int) -> Line:
    if group.is_hidden:
        return Line(group.label, (None,) * width)
    told = (group.people, group.amount)[:width]
    return Line(group.label, told, _length(group.people, longest))


def _length(figure: Any, longest: Any) -> int:
    return int(figure * BAR / longest) if longest else 0
