"""When the notice of reasons against is due, by procedure, by reason, by the call's own words."""

import pytest

from workflows.prenotice import (
    Basis,
    Cuts,
    Setting,
    basis_of,
    cut_notice,
    new_reasons_owed,
    notice_owed,
)
from workflows.rules import Verdict

SPORTELLO = Setting.of("chronological", None)
RANKING = Setting.of("ranking", {})


@pytest.mark.parametrize(
    ("procedure", "stored", "setting"),
    [
        ("chronological", None, Setting(True, True, Cuts.REQUIRE)),
        ("negotiated", {}, Setting(True, True, Cuts.REQUIRE)),
        ("always_open", None, Setting(True, True, Cuts.REQUIRE)),
        ("ranking", None, Setting(True, False, Cuts.REQUIRE)),
        ("ranking", {"position": True}, Setting(True, True, Cuts.REQUIRE)),
        ("ranking", {"requirements": False}, Setting(False, False, Cuts.REQUIRE)),
        ("chronological", {"cuts": "warn"}, Setting(True, True, Cuts.WARN)),
    ],
)
def test_PRE_07_call_says_when_and_its_procedure_where_it_is_silent(procedure, stored, setting):
    assert Setting.of(procedure, stored) == setting


def test_PRE_09_call_cannot_say_anything_else_of_cuts():
    with pytest.raises(ValueError, match="perhaps"):
        Setting.of("chronological", {"cuts": "perhaps"})


@pytest.mark.parametrize(
    ("rule", "basis"),
    [("COW-03", Basis.REQUIREMENTS), ("RANK-09", Basis.POSITION), ("PRE-08", Basis.DURC)],
)
def test_reason_rests_on_what_its_rule_is_about(rule, basis):
    assert basis_of(rule) == basis


@pytest.mark.parametrize(
    ("setting", "untold", "rule", "blocks"),
    [
        (SPORTELLO, ["COW-03"], "PRE-01", True),
        (SPORTELLO, ["RANK-09"], "PRE-01", True),
        (SPORTELLO, [], "PRE-01", False),
        (RANKING, ["RANK-09"], "PRE-01", False),
        (RANKING, ["COW-03"], "PRE-01", True),
        (RANKING, ["RANK-09", "COW-03"], "PRE-01", True),
        (Setting(False, False, Cuts.OFF), ["COW-03"], "PRE-01", False),
        (Setting(False, False, Cuts.OFF), ["COW-03", "PRE-08"], "PRE-08", True),
        (RANKING, ["PRE-08"], "PRE-08", True),
    ],
)
def test_PRE_01_and_PRE_08_refusal_waits_for_the_notice_where_it_is_due(
    setting, untold, rule, blocks
):
    outcome = notice_owed(setting, untold)

    assert (outcome.rule, outcome.blocks) == (rule, blocks)


@pytest.mark.parametrize(
    ("added", "observed", "blocks"),
    [([], False, False), (["COW-03"], False, True), (["COW-03"], True, False)],
)
def test_PRE_05_new_reason_flows_from_observations(added, observed, blocks):
    assert new_reasons_owed(added, observed=observed).blocks == blocks


@pytest.mark.parametrize(
    ("cuts", "lines", "told", "verdict"),
    [
        (Cuts.REQUIRE, [], False, Verdict.MET),
        (Cuts.REQUIRE, ["Sala"], False, Verdict.NOT_MET),
        (Cuts.REQUIRE, ["Sala"], True, Verdict.MET),
        (Cuts.WARN, ["Sala"], False, Verdict.WARNING),
        (Cuts.OFF, ["Sala"], False, Verdict.MET),
    ],
)
def test_PRE_09_cut_that_is_a_judgement_is_told_first(cuts, lines, told, verdict):
    setting = Setting(requirements=True, position=True, cuts=cuts)

    assert cut_notice(setting, lines, told=told).verdict == verdict
