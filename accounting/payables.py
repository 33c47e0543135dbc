"""What may be paid: each kind of case says what it owes, to whom, and under which terms."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Case as Choice
from django.db.models import F, Q, QuerySet, When

from parties.models import Party
from workflows.models import Case

if TYPE_CHECKING:
    from accounting.models import Payment
    from parties.models import User

APPLICANT = "applicant"


@dataclass(frozen=True)
class Payable:
    """What a case owes once its accounts are approved; amounts in EUR, shares in percent.

    `payee` is who is paid: not always who applied. `granted` rests on `planned`; `rate_percent` is the call's rate, None where a lower spend lowers the
    grant in proportion. `withholds` tells whether tax is withheld, else `why_no_tax` says why not.
    `nature` is PF, DI, PG or ENTE (export 1). `accounts` are those that a kind approves itself: what is
    paid then rests on them alone.
    """

    payee: Party
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
    """How a kind of case answers: which of its cases wait for payment, and what one of them owes.

    `payee` leads from a case to whoever gets its money, as a query names it.
    """

    code: str
    waiting: Callable[[], QuerySet[Any]]
    of: Callable[[Case], Payable | None]
    # What a kind writes to whom when a debt is recognised, and when it was paid.
    on_liquidated: "Callable[[Payment, User], Any] | None" = None
    on_paid: "Callable[[Payment], Any] | None" = None
    payee: str = APPLICANT


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


def payee_of(case: Case) -> Party | None:
    """Return who gets the money of a case: its applicant, where its kind does not say otherwise."""
    kind = _kinds.get(case.kind)
    return Party.objects.filter(pk__in=_payees(case.pk, kind.payee if kind else APPLICANT)).first()


def money_of(party: int | None) -> Q:
    """Return the condition that the money of an entry's case goes to a party, by its key."""
    others = _with_another_payee()
    found = Q(**{f"case__{APPLICANT}": party}) & ~Q(case__kind__in=[kind.code for kind in others])
    for kind in others:
        found |= Q(**{"case__kind": kind.code, f"case__{kind.payee}": party})
    return found


def of_payee(field: str, *, case: str = "case__") -> Choice:
    """Return a field of whoever gets the money of a case, for a query; `case` leads there."""
    return Choice(
        *(
            When(**{f"{case}kind": kind.code}, then=F(f"{case}{kind.payee}__{field}"))
            for kind in _with_another_payee()
        ),
        default=F(f"{case}{APPLICANT}__{field}"),
    )


def _with_another_payee() -> list[PayableKind]:
    return [kind for kind in _kinds.values() if kind.payee != APPLICANT]


def _payees(case: int, path: str) -> QuerySet[Any]:
    return Case.objects.filter(pk=case).values(path)


def kinds() -> tuple[PayableKind, ...]:
    """Return every kind that pays."""
    return tuple(_kinds.values())
