"""The terms of an offer, counted with the parameters of its call."""

from datetime import date

from calls.models import Call, Parameter
from internships.models import HostOffer
from internships.parameters import OfferParameters
from workflows.models import CaseTerm
from workflows.services import clock
from workflows.terms import Rule


def conclusion_rule(set_: OfferParameters, call: Call) -> Rule:
    """The end of the procedure (PROC-T2), suspended as the call's regime says (PROC-T4, PROC-T5)."""
    law = Parameter.objects.value("procedure_suspension", call.published_at.date())
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


def integration_rule(set_: OfferParameters) -> Rule:
    """The host's time to answer an integration request (R-PUB-04)."""
    return Rule("SOC-01", set_.integration_days, "days", source="Bando, istruttoria")


def observation_rule(set_: OfferParameters) -> Rule:
    """The host's time for observations (PRE-02)."""
    return Rule("PRE-02", set_.observation_days, "days", source="L. 241/1990, art. 10-bis")


def conclusion_due(case: HostOffer) -> date | None:
    """Return the day by which the running procedure must end; None where none runs."""
    term = clock.running_term(case, CaseTerm.Kind.CONCLUSION)
    return term.due_on if term else None
