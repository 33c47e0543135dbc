"""The account of the funders: what each programme and action had, bound and paid, and at whose expense.

Column titles are those of the export, in Italian in every language of the site.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounting import reconciliation
from accounting.models import Budget, Pot
from accounting.queries import balances_by_entries, budget_of
from accounting.reconciliation import Check
from accounting.rules.shares import shared
from accounting.sheets import Column, Formula, Sheet
from accounting.workbooks import IDENTITY, RECONCILED, Book, Request, WorkbookKind
from calls.models import Funding

NOTHING = Decimal("0.00")
ACTIONS, FUNDERS = "Azioni", "Finanziatori"
MONEY = (
    ("endowment", "dotazione"),
    ("reserved", "prenotato"),
    ("granted", "concesso_da_pagare"),
    ("paid", "pagato"),
    ("economies", "economie"),
    ("left", "disponibile"),
)
ACTION_COLUMNS = (
    Column("programme", "programma", "code"),
    Column("title", "progetto", "text", width=34),
    Column("axis", "azione", "code"),
    Column("call", "bando_codice", "code"),
    Column("call_title", "bando_titolo", "text", width=40),
    *(Column(key, title, "money", total=True) for key, title in MONEY),
)
FUNDER_COLUMNS = (
    Column("programme", "programma", "code"),
    Column("funder", "finanziatore", "text", width=34),
    Column("amount", "importo", "money", total=True),
    Column("share", "quota", "percent"),
    Column("paid", "pagato_a_suo_carico", "money", total=True),
    Column("note", "note", "text", width=44),
)
UNKNOWN = "Importo del finanziamento non indicato: il pagato non è ripartito"

Row = tuple[object, ...]


def build(asked: Request) -> Book:
    """Make the account: a row for each call under its action, and one for each funder."""
    account = _Account(budget_of(asked.call))
    return Book(
        sheets=(
            Sheet(ACTIONS, ACTION_COLUMNS, account.actions()),
            Sheet(FUNDERS, FUNDER_COLUMNS, account.funders()),
            reconciliation.sheet(account.checks()),
        ),
        row_count=account.budgets.count(),
        total="paid",
        ledger_total=sum(account.paid.values(), NOTHING),
    )


class _Account:
    """The balances of some budgets by the entries of the ledger, and how they divide among funders."""

    def __init__(self, budgets: QuerySet[Budget]) -> None:
        self.budgets = budgets.select_related("call__programme").order_by(
            "call__programme__code", "call__axis", "call__code"
        )
        self.balances = balances_by_entries(budgets)
        self.paid: dict[int, Decimal] = defaultdict(Decimal)
        for budget in self.budgets:
            self.paid[budget.call.programme_id] += self.balances[budget.pk][Pot.PAID]
        self.divided = NOTHING

    def actions(self) -> Iterator[Row]:
        for budget in self.budgets:
            call, pots = budget.call, self.balances[budget.pk]
            money = (
                -pots[Pot.OUTSIDE],
                pots[Pot.RESERVED],
                pots[Pot.GRANTED],
                pots[Pot.PAID],
                pots[Pot.ECONOMIES],
                pots[Pot.AVAILABLE],
            )
            yield (
                call.programme.code,
                call.programme.title,
                call.axis,
                call.code,
                call.title_it,
                *money,
            )

    def funders(self) -> Iterator[Row]:
        """Divide what was paid under a programme by what its funders give, to the cent (AMT-06)."""
        self.divided = NOTHING
        for programme, fundings in self._fundings().items():
            amounts = {str(one.pk): one.amount for one in fundings}
            known = {name: amount for name, amount in amounts.items() if amount}
            is_known = len(known) == len(amounts)
            parts = shared(self.paid[programme], known) if is_known else {}
            whole = sum(known.values(), NOTHING)
            for one in fundings:
                part = parts.get(str(one.pk))
                self.divided += part or NOTHING
                yield (
                    one.programme.code,
                    one.funder.name,
                    one.amount,
                    one.amount * 100 / whole if is_known and one.amount else None,
                    part,
                    "" if is_known else UNKNOWN,
                )

    def checks(self) -> Iterator[Check]:
        yield from reconciliation.ledger_checks(self.budgets)
        paid = sum(self.paid.values(), NOTHING)
        yield Check(
            "tutti",
            "Righe e registro contabile",
            "Pagato per i movimenti",
            paid,
            "Pagato per le righe",
            Formula(f"SUM({{{ACTIONS}!paid}})", paid),
        )
        divisible = sum(
            (
                self.paid[programme]
                for programme, fundings in self._fundings().items()
                if all(one.amount for one in fundings)
            ),
            NOTHING,
        )
        yield Check(
            "tutti",
            "Ripartizione fra i finanziatori",
            "Pagato dei progetti con importi noti",
            divisible,
            "Pagato a carico dei finanziatori",
            Formula(f"SUM({{{FUNDERS}!paid}})", self.divided),
        )

    def _fundings(self) -> dict[int, list[Funding]]:
        found: dict[int, list[Funding]] = {}
        rows = Funding.objects.filter(programme__in=list(self.paid))
        for one in rows.select_related("funder", "programme").order_by(
            "programme__code", "funder__name"
        ):
            found.setdefault(one.programme_id, []).append(one)
        return found


FUNDED = WorkbookKind(
    code="funders",
    title=_("Account of the funders"),
    purpose=_(
        "What each programme and action had, bound and paid, and how the paid sum falls on its funders, to "
        "the cent; reconciled with the ledger."
    ),
    build=build,
    columns=ACTION_COLUMNS,
    needed={"call": IDENTITY, "paid": RECONCILED},
)
