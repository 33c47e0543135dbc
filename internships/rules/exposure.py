"""What breaches cost (R-SAN) and what tax an intern pays (R-TAX): estimates, in EUR."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from internships.rules.dates import days_in
from internships.rules.limits import Limits
from workflows.rules import Outcome, Verdict, advise
from workflows.rules.words import cents, euro


@dataclass(frozen=True, slots=True)
class TaxYear:
    """The numbers of a tax year: first rate in percent, its ceiling, the credit of a whole year."""

    rate_percent: Decimal
    bracket: Decimal
    credit: Decimal
    days: int


@dataclass(frozen=True, slots=True)
class Tax:
    """An estimate of a year: tax before the credit, the credit, what is left to pay."""

    gross: Decimal
    credit: Decimal
    due: Decimal


def unpaid(months: int, limits: Limits) -> Outcome:
    """R-SAN-01: an indemnity that is not paid exposes to a fine within a range."""
    least, most = limits.unpaid_fine
    return advise(
        "R-SAN-01",
        months == 0,
        yes="Nessuna indennità risulta non pagata.",
        no=f"Indennità non pagata per {months} mesi: sanzione da {euro(least)} a {euro(most)} in "
        "proporzione alla gravità.",
        inputs={"mesi": months},
        source="L. 234/2021, art. 1 c. 722",
    )


def fraud_fine(periods: Iterable[tuple[date, date]], since: date, limits: Limits) -> Decimal:
    """R-SAN-02: so much for each intern and day from the day the law holds, in EUR."""
    counted = ((max(first, since), last) for first, last in periods)
    days = sum(days_in(first, last) for first, last in counted if last >= first)
    return limits.fraud_per_day * days


def tax_on(income: Decimal, days: int, year: TaxYear) -> Tax:
    """R-TAX-02, R-TAX-04: income tax of an indemnity, credit by days, surcharges apart.

    Holds for incomes within the first bracket; raises `ValueError` above it.
    """
    if income > year.bracket:
        raise ValueError(f"an estimate is made up to {year.bracket}")
    gross = cents(income * year.rate_percent / 100)
    credit = cents(year.credit * min(days, year.days) / year.days)
    return Tax(gross, credit, max(Decimal(0), gross - credit))


def tax_told(income: Decimal, days: int, year: TaxYear) -> Outcome:
    """R-TAX-02, R-TAX-04: what an intern pays on an indemnity, in words; an estimate, surcharges apart."""
    source = "T.U.I.R., artt. 11, 13 e 50"
    inputs = {"indennità": income, "giorni": days}
    if income > year.bracket:
        return Outcome(
            "R-TAX-04",
            Verdict.WARNING,
            "L'imposta la calcola chi paga l'indennità, che rilascia la certificazione unica.",
            inputs,
            source,
        )
    tax = tax_on(income, days, year)
    sentence = (
        f"Su {euro(income)} in {days} giorni, senza altri redditi, la detrazione copre l'IRPEF: "
        "non si paga imposta, salve le addizionali."
        if tax.due == 0
        else f"Su {euro(income)} in {days} giorni, senza altri redditi, l'IRPEF stimata è "
        f"{euro(tax.due)} ({euro(tax.gross)} meno {euro(tax.credit)} di detrazione), salve le "
        "addizionali."
    )
    return Outcome("R-TAX-04", Verdict.MET, sentence, inputs, source)
