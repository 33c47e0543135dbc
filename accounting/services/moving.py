"""The only door through which a payment changes its state."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from accounting.models import NumberSeries, Payment, PaymentMove, PaymentState
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.rules import Outcome


@transaction.atomic
def move(
    payment: Payment,
    name: str,
    *,
    by: User,
    seen: int | None = None,
    reason: str = "",
    outcomes: Sequence[Outcome] = (),
    **inputs: Any,
) -> Payment:
    """Make one declared move, with what the rules said of it, or refuse and change nothing.

    `seen` is the version that the page showed. Returns the payment as it now stands. Raises
    `TransitionRefused` with a sentence that a page can show.
    """
    payment = locked(payment)
    if seen is not None and seen != payment.version:
        raise TransitionRefused(
            Refusal.STALE, _("The payment has changed since you opened this page: look again.")
        )
    refuse_out_of_turn(payment, name, by=by)
    refuse_blocked(outcomes)
    source = payment.state
    getattr(payment, name)(by, **inputs)
    payment.version += 1
    payment.save()
    note(payment, name, source=source, by=by, reason=reason, outcomes=outcomes)
    return payment


def refuse_out_of_turn(payment: Payment, name: str, *, by: User) -> None:
    """Refuse a move that the state does not allow, or the person may not make."""
    known: Any = payment
    steps = [step for step in known.get_all_state_transitions() if step.name == name]
    if payment.state not in {step.source for step in steps}:
        raise TransitionRefused(
            Refusal.STATUS,
            _("The payment is now “{state}”: this can no longer be done.").format(
                state=PaymentState(payment.state).label
            ),
        )
    if not steps[0].has_perm(payment, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))


def note(
    payment: Payment,
    name: str,
    *,
    by: User,
    source: str = "",
    reason: str = "",
    outcomes: Sequence[Outcome] = (),
) -> PaymentMove:
    """Write a line of a payment's history."""
    return PaymentMove.objects.create(
        payment=payment,
        name=name,
        source=source,
        target=payment.state,
        by=by,
        reason=reason,
        outcomes=[outcome.to_dict() for outcome in outcomes],
    )


@transaction.atomic
def move_all(
    payments: Iterable[Payment], target: str, name: str, *, by: User, **values: Any
) -> None:
    """Move payments of one order together, whose rows are locked; the order has judged the move.

    `values` are what the move writes beside the state.
    """
    rows = list(payments)
    now = moment.now()
    Payment.objects.filter(pk__in=[row.pk for row in rows]).update(
        state=target, version=F("version") + 1, **values
    )
    PaymentMove.objects.bulk_create(
        [
            PaymentMove(payment=row, name=name, source=row.state, target=target, by=by, at=now)
            for row in rows
        ],
        batch_size=1000,
    )


def refuse_blocked(outcomes: Sequence[Outcome]) -> None:
    """Raise `TransitionRefused` with the sentences of all outcomes that block, each with its rule."""
    against = [outcome for outcome in outcomes if outcome.blocks]
    if against:
        words = " ".join(f"{outcome.sentence} ({outcome.rule})" for outcome in against)
        raise TransitionRefused(Refusal.RULE, words, outcomes)


def locked(payment: Payment) -> Payment:
    """Return the payment with its row locked until the transaction ends."""
    rows = Payment.objects.select_for_update(of=("self",)).select_related("case__call")
    return rows.get(pk=payment.pk)


def next_number(code: str, on: date) -> str:
    """Take the next number of a series, inside the caller's transaction: P-2026-000001."""
    NumberSeries.objects.bulk_create([NumberSeries(code=code, year=on.year)], ignore_conflicts=True)
    series = NumberSeries.objects.select_for_update().get(code=code, year=on.year)
    series.last += 1
    series.save(update_fields=["last"])
    return f"{code}-{on.year}-{series.last:06d}"
