"""What may be paid: each kind of case says what it owes, to whom, and under which terms."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from workflows.models import Case

if TYPE_CHECKING:
    from accounting.models import Payment
    from parties.models import User


@dataclass(frozen=True)
class Payable:
    """What a case owes once its accounts are approved; amounts in EUR, shares in percent.

    `granted` rests on `planned`; `rate_percent` is the call's rate, None where a lower spend lowers the
    grant in proportion. `withholds` tells whether tax is withheld, else `why_no_tax` says why not.
    `nature` is PF, DI, PG or ENTE (export 1). `accounts` are those that a kind approves itself: what is
    paid then rests on them alone.
    """

    granted: Decimal
    planned: Decimal
    floor_percent: Decimal
    rate_percent: Decimal | None
    withholds: bool
    why_no_tax: str
    nature: str
    cup: str
    cor: str
    is_de_minimis: bool
    accounts: "Accounts | None" = None


@dataclass(frozen=True)
class Accounts:
    """The accounts that were approved: the act, the spend admitted in EUR, the account to be paid."""

    act: str
    on: date
    spend: Decimal
    capital_spend: Decimal
    iban: str
    holder: str
    holder_code: str


@dataclass(frozen=True)
class PayableKind:
    """How a kind of case answers: which of its cases wait for payment, and what one of them owes."""

    code: str
    waiting: Callable[[], QuerySet[Any]]
    of: Callable[[Case], Payable | None]
    # What a kind writes to whom when a debt is recognised, and when it was paid.
    on_liquidated: "Callable[[Payment, User], Any] | None" = None
    on_paid: "Callable[[Payment], Any] | None" = None


_kinds: dict[str, PayableKind] = {}


def register(kind: PayableKind) -> None:
    """Make a kind known; each room does so once, when the site starts."""
    _kinds[kind.code] = kind


def payable_of(case: Case) -> Payable | None:
    """Return what a case owes, or None where it owes nothing."""
    kind = _kinds.get(case.kind)
    return kind.of(case) if kind else None


def tell_liquidated(payment: "Payment", by: "User") -> None:
    """Let the kind of a payment's case write its act."""
    kind = _kinds.get(payment.case.kind)
    if kind is not None and kind.on_liquidated is not None:
        kind.on_liquidated(payment, by)


def tell_paid(payment: "Payment") -> None:
    """Let the kind of a payment's case tell the beneficiary."""
    kind = _kinds.get(payment.case.kind)
    if kind is not None and kind.on_paid is not None:
        kind.on_paid(payment)


def kinds() -> tuple[PayableKind, ...]:
    """Return every kind that pays."""
    return tuple(_kinds.values())
