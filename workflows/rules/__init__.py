"""What a rule answers: a verdict that can be stored, shown and defended."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class Verdict(StrEnum):
    """What follows from a rule."""

    MET = "met"
    NOT_MET = "not_met"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer of one rule: its id, what it says in Italian, and the values it looked at."""

    rule: str
    verdict: Verdict
    sentence: str
    inputs: dict[str, Any] = field(default_factory=dict)
    source: str = ""
    remedy: str = ""

    @property
    def blocks(self) -> bool:
        """Whether the act that asked must not be done."""
        return self.verdict is Verdict.NOT_MET

    def to_dict(self) -> dict[str, Any]:
        """Return plain values for the history; amounts and dates become text."""
        plain = asdict(self)
        plain["verdict"] = self.verdict.value
        plain["inputs"] = {key: str(value) for key, value in self.inputs.items()}
        return plain

    @classmethod
    def from_dict(cls, stored: dict[str, Any]) -> "Outcome":
        """Rebuild a stored outcome."""
        return cls(**{**stored, "verdict": Verdict(stored["verdict"])})


def judge(rule: str, holds: bool, *, yes: str, no: str, **rest: Any) -> Outcome:
    """Answer a rule that either holds or blocks, with a sentence for each case."""
    return Outcome(rule, Verdict.MET if holds else Verdict.NOT_MET, yes if holds else no, **rest)


def advise(rule: str, holds: bool, *, yes: str, no: str, **rest: Any) -> Outcome:
    """Answer a rule that warns where it does not hold, and leaves the decision to a person."""
    return Outcome(rule, Verdict.MET if holds else Verdict.WARNING, yes if holds else no, **rest)
