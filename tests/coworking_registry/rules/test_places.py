"""Where a space may be."""

from decimal import Decimal

import pytest

from coworking_registry.place import province
from coworking_registry.rules.places import in_municipality, inside_province


def point(latitude, longitude):
    return Decimal(longitude), Decimal(latitude)


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        ("45.15720", "10.79660"),  # Mantova
        ("45.39010", "10.48950"),  # Castiglione delle Stiviere
        ("45.41000", "10.68500"),  # Ponti sul Mincio
        ("44.92950", "10.52010"),  # Viadana
        ("44.97700", "11.35500"),  # Felonica
        ("44.93300", "10.91000"),  # Moglia
    ],
)
def test_spa_12_takes_points_up_to_the_corners_of_the_province(latitude, longitude):
    assert not inside_province(point(latitude, longitude), province().ring).blocks


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        ("10.79660", "45.15720"),  # the two exchanged
        ("45.43840", "10.99170"),  # Verona
        ("44.80150", "10.32790"),  # Parma
        ("45.13330", "10.02270"),  # Cremona
        ("45.53980", "10.22000"),  # Brescia
        ("44.64710", "10.92520"),  # Modena
        ("0", "0"),
    ],
)
def test_spa_12_refuses_points_outside_the_province(latitude, longitude):
    outcome = inside_province(point(latitude, longitude), province().ring)

    assert outcome.blocks
    assert outcome.sentence == (
        f"Il punto sulla mappa ({latitude}, {longitude}) è fuori dalla provincia."
    )


def test_spa_12_asks_for_no_point():
    assert not inside_province(None, province().ring).blocks


def test_spa_12_knows_the_municipalities_of_the_province():
    known = province().municipalities

    assert len(known) == len(set(known)) == 64
    assert [in_municipality(name, known).blocks for name in ("suzzara", "Verona", "")] == [
        False,
        True,
        True,
    ]
