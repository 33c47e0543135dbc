"""The sheet that says whether a workbook and the ledger agree: two amounts side by side, always.

Each check compares what one place says with what another says. The spreadsheet works out the
difference itself and says the result in a word, green or red.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from accounting.models import Budget, Pot
from accounting.queries import BALANCES, balances_by_entries
from accounting.sheets import Column, Formula, Sheet

AGREES, DIFFERS = "concorda", "NON concorda"
POTS = {
    Pot.AVAILABLE: "Disponibile",
    Pot.RESERVED: "Prenotato",
    Pot.GRANTED: "Concesso",
    Pot.PAID: "Pagato",
    Pot.ECONOMIES: "Economie",
}
Amount = Decimal | Formula

COLUMNS = (
    Column("call", "Bando", "code", width=16),
    Column("check", "Controllo", "text", width=38),
    Column("left_name", "Da una parte", "text", width=34),
    Column("left", "Importo", "money", calculated=True),
    Column("right_name", "Dall'altra", "text", width=34),
    Column("right", "Importo a fronte", "money", calculated=True),
    Column("difference", "Differenza", "money", calculated=True),
    Column(
        "result",
        "Esito",
        "text",
        width=16,
        align="center",
        calculated=True,
        tones={AGREES: "good", DIFFERS: "bad"},
    ),
)


@dataclass(frozen=True)
class Check:
    """Two amounts of a call that must be the same, in EUR; each says where it comes from."""

    call: str
    check: str
    left_name: str
    left: Amount
    right_name: str
    right: Amount


def ledger_checks(budgets: Iterable[Budget]) -> list[Check]:
    """Compare what each budget says with what its entries add up to, pot by pot."""
    found = list(budgets)
    by_entries = balances_by_entries(Budget.objects.filter(pk__in=[b.pk for b in found]))
    checks = []
    for budget in found:
        code, sums = budget.call.code, by_entries[budget.pk]
        put_in = -sums[Pot.OUTSIDE]
        checks.append(
            Check(code, "Dotazione", "Somma dei saldi", budget.endowment, "Somme immesse", put_in)
        )
        checks += [
            Check(
                code,
                POTS[pot],
                "Saldo",
                getattr(budget, pot.value),
                "Somma dei movimenti",
                sums[pot],
            )
            for pot in BALANCES
        ]
    return checks


def sheet(checks: Iterable[Check], *, notes: Iterable[str] = ()) -> Sheet:
    """Make the reconciliation sheet; `checks` is read when the sheets before it are written."""
    return Sheet("Quadratura", COLUMNS, _rows(checks), tuple(notes))


def _rows(checks: Iterable[Check]) -> Iterator[tuple[object, ...]]:
    for check in checks:
        difference = value_of(check.left) - value_of(check.right)
        yield (
            check.call,
            check.check,
            check.left_name,
            check.left,
            check.right_name,
            check.right,
            Formula("ROUND({left}-{right},2)", difference),
            Formula(
                f'IF({{difference}}=0,"{AGREES}","{DIFFERS}")', DIFFERS if difference else AGREES
            ),
        )


def value_of(amount: Amount) -> Decimal:
    """Return an amount in EUR, whether it stands there or is worked out by the spreadsheet."""
    return Decimal(amount.value) if isinstance(amount, Formula) else amount
