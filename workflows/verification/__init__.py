"""Whether history, protocol and field history are as the office wrote them.

Whatever was edited, deleted, inserted or reordered in the database, past the site, is named: the
seals of each chain tell (`workflows.seals`), and what the rows themselves say of one another. Rows
are read page by page, so that memory stays flat however many there are.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from workflows.verification import cases, fields, protocol, rows
from workflows.verification.chain import Trouble
from workflows.verification.findings import Finding

__all__ = ["CHAINS", "Finding", "Trouble", "Verification"]

CHAINS = {"history": cases, "protocol": protocol, "fields": fields, "rows": rows}


@dataclass
class Verification:
    """One walk over the chains that are asked for, and its figures.

    `since` narrows it to what was open, registered or sealed on that day or later; rows are always
    compared with their history in full. `told` is called with the rows seen so far and their
    expected number, now and then.
    """

    chains: Sequence[str] = tuple(CHAINS)
    since: date | None = None
    told: Callable[[int, int], None] = lambda seen, total: None
    seen: int = 0
    total: int = 0
    seconds: float = 0.0
    found: int = field(default=0, init=False)

    def findings(self) -> Iterator[Finding]:
        """Yield everything that is wrong; figures are complete when nothing more comes."""
        begun = time.monotonic()
        self.total = sum(CHAINS[name].count() for name in self.chains)
        for name in self.chains:
            for finding in CHAINS[name].walk(self._see, self.since):
                self.found += 1
                yield finding
        self.seconds = time.monotonic() - begun

    def _see(self, number: int) -> None:
        self.seen += number
        # Rows are written while we look.
        self.told(self.seen, max(self.total, self.seen))
