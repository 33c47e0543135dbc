"""The frozen parameters of a contribution call, typed."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from calls.models import CallVersion

MONEY = {
    "rate_percent",
    "ceiling",
    "minimum_spend",
    "price_list_tolerance_percent",
    "minimum_realised_percent",
    "cap_per_enterprise_across_calls",
    "waiting_list_percent",
}
# What a call may leave unsaid: the law, or the kind of procedure, then speaks.
OPTIONAL = {
    "age",
    "prenotice",
    "memories_days",
    "cap_per_enterprise_across_calls",
    "waiting_list_percent",
}


@dataclass(frozen=True)
class RentParameters:
    """What a contribution call sets; amounts in EUR, terms in days, periods in months."""

    rate_percent: Decimal
    ceiling: Decimal
    minimum_spend: Decimal
    price_list_tolerance_percent: Decimal
    period_months: tuple[int, int]
    kinds_of_spend: tuple[str, ...]
    one_per_applicant: bool
    quote_max_age_days: int
    acceptance_days: int
    report_days: int
    minimum_realised_percent: Decimal
    partial_last: bool
    partial_acceptance_days: int
    aid_regime: str
    withholding: bool
    conclusion_days: int
    integration_days: int
    observation_days: int
    observation_pause_days: int
    vat_opening_days: int
    province: str
    project_characters: tuple[int, int]
    age: tuple[int, int] | None
    prenotice: Mapping[str, Any] | None
    memories_days: int | None
    cap_per_enterprise_across_calls: Decimal | None
    waiting_list_percent: Decimal | None

    @classmethod
    def of(cls, version: CallVersion) -> "RentParameters":
        """Read a version's parameters; `KeyError` names one that the call does not set."""
        stored: dict[str, Any] = version.parameters
        values = {
            field.name: stored.get(field.name) if field.name in OPTIONAL else stored[field.name]
            for field in fields(cls)
        }
        return cls(
            **{
                name: Decimal(str(value))
                if name in MONEY and value is not None
                else tuple(value)
                if isinstance(value, list)
                else value
                for name, value in values.items()
            }
        )
