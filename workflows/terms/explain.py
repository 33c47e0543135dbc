"""Why a term ends on its day, in Italian: the steps, the sentence, the note of each day."""

from dataclasses import dataclass
from datetime import date

from workflows.terms import italian
from workflows.terms.model import CountedSuspension, Rule, Step, StepKind, Term
from workflows.terms.public_holidays import ONE_DAY, SATURDAY, is_holiday
from workflows.terms.trace import Run, Trace


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the engine found, before it is put into words."""

    start: date
    event: str
    rule: Rule
    raw: date
    due: date
    suspensions: tuple[CountedSuspension, ...]
    as_of: date | None

    @property
    def is_provisional(self) -> bool:
        """Whether an open suspension may still move the due date."""
        return any(one.is_provisional for one in self.suspensions)

    @property
    def of_total(self) -> str:
        """The words " di 90" where the rule counts days; months and years have no total to show."""
        return f" di {self.rule.count}" if self.rule.unit in {"days", "working_days"} else ""


def sentence(outcome: Outcome) -> str:
    """The term in one Italian sentence. Source: TERM-13."""
    rule = outcome.rule
    event = f" ({outcome.event})" if outcome.event else ""
    head = (
        f"Il termine di {italian.length(rule.count, rule.unit)} decorre "
        f"{italian.from_day(outcome.start)}{event}"
    )
    source = f" ({rule.source})" if rule.source else ""
    return f"{head}{_suspended_part(outcome)}{_end_part(outcome)}{source}."


def steps(trace: Trace, outcome: Outcome) -> tuple[Step, ...]:
    """One step for each run of days, from the start to the due day, without gaps."""
    return tuple(_step(run, outcome) for run in trace.runs)


def expand_days(term: Term) -> list[tuple[date, StepKind, str]]:
    """Each day from the start to the due day, once, with its kind and an Italian note."""
    return [
        (day, step["kind"], _day_note(step, day))
        for step in term.steps
        for day in _days(date.fromisoformat(step["first"]), date.fromisoformat(step["last"]))
    ]


def _suspended_part(outcome: Outcome) -> str:
    days = italian.length(sum(one.counted_days for one in outcome.suspensions))
    if outcome.is_provisional:
        still = next(one for one in outcome.suspensions if one.is_provisional)
        return f", è sospeso {italian.from_day(still.start)} ({days} di sospensione finora)"
    counts = any(one.counted_days for one in outcome.suspensions)
    return f", resta sospeso per {days}" if counts else ""


def _end_part(outcome: Outcome) -> str:
    asides = []
    if outcome.is_provisional and outcome.as_of:
        asides.append(f"se riprendesse {italian.on_day(outcome.as_of)}")
    if outcome.due != outcome.raw:
        asides.append(f"poiché {italian.on_day(outcome.raw)} {italian.is_what(outcome.raw)}")
    between = f", {', '.join(asides)}," if asides else ""
    return f" e{between} {_verb(outcome)} {italian.with_weekday(outcome.due)}"


def _verb(outcome: Outcome) -> str:
    return "scadrebbe" if outcome.is_provisional else "scade"


def _step(run: Run, outcome: Outcome) -> Step:
    rule_id, text, note = _WORDS[run.kind](run, outcome)
    return Step(
        kind=run.kind,
        first=run.first.isoformat(),
        last=run.last.isoformat(),
        number=run.number,
        rule_id=rule_id,
        sentence=text,
        note=note,
    )


def _start(run: Run, outcome: Outcome) -> tuple[str, str, str]:
    event = f" ({outcome.event})" if outcome.event else ""
    begins = f"Il termine decorre {italian.from_day(run.first)}{event}"
    return "TERM-01", f"{begins}; questo giorno non si conta.", "inizio, non si conta"


def _count(run: Run, outcome: Outcome) -> tuple[str, str, str]:
    first = run.number or 0
    days = (run.last - run.first).days + 1
    total = outcome.of_total
    numbers = (
        f"n. {first}{total}" if days == 1 else f"dal n. {first} al n. {first + days - 1}{total}"
    )
    unit = "working_days" if outcome.rule.unit == "working_days" else "days"
    counts = "si conta" if days == 1 else "si contano"
    text = f"{_range(run)} {counts} {italian.length(days, unit)} ({numbers})."
    return "TERM-02", text, total


def _skipped(run: Run, _: Outcome) -> tuple[str, str, str]:
    return "TERM-02", f"{_range(run)} non si conta: {_names(run)}.", "non lavorativo"


def _suspended(run: Run, _: Outcome) -> tuple[str, str, str]:
    one = run.suspension
    if one is None:
        raise ValueError("a suspended run needs its suspension")
    label = italian.suspension_label(one.kind, one.label)
    text = f"{_range(run)} il termine è sospeso: {label} {italian.of_day(one.start)}, {one.why}."
    return one.rule_id, text, f"sospeso: {label}"


def _shift(run: Run, outcome: Outcome) -> tuple[str, str, str]:
    saturday = any(
        day.weekday() == SATURDAY and not is_holiday(day) for day in _days(run.first, run.last)
    )
    rule_id = "TERM-04" if saturday and outcome.rule.saturday_shifts else "TERM-03"
    return rule_id, f"{_range(run)} il termine è prorogato ({_names(run)}).", "prorogato"


def _end(run: Run, outcome: Outcome) -> tuple[str, str, str]:
    number = f", giorno n. {run.number}{outcome.of_total}" if run.number else ""
    text = f"Il termine {_verb(outcome)} {italian.with_weekday(run.last)}{number}."
    return outcome.rule.rule_id, text, outcome.of_total


_WORDS = {
    "start": _start,
    "count": _count,
    "skipped": _skipped,
    "suspended": _suspended,
    "shift": _shift,
    "end": _end,
}


def _range(run: Run) -> str:
    if run.first == run.last:
        on = italian.on_day(run.first)
        return on[0].upper() + on[1:]
    from_day = italian.from_day(run.first)
    return f"{from_day[0].upper()}{from_day[1:]} {italian.to_day(run.last)}"


def _names(run: Run) -> str:
    names = [italian.day_name(day) for day in _days(run.first, run.last)]
    return ", ".join(name for name in names if name)


def _day_note(step: Step, day: date) -> str:
    """The note of the step; a counted day has its number first, a holiday its name last."""
    note = "scadenza" if step["kind"] == "end" else step["note"]
    if step["number"] is not None and step["kind"] in {"count", "end"}:
        offset = (day - date.fromisoformat(step["first"])).days
        numbered = f"giorno {step['number'] + offset}{step['note']}"
        note = f"{numbered}, scadenza" if step["kind"] == "end" else numbered
    name = italian.day_name(day)
    return f"{note} ({name})" if name else note


def _days(first: date, last: date) -> list[date]:
    return [first + ONE_DAY * n for n in range((last - first).days + 1)]
