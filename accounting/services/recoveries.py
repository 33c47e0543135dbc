"""Asking back what was paid: interest at one rate, instalments, receipts, the roll (REV-07 to REV-15)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from accounting import rules
from accounting.models import Recovery, RecoveryInstalment, RecoveryReceipt, RecoveryState
from accounting.payables import payee_of
from accounting.permissions import RECOVER
from accounting.rules import NoRate, Plan, Rate, Receipt
from accounting.services import ledger
from accounting.services.moving import next_number, refuse_blocked
from calls.models import Parameter
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Case
from workflows.rules import Outcome

NOTHING = Decimal("0.00")
LAST = RecoveryState.SETTLED


def rates_of(code: str) -> list[Rate]:
    """Return the rates of a table of the law, with the days on which each holds (REV-11)."""
    rows = Parameter.objects.filter(code=code).order_by("valid_from")
    return [Rate(Decimal(str(row.value)), row.valid_from, row.valid_to) for row in rows]


def legal_rates() -> list[Rate]:
    """Return the legal rates; the last known holds on for the years whose rate is not set yet."""
    return _beyond(rates_of("legal_interest"))


@transaction.atomic
def open_recovery(
    case: Case,
    *,
    principal: Decimal,
    cause: str,
    paid_on: date,
    with_surcharge: bool,
) -> Recovery:
    """Ask `principal` EUR back by the act of today, at one rate fixed on this day (REV-07 to REV-09).

    Raises `TransitionRefused` where no rate is known for the day: nothing is reckoned then (REV-11).
    """
    today = moment.today()
    points = Decimal(str(Parameter.objects.value("recovery_surcharge", today)))
    try:
        rate = rules.recovery_rate(
            rates_of("ecb_main_rate"), today, surcharge=points if with_surcharge else NOTHING
        )
    except NoRate as error:
        raise TransitionRefused(
            Refusal.RULE,
            _("No reference rate of the European Central Bank is loaded for {day}.").format(
                day=f"{error.on:%d/%m/%Y}"
            ),
        ) from error
    party = payee_of(case)
    return Recovery.objects.create(
        number=next_number("R", today),
        case=case,
        debtor=party.name if party else "",
        tax_code=party.tax_code if party else "",
        cause=cause[:300],
        act_on=today,
        principal=principal,
        rate_percent=rate.percent,
        surcharge=points if with_surcharge else NOTHING,
        since=min(paid_on, today),
        due_on=today + timedelta(days=Parameter.objects.value("recovery_days", today)),
    )


def owed(
    recovery: Recovery, on: date | None = None, *, legal: Sequence[Rate] | None = None
) -> rules.Owed:
    """Return what is owed on a day, today where none is given, after all that came in by then.

    `legal` are the legal rates, for whoever asks of many; they are read where they are left out.
    """
    on = on or moment.today()
    return rules.owed_on(
        recovery.principal,
        Rate(recovery.rate_percent, date.min),
        recovery.since,
        max(on, recovery.since),
        receipts=_receipts(recovery.receipts.all(), on),
        plan=_plan_of(recovery, legal),
    )


@transaction.atomic
def plan(
    recovery: Recovery,
    *,
    by: User,
    number: int,
    every_months: int,
    first_due: date,
    reason: str,
    seen: int,
) -> Recovery:
    """Let a sum be returned in instalments with legal interest, by a reasoned act (REV-14)."""
    recovery = _held(recovery, by, seen)
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why it may be returned in instalments."))
    if recovery.state != RecoveryState.OPEN:
        raise _not_now(recovery)
    today = moment.today()
    try:
        rows = rules.instalments(
            owed(recovery, today).total,
            number=number,
            first_due=first_due,
            every_months=every_months,
            starts_on=today,
            rates=legal_rates(),
        )
    except ValueError as error:
        raise TransitionRefused(
            Refusal.RULE, _("Instalments are above zero and begin after today.")
        ) from error
    recovery.plan(by, on=today, reason=reason.strip())
    _save(recovery)
    RecoveryInstalment.objects.bulk_create(
        RecoveryInstalment(
            recovery=recovery,
            number=row.number,
            due_on=row.due_on,
            capital=row.capital,
            interest=row.interest,
        )
        for row in rows
    )
    return recovery


@transaction.atomic
def note_receipt(
    recovery: Recovery, *, by: User, on: date, amount: Decimal, reference: str, seen: int
) -> Recovery:
    """Count what came back: interest first; the capital is free in the call again (ACC-04)."""
    recovery = _held(recovery, by, seen)
    reference = reference.strip()
    if recovery.state == LAST:
        raise _not_now(recovery)
    if not reference or on > moment.today():
        raise TransitionRefused(
            Refusal.RULE, _("Write the collection order, and a day that has come.")
        )
    if recovery.receipts.filter(reference=reference).exists():
        raise TransitionRefused(Refusal.RULE, _("This collection order has been counted already."))
    if recovery.receipts.filter(on__gt=on).exists() or on < recovery.since:
        raise TransitionRefused(
            Refusal.RULE, _("A receipt comes after the payment and after the receipts before it.")
        )
    due = owed(recovery, on)
    refuse_blocked([rules.received_within(amount, due)])
    interest = min(amount, due.interest)
    RecoveryReceipt.objects.create(
        recovery=recovery,
        on=on,
        amount=amount,
        interest=interest,
        capital=amount - interest,
        reference=reference,
        by=by,
    )
    _free(recovery, amount - interest, by)
    if amount == due.total:
        recovery.settle(by, on=on)
    return _save(recovery)


@transaction.atomic
def enrol(recovery: Recovery, *, by: User, reference: str, seen: int) -> Recovery:
    """Hand what was not returned in its term over to the collector (REV-13)."""
    recovery = _held(recovery, by, seen)
    if not reference.strip():
        raise TransitionRefused(Refusal.RULE, _("Write the list in which it is enrolled."))
    if recovery.state not in {RecoveryState.OPEN, RecoveryState.INSTALMENTS}:
        raise _not_now(recovery)
    today = moment.today()
    refuse_blocked([roll_outcome(recovery)])
    recovery.enrol(by, on=today, reference=reference.strip())
    return _save(recovery)


def roll_outcome(recovery: Recovery) -> Outcome:
    """Return whether a recovery may be enrolled today: its term, or an instalment, has passed (REV-13)."""
    today = moment.today()
    left = owed(recovery, today).total
    late = None
    if recovery.state == RecoveryState.INSTALMENTS:
        came = sum((one.amount for one in recovery.receipts.all()), NOTHING)
        for row in recovery.instalments.all():
            came -= row.capital + row.interest
            if came < 0:
                late = row.due_on
                break
    return rules.roll_due(today, recovery.due_on, left, late)


def _free(recovery: Recovery, capital: Decimal, by: User) -> None:
    """Move what came back of the capital into what the call may grant again."""
    if not capital:
        return
    words = f"Recupero {recovery.number}"
    ledger.unpay(recovery.case, capital, by=by, description=words)
    ledger.free(recovery.case, capital, by=by, description=words)


def _receipts(rows: Iterable[RecoveryReceipt], on: date) -> list[Receipt]:
    return [Receipt(row.on, row.amount) for row in rows if row.on <= on]


def _plan_of(recovery: Recovery, legal: Sequence[Rate] | None) -> Plan | None:
    if recovery.planned_on is None:
        return None
    return Plan(recovery.planned_on, tuple(legal_rates() if legal is None else legal))


def _beyond(rates: list[Rate]) -> list[Rate]:
    if not rates:
        return rates
    last = rates[-1]
    return [*rates[:-1], Rate(last.percent, last.valid_from)]


def _held(recovery: Recovery, by: User, seen: int) -> Recovery:
    if not by.has_perm(RECOVER):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    rows = Recovery.objects.select_for_update(of=("self",)).select_related("case__call")
    recovery = rows.get(pk=recovery.pk)
    if recovery.version != seen:
        raise TransitionRefused(
            Refusal.STALE, _("The recovery has changed since you opened this page: look again.")
        )
    return recovery


def _not_now(recovery: Recovery) -> TransitionRefused:
    return TransitionRefused(
        Refusal.STATUS,
        _("The recovery is now “{state}”: this can no longer be done.").format(
            state=RecoveryState(recovery.state).label
        ),
    )


def _save(recovery: Recovery) -> Recovery:
    recovery.version += 1
    recovery.save()
    return recovery
