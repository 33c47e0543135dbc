"""Values of a call in steps: days and what they are worth (CALL-06, R-PUB-18)."""

import pytest

from calls.forms.fields import initial_of, stored_value
from calls.rules.parameters import Parameter, parameter_faults

STEPS = Parameter("refund_by_days", "steps", "requisiti", "rimborso per giorni", is_required=False)
READ = [[120, "250.00"], [150, "500.00"]]
LINES = "120 = 250,00\n150 = 500,00"


def faults(value):
    return [one.sentence for one in parameter_faults([STEPS], {STEPS.code: value})]


def test_CALL_06_steps_are_typed_in_lines_and_read_back():
    assert stored_value(STEPS, {STEPS.code: LINES}) == READ
    assert initial_of(STEPS, READ) == {STEPS.code: LINES}
    assert (faults(READ), faults(None)) == ([], [])


@pytest.mark.parametrize("line", ["250,00", "0 = 250,00", "120 = niente", "120 = 0"])
def test_CALL_06_a_line_that_is_no_step_stays_typed_and_is_refused(line):
    stored = stored_value(STEPS, {STEPS.code: line})
    assert faults(stored) == [
        "Rimborso per giorni: scrivi in ogni riga i giorni e l'importo, come 120 = 250,00."
    ]


def test_CALL_06_days_grow_from_line_to_line():
    assert faults([READ[1], READ[0]]) == [
        "Rimborso per giorni: i giorni crescono da una riga all'altra."
    ]
