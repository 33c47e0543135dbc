"""Lines of a report of expenses: what may be counted of each, and why not (AMT-02 to AMT-04, CUP-02, EXP)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from workflows.rules import Outcome, Verdict, judge
from workflows.rules.words import day, euro

NOTHING = Decimal("0.00")
SOURCE = "Bando, rendicontazione"


class Means(StrEnum):
    """How an invoice was paid."""

    TRANSFER = "transfer"
    DIRECT_DEBIT = "direct_debit"
    CARD = "card"
    RECEIPT_ORDER = "receipt_order"
    CHEQUE = "cheque"
    CASH = "cash"
    COMPENSATION = "compensation"


# What leaves a trace at a bank under the name of who pays.
TRACEABLE = frozenset({Means.TRANSFER, Means.DIRECT_DEBIT, Means.CARD, Means.RECEIPT_ORDER})


@dataclass(frozen=True, slots=True)
class Expense:
    """One invoice, or credit note, of a report; amounts in its own currency, all above zero.

    `credits` is the number of the invoice that a credit note lowers; empty for an invoice.
    `claimed` is what the beneficiary asks to have counted.
    """

    supplier: str
    number: str
    issued_on: date
    net: Decimal
    vat: Decimal
    claimed: Decimal
    paid_on: date | None = None
    means: Means | None = None
    reference: str = ""
    cup: str = ""
    cup_explained: str = ""
    currency: str = "EUR"
    credits: str = ""

    @property
    def is_credit_note(self) -> bool:
        """Whether it lowers another invoice."""
        return bool(self.credits)


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which spend counts, both included (AMT-04)."""

    first: date
    last: date

    def holds(self, on: date | None) -> bool:
        """Tell whether a day lies inside."""
        return on is not None and self.first <= on <= self.last


def identity(supplier: str, number: str, issued_on: date) -> tuple[str, str, int]:
    """Return what makes an invoice this one: supplier, number without its spelling, year (EXP-02).

    Suppliers write one number as "12/A", "0012-a" and "12 A": separators and leading zeros tell
    nothing apart. A VAT number counts with or without its country.
    """
    groups = re.findall(r"[A-Z]+|[0-9]+", number.upper())
    spelled = "-".join(group.lstrip("0") or "0" for group in groups)
    return supplier.strip().upper().removeprefix("IT"), spelled, issued_on.year


def within_window(expense: Expense, window: Window) -> list[Outcome]:
    """AMT-04: invoice and payment both lie inside the window."""
    inputs = {"dal": window.first, "al": window.last}
    between = f"tra il {day(window.first)} e il {day(window.last)}"
    outcomes = [
        judge(
            "AMT-04",
            window.holds(expense.issued_on),
            yes=f"La fattura è del {day(expense.issued_on)}.",
            no=f"La fattura è del {day(expense.issued_on)}: deve essere {between}.",
            inputs={"fattura": expense.issued_on, **inputs},
            source=SOURCE,
        )
    ]
    if expense.is_credit_note:
        return outcomes
    paid = day(expense.paid_on) if expense.paid_on else None
    return [
        *outcomes,
        judge(
            "AMT-04",
            window.holds(expense.paid_on),
            yes=f"La fattura è stata pagata il {paid}.",
            no=f"Il pagamento è del {paid}: deve essere {between}."
            if paid
            else "Manca la data del pagamento.",
            inputs={"pagamento": expense.paid_on or "—", **inputs},
            source=SOURCE,
        ),
    ]


def supplier_admitted(expense: Expense, admitted: Iterable[str], space: str) -> Outcome:
    """EXP-01: the invoice is of the granted space, or of who manages it, by tax code or VAT number."""
    return judge(
        "EXP-01",
        _code(expense.supplier) in {_code(code) for code in admitted if code.strip()},
        yes=f"La fattura è di “{space}” o di chi lo gestisce.",
        no=f"La fattura non è di “{space}” né di chi lo gestisce.",
        inputs={"fornitore": expense.supplier},
        source=SOURCE,
    )


def before_stop(space: str, on: date, until: date) -> Outcome:
    """SPA-27: in a space that was stopped, spend counts until the day the office has chosen."""
    return judge(
        "SPA-27",
        on <= until,
        yes=f"{space} non è più tra gli spazi qualificati: le spese valgono fino al {day(until)}.",
        no=f"La fattura è del {day(on)}: {space} non è più tra gli spazi qualificati e le spese "
        f"valgono fino al {day(until)}.",
        inputs={"fattura": on, "fino al": until},
        source="Avviso, durata, rinnovo e cancellazione",
    )


def outside_suspension(expense: Expense, suspended: Iterable[tuple[date, date]]) -> Outcome | None:
    """REV-02: while the grant stood still nothing was spent for it; None where it never did."""
    days = sorted(suspended)
    held = next((one for one in days if one[0] <= expense.issued_on <= one[1]), None)
    if not days:
        return None
    between = f"dal {day(held[0])} al {day(held[1])}" if held else ""
    return judge(
        "REV-02",
        held is None,
        yes="La fattura non è di giorni in cui la concessione era sospesa.",
        no=f"La fattura è del {day(expense.issued_on)}: la concessione era sospesa {between}.",
        inputs={"fattura": expense.issued_on},
        source=SOURCE,
    )


def paid_traceably(expense: Expense) -> Outcome:
    """AMT-03: neither cash nor compensation, and with the reference that the bank gave."""
    traceable = expense.means in TRACEABLE
    referred = bool(expense.reference.strip())
    return judge(
        "AMT-03",
        traceable and referred,
        yes=f"Pagamento tracciabile: {expense.reference.strip()}.",
        no="Manca il riferimento del pagamento (CRO, TRN o numero dell'operazione)."
        if traceable
        else "Il pagamento non è tracciabile: contanti, assegni e compensazioni non contano.",
        inputs={"modo": expense.means or "—", "riferimento": expense.reference.strip() or "—"},
        source=SOURCE,
    )


def cup_on_invoice(expense: Expense, granted: str, assigned_on: date) -> Outcome:
    """CUP-02: the invoice bears the grant's CUP; before it was assigned, or with a reason, a person looks."""
    source = "DL 13/2023, art. 5 c. 6-8"
    inputs = {"CUP in fattura": expense.cup or "—", "CUP": granted}
    if expense.cup == granted:
        return Outcome(
            "CUP-02", Verdict.MET, f"La fattura riporta il CUP {granted}.", inputs, source
        )
    if expense.cup:
        wrong = f"La fattura riporta il CUP {expense.cup}, non {granted}."
        return Outcome("CUP-02", Verdict.NOT_MET, wrong, inputs, source)
    if expense.issued_on < assigned_on or expense.cup_explained.strip():
        why = expense.cup_explained.strip() or f"emessa prima del {day(assigned_on)}"
        look = f"La fattura non riporta il CUP ({why}): va verificato."
        return Outcome("CUP-02", Verdict.WARNING, look, inputs, source)
    missing = "La fattura non riporta il CUP e non è spiegato perché."
    return Outcome("CUP-02", Verdict.NOT_MET, missing, inputs, source)


def in_euro(expense: Expense) -> Outcome:
    """EXP-03: amounts are in euros; what was paid in another currency is not converted here."""
    return judge(
        "EXP-03",
        expense.currency == "EUR",
        yes="La fattura è in euro.",
        no=f"La fattura è in {expense.currency}: serve l'importo in euro addebitato dalla banca.",
        inputs={"valuta": expense.currency},
        source=SOURCE,
    )


def never_twice(expense: Expense, used: Mapping[tuple[str, str, int], str]) -> Outcome:
    """EXP-02: an invoice counts once, here and in every other case. `used` tells where it stands."""
    case = used.get(identity(expense.supplier, expense.number, expense.issued_on), "")
    return judge(
        "EXP-02",
        not case,
        yes="La fattura non è usata altrove.",
        no=f"La fattura {expense.number} è già rendicontata: pratica {case}.",
        inputs={"fattura": expense.number, "pratica": case or "—"},
        source=SOURCE,
    )


def repeated(expenses: Sequence[Expense]) -> list[int]:
    """Return the places of the lines that repeat one before them in the same report (EXP-02)."""
    keys = [identity(each.supplier, each.number, each.issued_on) for each in expenses]
    return [at for at, key in enumerate(keys) if key in keys[:at]]


def claim_within(expense: Expense, credited: Decimal, *, vat_is_cost: bool) -> Outcome:
    """AMT-02, EXP-04: no more is claimed than the invoice cost, less its credit notes; in EUR."""
    cost = expense.net + (expense.vat if vat_is_cost else NOTHING)
    most = max(cost - credited, NOTHING)
    return judge(
        "EXP-04" if credited else "AMT-02",
        NOTHING <= expense.claimed <= most,
        yes=f"L'importo chiesto ({euro(expense.claimed)}) è coperto dalla fattura.",
        no=f"L'importo chiesto ({euro(expense.claimed)}) supera quanto la fattura è costata: "
        f"{euro(most)}" + (" tolte le note di credito." if credited else "."),
        inputs={"chiesto": expense.claimed, "costo": cost, "note di credito": credited},
        source=SOURCE,
    )


def credited(expenses: Sequence[Expense], *, vat_is_cost: bool) -> dict[int, Decimal]:
    """Return, by the place of each invoice, what its credit notes take off, in EUR (EXP-04)."""
    found: dict[int, Decimal] = {}
    for note in expenses:
        at = _credited_by(note, expenses)
        if at is not None:
            value = note.net + (note.vat if vat_is_cost else NOTHING)
            found[at] = found.get(at, NOTHING) + value
    return found


def credit_note_placed(note: Expense, expenses: Sequence[Expense]) -> Outcome:
    """EXP-04: a credit note lowers an invoice of the same supplier in the same report."""
    return judge(
        "EXP-04",
        _credited_by(note, expenses) is not None and note.claimed == NOTHING,
        yes=f"La nota di credito {note.number} riduce la fattura {note.credits}.",
        no=f"La nota di credito {note.number} deve indicare una fattura dello stesso fornitore "
        "in questo rendiconto, e non chiede importi.",
        inputs={"nota": note.number, "fattura": note.credits},
        source=SOURCE,
    )


def admitted_within(expense: Expense, admitted: Decimal, reason: str) -> Outcome:
    """PRE-09: an officer admits what was claimed, or less with a reason; never more. In EUR."""
    cut = admitted < expense.claimed
    return judge(
        "PRE-09",
        NOTHING <= admitted <= expense.claimed and (not cut or bool(reason.strip())),
        yes=f"Ammessi {euro(admitted)} su {euro(expense.claimed)}.",
        no="Per ammettere meno di quanto chiesto va scritto il motivo."
        if cut and admitted >= NOTHING
        else f"Si ammette da zero a {euro(expense.claimed)}, quanto chiesto.",
        inputs={"chiesto": expense.claimed, "ammesso": admitted, "motivo": reason.strip() or "—"},
        source="L. 241/1990, art. 3",
    )


def _code(raw: str) -> str:
    return raw.strip().upper().removeprefix("IT")


def _credited_by(note: Expense, expenses: Sequence[Expense]) -> int | None:
    """Return the place of the invoice that a credit note lowers; a number may recur over years."""
    if not note.is_credit_note:
        return None
    wanted = identity(note.supplier, note.credits, note.issued_on)[:2]
    places = [
        at
        for at, each in enumerate(expenses)
        if not each.is_credit_note
        and each.issued_on <= note.issued_on
        and identity(each.supplier, each.number, each.issued_on)[:2] == wanted
    ]
    return places[-1] if places else None
