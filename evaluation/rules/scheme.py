"""What a ranking is made from, and what it is made of: plain values, amounts in EUR."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from workflows.rules import Outcome, Verdict

NOTHING = Decimal("0.00")


class Policy(StrEnum):
    """In which order, or in which proportion, the money of a call is given (RANK-01, RANK-02)."""

    FILING = "filing_order"
    SCORE = "score"
    PRO_RATA = "pro_rata"
    DRAW = "draw"


class LastPlace(StrEnum):
    """What happens to the first whom the money does not cover whole (RANK-12)."""

    PARTIAL = "partial"
    SKIP = "skip"
    STOP = "stop"


class Compensation(StrEnum):
    """Where the unused part of a territory's share goes (RANK-15)."""

    NONE = "none"
    BY_NEED = "proportional"
    BY_ORDER = "order"


class Listed(StrEnum):
    """The four lists of a ranking (RANK-11)."""

    FINANCED = "A"
    PARTLY = "B"
    NOT_FINANCED = "C"
    NOT_ADMITTED = "D"


@dataclass(frozen=True, slots=True)
class Criterion:
    """What is scored: up to `weight` points; under `minimum` the application is not suitable."""

    weight: Decimal
    minimum: Decimal = NOTHING
    title: str = ""


@dataclass(frozen=True, slots=True)
class Reserve:
    """A share of the money kept for a class of applicants, in percent of `within` (CALL-17).

    `within` is the code of a wider reserve, or empty for the whole endowment.
    """

    code: str
    percent: Decimal
    within: str = ""


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a call ranks and gives. All of it comes from the call's frozen version."""

    endowment: Decimal
    policy: Policy = Policy.SCORE
    criteria: tuple[Criterion, ...] = ()
    threshold: Decimal | None = None
    chain: tuple[str, ...] = ()
    last_place: LastPlace = LastPlace.PARTIAL
    seed: str = ""
    territories: Mapping[str, Decimal] = field(default_factory=dict)
    compensation: Compensation = Compensation.BY_NEED
    reserves: tuple[Reserve, ...] = ()
    releases_reserves: bool = True


class Application(NamedTuple):
    """One application as the ranking sees it.

    `sheets` holds one row a member: points in whole hundredths, in the order of the criteria.
    `against` holds the reasons for which the examination did not admit it. `classes` are the
    reserves it belongs to. `born` is the birthday of a person who applies (R-PUB-08). One that is `whole_only` has left a part that was offered and waits for
    the whole.
    """

    id: str
    asked: Decimal
    filed_at: datetime
    sequence: int
    sheets: Sequence[Sequence[int]] = ()
    premium_points: Decimal = NOTHING
    holds_premium: bool = False
    territory: str = ""
    classes: frozenset[str] = frozenset()
    against: tuple[str, ...] = ()
    whole_only: bool = False
    born: date | None = None


class Tie(NamedTuple):
    """Why a row stands behind another of equal points: the step that broke it, and both values.

    Points are hundredths; premiums, instants, numbers and tickets are what they are. Who is younger
    is said without the birthdays.
    """

    step: str
    ahead: str
    theirs: Any
    ours: Any


class Row(NamedTuple):
    """One line of a ranking. `place` is None in list D.

    `total` and the means of the criteria are hundredths of a point; None and empty where the call
    scores nothing, or the application was not admitted to the scoring.
    """

    place: int | None
    id: str
    listed: Listed
    total: int | None
    means: Sequence[int]
    asked: Decimal
    granted: Decimal
    tie: Tie | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """A whole ranking, in its order, list D last; `left` is what nobody could be given, in EUR."""

    rows: tuple[Row, ...]
    endowment: Decimal
    left: Decimal

    def of(self, listed: Listed) -> tuple[Row, ...]:
        """Return one of the four lists."""
        return tuple(row for row in self.rows if row.listed is listed)


class RankingRefused(ValueError):
    """No ranking can be made of this: `outcome` holds the rule, a sentence and what it looked at."""

    def __init__(self, rule: str, sentence: str, **inputs: object) -> None:
        super().__init__(sentence)
        self.outcome = Outcome(rule, Verdict.NOT_MET, sentence, inputs)
