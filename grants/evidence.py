"""What must stand written before money is granted: CUP, DURC, antimafia (G4: CUP-01, PAY-01, PAY-09)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from accounting.rules import (
    AGAINST,
    Antimafia,
    AntimafiaAnswer,
    Durc,
    antimafia_before_grant,
    cup_given,
    durc_before_grant,
)
from calls.models import Parameter
from parties import moment
from workflows.rules import Outcome, Verdict
from workflows.rules.words import months_after

if TYPE_CHECKING:
    from datetime import date

    from grants.models import GrantEvidence, RentContribution

# Who has no position with the institutes yet: there is nothing to certify (PAY-02).
WITHOUT_POSITION = frozenset({"aspiring"})


def evidence_outcomes(case: RentContribution, amount: Decimal) -> list[Outcome]:
    """All evidence that a grant of `amount` EUR wants, as it stands today (G4)."""
    today = moment.today()
    found = evidence_of(case)
    return [
        cup_given(case.cup, _other_with(case)),
        *_durc(case, found.get("durc"), today),
        _antimafia(found.get("antimafia"), amount, today),
    ]


def foreseen_outcomes(case: RentContribution, amount: Decimal) -> list[Outcome]:
    """Say the same of a grant still to be decided on: a paper not there yet bars nobody from the list.

    What stands against the party does; the act asks for all of it again.
    """
    return [
        replace(one, verdict=Verdict.WARNING) if one.blocks and one.rule not in AGAINST else one
        for one in evidence_outcomes(case, amount)
    ]


def evidence_of(case: RentContribution) -> dict[str, GrantEvidence]:
    """Return the evidence that counts: the last of each kind."""
    return {one.kind: one for one in case.grant_evidence.order_by("pk")}


def _other_with(case: RentContribution) -> str:
    """Return the number of another case that bears the same CUP."""
    others = type(case).objects.filter(cup=case.cup).exclude(pk=case.pk) if case.cup else None
    return (others.values_list("number", flat=True).order_by("pk").first() or "") if others else ""


def _durc(case: RentContribution, found: GrantEvidence | None, today: date) -> list[Outcome]:
    if case.applicant_kind in WITHOUT_POSITION and found is None:
        return []
    durc = None
    if found is not None and found.on is not None:
        durc = Durc(found.reference, found.on, found.is_regular)
    valid_days = Parameter.objects.value("durc_days", today)
    exemption = found.exemption if found else ""
    return [durc_before_grant(durc, today, valid_days, exemption=exemption)]


def _antimafia(found: GrantEvidence | None, amount: Decimal, today: date) -> Outcome:
    law = Parameter.objects.value("antimafia", today)
    told, until = None, None
    if found is not None and found.on is not None:
        told = Antimafia(found.reference, found.on, AntimafiaAnswer(found.answer))
        until = months_after(found.on, law["months"])
    return antimafia_before_grant(
        amount,
        Decimal(law["threshold"]),
        told,
        today,
        valid_until=until,
        silence_days=law["silence_days"],
        exemption=found.exemption if found else "",
    )
