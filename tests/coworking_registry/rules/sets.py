"""The set of requirements of the office's own notice, as the file of calls has it."""

import json
from dataclasses import replace
from pathlib import Path

from coworking_registry.rules.requirements import Requirements

FILE = Path(__file__).parents[3] / "calls" / "data" / "calls.json"
NOTICE = next(call for call in json.loads(FILE.read_text())["calls"] if call["code"] == "ELENCO")


def asked(**changes) -> Requirements:
    """Return the set, with single requirements changed."""
    return replace(Requirements.of(NOTICE), **changes)


def verdicts(outcomes) -> list[tuple[str, str]]:
    """Return the rule and the verdict of each outcome."""
    return [(outcome.rule, outcome.verdict.value) for outcome in outcomes]
