"""The parts of the officer's page of an examined case: sections of values, each with its checks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from workflows.rules import Outcome, Verdict
from workflows.showing import check

Row = dict[str, Any]


@dataclass(frozen=True)
class Found:
    """What the rules say of a case now."""

    outcomes: list[Outcome]

    def of_rules(self, *ids: str) -> list[dict[str, Any]]:
        """Return the outcomes of some rules, ready for the page; the same sentence once."""
        chosen = [one for one in self.outcomes if one.rule in ids]
        return [check(one) for one in {one.sentence: one for one in chosen}.values()]

    @property
    def tally(self) -> dict[str, int]:
        """How many rules hold, ask for a look, or block."""
        verdicts = [one.verdict for one in self.outcomes]
        return {
            "met": verdicts.count(Verdict.MET),
            "verify": verdicts.count(Verdict.WARNING),
            "blocked": verdicts.count(Verdict.NOT_MET),
        }


def section(anchor: str, title: str, rows: list[Row]) -> dict[str, Any]:
    """Return a part of the page with its values."""
    return {"anchor": anchor, "title": title, "rows": rows}


def value_row(label: Any, value: Any, checks: list[dict[str, Any]] | None = None) -> Row:
    """Return a value with its words and its checks."""
    return {"label": str(label), "value": value, "checks": checks or []}


def declarations_made(case: Any, found: Found, concerns: Callable[[Any], bool]) -> dict[str, Any]:
    """Return the declarations that the call asks of the applicant, made or not (DOC-01)."""
    made = set(case.declarations)
    return {
        "rows": [
            {
                "title": one.title,
                "text": one.text,
                "kind": one.get_kind_display(),
                "made": one.code in made,
            }
            for one in case.call_version.declarations.all()
            if concerns(one)
        ],
        "checks": found.of_rules("DOC-01"),
    }
