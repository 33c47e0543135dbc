"""Opening hours: stretches that can be, and what they say of a moment (SPA-07, SPA-08)."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise

from coworking_registry.rules.requirements import SOURCE, Requirements
from coworking_registry.rules.sheets import Stretch
from workflows.rules import Outcome, Verdict, judge

DAYS = ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica")


def hours_can_be(stretches: Iterable[Stretch]) -> list[Outcome]:
    """SPA-08: each stretch ends after it starts, and none overlaps another of its day."""
    known = sorted(stretches, key=lambda one: (one.weekday, one.opens, one.closes))
    faults = [_unreal(one) for one in known if one.closes <= one.opens]
    faults += [
        f"{DAYS[one.weekday].capitalize()}: gli orari {_span(one)} e {_span(after)} si sovrappongono."
        for one, after in pairwise(known)
        if one.weekday == after.weekday and after.opens < one.closes
    ]
    if not faults:
        return [Outcome("SPA-08", Verdict.MET, "Gli orari non si sovrappongono.", source=SOURCE)]
    return [Outcome("SPA-08", Verdict.NOT_MET, sentence, source=SOURCE) for sentence in faults]


def enough_hours(
    stretches: Iterable[Stretch], asked: Requirements, *, is_always_open: bool = False
) -> Outcome:
    """SPA-07: open as many hours a week as the notice asks for."""
    hours = Decimal(168) if is_always_open else weekly_hours(stretches)
    return judge(
        "SPA-07",
        hours >= asked.weekly_hours_min,
        yes=f"Lo spazio è aperto {_hours(hours)} ore la settimana, almeno le "
        f"{asked.weekly_hours_min} richieste.",
        no=f"Lo spazio è aperto {_hours(hours)} ore la settimana: ne servono almeno "
        f"{asked.weekly_hours_min}.",
        inputs={"ore": _hours(hours), "minimo": asked.weekly_hours_min},
        source=SOURCE,
    )


def weekly_hours(stretches: Iterable[Stretch]) -> Decimal:
    """Return how many hours a week the stretches make."""
    minutes = sum(_minutes(one.closes) - _minutes(one.opens) for one in stretches)
    return Decimal(minutes) / 60


def is_open_at(stretches: Iterable[Stretch], moment: datetime) -> bool:
    """Tell whether one of the stretches takes in a moment of local time; its end is no more within."""
    return any(
        one.weekday == moment.weekday() and one.opens <= moment.time() < one.closes
        for one in stretches
    )


def _unreal(one: Stretch) -> str:
    return f"{DAYS[one.weekday].capitalize()}: la chiusura ({one.closes:%H:%M}) deve seguire l'apertura ({one.opens:%H:%M})."


def _span(one: Stretch) -> str:
    return f"{one.opens:%H:%M}–{one.closes:%H:%M}"


def _minutes(at: time) -> int:
    return timedelta(hours=at.hour, minutes=at.minute) // timedelta(minutes=1)


def _hours(hours: Decimal) -> str:
    return f"{hours.quantize(Decimal('0.1')).normalize():f}".replace(".", ",")
