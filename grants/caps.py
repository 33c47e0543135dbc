"""What one enterprise may still receive across the calls of a programme: gathers the facts (COW-11)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from calls.models import CallVersion
from grants import rules
from workflows.rules import Outcome

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from grants.models import RentContribution

PARAMETER = "cap_per_enterprise_across_calls"
UNDERTAKINGS = frozenset({"enterprise", "professional"})


def codes_of(case: RentContribution) -> frozenset[str]:
    """Return the codes that say who asks, also before filing: tax code and VAT number."""
    party = case.applicant
    if party is None:
        return frozenset()
    # A person who has not filed yet states the number on the application itself.
    vat_number = getattr(party, "vat_number", "") or getattr(case, "vat_number", "")
    return frozenset({party.tax_code, vat_number} - {"", None})


def cap_of(case: RentContribution) -> Decimal | None:
    """Return the most for one enterprise across calls, in EUR; None where none holds for a case."""
    if case.applicant_kind not in UNDERTAKINGS:
        return None
    return _cap(case.call_version.parameters)


def room_of(case: RentContribution) -> rules.Room | None:
    """Return what the enterprise that asks has received and may receive; None where no cap holds."""
    from grants.queries import given_to  # noqa: PLC0415 (queries read the models that name us)

    cap = cap_of(case)
    if cap is None:
        return None
    codes = codes_of(case)
    return rules.Room(cap, rules.received_by(codes, given_to(case.call, codes), but=case.pk))


def rooms_of(cases: Collection[RentContribution]) -> dict[int, rules.Room]:
    """Return the same for many applications of one call, with as many queries for one as for many."""
    from grants.queries import given_to  # noqa: PLC0415 (queries read the models that name us)

    versions = CallVersion.objects.filter(pk__in={case.call_version_id for case in cases})
    caps = {
        pk: cap
        for pk, stored in versions.values_list("pk", "parameters")
        if (cap := _cap(stored)) is not None
    }
    capped = [
        case
        for case in cases
        if case.call_version_id in caps and case.applicant_kind in UNDERTAKINGS
    ]
    if not capped:
        return {}
    by_code: dict[str, set[rules.Received]] = {}
    for one in given_to(capped[0].call):
        for code in one.codes:
            by_code.setdefault(code, set()).add(one)
    return {
        case.pk: rules.Room(
            caps[case.call_version_id],
            rules.received_by(codes, set().union(*_known(by_code, codes)), but=case.pk),
        )
        for case in capped
        if (codes := codes_of(case))
    }


def outcomes(case: RentContribution, amount: Decimal, room: rules.Room | None) -> list[Outcome]:
    """Say what the cap makes of `amount`, in EUR; nothing where none holds."""
    if room is None:
        return []
    return [rules.cap_across_calls(amount, room, is_filed=case.submitted_at is not None)]


def most_for(case: RentContribution) -> Decimal:
    """Return what may be granted of what was proposed, in EUR: all of it, or what the cap leaves."""
    return rules.within_cap(case.proposed or Decimal("0.00"), room_of(case))


def _known(
    by_code: Mapping[str, set[rules.Received]], codes: Collection[str]
) -> list[set[rules.Received]]:
    return [by_code.get(code, set()) for code in codes]


def _cap(parameters: Mapping[str, Any]) -> Decimal | None:
    stated = parameters.get(PARAMETER)
    return None if stated in (None, "") else Decimal(str(stated))
