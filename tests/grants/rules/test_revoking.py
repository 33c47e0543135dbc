"""What may follow from a premium that was not due."""

import pytest

from grants import rules
from tests.grants.rules.judging import MET, NOT_MET, answer, eur

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


@pytest.mark.parametrize(("paid", "expected"), [("0.00", MET), ("0.01", NOT_MET)])
def test_REV_07_what_was_paid_is_asked_back_by_an_act_of_its_own(paid, expected):
    assert answer(rules.nothing_to_recover(eur(paid))) == ("REV-07", expected)
