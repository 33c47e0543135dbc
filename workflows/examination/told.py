"""What the addressee of a letter has been told, and whether their time to answer has passed (TERM-12)."""

from __future__ import annotations

from typing import Any

from parties import moment
from workflows.models import CaseTerm
from workflows.rules import Outcome, judge
from workflows.rules.words import day

Kind, Awaits = CaseTerm.Kind, CaseTerm.Awaits
SOURCE = "CAD, art. 6; DPR 68/2005"
NOT_YET = {Awaits.LETTER: "non è ancora partita", Awaits.DELIVERY: "non risulta ancora ricevuta"}


def integration_told(case: Any) -> list[Outcome]:
    """The request for integration has left the office."""
    return [has_left(case, Kind.INTEGRATION)]


def observations_told(case: Any) -> list[Outcome]:
    """The notice of reasons against has left the office."""
    return [has_left(case, Kind.OBSERVATIONS)]


def has_arrived(case: Any, kind: str) -> bool:
    """Tell whether the letter with which the latest term of a kind begins has arrived."""
    term = _latest(case, kind)
    return term is not None and not term.awaits


def integration_term_outcomes(case: Any) -> list[Outcome]:
    """The applicant's time to integrate has passed (SOC-01)."""
    return [term_passed(case, Kind.INTEGRATION, "SOC-01")]


def observation_term_outcomes(case: Any) -> list[Outcome]:
    """The applicant's time for observations has passed (PRE-02)."""
    return [term_passed(case, Kind.OBSERVATIONS, "PRE-02")]


def term_passed(case: Any, kind: str, rule: str) -> Outcome:
    """Say whether the running term of a kind is over; one whose letter has not arrived is not."""
    term = CaseTerm.objects.filter(case_id=case.pk, kind=kind, ended_at__isnull=True).first()
    today = moment.today()
    if term is None:
        no = "Nessun termine."
    elif term.awaits:
        no = f"Il termine non è iniziato: la lettera {NOT_YET[Awaits(term.awaits)]}."
    else:
        no = f"Il termine assegnato scade il {day(term.due_on)}."
    return judge(
        rule,
        term is not None and not term.awaits and today > term.due_on,
        yes="Il termine assegnato è trascorso.",
        no=no,
        inputs={"oggi": today},
    )


def has_left(case: Any, kind: str) -> Outcome:
    """Say whether the letter with which the latest term of a kind begins has left (TERM-12)."""
    term = _latest(case, kind)
    return judge(
        "TERM-12",
        term is not None and term.awaits != Awaits.LETTER,
        yes="La lettera a cui si risponde è partita.",
        no="La lettera a cui si risponde non è ancora partita.",
        source=SOURCE,
    )


def _latest(case: Any, kind: str) -> CaseTerm | None:
    return CaseTerm.objects.filter(case_id=case.pk, kind=kind).order_by("pk").last()
