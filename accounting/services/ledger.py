"""Moving the money of a call between its pots. The database refuses what is not there."""

from decimal import Decimal
from typing import Any

from django.db import transaction

from accounting.models import Budget, LedgerEntry, Pot
from calls.models import Call
from parties.models import User
from workflows.models import Case


class NotEnough(Exception):
    """The pot does not hold this much: `left` says how much it does, in EUR."""

    def __init__(self, left: Decimal) -> None:
        super().__init__(f"only {left} left")
        self.left = left


@transaction.atomic
def endow(call: Call, amount: Decimal, *, by: User | None, description: str) -> Budget:
    """Put `amount` EUR into a call: its endowment or a refinancing (RANK-14)."""
    budget, _created = Budget.objects.get_or_create(call=call)
    _move(budget, Pot.OUTSIDE, Pot.AVAILABLE, amount, by=by, description=description)
    return locked_budget(call)


@transaction.atomic
def withdraw(call: Call, amount: Decimal, *, by: User | None, description: str) -> Budget:
    """Take `amount` EUR out of a call, of what is available; raises `NotEnough`."""
    budget = locked_budget(call)
    if budget.available < amount:
        raise NotEnough(budget.available)
    _move(budget, Pot.AVAILABLE, Pot.OUTSIDE, amount, by=by, description=description)
    return locked_budget(call)


def locked_budget(call: Call) -> Budget:
    """Return the call's budget with its row locked until the transaction ends."""
    return Budget.objects.select_for_update(of=("self",)).get(call=call)


def reserve(case: Case, amount: Decimal, *, by: User | None, description: str) -> LedgerEntry:
    """Set `amount` EUR aside for a case that was offered them; raises `NotEnough`."""
    return _take(case, Pot.AVAILABLE, Pot.RESERVED, amount, by=by, description=description)


def release(
    case: Case, *, by: User | None, description: str, amount: Decimal | None = None
) -> LedgerEntry | None:
    """Give back what is reserved for a case, or `amount` EUR of it; None where nothing is.

    Raises `NotEnough` above what is reserved for it.
    """
    held = held_for(case)[Pot.RESERVED]
    if not held:
        return None
    if amount is not None and amount > held:
        raise NotEnough(held)
    given = held if amount is None else amount
    return _take(case, Pot.RESERVED, Pot.AVAILABLE, given, by=by, description=description)


def grant(case: Case, amount: Decimal, *, by: User | None, description: str) -> LedgerEntry:
    """Bind `amount` EUR to a case; what was reserved for it is used first. Raises `NotEnough`."""
    reserved = held_for(case)[Pot.RESERVED]
    if reserved == amount:
        return _take(case, Pot.RESERVED, Pot.GRANTED, amount, by=by, description=description)
    if reserved:
        release(case, by=by, description=description)
    return _take(case, Pot.AVAILABLE, Pot.GRANTED, amount, by=by, description=description)


def take_back(case: Case, *, by: User | None, description: str) -> LedgerEntry | None:
    """Free what is bound to a case, its grant being undone (RANK-13); None where nothing is."""
    held = held_for(case)[Pot.GRANTED]
    if not held:
        return None
    return _take(case, Pot.GRANTED, Pot.AVAILABLE, held, by=by, description=description)


def pay(case: Case, amount: Decimal, *, by: User | None, description: str) -> LedgerEntry:
    """Count `amount` EUR of a grant as paid; raises `NotEnough`."""
    return _take(case, Pot.GRANTED, Pot.PAID, amount, by=by, description=description)


def unpay(case: Case, amount: Decimal, *, by: User | None, description: str) -> LedgerEntry:
    """Bind again `amount` EUR that came back from the bank."""
    return _take(case, Pot.PAID, Pot.GRANTED, amount, by=by, description=description)


def save_up(case: Case, amount: Decimal, *, by: User | None, description: str) -> LedgerEntry:
    """Keep as saved `amount` EUR of a grant that its final spend does not need (AMT-05)."""
    return _take(case, Pot.GRANTED, Pot.ECONOMIES, amount, by=by, description=description)


def bind_again(case: Case, amount: Decimal, *, by: User | None, description: str) -> LedgerEntry:
    """Bind again `amount` EUR that had been saved."""
    return _take(case, Pot.ECONOMIES, Pot.GRANTED, amount, by=by, description=description)


def free(case: Case, amount: Decimal, *, by: User | None, description: str) -> LedgerEntry:
    """Free a part of what is bound to a case, its grant being cut; raises `NotEnough`."""
    return _take(case, Pot.GRANTED, Pot.AVAILABLE, amount, by=by, description=description)


def held_for(case: Case) -> dict[Pot, Decimal]:
    """Return what each pot holds for a case, in EUR."""
    held = dict.fromkeys(Pot, Decimal(0))
    for entry in LedgerEntry.objects.filter(case_id=case.pk):
        held[Pot(entry.source)] -= entry.amount
        held[Pot(entry.target)] += entry.amount
    return held


@transaction.atomic
def _take(
    case: Case, source: Pot, target: Pot, amount: Decimal, *, by: User | None, description: str
) -> LedgerEntry:
    budget = locked_budget(case.call)
    left = getattr(budget, source.value)
    if left < amount:
        raise NotEnough(left)
    return _move(budget, source, target, amount, by=by, description=description, case_id=case.pk)


def _move(budget: Budget, source: Pot, target: Pot, amount: Decimal, **details: Any) -> LedgerEntry:
    return LedgerEntry.objects.create(
        budget=budget, source=source, target=target, amount=amount, **details
    )
