"""Walking one chain of seals, and telling what became of the rows that do not hold.

A row holds when its seal follows from its content and from the seal before it. Where some do not,
their neighbours tell why: a seal from which the next one follows was ours, so that the content was
changed; one from which nothing follows never was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from workflows import seals

# Rows that are weighed together once one does not hold.
RUN = 40


class Trouble(StrEnum):
    """What may be wrong with a row, or with the end of a chain."""

    EDITED = "edited"
    INSERTED = "inserted"
    MISSING = "missing"
    MOVED = "moved"
    UNVERIFIABLE = "unverifiable"
    END = "end"
    STATUS = "status"
    BEGINNING = "beginning"
    UNWRITTEN = "unwritten"
    DANGLING = "dangling"
    ANCHOR = "anchor"
    CHAINS = "chains"
    COLUMNS = "columns"
    UNSEALED = "unsealed"


class Link(NamedTuple):
    """A row of a chain: its key, its place, what its seal covers and under which name the place."""

    row: int
    position: int
    seal: str
    values: dict[str, Any]
    place: str = "position"


class Flaw(NamedTuple):
    """What is wrong in a chain, from one place to another; `origin` is where a moved row stood."""

    trouble: Trouble
    position: int
    until: int
    row: int | None = None
    origin: int = 0

    def cuts_the_end(self, length: int) -> bool:
        """Tell whether the last rows of a chain of that length are missing, or may be."""
        return self.trouble is Trouble.END or (
            self.trouble is Trouble.MISSING and self.until == length
        )


@dataclass
class Walk:
    """One chain under its name, from its first row to the end that is stored of it."""

    key: bytes
    name: str
    end: seals.End
    before: str = seals.START
    expected: int = 1
    _run: list[Link] = field(default_factory=list)
    _run_before: str = ""
    _after_gap: bool = False
    _found: int = 0

    def flaws(self, links: Iterable[Link]) -> Iterator[Flaw]:
        """Yield what is wrong with the rows, given in the order of their places."""
        for flaw in self._flaws(links):
            self._found += 1
            yield flaw

    def _flaws(self, links: Iterable[Link]) -> Iterator[Flaw]:
        for link in links:
            if link.position < self.expected:
                yield Flaw(Trouble.INSERTED, link.position, link.position, link.row)
                continue
            if link.position > self.expected:
                yield from self._judge(ours=False)
                yield Flaw(Trouble.MISSING, self.expected, link.position - 1)
                # What stood before the row is gone: nothing follows from the place before the gap.
                self.before, self._after_gap = "", True
            if seals.seal(self.key, self.before, link.values) == link.seal:
                if self._run:
                    yield from self._judge(ours=True)
            else:
                if len(self._run) == RUN:
                    yield from self._judge(ours=False)
                if not self._run:
                    self._run_before = self.before
                self._run.append(link)
            self.before, self.expected = link.seal, link.position + 1
        yield from self._close()

    def _close(self) -> Iterator[Flaw]:
        length, is_ours = self.expected - 1, self.end.is_ours(self.key, self.name)
        yield from self._judge(ours=is_ours and self.before == self.end.last)
        if not is_ours:
            yield Flaw(Trouble.END, length, length)
        elif self.end.length > length:
            yield Flaw(Trouble.MISSING, self.expected, self.end.length)
        elif self.before != self.end.last and length and not self._found:
            # An older end was put back: the rows go on behind it, or are others.
            yield Flaw(Trouble.END, length, length)

    def _judge(self, *, ours: bool) -> Iterator[Flaw]:
        """Weigh the rows that did not hold; `ours` tells whether the seal of the last is."""
        run, after_gap = self._run, self._after_gap
        self._run, self._after_gap = [], False
        if not run:
            return
        homes = _homes(self.key, self._run_before, run)
        genuine = {before for _place, before in homes if before}
        if ours:
            genuine.add(run[-1].seal)
        doubtful = after_gap
        for link, (place, _before) in zip(run, homes, strict=True):
            if place is None:
                trouble = _trouble(is_genuine=link.seal in genuine, doubtful=doubtful)
                yield Flaw(trouble, link.position, link.position, link.row)
                doubtful = trouble is Trouble.INSERTED
            else:
                doubtful = False
                if place != link.position:
                    yield Flaw(Trouble.MOVED, link.position, link.position, link.row, place)


def _trouble(*, is_genuine: bool, doubtful: bool) -> Trouble:
    if not is_genuine:
        return Trouble.INSERTED
    return Trouble.UNVERIFIABLE if doubtful else Trouble.EDITED


def _homes(key: bytes, before: str, run: Sequence[Link]) -> list[tuple[int | None, str]]:
    """Return for each row the place for which it was sealed and the seal before it, if any fit."""
    befores = [before, *(link.seal for link in run)]
    places = range(max(1, run[0].position - 1), run[-1].position + 2)
    homes: list[tuple[int | None, str]] = []
    shift, last = 0, before
    for link in run:
        # What was shifted was mostly shifted together: the first guess.
        guesses = [(link.position + shift, last)]
        guesses += [(place, one) for place in places for one in befores if one != link.seal]
        home = next((guess for guess in guesses if _fits(key, link, *guess)), None)
        homes.append(home or (None, ""))
        if home:
            shift = home[0] - link.position
        last = link.seal
    return homes


def _fits(key: bytes, link: Link, place: int, before: str) -> bool:
    values = link.values if place == link.position else link.values | {link.place: place}
    return bool(before) and seals.seal(key, before, values) == link.seal
