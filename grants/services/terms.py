"""The terms of a contribution, counted with the parameters of its call."""

from datetime import date

from calls.models import Call, Parameter
from grants.models import RentContribution
from grants.parameters import RentParameters
from parties import moment
from workflows.models import CaseTerm
from workflows.services import clock
from workflows.terms import Rule


def conclusion_rule(set_: RentParameters, call: Call) -> Rule:
    """The end of the procedure (PROC-T2), suspended as the call's regime says (PROC-T4, PROC-T5)."""
    published = call.published_at.date()
    law = Parameter.objects.value("procedure_suspension", published)
    return Rule(
        "PROC-T2",
        set_.conclusion_days,
        "days",
        regime=law["regime"],
        suspension_cap_days=law["cap_days"],
        suspensions_allowed=law["allowed"],
        suspension_warning_days=law["warning_days"],
        source="Bando, termini del procedimento",
    )


def integration_rule(set_: RentParameters) -> Rule:
    """The applicant's time to answer an integration request (SOC-01)."""
    return Rule("SOC-01", set_.integration_days, "days", source="D.Lgs. 184/2025, art. 14")


def observation_rule(set_: RentParameters) -> Rule:
    """The applicant's time for observations (PRE-02)."""
    return Rule("PRE-02", set_.observation_days, "days", source="L. 241/1990, art. 10-bis")


def prenotice_stops_at() -> str:
    """From when a notice of reasons suspends the procedure: its sending, or its arrival (PRE-04)."""
    return Parameter.objects.value("prenotice_suspends_from", moment.today())


def acceptance_rule(set_: RentParameters) -> Rule:
    """The applicant's time to take a partial grant (RANK-12)."""
    return Rule("RANK-12", set_.partial_acceptance_days, "days", source="Bando")


def memories_rule(set_: RentParameters, started_on: date) -> Rule:
    """The beneficiary's time to answer the reasons to annul (PRE-11)."""
    days = set_.memories_days or Parameter.objects.value("memories_days", started_on)
    return Rule("PRE-11", days, "days", source="L. 241/1990, artt. 7, 8 e 10")


def own_procedure_rule(started_on: date) -> Rule:
    """The end of a procedure that the office starts by itself (PROC-T1)."""
    days = Parameter.objects.value("procedure_days", started_on)
    return Rule("PROC-T1", days, "days", source="L. 241/1990, art. 2 c. 2")


def conclusion_due(case: RentContribution) -> date | None:
    """Return the day by which the running procedure must end; None where none runs."""
    term = clock.running_term(case, CaseTerm.Kind.CONCLUSION)
    return term.due_on if term else None
