"""How often tutors report on an internship, and until when (R-ATT-10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from internships.rules.dates import DAY, days_in, end_for
from workflows.rules import Outcome, advise, judge
from workflows.rules.words import day

SOURCE = "Linee guida 25/05/2017, monitoraggio del promotore; prassi dell'ente"


@dataclass(frozen=True, slots=True)
class Cadence:
    """Up to so many months one report half-way, above them one each so many; days for the final one."""

    short_months: int
    every_months: int
    final_days: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of an internship of which an interim report tells; it is due from its last day on."""

    number: int
    first: date
    last: date


def stretches(start: date, end: date, cadence: Cadence) -> list[Stretch]:
    """R-ATT-10: of which days the interim reports tell; the last stretch is that of the final report."""
    if end <= end_for(start, cadence.short_months):
        middle = start + timedelta(days=max(days_in(start, end) // 2, 1) - 1)
        return [Stretch(1, start, middle)] if middle < end else []
    found: list[Stretch] = []
    while (last := end_for(start, cadence.every_months * (len(found) + 1))) < end:
        first = found[-1].last + DAY if found else start
        found.append(Stretch(len(found) + 1, first, last))
    return found


def reported(stretch: Stretch, written: date | None, today: date, allowed: int) -> Outcome:
    """R-ATT-10: a report is written within so many days of its stretch; one that is late is flagged."""
    by = stretch.last + timedelta(days=allowed)
    late = (written or today) > by
    told = f"La relazione sul periodo che termina il {day(stretch.last)}"
    return advise(
        "R-ATT-10",
        not late,
        yes=f"{told} è consegnata." if written else f"{told} va consegnata entro il {day(by)}.",
        no=f"{told} andava consegnata entro il {day(by)}"
        + (f": è del {day(written)}." if written else "."),
        inputs={"entro": by, "consegnata": written or ""},
        source=SOURCE,
    )


def stretch_over(stretch: Stretch, today: date) -> Outcome:
    """R-ATT-10: a report is written once its days are over."""
    return judge(
        "R-ATT-10",
        stretch.last <= today,
        yes="Il periodo della relazione è terminato.",
        no=f"Il periodo della relazione termina il {day(stretch.last)}: si scrive da quel giorno.",
        inputs={"ultimo giorno": stretch.last},
        source=SOURCE,
    )


def final_reported(missing: Sequence[str], ended: date, today: date, allowed: int) -> Outcome:
    """R-ATT-10: the final reports come within so many days of the end; late ones are flagged."""
    by = ended + timedelta(days=allowed)
    which = " e ".join(missing)
    return advise(
        "R-ATT-10",
        not missing or today <= by,
        yes=f"Le relazioni finali si consegnano entro il {day(by)}."
        if missing
        else "Le relazioni finali sono consegnate.",
        no=f"Entro il {day(by)} andava consegnata la relazione finale {which}.",
        inputs={"entro": by, "mancano": which},
        source=SOURCE,
    )
