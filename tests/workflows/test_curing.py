"""What an integration may ask for, and what it may not."""

import pytest

from workflows import curing


@pytest.mark.parametrize(
    ("is_essential", "is_there", "blocks"),
    [(True, False, True), (True, True, False), (False, False, False), (False, True, False)],
)
def test_SOC_03_only_an_essential_document_that_is_missing_cannot_be_asked_for(
    is_essential, is_there, blocks
):
    outcome = curing.curable_document("Preventivo", is_essential=is_essential, is_there=is_there)

    assert (outcome.rule, outcome.blocks) == ("SOC-03", blocks)


@pytest.mark.parametrize("rule", ["SOC-02", "SOC-04"])
def test_SOC_02_and_SOC_04_are_never_cured_and_say_what_to_do(rule):
    outcome = curing.never_curable(rule)

    assert (outcome.rule, outcome.blocks, outcome.remedy) == (rule, True, curing.GO_ON)


@pytest.mark.parametrize(
    ("is_essential", "was_asked", "blocks"),
    [(False, False, True), (False, True, False), (True, False, False)],
)
def test_SOC_05_nobody_is_refused_for_a_document_that_was_never_asked_for(
    is_essential, was_asked, blocks
):
    outcome = curing.missing_document_asked(
        "Curriculum", is_essential=is_essential, was_asked=was_asked
    )

    assert (outcome.rule, outcome.blocks) == ("SOC-05", blocks)


@pytest.mark.parametrize(("code", "blocks"), [("project", True), ("quote_date", False)])
def test_SOC_06_what_receives_points_stays_as_filed(code, blocks):
    outcome = curing.keeps_the_score(code, "Voce", scored={"project"})

    assert (outcome.rule, outcome.blocks) == ("SOC-06", blocks)


def test_SOC_07_integration_keeps_the_place():
    assert curing.keeps_its_place().blocks is False


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ({"SOC-04"}, True),
        ({"SOC-02", "SOC-03"}, True),
        ({"SOC-04", "COW-08"}, False),
        (set(), False),
    ],
)
def test_PROC_02_short_act_is_for_what_is_plainly_inadmissible(rules, allowed):
    assert curing.short_form_allowed(rules) == allowed
