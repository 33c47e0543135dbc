"""What may follow from a premium that was not due."""

import pytest

from grants import rules
from tests.grants.rules.judging import MET, NOT_MET, answer

NOTHING = "Senza la premialità il contributo non cambia: non c'è nulla da togliere."
SAID = "Senza la premialità si perde il vantaggio."


@pytest.mark.parametrize(("consequence", "expected"), [(SAID, MET), ("", NOT_MET)])
def test_CALL_16_a_revocation_starts_only_where_something_follows(consequence, expected):
    assert answer(rules.premium_matters(consequence)) == ("CALL-16", expected)


@pytest.mark.parametrize(
    ("found", "sentence", "expected"),
    [
        ("subtract", SAID, (MET, SAID)),
        ("revoke", SAID, (NOT_MET, SAID)),
        (
            "",
            "",
            (NOT_MET, NOTHING),
        ),
    ],
)
def test_CALL_16_the_act_is_that_of_the_consequence(found, sentence, expected):
    outcome = rules.consequence_is("subtract", found, sentence)

    assert (outcome.verdict, outcome.sentence) == expected


@pytest.mark.parametrize(("numbers", "expected"), [([], MET), (["P-2026-000001"], NOT_MET)])
def test_REV_06_no_payment_is_on_its_way(numbers, expected):
    assert answer(rules.no_payment_on_its_way(numbers)) == ("REV-06", expected)
