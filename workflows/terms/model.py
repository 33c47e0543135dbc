"""The values of the term engine: a rule, its suspensions, the computed term. Dates, no hours."""

from dataclasses import asdict, dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any, Literal, Self, TypedDict, cast

from workflows.terms.errors import TermError

Unit = Literal["days", "working_days", "months", "years"]
Regime = Literal["L241", "CODE"]
StepKind = Literal["start", "count", "skipped", "suspended", "shift", "end"]

UNITS = ("days", "working_days", "months", "years")
REGIMES = ("L241", "CODE", None)
INTEGRATION = "integration"
REFUSAL_NOTICE = "refusal_notice"


def require_date(value: object, name: str) -> None:
    """Refuse an instant where a day is meant: comparing the two would fail far from the cause."""
    if isinstance(value, datetime) or not isinstance(value, date):
        raise TypeError(f"{name} must be a date, not {type(value).__name__}")


class Step(TypedDict):
    """A run of days of one kind, first and last included, as ISO dates; ready for JSON.

    `number` is the number of the first day of a counted run, or of a last day that is counted.
    """

    kind: StepKind
    first: str
    last: str
    number: int | None
    rule_id: str
    sentence: str
    note: str


@dataclass(frozen=True, slots=True)
class Rule:
    """How one kind of term is counted. Every number comes from the parameters of the call or law.

    `shift_on_holiday` is False for periods of validity and limits on power (TERM-09).
    `suspension_cap_days` is the total of days, and `suspensions_allowed` the number of times, for
    the suspensions that count towards the cap; None means no limit (PROC-T4, PROC-T5).
    `suspension_warning_days` only adds a warning above so many days (PROC-T6).
    `working_saturday` says whether Saturday counts when the unit is working days.
    Raises TermError for a count below 1, an unknown unit or regime, or a negative limit.
    """

    rule_id: str
    count: int
    unit: Unit
    shift_on_holiday: bool = True
    saturday_shifts: bool = False
    regime: Regime | None = None
    suspension_cap_days: int | None = None
    suspensions_allowed: int | None = None
    source: str = ""
    suspension_warning_days: int | None = None
    working_saturday: bool = False

    def __post_init__(self) -> None:
        if self.unit not in UNITS or self.regime not in REGIMES:
            raise TermError(
                "bad_rule", f"La regola {self.rule_id} ha un'unità o un regime sconosciuto."
            )
        if self.count < 1:
            raise TermError(
                "bad_rule", f"La regola {self.rule_id} deve avere una durata di almeno 1."
            )
        limits = (self.suspension_cap_days, self.suspensions_allowed, self.suspension_warning_days)
        if any(limit is not None and limit < 0 for limit in limits):
            raise TermError(
                "bad_rule", f"La regola {self.rule_id} ha un limite di sospensione negativo."
            )


@dataclass(frozen=True, slots=True)
class Suspension:
    """A time in which the clock stands: from the day of the request to the day it resumes.

    The day `start` is still counted, the days after it up to and including `end` are not; so
    (22 March, 11 April) takes 20 days. `end` None means still open. `counts_towards_cap` left
    unsaid is True for requests of integration only. `label` is the Italian name on letters.
    Raises TermError when the end comes before the start.
    """

    kind: str
    start: date
    end: date | None = None
    rule_id: str = ""
    counts_towards_cap: bool | None = None
    label: str = ""

    def __post_init__(self) -> None:
        require_date(self.start, "start")
        if self.counts_towards_cap is None:
            object.__setattr__(self, "counts_towards_cap", self.kind == INTEGRATION)
        if self.end is None:
            return
        require_date(self.end, "end")
        if self.end < self.start:
            raise TermError(
                "ends_before_start",
                f"La sospensione finisce il {self.end:%d/%m/%Y}, prima di iniziare "
                f"({self.start:%d/%m/%Y}).",
            )


@dataclass(frozen=True, slots=True)
class CountedSuspension:
    """A suspension as the engine counted it: `days` elapsed, `counted_days` that move the term.

    `limit_days` is what the cap left to it (None: no limit). `why` says the reason in Italian.
    """

    kind: str
    start: date
    end: date | None
    days: int
    counted_days: int
    why: str
    rule_id: str = ""
    counts_towards_cap: bool = False
    label: str = ""
    limit_days: int | None = None

    @property
    def resumes(self) -> date | None:
        """The day after which days count again; None while open without a limit."""
        if self.end is not None:
            return self.start + timedelta(days=self.counted_days)
        return None if self.limit_days is None else self.start + timedelta(days=self.limit_days)

    @property
    def is_provisional(self) -> bool:
        """Still open, with days that may yet be added."""
        return self.end is None and (self.limit_days is None or self.counted_days < self.limit_days)

    def stands_on(self, day: date) -> bool:
        """Whether the clock stands when that day ends: from the request, until it resumes."""
        return self.start <= day and (self.resumes is None or day < self.resumes)

    def as_suspension(self) -> Suspension:
        """The suspension as it was given, to count it again on another day."""
        return Suspension(
            self.kind, self.start, self.end, self.rule_id, self.counts_towards_cap, self.label
        )


@dataclass(frozen=True, slots=True)
class Term:
    """A computed term with its whole explanation. Source: TERM-13.

    `raw` is the last day before the shift, `due` after it. `as_of` is the day on which an open
    suspension was looked at, None when there is none. JSON round trip: `to_dict`, `from_dict`.
    """

    start: date
    rule: Rule
    raw: date
    due: date
    suspended_days: int
    suspensions: tuple[CountedSuspension, ...]
    steps: tuple[Step, ...]
    sentence: str
    event: str = ""
    warnings: tuple[str, ...] = ()
    as_of: date | None = None

    @property
    def is_provisional(self) -> bool:
        """An open suspension may still move the due date."""
        return any(suspension.is_provisional for suspension in self.suspensions)

    def is_suspended_on(self, day: date) -> bool:
        """Whether the clock stands when that day ends: from the request, until it resumes."""
        return any(suspension.stands_on(day) for suspension in self.suspensions)

    def to_dict(self) -> dict[str, Any]:
        """The term as plain JSON values: dates in ISO form, tuples as lists."""
        return {
            "start": self.start.isoformat(),
            "event": self.event,
            "rule": asdict(self.rule),
            "raw": self.raw.isoformat(),
            "due": self.due.isoformat(),
            "suspended_days": self.suspended_days,
            "suspensions": [_plain_suspension(one) for one in self.suspensions],
            "steps": [dict(step) for step in self.steps],
            "sentence": self.sentence,
            "warnings": list(self.warnings),
            "as_of": self.as_of and self.as_of.isoformat(),
        }

    @classmethod
    def from_dict(cls, stored: dict[str, Any]) -> Self:
        """The stored term, word for word: nothing is computed again, so old texts stay."""
        values = {field.name: stored[field.name] for field in fields(cls)}
        values |= {name: date.fromisoformat(stored[name]) for name in ("start", "raw", "due")}
        values["rule"] = Rule(**stored["rule"])
        values["suspensions"] = tuple(_counted_suspension(one) for one in stored["suspensions"])
        values["steps"] = tuple(cast("Step", dict(step)) for step in stored["steps"])
        values["warnings"] = tuple(stored["warnings"])
        values["as_of"] = date.fromisoformat(stored["as_of"]) if stored["as_of"] else None
        return cls(**values)


def _plain_suspension(counted: CountedSuspension) -> dict[str, Any]:
    plain = asdict(counted)
    plain["start"] = counted.start.isoformat()
    plain["end"] = counted.end and counted.end.isoformat()
    return plain


def _counted_suspension(stored: dict[str, Any]) -> CountedSuspension:
    end = date.fromisoformat(stored["end"]) if stored["end"] else None
    return CountedSuspension(**{**stored, "start": date.fromisoformat(stored["start"]), "end": end})
