"""Asking whoever holds the power to substitute, once the office has let its term pass (PROC-T8)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from calls.models import Parameter
from parties import moment
from parties.models import User
from ui.formats import long_date
from workflows.engine import Refusal, TransitionRefused, amend
from workflows.examination.permissions import is_applicant
from workflows.kinds import kind_of
from workflows.models import Case, CaseTerm, SubstituteRequest
from workflows.services import clock
from workflows.terms import Rule, Term, on_the_day

SUBSTITUTE = CaseTerm.Kind.SUBSTITUTE


@transaction.atomic
def ask_substitute(case: Case, *, by: User, seen_version: int | None = None) -> SubstituteRequest:
    """Ask the holder named by the call to decide; half of the procedure's own term starts.

    Writes a line of history, gives the request its protocol number and sends a receipt. Raises
    `TransitionRefused` with why it cannot be asked now; then nothing has changed.
    """
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if not is_applicant(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("Only who filed the application may ask this."))
    if seen_version is not None and seen_version != case.version:
        raise TransitionRefused(Refusal.STALE, _("This case has changed since you opened it."))
    own, holder = clock.running_term(case, CaseTerm.Kind.CONCLUSION), case.call.substitute
    sentence = why_not(case)
    if sentence or own is None or holder is None:
        raise TransitionRefused(Refusal.RULE, sentence)
    rule = rule_of(Term.from_dict(own.reckoning))
    case = amend(case, "ask_substitute", by=by, substitute=holder)
    term = clock.start_term(case, SUBSTITUTE, rule)
    request = SubstituteRequest.objects.create(
        case_id=case.pk,
        asked_by=by,
        asked_at=moment.now(),
        holder=holder,
        term_days=rule.count,
        due_on=term.due_on,
    )
    kind_of(case).on_substitute(case, request)
    return request


@transaction.atomic
def conclude(case: Case) -> None:
    """End the request of a case on which a decision has been taken, by whomever."""
    SubstituteRequest.objects.filter(case_id=case.pk, closed_at__isnull=True).update(
        closed_at=moment.now()
    )
    clock.end_term(case, SUBSTITUTE)


def why_not(case: Case) -> str:
    """Return the sentence that says why the substitute cannot be asked now; empty where they can."""
    term = clock.running_term(case, CaseTerm.Kind.CONCLUSION)
    if case.status not in kind_of(case).undecided or term is None:
        return _("There is no decision to wait for on this case.")
    if open_request(case) is not None:
        return _("You have asked already: {person} is to decide.").format(person=case.substitute)
    if case.call.substitute is None:
        return _("This call names nobody who stands in for the office: write to the office.")
    due = _due(term)
    if due is None:
        return _("The office's term stands still: you may ask once it has run out.")
    if due >= moment.today():
        return _("The office has time until {day}: you may ask from the day after.").format(
            day=long_date(due)
        )
    return ""


def open_request(case: Case) -> SubstituteRequest | None:
    """Return the request that waits for a decision, or None."""
    requests = case.substitute_requests.all()
    return next((one for one in requests if one.closed_at is None), None)


def rule_of(term: Term) -> Rule:
    """Return the term of the substitute: a share of the original one, rounded up (PROC-T8)."""
    share = Parameter.objects.value("substitute_share", moment.today())
    whole = term.rule.count if term.rule.unit == "days" else (term.raw - term.start).days
    days = -(-whole * share["numerator"] // share["denominator"])
    return Rule("PROC-T8", days, "days", source="L. 241/1990, art. 2 c. 9-ter")


def _due(term: CaseTerm) -> date | None:
    """Return the last day of the office; None while its clock stands."""
    today = moment.today()
    reckoned = on_the_day(Term.from_dict(term.reckoning), today)
    return None if reckoned.is_suspended_on(today) else reckoned.due
