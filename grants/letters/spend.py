"""The spend of a case and what follows from it, as tables of a letter; amounts in EUR."""

from dataclasses import replace
from decimal import Decimal

from grants import caps
from grants.checks import computed
from grants.models import RentContribution, SpendLine
from grants.rules import euro
from letters import pdf
from letters.templating import Rich, escape

UNITS = {
    "hour": ("ora", "ore"),
    "day": ("giorno", "giorni"),
    "month": ("mese", "mesi"),
    "year": ("anno", "anni"),
    "once": ("volta", "volte"),
}


def asked_for(line: SpendLine, *, with_vat: bool) -> Decimal:
    """Return what a line weighed when it was filed, whatever was admitted of it since."""
    return replace(line.plain, admitted=None).cost(with_vat=with_vat)


def spend_asked_for(case: RentContribution) -> pdf.Table:
    """Return the spend as filed, line by line, with its total."""
    lines = list(case.lines.all())
    costs = [asked_for(line, with_vat=case.vat_is_cost) for line in lines]
    rows = [
        (line.description, _quantity(line), euro(line.unit_price), euro(cost))
        for line, cost in zip(lines, costs, strict=True)
    ]
    return pdf.Table(
        head=("Voce di spesa", "Quantità", "Prezzo unitario", _weighed(case, "Importo")),
        rows=(*rows, ("Totale", "", "", euro(sum(costs, Decimal(0))))),
        align=("left", "left", "right", "right"),
        total=True,
        row_headers=True,
    )


def spend_admitted(case: RentContribution) -> pdf.Table:
    """Return the spend admitted line by line, with what was cut (AMT-03)."""
    lines = _asked_and_admitted(case)
    rows = [
        (line.description, euro(asked), euro(admitted), euro(asked - admitted))
        for line, asked, admitted in lines
    ]
    asked = sum((asked for _line, asked, _admitted in lines), Decimal(0))
    admitted = sum((admitted for _line, _asked, admitted in lines), Decimal(0))
    return pdf.Table(
        head=("Voce di spesa", _weighed(case, "Richiesta"), "Ammessa", "Riduzione"),
        rows=(*rows, ("Totale", euro(asked), euro(admitted), euro(asked - admitted))),
        align=("left", "right", "right", "right"),
        total=True,
        row_headers=True,
    )


def cuts(case: RentContribution) -> list[str]:
    """Return every cut with its reason (AMT-03)."""
    return [
        Rich(
            f"**{escape(line.description)}**, ridotta di {euro(asked - admitted)}: "
            f"{escape(line.cut_reason)}"
        )
        for line, asked, admitted in _asked_and_admitted(case)
        if admitted != asked
    ]


def computation(case: RentContribution, label: str, amount: Decimal) -> pdf.Table:
    """Return how `amount` follows from the spend admitted, step by step (AMT-01, AMT-06).

    The steps are those of the rule; what made the amount lower still is added: what was asked
    for, and the part that the funds cover.
    """
    result = computed(case)
    *steps, (_, calculated) = result.steps
    if case.requested < calculated:
        steps += [("Contributo calcolato", calculated), ("Contributo richiesto", case.requested)]
    most = min(case.proposed, max(caps.most_for(case), amount))
    if case.proposed > amount:
        steps.append(("Contributo spettante", case.proposed))
    if most < case.proposed:
        steps.append(("Massimo per impresa fra più bandi, parte ancora libera", most))
    if amount < most:
        steps.append(("Fondi disponibili nel bando", amount))
    rows = [(step, euro(value)) for step, value in steps]
    return pdf.Table(
        head=("Calcolo", "Importo"),
        rows=(*rows, (label, euro(amount))),
        align=("left", "right"),
        widths=(0.75, 0.25),
        total=True,
        row_headers=True,
    )


def _asked_and_admitted(case: RentContribution) -> list[tuple[SpendLine, Decimal, Decimal]]:
    return [
        (
            line,
            asked_for(line, with_vat=case.vat_is_cost),
            line.plain.cost(with_vat=case.vat_is_cost),
        )
        for line in case.lines.all()
    ]


def _quantity(line: SpendLine) -> str:
    number = f"{line.quantity.normalize():f}".replace(".", ",")
    one, many = UNITS.get(line.unit, (line.unit, line.unit))
    return f"{number} {one if line.quantity == 1 else many}"


def _weighed(case: RentContribution, label: str) -> str:
    return f"{label} ({'con' if case.vat_is_cost else 'senza'} IVA)"
