"""The terms of an examination, counted with the parameters that the call has frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from calls.models import Parameter
from parties import moment
from workflows.models import CaseTerm
from workflows.services import clock
from workflows.terms import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from calls.models import Call, CallVersion


@dataclass(frozen=True)
class ExaminationTerms:
    """What a call sets for the examination of its cases, in days."""

    conclusion_days: int
    integration_days: int
    observation_days: int
    observation_pause_days: int

    @classmethod
    def of(cls, version: CallVersion) -> ExaminationTerms:
        """Read a version's parameters; `KeyError` names one that the call does not set."""
        stored: Mapping[str, Any] = version.parameters
        return cls(
            conclusion_days=int(stored["conclusion_days"]),
            integration_days=int(stored["integration_days"]),
            observation_days=int(stored["observation_days"]),
            observation_pause_days=int(stored["observation_pause_days"]),
        )


def conclusion_rule(days: int, call: Call) -> Rule:
    """The end of the procedure (PROC-T2), suspended as the call's regime says (PROC-T4, PROC-T5)."""
    if call.published_at is None:
        msg = f"{call.code} is not published"
        raise ValueError(msg)
    law = Parameter.objects.value("procedure_suspension", call.published_at.date())
    return Rule(
        "PROC-T2",
        days,
        "days",
        regime=law["regime"],
        suspension_cap_days=law["cap_days"],
        suspensions_allowed=law["allowed"],
        suspension_warning_days=law["warning_days"],
        source="Bando, termini del procedimento",
    )


def integration_rule(days: int, source: str) -> Rule:
    """The applicant's time to answer an integration request (SOC-01)."""
    return Rule("SOC-01", days, "days", source=source)


def observation_rule(days: int) -> Rule:
    """The applicant's time for observations (PRE-02)."""
    return Rule("PRE-02", days, "days", source="L. 241/1990, art. 10-bis")


def prenotice_stops_at() -> str:
    """From when a notice of reasons suspends the procedure: its sending, or its arrival (PRE-04)."""
    return str(Parameter.objects.value("prenotice_suspends_from", moment.today()))


def conclusion_due(case: Any) -> date | None:
    """Return the day by which the running procedure must end; None where none runs."""
    term = clock.running_term(case, CaseTerm.Kind.CONCLUSION)
    return term.due_on if term else None
