"""What a payment asks a bank to do: a line for each who gets a part of it (ACC-07)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from workflows.rules import Outcome, judge
from workflows.rules.words import day, euro

NOTHING = Decimal("0.00")
BENEFICIARY = "beneficiary"
# Who gets parts of a payment, in the order of the lines, with what their lines end in.
ENDINGS = {
    BENEFICIARY: "",
    "inps": "INPS",
    "inail": "INAIL",
    "building_fund": "CE",
    "collector": "AER",
}


@dataclass(frozen=True, slots=True)
class Share:
    """What one of them gets, in EUR; `tax` is the withheld tax that counts as paid along with it."""

    to: str
    amount: Decimal
    tax: Decimal = NOTHING


def shares_due(
    parts: Mapping[str, Decimal], withheld: Decimal, ordered: Iterable[Share]
) -> list[Share]:
    """ACC-07: return what is still to be ordered of a payment: each institute's part is one of its own.

    `parts` are what each gets in all, `ordered` what stands in orders and has not failed; all EUR. The
    tax goes along with the first share, so that the shares and the tax are the gross, to the cent.
    """
    left, tax = {to: parts.get(to, NOTHING) for to in ENDINGS}, withheld
    for share in ordered:
        left[share.to] -= share.amount
        tax -= share.tax
    due = []
    for to, amount in left.items():
        if amount > 0:
            due.append(Share(to, amount, tax))
            tax = NOTHING
    return due


def line_number(payment: str, to: str, before: int) -> str:
    """Return the id of a line (SEPA-05): the payment's, with whom it goes to and how often it was tried."""
    parts = [payment, ENDINGS[to], str(before + 1) if before else ""]
    return "-".join(part for part in parts if part)


def suspension_ends(
    attached: Decimal, suspended: Decimal, answered_on: date, days: int, on: date
) -> Outcome:
    """PAY-05: what is suspended goes to the collector by an order, or is free once its days are over.

    `attached` is what the collector's order takes of `suspended`, both EUR; `days` is how long the
    payment waits for one from the day of the answer.
    """
    last = answered_on + timedelta(days=days)
    inputs = {"ordine": attached, "sospeso": suspended, "fino al": last}
    source = "DPR 602/1973, art. 48-bis; DM 40/2008, art. 3"
    if attached > suspended:
        return judge(
            "PAY-05",
            holds=False,
            yes="",
            no=f"L'ordine di {euro(attached)} supera i {euro(suspended)} sospesi.",
            inputs=inputs,
            source=source,
        )
    return judge(
        "PAY-05",
        attached > 0 or on > last,
        yes=f"L'agente della riscossione ha ordinato di versargli {euro(attached)}."
        if attached
        else f"Nessun ordine entro il {day(last)}: le somme sospese tornano libere.",
        no=f"Le somme restano sospese fino al {day(last)}, in attesa dell'ordine di versamento.",
        inputs=inputs,
        source=source,
    )
