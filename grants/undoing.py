"""What must hold to undo a decision of the office's own (PROC-15, PRE-11, G6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from calls.models import Parameter
from grants import rules
from parties import moment
from workflows.examination.told import has_arrived, term_passed
from workflows.models import CaseTerm
from workflows.rules import Outcome, Verdict, judge

if TYPE_CHECKING:
    from datetime import date

    from grants.models import Annulment, RentContribution

SOURCE = "L. 241/1990, art. 21-nonies"
ANNULMENT, REVOCATION = "annulment", "revocation"


def open_annulment(case: RentContribution) -> Annulment | None:
    """Return the annulment or revocation that runs on a case, or None."""
    return next((one for one in case.annulments.all() if one.ended_at is None), None)


def is_being_annulled(case: RentContribution) -> bool:
    """Tell whether an annulment runs on a case."""
    running = open_annulment(case)
    return running is not None and running.kind == ANNULMENT


def is_being_revoked(case: RentContribution) -> bool:
    """Tell whether a revocation runs on a case."""
    running = open_annulment(case)
    return running is not None and running.kind == REVOCATION


def annulling_outcomes(case: RentContribution) -> list[Outcome]:
    """An annulment runs: a revocation ends with its own acts."""
    return [_runs("PROC-15", is_being_annulled(case), "annullamento")]


def revoking_outcomes(case: RentContribution) -> list[Outcome]:
    """A revocation runs: an annulment ends with its own acts."""
    return [_runs("REV-06", is_being_revoked(case), "revoca")]


def last_day_to_annul(granted_on: date) -> date:
    """Return the last day on which a grant may be annulled; no shift on holidays (TERM-09).

    The law of the day of the grant says how many months.
    """
    return rules.months_after(granted_on, Parameter.objects.value("annulment_months", granted_on))


def start_outcomes(case: RentContribution) -> list[Outcome]:
    """An annulment starts with reasons and a public interest, and with its time in view."""
    running = open_annulment(case)
    return [
        judge(
            "PROC-03",
            running is not None and bool(running.grounds.all()),
            yes="I motivi e l'interesse pubblico sono indicati.",
            no="Servono almeno un motivo e l'interesse pubblico all'annullamento.",
            source=SOURCE,
        ),
        _as_warning(_in_time(case, running)),
    ]


def annulment_outcomes(case: RentContribution) -> list[Outcome]:
    """A grant is annulled in time, after its start was told and every memory answered (G6)."""
    running = open_annulment(case)
    return [*annulling_outcomes(case), _in_time(case, running), *heard_outcomes(case)]


def heard_outcomes(case: RentContribution) -> list[Outcome]:
    """The start was told, and every memory has its answer (PROC-05, PRE-11)."""
    running = open_annulment(case)
    grounds = list(running.grounds.all()) if running else []
    unanswered = [ground for ground in grounds if ground.memory and not ground.answer]
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


def memories_term_outcomes(case: RentContribution) -> list[Outcome]:
    """The beneficiary's time for memories has passed (PRE-11)."""
    return [term_passed(case, CaseTerm.Kind.MEMORIES, "PRE-11")]


def _runs(rule: str, runs: bool, what: str) -> Outcome:
    return judge(
        rule,
        runs,
        yes=f"Il procedimento di {what} è in corso.",
        no=f"Non è in corso un procedimento di {what}.",
    )


def _in_time(case: RentContribution, running: Annulment | None) -> Outcome:
    granted_on = timezone.localtime(case.decided_at).date() if case.decided_at else moment.today()
    if running is not None:
        granted_on = running.granted_on
    last, today = last_day_to_annul(granted_on), moment.today()
    if running is not None and running.judgment:
        return Outcome(
            "PROC-15",
            Verdict.MET,
            "Il contributo è stato ottenuto con un reato accertato da sentenza definitiva: nessun "
            "limite di tempo.",
            {"sentenza": running.judgment},
            SOURCE,
        )
    return judge(
        "PROC-15",
        today <= last,
        yes=f"La concessione si può annullare fino al {rules.day(last)}.",
        no=f"La concessione si poteva annullare fino al {rules.day(last)}: oltre, soltanto se è "
        "stata ottenuta con un reato accertato da sentenza definitiva.",
        inputs={"concessione": granted_on, "ultimo giorno": last, "oggi": today},
        source=SOURCE,
    )


def _as_warning(outcome: Outcome) -> Outcome:
    if not outcome.blocks:
        return outcome
    return Outcome(outcome.rule, Verdict.WARNING, outcome.sentence, outcome.inputs, outcome.source)
