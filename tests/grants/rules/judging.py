"""Reading what a rule answers, and writing amounts shortly."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from workflows.rules import Outcome, Verdict

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text())
MET, NOT_MET, WARNING = Verdict.MET, Verdict.NOT_MET, Verdict.WARNING
TODAY = date(2026, 11, 22)


def eur(amount) -> Decimal:
    return Decimal(str(amount))


def answer(outcome: Outcome) -> tuple[str, Verdict]:
    return outcome.rule, outcome.verdict
