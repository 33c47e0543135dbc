"""Who scores which file: seats, substitutes called in, abstentions (ORG-08)."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from workflows.rules import Outcome, judge


class Called(NamedTuple):
    """A substitute in a member's place: for one file, or for all where `case` is None."""

    member: int
    substitute: int
    case: int | None = None


def scorers(
    case: int,
    seats: Sequence[int],
    called: Sequence[Called],
    abstaining: Collection[tuple[int, int]],
) -> tuple[int, ...]:
    """Return the members who score a file: `seats` with their substitutes, without who abstains.

    `abstaining` are pairs of member and file.
    """
    always = {one.member: one.substitute for one in called if one.case is None}
    here = {one.member: one.substitute for one in called if one.case == case}
    sitting = [here.get(seat) or always.get(seat) or seat for seat in seats]
    return tuple(seat for seat in dict.fromkeys(sitting) if (seat, case) not in abstaining)


def committee_complete(presidents: int, scoring: int, least: int) -> Outcome:
    """RANK-18: one president, and with the members at least as many as the office's rules want."""
    return judge(
        "RANK-18",
        presidents == 1 and scoring >= least,
        yes=f"La commissione ha un presidente e {scoring} componenti che valutano.",
        no=f"Servono un presidente e almeno {least} componenti che valutano, presidente compreso: "
        f"ci sono {presidents} presidenti e {scoring} componenti.",
        inputs={"presidenti": presidents, "componenti": scoring, "minimo": least},
        source="L. 241/1990, art. 12",
    )


def all_scored(missing: Collection[str], pending: Collection[str]) -> Outcome:
    """RANK-02: a list is made of files that are all examined, and scored by all who must."""
    told = []
    if pending:
        told.append(f"Domande ancora in istruttoria: {', '.join(sorted(pending))}.")
    if missing:
        told.append(f"Domande senza tutte le schede chiuse: {', '.join(sorted(missing))}.")
    return judge(
        "RANK-02",
        not told,
        yes="Tutte le domande sono istruite e valutate.",
        no=" ".join(told),
        inputs={"in istruttoria": len(pending), "da valutare": len(missing)},
        source="D.Lgs. 184/2025, art. 13 c. 2 b)",
    )
