"""Web server and worker are killed while they work; afterwards everything is there, and once.

`KILL_SEED=7 make test ARGS="-k killed -rP"` kills at other moments and prints the figures.
"""

import os

import pytest

SEED = os.environ.get("KILL_SEED", "1")
LEAST_TRANSITIONS, LEAST_KILLS = 200, 8


@pytest.mark.long
def test_nothing_is_lost_doubled_or_half_done_when_processes_are_killed(trial):
    answer = trial("kills", SEED)
    print(answer)  # noqa: T201 (figures, shown with -rP)

    assert answer["flaws"] == [], f"seed {SEED}"
    assert answer["transitions"] >= LEAST_TRANSITIONS
    assert sum(answer["kills"].values()) >= LEAST_KILLS
