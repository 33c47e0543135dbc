from decimal import Decimal

import pytest

from parties.codes import EnterpriseSize, SizeCeiling, SizeThresholds, sme_size
from tests.parties.vectors import VECTORS


def ceiling(staff: int, turnover: int, assets: int) -> SizeCeiling:
    """Return the limits of a class, sums in millions of EUR."""
    million = Decimal(1_000_000)
    return SizeCeiling(Decimal(staff), turnover * million, assets * million)


RECOMMENDATION_2003_361 = SizeThresholds(
    micro=ceiling(10, 2, 2),
    small=ceiling(50, 10, 10),
    medium=ceiling(250, 50, 43),
)


@pytest.mark.parametrize("case", VECTORS["sme_size"], ids=str)
def test_ORG_11_size_is_found(case):
    size = sme_size(
        Decimal(case["ula"]),
        Decimal(case["turnover"]),
        Decimal(case["assets"]),
        thresholds=RECOMMENDATION_2003_361,
    )

    assert size == EnterpriseSize(case["cls"])


@pytest.mark.parametrize(
    ("ula", "size"),
    [
        ("9.99", EnterpriseSize.MICRO),
        ("10", EnterpriseSize.SMALL),
        ("50", EnterpriseSize.MEDIUM),
        ("249.5", EnterpriseSize.MEDIUM),
        ("250", EnterpriseSize.LARGE),
    ],
)
def test_ORG_11_size_follows_the_work_units_when_the_sums_are_small(ula, size):
    found = sme_size(Decimal(ula), Decimal(0), Decimal(0), thresholds=RECOMMENDATION_2003_361)

    assert found == size


def test_ORG_11_size_changes_when_the_thresholds_change():
    raised = SizeThresholds(
        micro=ceiling(10, 3, 3),
        small=RECOMMENDATION_2003_361.small,
        medium=RECOMMENDATION_2003_361.medium,
    )
    figures = Decimal(9), Decimal(2_500_000), Decimal(2_500_000)

    assert sme_size(*figures, thresholds=RECOMMENDATION_2003_361) == EnterpriseSize.SMALL
    assert sme_size(*figures, thresholds=raised) == EnterpriseSize.MICRO
