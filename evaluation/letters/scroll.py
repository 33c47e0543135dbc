"""The act of a scroll-down: where the money comes from, whom it reaches, the checks made anew (RANK-13)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from evaluation import rules
from evaluation.letters import frame
from evaluation.letters.ranking import PUBLIC, until
from letters import pdf
from letters.models import Letter
from letters.templating import Items
from workflows.rules import Verdict
from workflows.rules.words import euro

if TYPE_CHECKING:
    from evaluation.services.scrolls import Plan
    from parties.models import User


@dataclass(frozen=True)
class Decided:
    """What the act says beside its plan: its own number and day, where the money comes from."""

    act: str
    source: str


def write_scroll(plan: Plan, decided: Decided, *, by: User) -> Letter:
    """Put the act of a scroll-down on record."""
    ranking, call = plan.ranking, plan.ranking.call
    given = {
        "scorrimento.atto": decided.act,
        "graduatoria.atto": ranking.act,
        "scorrimento.validita": until(ranking),
        "scorrimento.importo": euro(
            sum((one.after - one.before for one in plan.raises), Decimal("0.00"))
        ),
        "scorrimento.origine": _source(decided.source, plan.available),
        "scorrimento.verifiche": _checks(plan),
        "scorrimento.escluse": _passed_over(plan),
        "scorrimento.elenco": _raises(plan),
        "scorrimento.residuo": euro(plan.left),
        "scorrimento.impronta": plan.digest,
        "firma": frame.director(call.manager, by),
    }
    return frame.put(call, "scroll_act", by=by, counterpart=PUBLIC, given=given)


def _source(source: str, available: Decimal) -> pdf.Table:
    return pdf.Table(
        ("Origine", "Somma disponibile"),
        ((source, euro(available)),),
        align=("left", "right"),
        widths=(0.72, 0.28),
        row_headers=True,
    )


def _checks(plan: Plan) -> pdf.Table:
    """Return how many checks each file has passed today; the act is public, so nothing of what they say."""
    rows = []
    for one in plan.raises:
        warnings = sum(outcome.verdict is Verdict.WARNING for outcome in one.outcomes)
        more = f", {warnings} con avvertenza" if warnings else ""
        rows.append((str(one.candidate.case), str(len(one.outcomes)), f"superate{more}"))
    return pdf.Table(
        ("Domanda", "Verifiche", "Esito"),
        tuple(rows),
        align=("left", "right", "left"),
        widths=(0.42, 0.16, 0.42),
        row_headers=True,
    )


def _passed_over(plan: Plan) -> Items | None:
    """Name the files whom the money would reach, had a check not stood against it."""
    if not plan.passed_over:
        return None
    return Items(tuple(f"{one.candidate.case}, per {euro(one.after)}" for one in plan.passed_over))


def _raises(plan: Plan) -> pdf.Table:
    placed = {row.case_id: row for row in plan.ranking.rows.filter(place__isnull=False)}
    rows = []
    for one in plan.raises:
        row = placed[one.candidate.case.pk]
        points = "–" if row.total is None else rules.points(row.total)
        place, number = str(row.place), str(one.candidate.case)
        rows.append((place, number, points, euro(one.before), euro(one.after)))
    return pdf.Table(
        ("Posizione", "Domanda", "Punti", "Prima", "Ora"),
        tuple(rows),
        align=("right", "left", "right", "right", "right"),
    )
