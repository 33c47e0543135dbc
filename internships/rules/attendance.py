"""The monthly register and what attendance gives at the end (R-ATT)."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from internships.rules.limits import Limits
from internships.rules.recipients import SOURCE
from workflows.rules import Outcome, advise, judge
from workflows.rules.words import day

Interval = tuple[time, time]


class Absence(StrEnum):
    """Why somebody was not there, as the register writes it."""

    ILLNESS = "MAL"
    LEAVE = "PER"
    VISIT = "VIS"
    INJURY = "INF"
    HOLIDAY = "FER"
    CLOSURE = "CHI"
    SUSPENSION = "SOS"
    UNEXPLAINED = "ING"


@dataclass(frozen=True, slots=True)
class Row:
    """One day of the register; `planned` and `done` in minutes."""

    day: date
    planned: int
    done: int
    intervals: tuple[Interval, ...] = ()
    absence: Absence | None = None
    is_remote: bool = False
    explained: str = ""


def minutes_of(intervals: Iterable[Interval]) -> int:
    """Return how many minutes lie in the intervals of a day."""
    return sum(_minute(end) - _minute(begin) for begin, end in intervals)


def times_make_sense(intervals: Sequence[Interval], longest_span: int) -> Outcome:
    """R-ATT-01: times of a day follow one another, do not overlap and span no more minutes than set."""
    flat = [_minute(moment) for interval in intervals for moment in interval]
    grows = all(a < b for a, b in itertools.pairwise(flat))
    holds = not flat or (grows and flat[-1] - flat[0] <= longest_span)
    return judge(
        "R-ATT-01",
        holds,
        yes="Gli orari della giornata sono coerenti.",
        no="Gli orari non tornano: ogni uscita segue l'ingresso, gli intervalli non si "
        f"sovrappongono e la giornata non supera {longest_span // 60} ore.",
        inputs={"orari": ", ".join(f"{a:%H:%M}-{b:%H:%M}" for a, b in intervals)},
        source=SOURCE,
    )


def day_can_be_written(
    on: date,
    *,
    today: date,
    start: date,
    end: date,
    suspended: Iterable[tuple[date, date]],
) -> Outcome:
    """R-ATT-01: a day of the past, inside the internship and not suspended."""
    stands_still = any(first <= on <= last for first, last in suspended)
    why = ""
    if on > today:
        why = f"Il {day(on)} non è ancora passato: il registro si compila giorno per giorno."
    elif not start <= on <= end:
        why = f"Il {day(on)} è fuori dal tirocinio ({day(start)}–{day(end)})."
    elif stands_still:
        why = f"Il {day(on)} il tirocinio era sospeso."
    return judge(
        "R-ATT-01",
        not why,
        yes="Il giorno può essere registrato.",
        no=why,
        inputs={"giorno": on},
        source=SOURCE,
    )


def absence_explained(row: Row) -> Outcome:
    """R-ATT-02: fewer hours than planned need the reason of the absence."""
    return judge(
        "R-ATT-02",
        row.done >= row.planned or row.absence is not None,
        yes="L'eventuale assenza è motivata.",
        no=f"Il {day(row.day)} le ore svolte sono meno di quelle previste: indica il motivo.",
        inputs={"previste": row.planned / 60, "svolte": row.done / 60},
        source=SOURCE,
    )


def not_over_plan(row: Row) -> Outcome:
    """R-ATT-04: more hours than the plan's day are flagged, and answered before the month closes."""
    return advise(
        "R-ATT-04",
        row.done <= row.planned or bool(row.explained.strip()),
        yes="Le ore non superano quelle previste, o lo scostamento è spiegato.",
        no=f"Il {day(row.day)} sono segnate più ore di quelle previste: spiega perché.",
        inputs={"previste": row.planned / 60, "svolte": row.done / 60},
        source=SOURCE,
    )


def week_within_contract(rows: Iterable[Row], weekly_minutes: int) -> Outcome:
    """R-ATT-04: no week above the hours of the collective agreement."""
    weeks: dict[tuple[int, int], int] = {}
    for row in rows:
        year, week, _day = row.day.isocalendar()
        weeks[year, week] = weeks.get((year, week), 0) + row.done
    most = max(weeks.values(), default=0)
    return judge(
        "R-ATT-04",
        most <= weekly_minutes,
        yes="Nessuna settimana supera l'orario del contratto collettivo.",
        no=f"In una settimana sono segnate {most / 60:g} ore: il contratto collettivo ne prevede "
        f"{weekly_minutes / 60:g}.",
        inputs={"ore": most / 60},
        source=SOURCE,
    )


def remote_foreseen(*, is_remote: bool, remote_days: int) -> Outcome:
    """R-DUR-22: days at a distance only where the plan foresees them."""
    return judge(
        "R-DUR-22",
        not is_remote or remote_days > 0,
        yes="Il luogo della giornata è previsto dal progetto.",
        no="Il progetto formativo non prevede giorni a distanza.",
        inputs={"giorni a distanza previsti": remote_days},
        source=SOURCE,
    )


def absences_apart(days: Iterable[date], written: Iterable[date]) -> Outcome:
    """R-ATT-02: an absence covers only days of which the register says nothing yet."""
    both = sorted(set(days) & set(written))
    why = f"Il {day(both[0])} è già registrato: " if both else ""
    return judge(
        "R-ATT-02",
        not both,
        yes="I giorni dell'assenza non sono ancora registrati.",
        no=f"{why}l'assenza si sovrappone a ciò che il registro dice già.",
        inputs={"giorni sovrapposti": len(both)},
        source=SOURCE,
    )


def every_day_written(planned: Iterable[date], written: Iterable[date]) -> Outcome:
    """R-ATT-01: a month is handed in once each of its planned days says what happened."""
    missing = sorted(set(planned) - set(written))
    which = f"Mancano {len(missing)} giorni, dal {day(missing[0])}." if missing else ""
    return judge(
        "R-ATT-01",
        not missing,
        yes="Ogni giorno previsto è registrato.",
        no=which if len(missing) != 1 else f"Manca il {day(missing[0])}.",
        inputs={"giorni mancanti": len(missing)},
        source=SOURCE,
    )


def month_over(last: date, today: date) -> Outcome:
    """R-ATT-01: a month is handed in from its last day on."""
    return judge(
        "R-ATT-01",
        last <= today,
        yes="Il mese è finito.",
        no=f"Il mese finisce il {day(last)}: si consegna da quel giorno.",
        inputs={"ultimo giorno": last},
        source=SOURCE,
    )


def planned_minutes(rows: Iterable[Row]) -> int:
    """R-ATT-03: what the month asked for, suspended days and the host's closures apart."""
    free = {Absence.SUSPENSION, Absence.CLOSURE}
    return sum(row.planned for row in rows if row.absence not in free)


def share(done: int, planned: int) -> Decimal:
    """Return the attendance as a share with four decimals, for people; rules compare minutes."""
    return (Decimal(done) / planned).quantize(Decimal("0.0001")) if planned else Decimal(0)


def attestation_earned(done: int, planned: int, limits: Limits) -> Outcome:
    """R-ATT-06, R-ATT-07, R-ATT-09: the attestation wants a share of all planned hours."""
    least = limits.attestation_percent
    return judge(
        "R-ATT-06",
        planned > 0 and done * 100 >= least * planned,
        yes=f"La frequenza raggiunge il {least}%: spetta l'attestazione finale.",
        no=f"La frequenza è sotto il {least}%: spetta la dichiarazione di frequenza.",
        inputs={"svolte": done / 60, "previste": planned / 60, "quota": share(done, planned)},
        source="Linee guida 25/05/2017",
    )


def dossier_complete(activities: Iterable[str], evidence: Iterable[str]) -> Outcome:
    """R-ATT-05: at least one piece of evidence for each activity of the plan."""
    missing = sorted(set(activities) - set(evidence))
    return judge(
        "R-ATT-05",
        not missing,
        yes="Il dossier documenta ogni attività del progetto.",
        no=f"Nel dossier mancano evidenze per: {', '.join(missing)}.",
        inputs={"mancano": ", ".join(missing)},
        source=SOURCE,
    )


def month_can_close(rows: Iterable[Row], signed: Iterable[date], today: date) -> Outcome:
    """R-ATT-01: every day signed by intern and tutor, none still to come."""
    days = [row.day for row in rows]
    unsigned = sorted(set(days) - set(signed))
    future = [on for on in days if on > today]
    why = ""
    if future:
        why = f"Il mese contiene giorni non ancora passati, dal {day(min(future))}."
    elif unsigned:
        why = f"Mancano firme nel registro, dal {day(unsigned[0])}."
    return judge(
        "R-ATT-01",
        not why,
        yes="Tutti i giorni del mese sono firmati.",
        no=why,
        inputs={"giorni": len(days), "senza firma": len(unsigned)},
        source=SOURCE,
    )


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute
