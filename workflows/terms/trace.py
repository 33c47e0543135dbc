"""The days of a term in order, each in exactly one run of days of one kind."""

from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from workflows.terms.model import CountedSuspension, Rule, StepKind
from workflows.terms.public_holidays import ONE_DAY, is_working_day


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive days of one kind; `number` is the number of the first one if it is counted."""

    kind: StepKind
    first: date
    last: date
    number: int | None = None
    suspension: CountedSuspension | None = None


@dataclass(slots=True)
class Trace:
    """The runs found so far. A later run takes over the last days of the earlier ones."""

    rule: Rule
    runs: list[Run] = field(default_factory=list)
    counted: int = 0

    def add(
        self,
        kind: StepKind,
        first: date,
        last: date,
        suspension: CountedSuspension | None = None,
    ) -> None:
        """Append the days from `first` to `last`, or nothing when the range is empty."""
        if first > last:
            return
        number = self._number_of(first) if kind == "end" else None
        while self.runs and self.runs[-1].first >= first:
            self.runs.pop()
        if self.runs and self.runs[-1].last >= first:
            self.runs[-1] = replace(self.runs[-1], last=first - ONE_DAY)
        self.runs.append(Run(kind, first, last, number, suspension))

    def count(self, first: date, last: date) -> None:
        """Append counted days; in a term of working days the others become runs of their own."""
        days = [first + ONE_DAY * n for n in range((last - first).days + 1)]
        for counts, group in groupby(days, key=lambda day: counts_day(self.rule, day)):
            run = list(group)
            number = self.counted + 1 if counts else None
            self.runs.append(Run("count" if counts else "skipped", run[0], run[-1], number))
            self.counted += len(run) if counts else 0

    def _number_of(self, day: date) -> int | None:
        """The number a day has in the count, before another kind of run takes it over."""
        for run in self.runs:
            if run.kind == "count" and run.number and run.first <= day <= run.last:
                return run.number + (day - run.first).days
        return None


def counts_day(rule: Rule, day: date) -> bool:
    """Whether the day takes up one unit of the term. Source: TERM-02."""
    if rule.unit != "working_days":
        return True
    return is_working_day(day, working_saturday=rule.working_saturday)
