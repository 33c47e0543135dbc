"""The terms of a contribution, counted with the parameters of its call."""

from calls.models import Call, Parameter
from grants.parameters import RentParameters
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


def acceptance_rule(set_: RentParameters) -> Rule:
    """The applicant's time to take a partial grant (RANK-12)."""
    return Rule("RANK-12", set_.partial_acceptance_days, "days", source="Bando")
