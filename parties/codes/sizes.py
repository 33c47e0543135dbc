"""Size of an enterprise: micro, small, medium or large (ORG-11)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class EnterpriseSize(StrEnum):
    """Classes of Recommendation 2003/361/EC; beyond the third an enterprise is large."""

    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class SizeCeiling:
    """Limits of one class: work units below `staff`, and one of the two sums (EUR) not exceeded."""

    staff: Decimal
    turnover: Decimal
    assets: Decimal

    def holds(self, ula: Decimal, turnover: Decimal, assets: Decimal) -> bool:
        """Tell whether an enterprise stays under the limits; one of the two sums is enough."""
        return ula < self.staff and (turnover <= self.turnover or assets <= self.assets)


@dataclass(frozen=True, slots=True)
class SizeThresholds:
    """The limits in force on a date, one for each class below large."""

    micro: SizeCeiling
    small: SizeCeiling
    medium: SizeCeiling


def sme_size(
    ula: Decimal,
    turnover: Decimal,
    assets: Decimal,
    *,
    thresholds: SizeThresholds,
) -> EnterpriseSize:
    """Return the class of an enterprise from one year of figures.

    `ula` are yearly work units, `turnover` and `assets` EUR, linked enterprises added in full and
    partners in part by the caller; so is the rule that a class changes only after two years in a
    row. ORG-11; Recommendation 2003/361/EC, annex, art. 2.
    """
    if thresholds.micro.holds(ula, turnover, assets):
        return EnterpriseSize.MICRO
    if thresholds.small.holds(ula, turnover, assets):
        return EnterpriseSize.SMALL
    if thresholds.medium.holds(ula, turnover, assets):
        return EnterpriseSize.MEDIUM
    return EnterpriseSize.LARGE
