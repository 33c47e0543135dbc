"""The terms of a contribution beside those of every examination."""

from dataclasses import replace
from datetime import date

from calls.models import Parameter
from grants.models import RentContribution
from grants.parameters import RentParameters
from workflows.examination.terms import conclusion_rule
from workflows.terms import Rule


def acceptance_rule(set_: RentParameters) -> Rule:
    """The applicant's time to take a partial grant (RANK-12)."""
    return Rule("RANK-12", set_.partial_acceptance_days, "days", source="Bando")


def deed_rule(set_: RentParameters) -> Rule:
    """The beneficiary's time to return the deed of commitment (REV-01)."""
    return Rule("REV-01", set_.acceptance_days, "days", source="Bando, accettazione")


def memories_rule(set_: RentParameters, started_on: date) -> Rule:
    """The beneficiary's time to answer the reasons to annul (PRE-11)."""
    days = set_.memories_days or Parameter.objects.value("memories_days", started_on)
    return Rule("PRE-11", days, "days", source="L. 241/1990, artt. 7, 8 e 10")


def change_rule(case: RentContribution, asked_on: date) -> Rule:
    """The end of the procedure on a change that a beneficiary asks for (PROC-T1), suspended as the call's."""
    days = Parameter.objects.value("procedure_days", asked_on)
    rule = conclusion_rule(days, case.call)
    return replace(rule, rule_id="PROC-T1", source="L. 241/1990, art. 2 c. 2")


def own_procedure_rule(started_on: date) -> Rule:
    """The end of a procedure that the office starts by itself (PROC-T1)."""
    days = Parameter.objects.value("procedure_days", started_on)
    return Rule("PROC-T1", days, "days", source="L. 241/1990, art. 2 c. 2")
