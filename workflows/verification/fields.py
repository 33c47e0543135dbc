"""The history of fields that triggers write: its blocks of seals, and every row against its digest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from workflows import seals
from workflows.models import ChainEnd, FieldHistoryBlock
from workflows.services.sealing import chain_of, columns_of, digests, end_of, key, seal_of_names
from workflows.tracked import Tracked, tracked
from workflows.verification.chain import Link, Trouble, Walk
from workflows.verification.findings import Finding, Seen, of_chain

BLOCKS = FieldHistoryBlock._meta.db_table
ENDS = ChainEnd._meta.db_table
# More rows than a block has been given digests for would have to be inserted ones.
SURPLUS = 1_000


def count() -> int:
    """Return about how many rows there are to look at."""
    return sum(one.lines.count() for one in tracked())


def walk(seen: Seen, since: date | None = None) -> Iterator[Finding]:
    """Yield what is wrong with the sealed rows; with `since`, with blocks sealed from that day on."""
    yield from _chains()
    for one in tracked():
        end = ChainEnd.objects.filter(name=one.table).first()
        if end is not None:
            yield from _Table(one, seen, since).findings(end_of(end))


def sealed_since() -> Any:
    """Return the instant of the oldest block, None where nothing is sealed."""
    return (
        FieldHistoryBlock.objects.order_by("sealed_at").values_list("sealed_at", flat=True).first()
    )


def _chains() -> Iterator[Finding]:
    where = _("Seals of the field history")
    ends = {end.name: end_of(end) for end in ChainEnd.objects.all()}
    whole = ends.pop("", seals.End())
    lost = set(
        FieldHistoryBlock.objects.order_by().values_list("table", flat=True).distinct()
    ) - set(ends)
    if not ends and not lost:
        sentence = _(
            "{where}: nothing has been sealed yet. The worker does so every two minutes: is it running?"
        ).format(where=where)
        yield Finding(Trouble.UNSEALED, where, BLOCKS, None, sentence)
    elif lost or whole != seal_of_names(key(), ends):
        sentence = _(
            "{where}: a chain has been removed or added in the database; there are {number} ({table})."
        ).format(where=where, number=len(ends), table=ENDS)
        yield Finding(Trouble.CHAINS, where, ENDS, None, sentence)


class _Table:
    """The chain of one table, walked once; only blocks that hold are asked about their rows."""

    def __init__(self, one: Tracked, seen: Seen, since: date | None) -> None:
        self.one, self.seen, self.since = one, seen, since
        self.where = _("Field history of “{what}”").format(what=one.model._meta.verbose_name)
        self.found: list[Finding] = []

    def findings(self, end: seals.End) -> Iterator[Finding]:
        where = _("Seals of the field history of “{what}”").format(
            what=self.one.model._meta.verbose_name
        )
        chain = Walk(key(), chain_of(self.one.table), end)
        for flaw in chain.flaws(self._links(end.length)):
            yield from self._drain()
            yield of_chain(flaw, where, BLOCKS, length=end.length)
        yield from self._drain()

    def _drain(self) -> Iterator[Finding]:
        found, self.found = self.found, []
        yield from found

    def _links(self, length: int) -> Iterator[Link]:
        before, position = seals.START, 0
        while block := self._next(position, length):
            values = block.sealed_values
            if seals.seal(key(), before, values) == block.seal and self._is_asked(block):
                self.found += self._rows(block)
            yield Link(block.pk, block.position, block.seal, values)
            before, position = block.seal, block.position
            self.seen(len(block.digests))

    def _next(self, above: int, until: int) -> FieldHistoryBlock | None:
        return (
            FieldHistoryBlock.objects.filter(
                table=self.one.table, position__gt=above, position__lte=until
            )
            .order_by("position")
            .first()
        )

    def _is_asked(self, block: FieldHistoryBlock) -> bool:
        return self.since is None or block.sealed_at.date() >= self.since

    def _rows(self, block: FieldHistoryBlock) -> Iterator[Finding]:
        """Compare the rows of a block with what they were when it was sealed."""
        gone = sorted(set(block.columns) - set(columns_of(self.one)))
        if gone:
            yield self._lost_columns(block, gone)
            return
        known = {int(row): digest for row, digest in block.digests.items()}
        found = dict(
            digests(self.one, block.from_key, block.until_key, block.columns, len(known) + SURPLUS)
        )
        if found == known:
            return
        for row in sorted(known.keys() | found.keys()):
            if row not in found:
                yield self._finding(Trouble.MISSING, row)
            elif row not in known:
                yield self._finding(Trouble.INSERTED, row)
            elif found[row] != known[row]:
                yield self._finding(Trouble.EDITED, row)

    def _finding(self, trouble: Trouble, row: int) -> Finding:
        words = {
            Trouble.MISSING: _("the row with key {key} has been removed ({table})."),
            Trouble.INSERTED: _(
                "the row with key {key} was inserted in the database after its time ({table})."
            ),
            Trouble.EDITED: _(
                "the row with key {key}, or who made that change, was edited in the database ({table})."
            ),
        }[trouble]
        sentence = f"{self.where}: {words.format(key=row, table=self.one.table)}"
        left = None if trouble is Trouble.MISSING else row
        return Finding(trouble, self.where, self.one.table, left, sentence, row)

    def _lost_columns(self, block: FieldHistoryBlock, gone: list[str]) -> Finding:
        sentence = _(
            "{where}: block {position} can no longer be verified, because {table} has lost {columns}."
        ).format(
            where=self.where,
            position=block.position,
            table=self.one.table,
            columns=", ".join(gone),
        )
        return Finding(
            Trouble.COLUMNS, self.where, self.one.table, block.pk, sentence, block.position
        )
