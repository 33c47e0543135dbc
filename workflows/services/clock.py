"""Starting, suspending and ending the terms of a case; every reckoning is kept (TERM-13)."""

from dataclasses import replace
from datetime import date

from parties import moment
from workflows.models import Case, CaseTerm
from workflows.terms import Rule, Suspension, Term, TermError, compute_term


def start_term(case: Case, kind: str, rule: Rule, *, starts_on: date | None = None) -> CaseTerm:
    """Start a term of a kind on a case; the kind must not be running already."""
    start = starts_on or moment.today()
    term = compute_term(start, rule)
    return CaseTerm.objects.create(
        case_id=case.pk,
        kind=kind,
        rule=rule.rule_id,
        starts_on=start,
        due_on=term.due,
        reckoning=term.to_dict(),
    )


def end_term(case: Case, kind: str) -> CaseTerm | None:
    """Stop the running term of a kind: what it asked for has happened."""
    term = running_term(case, kind)
    if term is not None:
        term.ended_at = moment.now()
        term.save(update_fields=["ended_at"])
    return term


def end_all(case: Case) -> None:
    """Stop every term of a case that is over."""
    CaseTerm.objects.filter(case_id=case.pk, ended_at__isnull=True).update(ended_at=moment.now())


def running_term(case: Case, kind: str) -> CaseTerm | None:
    """Return the running term of a kind, or None."""
    return CaseTerm.objects.filter(case_id=case.pk, kind=kind, ended_at__isnull=True).first()


def suspend(case: Case, kind: str, suspension: Suspension) -> CaseTerm:
    """Reckon a running term again with one more suspension, or with the same one now closed."""
    term = running_term(case, kind)
    if term is None:
        raise LookupError(f"no running term {kind!r} on case {case.pk}")
    stored = Term.from_dict(term.reckoning)
    kept = [
        counted.as_suspension()
        for counted in stored.suspensions
        if (counted.kind, counted.start) != (suspension.kind, suspension.start)
    ]
    try:
        reckoned = compute_term(
            stored.start, stored.rule, [*kept, suspension], today=moment.today()
        )
    except TermError as error:
        # The term is over already: what is asked late no longer stops it, and the act is late.
        if error.code != "after_expiry":
            raise
        return term
    term.due_on, term.reckoning = reckoned.due, reckoned.to_dict()
    term.save(update_fields=["due_on", "reckoning"])
    return term


def resume(case: Case, kind: str, suspended_by: str, *, on: date) -> CaseTerm:
    """Close the open suspension of a kind on the day `on`: the clock runs again after it."""
    term = running_term(case, kind)
    if term is None:
        raise LookupError(f"no running term {kind!r} on case {case.pk}")
    for counted in Term.from_dict(term.reckoning).suspensions:
        if counted.kind == suspended_by and counted.end is None:
            given = counted.as_suspension()
            return suspend(case, kind, replace(given, end=max(on, given.start)))
    return term
