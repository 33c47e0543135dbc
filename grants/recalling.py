"""What must hold to revoke a grant for a cause of the law, in part or in full (REV-04 to REV-06, G6)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from grants import rules
from grants.undoing import heard_outcomes, open_annulment, revoking_outcomes
from parties import moment
from workflows.rules import Outcome, judge

if TYPE_CHECKING:
    from datetime import date

    from grants.models import RentContribution

NOTHING = Decimal("0.00")
PREMIUM, PART, WHOLE = "premium_lost", "partial", "total"
# Whoever states what is not true, lacks a requirement or moves away is to blame: points are added (REV-08).
BLAMED = frozenset({"requirements", "untrue", PREMIUM})


def is_for_cause(case: RentContribution) -> bool:
    """Tell whether the revocation that runs is for a cause of the law, not for a lost premium."""
    running = open_annulment(case)
    return running is not None and running.kind == "revocation" and running.cause != PREMIUM


def takes_a_part(case: RentContribution) -> bool:
    """Tell whether the revocation that runs for a cause takes a part."""
    running = open_annulment(case)
    return is_for_cause(case) and running is not None and running.extent == PART


def takes_all(case: RentContribution) -> bool:
    """Tell whether the revocation that runs for a cause takes all."""
    return is_for_cause(case) and not takes_a_part(case)


def start_outcomes(case: RentContribution) -> list[Outcome]:
    """A revocation for a cause starts with cause, facts, reasons and what would be left."""
    running = open_annulment(case)
    if running is None:
        return [rules.cause_named("", "")]
    return [
        rules.cause_named(running.cause, running.evidence),
        judge(
            "PROC-03",
            bool(running.grounds.all()),
            yes="I motivi sono indicati.",
            no="Serve almeno un motivo.",
            source="L. 241/1990, artt. 3 e 7",
        ),
        rules.takes_part_or_all(running.amount_before or NOTHING, running.amount_after),
    ]


def part_outcomes(case: RentContribution) -> list[Outcome]:
    """A part is taken after its start was told and every memory answered."""
    return _decided(case, PART)


def whole_outcomes(case: RentContribution) -> list[Outcome]:
    """All is taken after its start was told and every memory answered."""
    return _decided(case, WHOLE)


def on_its_way(case: RentContribution) -> Outcome:
    """Say whether a payment of the case is neither made nor taken back."""
    waiting = case.payments.alive().exclude(state="paid").values_list("number", flat=True)
    return rules.no_payment_on_its_way(waiting)


def ban_outcome(case: RentContribution) -> Outcome:
    """Say whether the party, or who represents it, is banned today in any call (DOC-08)."""
    from grants.models import Ban  # noqa: PLC0415 (the models name us)

    today, party, person = moment.today(), case.applicant, case.representative
    codes = {one.tax_code for one in (party, person) if one is not None} - {""}
    # On the summary of a draft these are what the form says, and a person there has no VAT number.
    numbers = {getattr(one, "vat_number", "") for one in (party, person)} - {""}
    found = Ban.objects.filter(Q(tax_code__in=codes) | Q(vat_number__in=numbers))
    until: date | None = (
        found.filter(until__gte=today).order_by("-until").values_list("until", flat=True).first()
    )
    return rules.not_banned(_name_of(party), until, today)


def _name_of(party: Any) -> str:
    if party is None:
        return ""
    return getattr(party, "name", "") or f"{party.first_name} {party.last_name}"


def _decided(case: RentContribution, extent: str) -> list[Outcome]:
    running = open_annulment(case)
    return [
        *revoking_outcomes(case),
        *heard_outcomes(case),
        rules.extent_is(extent, running.extent if running else ""),
        on_its_way(case),
    ]
