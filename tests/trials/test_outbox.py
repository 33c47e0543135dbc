"""Web server and worker are killed while letters are approved, sealed and sent: each leaves, once.

`OUTBOX_LETTERS=120 KILL_SEED=7 make test ARGS="-k approved_while -rP"` makes it longer.
"""

import os

import pytest

SEED = os.environ.get("KILL_SEED", "1")
LEAST_KILLS = 5


@pytest.mark.long
def test_letters_approved_while_processes_are_killed_leave_once(trial):
    answer = trial("outbox", SEED)
    print(answer)  # noqa: T201 (figures, shown with -rP)

    assert answer["flaws"] == [], f"seed {SEED}"
    assert sum(answer["kills"].values()) >= LEAST_KILLS
