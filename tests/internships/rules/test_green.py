"""Green points: each with its evidence, sums capped, knock-out for what is not green itself."""

from datetime import timedelta

import pytest

from internships.rules.green import (
    Certificate,
    GreenProfile,
    Grid,
    Measure,
    band,
    green_enough,
    green_score,
    placement_green,
)
from tests.internships.rules.ruleset import BLOCK, MET, on, said

OFFERED = on("2026-03-02")
GRID = Grid(
    sectors={"core": 15, "go_green": 8},
    roles={"full": ((0, 35),), "hybrid": ((50, 25), (25, 15), (0, 0))},
    certificates={"EMAS": 10, "ISO 14001": 8, "organic": 8, "ISO 50001": 6, "B Corp": 6},
    other_certificate=5,
    certificates_cap=20,
    measure=5,
    measures_counted=3,
    measure_months=36,
    report=5,
    tutor_experience=(3, 5),
    structured_training=(20, 5),
    bands=((70, "A"), (55, "B"), (40, "C")),
)


def profile(**changes):
    return GreenProfile(
        **{"sector": "core", "role": "hybrid", "green_hours_percent": 50, "hours_shown": True}
        | changes
    )


@pytest.mark.parametrize(
    ("percent", "shown", "points", "verdict"),
    [
        (50, True, 25, MET),
        (49, True, 15, MET),
        (25, True, 15, MET),
        (24, True, 0, BLOCK),
        (90, False, 0, BLOCK),
    ],
)
def test_R_GRN_02_the_placement_itself_is_green(percent, shown, points, verdict):
    score = green_score(profile(green_hours_percent=percent, hours_shown=shown), OFFERED, GRID)

    assert score.placement == points
    assert said(placement_green(score, 15)) == ("R-GRN-02", verdict)


def test_R_GRN_01_sums_are_capped():
    full = profile(
        role="full",
        certificates=tuple(
            Certificate(kind, "n. 1", OFFERED) for kind in ("EMAS", "ISO 14001", "B Corp")
        ),
        measures=tuple(Measure(kind, OFFERED, proved=True) for kind in ("a", "b", "c", "d")),
        has_report=True,
        tutor_green_years=3,
        training_hours=20,
    )

    score = green_score(full, OFFERED, GRID)

    assert score.parts == {"A": 15, "B": 35, "C": 20, "D": 15, "E": 5, "F": 10}
    assert (score.total, band(score.total, GRID)) == (100, "A")


def test_R_GRN_04_without_evidence_there_are_no_points():
    bare = profile(
        certificates=(
            Certificate("EMAS", "", OFFERED),
            Certificate("ISO 14001", "n. 2", OFFERED - timedelta(1)),
            Certificate("ISO 20121", "n. 3", OFFERED),
        ),
        measures=(
            Measure("a", OFFERED, proved=False),
            Measure("b", on("2023-03-01"), proved=True),
            Measure("c", on("2023-03-02"), proved=True),
        ),
    )

    score = green_score(bare, OFFERED, GRID)

    assert score.parts == {"A": 15, "B": 25, "C": 5, "D": 5, "E": 0, "F": 0}


@pytest.mark.parametrize(
    ("total", "letter"), [(70, "A"), (69, "B"), (55, "B"), (54, "C"), (39, "")]
)
def test_R_GRN_03_bands(total, letter):
    assert band(total, GRID) == letter


def test_R_GRN_03_admission_from_forty_points():
    enough = green_score(profile(), OFFERED, GRID)
    less = green_score(profile(sector="other"), OFFERED, GRID)

    assert said(green_enough(enough, 40)) == ("R-GRN-03", MET)
    assert said(green_enough(less, 40)) == ("R-GRN-03", BLOCK)
