"""What a spend gives: lines, their sum, the contribution and what may be asked (AMT)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from workflows.rules import Outcome, Verdict, advise, judge
from workflows.rules.words import cents, euro, percent

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of spend: price without VAT and price of the list, in EUR; `vat_rate` in percent."""

    kind: str
    description: str
    quantity: Decimal
    unit_price: Decimal
    vat_rate: Decimal
    list_price: Decimal | None = None
    admitted: Decimal | None = None

    @property
    def net(self) -> Decimal:
        """Quantity times price, to the cent, in EUR."""
        return cents(self.quantity * self.unit_price)

    def asked(self, *, with_vat: bool) -> Decimal:
        """What the applicant asks to have counted, in EUR (AMT-02)."""
        if not with_vat:
            return self.net
        return cents(self.net * (HUNDRED + self.vat_rate) / HUNDRED)

    def cost(self, *, with_vat: bool) -> Decimal:
        """What the line weighs in the contribution, in EUR: the spend admitted, once there is one."""
        return self.asked(with_vat=with_vat) if self.admitted is None else self.admitted


@dataclass(frozen=True, slots=True)
class Contribution:
    """How much a spend gives, step by step; `amount` is None where the spend is too low."""

    eligible: Decimal
    share: Decimal
    amount: Decimal | None
    steps: tuple[tuple[str, Decimal], ...]


def contribution(
    lines: Iterable[Line],
    *,
    rate_percent: Decimal,
    ceiling: Decimal,
    minimum: Decimal,
    with_vat: bool,
) -> Contribution:
    """Compute min(eligible × rate, ceiling), nothing under the minimum spend (AMT-01, AMT-06)."""
    eligible = sum((line.cost(with_vat=with_vat) for line in lines), Decimal(0))
    share = cents(eligible * rate_percent / HUNDRED)
    steps = [
        ("Spesa ammissibile" + (" (IVA compresa)" if with_vat else " (senza IVA)"), eligible),
        (f"{percent(rate_percent)} della spesa ammissibile", share),
        ("Contributo massimo", ceiling),
    ]
    if eligible < minimum:
        return Contribution(
            eligible, share, None, (*steps, ("Spesa minima non raggiunta", minimum))
        )
    amount = min(share, ceiling)
    return Contribution(eligible, share, amount, (*steps, ("Contributo", amount)))


def minimum_reached(computed: Contribution, minimum: Decimal) -> Outcome:
    """AMT-01: under the minimum spend the application is not admissible."""
    return judge(
        "AMT-01",
        computed.amount is not None,
        yes=f"La spesa ammissibile ({euro(computed.eligible)}) raggiunge il minimo di {euro(minimum)}.",
        no=f"La spesa ammissibile ({euro(computed.eligible)}) è sotto il minimo di {euro(minimum)}.",
        inputs={"spesa": computed.eligible, "minimo": minimum},
        source="Bando, agevolazione",
    )


def request_within(requested: Decimal, computed: Contribution) -> Outcome:
    """AMT-01: one may ask for less than the computed contribution, never for more."""
    most = computed.amount or Decimal(0)
    return judge(
        "AMT-01",
        Decimal(0) < requested <= most,
        yes=f"Il contributo richiesto ({euro(requested)}) non supera quello calcolato ({euro(most)}).",
        no=f"Il contributo richiesto ({euro(requested)}) deve essere tra 0,01 € e {euro(most)}.",
        inputs={"richiesto": requested, "calcolato": most},
        source="Bando, agevolazione",
    )


def kinds_allowed(lines: Iterable[Line], allowed: Iterable[str]) -> Outcome:
    """COW-06: only the kinds of spend that the call names."""
    strangers = sorted({line.kind for line in lines} - set(allowed))
    return judge(
        "COW-06",
        not strangers,
        yes="Tutte le voci di spesa sono tra quelle previste dal bando.",
        no="Ci sono voci di spesa che il bando non prevede.",
        inputs={"non previste": ", ".join(strangers)},
        source="Bando, spese ammissibili",
    )


def price_within_list(line: Line, tolerance_percent: Decimal) -> Outcome:
    """COW-07: a price above the space's list by more than the tolerance is looked at by a person."""
    if line.list_price is None:
        return Outcome(
            "COW-07",
            Verdict.WARNING,
            f"“{line.description}” non è nel listino dello spazio: va verificata sul preventivo.",
            {"prezzo": line.unit_price},
        )
    most = cents(line.list_price * (HUNDRED + tolerance_percent) / HUNDRED)
    return advise(
        "COW-07",
        line.unit_price <= most,
        yes=f"“{line.description}”: il prezzo è in linea con il listino.",
        no=f"“{line.description}”: {euro(line.unit_price)} supera il listino "
        f"({euro(line.list_price)}) di oltre il {percent(tolerance_percent)}.",
        inputs={"prezzo": line.unit_price, "listino": line.list_price, "massimo": most},
        source="Bando, spese ammissibili",
        remedy="Controlla il prezzo: la parte che supera il listino può essere tagliata.",
    )


def reckoned_spend(line: Line, *, with_vat: bool) -> Decimal:
    """Return what arithmetic alone leaves of a line: its price, or the list's where lower, in EUR.

    What is admitted below this follows from a judgement (PRE-09).
    """
    if line.list_price is None or line.list_price >= line.unit_price:
        return line.asked(with_vat=with_vat)
    return replace(line, unit_price=line.list_price).asked(with_vat=with_vat)
