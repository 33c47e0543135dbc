"""When a term that begins with a letter begins: on the day on which the letter arrives (TERM-12).

From the act until the letter leaves the term is reckoned provisionally and brings nothing about.
When the letter leaves it is reckoned from that day. Where only a receipt tells that it has arrived
the term goes on waiting, and begins on the day of the receipt. The caller holds the case's lock.
"""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy

from parties import moment
from workflows import new_days
from workflows.models import CaseTerm, IntegrationRequest
from workflows.services import clock
from workflows.terms import Suspension, Term, TermError, compute_term

Awaits = CaseTerm.Awaits
ANSWERED = "risposta alla lettera"
LEFT = gettext_lazy("The letter with which the term begins has left.")
ARRIVED = gettext_lazy("The letter with which the term begins has arrived.")


def leave(term: CaseTerm, *, on: date, event: str, is_uncertain: bool = False) -> CaseTerm:
    """Reckon a term from the day on which its letter leaves; `event` says so in Italian.

    Where it `is_uncertain` that the letter arrives the same day, the term waits for the news.
    What stands still from the arrival then waits too (PRE-04).
    """
    if term.ended_at is not None:
        return term
    term.awaits = Awaits.DELIVERY if is_uncertain else Awaits.NOTHING
    _begin(term, on, event, LEFT)
    if not is_uncertain or term.stops.get("at") == clock.SENDING:
        _stop(term, on)
    return term


def arrive(term: CaseTerm, *, on: date, event: str) -> CaseTerm:
    """Let a term begin on the day on which its letter arrived; one that is over stays as it is."""
    if term.ended_at is not None:
        return term
    term.awaits, before = Awaits.NOTHING, term.due_on
    _begin(term, on, event, ARRIVED)
    if term.due_on != before:
        new_days.queue(term, before)
    if term.stops.get("at") == clock.DELIVERY:
        _stop(term, on)
    return term


def wait_again(term: CaseTerm, *, for_letter: bool = False) -> CaseTerm:
    """Take back that a term has begun: its letter came back, or `for_letter` was taken back.

    What stood still with it from then on runs.
    """
    if term.ended_at is not None:
        return term
    term.awaits = Awaits.LETTER if for_letter else Awaits.DELIVERY
    clock.keep(term, Term.from_dict(term.reckoning))
    if (for_letter or term.stops.get("at") == clock.DELIVERY) and (stopped := _stopped(term)):
        _reckon_stopped(term, stopped, None)
    return term


def note_answer(term: CaseTerm) -> CaseTerm:
    """Let a term begin today at the latest: whoever answers a letter has it."""
    if term.awaits == Awaits.DELIVERY:
        return arrive(term, on=moment.today(), event=ANSWERED)
    return term


def _begin(term: CaseTerm, on: date, event: str, reason: Any) -> None:
    before = term.due_on
    stored = Term.from_dict(term.reckoning)
    given = [one.as_suspension() for one in stored.suspensions]
    with clock.sentences():
        clock.keep(term, compute_term(on, stored.rule, given, today=moment.today(), event=event))
    if term.due_on == before:
        return
    if term.kind == CaseTerm.Kind.INTEGRATION:
        asked = IntegrationRequest.objects.filter(case_id=term.case_id, closed_at__isnull=True)
        asked.update(due_on=term.due_on)
    clock.show_new_day(term, before, "begin_term", reason)


def _stop(term: CaseTerm, on: date) -> None:
    """Let what stands still with a term stand from the day `on`, whatever was reckoned before."""
    stopped = _stopped(term)
    if stopped is not None:
        _reckon_stopped(term, stopped, on)


def _stopped(term: CaseTerm) -> CaseTerm | None:
    if not term.stops:
        return None
    return CaseTerm.objects.filter(
        case_id=term.case_id, kind=term.stops["term"], ended_at__isnull=True
    ).first()


def _reckon_stopped(term: CaseTerm, stopped: CaseTerm, on: date | None) -> None:
    """Put the suspension that comes with a term on the day `on`, or away where there is none.

    A clock that stands until a known day is stopped from that day on; one that is over stays.
    """
    stored = Term.from_dict(stopped.reckoning)
    kind = term.stops["suspension"]
    others = [one for one in stored.suspensions if one.kind != kind or one.end is not None]
    given = [one.as_suspension() for one in others]
    if on is not None:
        until = [one.resumes for one in others if one.end and one.stands_on(on)]
        begins = max([on, *(day for day in until if day is not None)])
        given.append(Suspension(kind, begins, rule_id=term.stops["rule_id"]))
    with clock.sentences():
        try:
            reckoned = compute_term(
                stored.start, stored.rule, given, today=moment.today(), event=stored.event
            )
        except TermError as error:
            if error.code != "after_expiry":
                raise
            return
    clock.keep(stopped, reckoned)
