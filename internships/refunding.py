"""What the host gets back of the allowance it paid, and what must hold for it (R-PUB-15..R-PUB-19)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from accounting import aid, registered
from accounting.models import Budget
from accounting.rules import aid_in_window
from internships import communications, during, funds
from internships.models.statuses import MonthStatus
from internships.parameters import RefundParameters
from internships.plans import current_deed
from internships.rules import counting, procedure
from internships.rules.dates import days_in
from parties import moment
from parties.models import Organisation
from workflows.rules import Outcome, judge
from workflows.rules.words import day, euro

if TYPE_CHECKING:
    from datetime import date

    from internships.models import Internship, Month, RefundRequest

NOTHING = Decimal("0.00")
ENTERPRISES = frozenset({"enterprise", "professional"})


@dataclass(frozen=True, slots=True)
class Line:
    """A month as the refund looks at it: hours in minutes, amounts in EUR, and why nothing is admitted."""

    month: Month
    planned: int
    done: int
    due: Decimal
    paid: Decimal
    admitted: Decimal
    why: str


def terms_of(case: Internship) -> RefundParameters:
    """Return what the call refunds."""
    return RefundParameters.of(case.call_version)


def request_of(case: Internship) -> RefundRequest | None:
    """Return what the host asked for, None before it did."""
    return getattr(case, "refund", None)


def lines_of(case: Internship) -> list[Line]:
    """Return each month with what a refund month by month admits of it (R-PUB-18)."""
    terms = terms_of(case)
    months = case.months.select_related("allowance").order_by("number")
    return [_line(month, terms) for month in months]


def amount_of(case: Internship) -> Decimal:
    """Return what the call refunds, in EUR: month by month, or one sum by days, never above what was paid."""
    terms, lines = terms_of(case), lines_of(case)
    if not terms.steps:
        return sum((line.admitted for line in lines), NOTHING)
    paid = sum((min(line.due, line.paid) for line in lines), NOTHING)
    return min(procedure.refund_by_days(days_of(case), terms.steps), paid)


def days_of(case: Internship) -> int:
    """Return how many days the internship lasted, those apart on which it stood still."""
    return days_in(case.start, case.ended_on or case.end) - during.suspended_days(case)


def may_be_asked(case: Internship) -> bool:
    """Tell whether the host could still ask for a refund today, were its papers complete (R-PUB-17)."""
    return _offered(case) and moment.today() <= claim_by(case)


def claim_outcomes(case: Internship) -> list[Outcome]:
    """Whether the host may ask: the call refunds, the claim is complete and in time (R-PUB-17)."""
    offered = judge(
        "R-PUB-18",
        _offered(case),
        yes="Il bando rimborsa l'ospitante che paga l'indennità.",
        no="L'ospitante ha rinunciato al rimborso."
        if case.refund_waived_on
        else "Il bando non prevede un rimborso per questo tirocinio.",
    )
    return [offered, procedure.claim_complete(missing(case)), in_time(case)]


def _offered(case: Internship) -> bool:
    return terms_of(case).refunds and case.payer != "funder" and case.refund_waived_on is None


def in_time(case: Internship) -> Outcome:
    """Whether the claim comes within its days from the end, on the day it was made (R-PUB-17)."""
    asked, last = request_of(case), claim_by(case)
    on = asked.asked_on if asked else moment.today()
    return judge(
        "R-PUB-17",
        on <= last,
        yes=f"La domanda è nei termini, che scadono il {day(last)}.",
        no=f"Il rimborso andava chiesto entro il {day(last)}.",
        inputs={"chiesto": on, "termine": last},
        source="Bando, rendicontazione",
    )


def claim_by(case: Internship) -> date:
    """Return the last day on which a refund is asked for."""
    return (case.ended_on or case.end) + timedelta(days=terms_of(case).claim_days)


def settlement_outcomes(case: Internship) -> list[Outcome]:
    """Whether the refund may be recognised: examined, still complete, within aid and funds (R-PUB-21)."""
    asked, amount = request_of(case), amount_of(case)
    examined = judge(
        "R-PUB-17",
        asked is not None and asked.examined_at is not None,
        yes="La domanda di rimborso è stata esaminata.",
        no="La domanda di rimborso non è ancora stata esaminata.",
    )
    return [
        examined,
        *claim_outcomes(case),
        judge(
            "R-PUB-18",
            amount > 0,
            yes=f"Il rimborso ammesso è di {euro(amount)}.",
            no="Nessun mese dà diritto al rimborso.",
            inputs={"importo": amount},
            source="Bando, rimborso all'ospitante",
        ),
        *aid_outcomes(case, amount),
        funds_outcome(case, amount),
    ]


def aid_outcomes(case: Internship, amount: Decimal) -> list[Outcome]:
    """Whether the aid fits under the ceiling of the single undertaking, and is registered (R-PUB-15, RNA).

    Counted is what the office gave, what the register told, and what the host declares of others.
    """
    if not is_aid(case):
        words = "Il rimborso non è un aiuto: non va a un'impresa."
        return [judge("R-PUB-15", True, yes=words, no="")]
    today, asked = moment.today(), request_of(case)
    law = aid.law_on(today)
    own = next(iter(law.ceilings.values()))
    firms = aid.undertaking_of(_codes_of(case), today)
    given = [
        (one.granted_on, one.amount)
        for one in aid.aids_of(firms, law, but=case.pk)
        if one.regulation == own.regulation
    ]
    declared = asked.other_aid if asked else NOTHING
    held = aid_in_window(given, today, own.years) + declared
    return [
        counting.aid_within_ceiling(held, amount, own.amount),
        *(registered.registration_outcomes(case, amount) if is_registered(case) else []),
    ]


def is_aid(case: Internship) -> bool:
    """Tell whether the refund is State aid: it goes to an undertaking (R-PUB-15)."""
    return case.offer.host_kind in ENTERPRISES


def is_registered(case: Internship) -> bool:
    """Tell whether the refund is an aid that is written into the national register (R-PUB-15, RNA-01)."""
    return is_aid(case) and bool(case.call.aid_code.strip())


def _codes_of(case: Internship) -> frozenset[str]:
    body = Organisation.objects.filter(pk=case.host.pk).first()
    codes = {case.host.tax_code, body.vat_number if body else ""}
    return frozenset(filter(None, codes))


def funds_outcome(case: Internship, amount: Decimal) -> Outcome:
    """Whether the money of the call covers the refund (R-PUB-19)."""
    budget = Budget.objects.filter(call_id=case.call_id).first()
    # What is set aside for this internship is there for its refund.
    left = budget.available + funds.reserved_for(case) if budget else NOTHING
    return procedure.budget_covers(amount, NOTHING, NOTHING, left)


def missing(case: Internship) -> list[str]:
    """Return what a claim still lacks, in words (R-PUB-17)."""
    plan, months = current_deed(case, "plan"), list(case.months.select_related("allowance"))
    unpaid = [str(one.number) for one in months if not _paid_with_proof(one)]
    still = [str(one.number) for one in months if one.status != MonthStatus.CLOSED]
    found = {
        "il progetto formativo firmato": plan is None or plan.completed_at is None,
        "il numero della comunicazione di avvio": not case.cob_number,
        f"i mesi del registro da chiudere ({', '.join(still)})": bool(still),
        f"la prova di pagamento dei mesi {', '.join(unpaid)}": bool(unpaid),
        "la relazione finale dell'ospitante": not case.final_reports.filter(by="host").exists(),
    }
    return [
        *(what for what, lacks in found.items() if lacks),
        *(f"la comunicazione: {one.label}" for one in communications.missing(case)),
    ]


def _paid_with_proof(month: Month) -> bool:
    allowance = getattr(month, "allowance", None)
    if allowance is None:
        return month.status != MonthStatus.CLOSED  # Said already: the month is still to be closed.
    return allowance.amount == 0 or (allowance.paid_on is not None and allowance.proof_id)


def _line(month: Month, terms: RefundParameters) -> Line:
    allowance = getattr(month, "allowance", None)
    planned, done = month.planned_minutes or 0, month.done_minutes or 0
    due = (allowance.amount if allowance else None) or NOTHING
    paid = (allowance.paid_amount if allowance else None) or NOTHING
    plain = procedure.Month(planned, done, due, paid)
    cap = terms.monthly if terms.monthly is not None else paid
    admitted = procedure.refund([plain], cap, terms.least_percent)
    return Line(month, planned, done, due, paid, admitted, _why(plain, cap, terms))


def _why(month: procedure.Month, cap: Decimal, terms: RefundParameters) -> str:
    if not month.planned:
        return "nessuna ora prevista"
    if month.done * 100 < terms.least_percent * month.planned:
        return f"partecipazione sotto il {terms.least_percent}%"
    if not month.paid:
        return "indennità non pagata"
    return f"oltre il massimo mensile di {euro(cap)}" if month.paid > cap else ""
