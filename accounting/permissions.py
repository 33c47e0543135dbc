"""Who may see balances and take workbooks away, and who does what with payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parties.roles import Role

if TYPE_CHECKING:
    from accounting.models import Payment, PaymentOrder, Recovery
    from parties.models import User

READERS = frozenset({Role.ACCOUNTANT, Role.DIRECTOR, Role.AUDITOR})

CHANGE_ENDOWMENT = "accounting.change_endowment"
VIEW_PAYMENTS = "accounting.view_payments"
PROPOSE_PAYMENT = "accounting.propose_payment"
LIQUIDATE = "accounting.liquidate"
ORDER_PAYMENTS = "accounting.order_payments"
VIEW_RECOVERIES = "accounting.view_recoveries"
RECOVER = "accounting.recover"

PERMISSIONS = {
    "accounting.view_ledger": READERS | {Role.PROCEDURE_OWNER, Role.OFFICER},
    CHANGE_ENDOWMENT: frozenset({Role.DIRECTOR}),
    "accounting.make_workbook": frozenset({Role.ACCOUNTANT}),
    "accounting.download_workbook": READERS,
    VIEW_PAYMENTS: READERS | {Role.PROCEDURE_OWNER},
    PROPOSE_PAYMENT: frozenset({Role.PROCEDURE_OWNER, Role.ACCOUNTANT}),
    LIQUIDATE: frozenset({Role.DIRECTOR}),
    ORDER_PAYMENTS: frozenset({Role.ACCOUNTANT}),
    VIEW_RECOVERIES: READERS | {Role.PROCEDURE_OWNER},
    RECOVER: frozenset({Role.ACCOUNTANT}),
}


def may_propose(_payment: Payment, by: User) -> bool:
    """Tell whether somebody may propose a payment, gather its evidence and take it back."""
    return by.has_perm(PROPOSE_PAYMENT)


def may_liquidate(_payment: Payment, by: User) -> bool:
    """Tell whether somebody may recognise a debt by an act."""
    return by.has_perm(LIQUIDATE)


def may_order(_row: Payment | PaymentOrder, by: User) -> bool:
    """Tell whether somebody may put payments into orders, approve and send them."""
    return by.has_perm(ORDER_PAYMENTS)


def may_recover(_row: Recovery, by: User) -> bool:
    """Tell whether somebody may plan, count and enrol what is asked back."""
    return by.has_perm(RECOVER)
