"""How far a letter has come follows from its deliveries."""

import pytest

from letters.rules import state_of_letter


@pytest.mark.parametrize(
    ("deliveries", "state"),
    [
        ([], "ready"),
        (["waiting", "waiting"], "ready"),
        (["waiting", "accepted"], "sending"),
        (["sending", "delivered"], "sending"),
        (["accepted", "delivered"], "sent"),
        (["delivered", "delivered"], "delivered"),
    ],
)
def test_letter_goes_as_far_as_its_deliveries(deliveries, state):
    assert state_of_letter(deliveries) == state


@pytest.mark.parametrize("other", ["waiting", "sending", "accepted", "delivered", "failed"])
def test_DIG_03_one_failure_fails_the_letter(other):
    assert state_of_letter(["failed", other]) == "failed"
