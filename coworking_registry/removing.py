"""What must hold to take a space off the register for what it lacks: told, heard, looked at (PRE-11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workflows.examination.told import has_arrived, term_passed
from workflows.models import CaseTerm
from workflows.rules import Outcome, judge

if TYPE_CHECKING:
    from coworking_registry.models import Removal, SpaceApplication


def open_removal(case: Any) -> Removal | None:
    """Return the procedure of removal that runs on an entry, or None."""
    return next((one for one in case.removals.all() if one.ended_at is None), None)


def start_outcomes(case: SpaceApplication) -> list[Outcome]:
    """A removal starts with its reasons (PROC-03)."""
    running = open_removal(case)
    return [
        judge(
            "PROC-03",
            running is not None and bool(running.grounds.all()),
            yes="I motivi della cancellazione sono indicati.",
            no="Serve almeno un motivo: dire quale requisito manca e da che cosa risulta.",
            source="L. 241/1990, artt. 3 e 7",
        )
    ]


def heard_outcomes(case: SpaceApplication) -> list[Outcome]:
    """The start was told, and every memory has its answer (PROC-05, PRE-11)."""
    running = open_removal(case)
    grounds = list(running.grounds.all()) if running else []
    unanswered = [one for one in grounds if one.memory and not one.answer]
    return [
        judge(
            "PROC-05",
            has_arrived(case, CaseTerm.Kind.MEMORIES),
            yes="L'avvio del procedimento è stato comunicato.",
            no="L'avvio del procedimento non è stato comunicato.",
            source="L. 241/1990, artt. 7 e 8",
        ),
        judge(
            "PRE-11",
            not unanswered,
            yes="A ogni memoria è stata data risposta.",
            no=f"Memorie senza risposta: {len(unanswered)}.",
            source="L. 241/1990, art. 10",
        ),
    ]


def term_outcomes(case: SpaceApplication) -> list[Outcome]:
    """The manager's time for memories has passed (PRE-11)."""
    return [term_passed(case, CaseTerm.Kind.MEMORIES, "PRE-11")]
