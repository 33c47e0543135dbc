"""The ruleset in force, as the product ships it, and short ways to read an outcome."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from internships.rules.limits import limits_from
from workflows.rules import Outcome, Verdict

STORED = json.loads(
    (Path(__file__).parents[3] / "internships" / "data" / "parameters.json").read_text()
)
LIMITS = limits_from(next(row["value"] for row in STORED if row["code"] == "internships"))
MET, BLOCK, WARN = Verdict.MET, Verdict.NOT_MET, Verdict.WARNING


def said(outcome: Outcome) -> tuple[str, Verdict]:
    return outcome.rule, outcome.verdict


def on(text: str) -> date:
    return date.fromisoformat(text)


def eur(text: str) -> Decimal:
    return Decimal(text)
