"""What "can I apply?" adds to the rules of the call: what would turn a no into a yes.

Every number comes in as an argument. Sentences are Italian, as those of `grants.rules`.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_UP, Decimal

from grants.rules import CENT, age_on, day, euro
from workflows.rules import Outcome, Verdict, judge


def with_remedy(outcome: Outcome, remedy: str) -> Outcome:
    """Say what would change an outcome that does not hold; one that holds stays as it is."""
    return outcome if outcome.verdict is Verdict.MET else replace(outcome, remedy=remedy)


def birthday(born: date, years: int) -> date:
    """Return the day on which somebody turns `years`; born on 29 February, on 1 March if need be."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def age_remedy(born: date, on: date, closes_on: date | None, limits: Sequence[int]) -> str:
    """Say when the age of the call is reached, or that it has passed for good (COW-01)."""
    least, _most = limits
    if age_on(born, on) >= least:
        return "Il limite è del bando e non si può cambiare: guarda se un altro bando fa per te."
    reached = birthday(born, least)
    if closes_on is not None and reached > closes_on:
        return f"Compi {least} anni il {day(reached)}, dopo la chiusura: guarda i prossimi bandi."
    return f"Compi {least} anni il {day(reached)}: da quel giorno puoi fare domanda."


def province_remedy(wanted: str) -> str:
    """Say what makes the seat right (COW-02)."""
    return (
        f"Serve avere la residenza, o la sede di chi chiede, in provincia di {wanted} il giorno in "
        "cui invii la domanda."
    )


def period_remedy(months: int, limits: Sequence[int]) -> str:
    """Say which length of the period the call takes (COW-05)."""
    least, most = limits
    if months < least:
        return f"Prolunga il periodo ad almeno {least} mesi."
    return f"Chiedi il contributo per {most} mesi: gli altri restano a tuo carico."


def spend_remedy(months: int, minimum: Decimal) -> str:
    """Say how much a month reaches the minimum spend, in EUR (AMT-01)."""
    a_month = (minimum / months).quantize(CENT, ROUND_UP)
    return (
        f"Per {months} mesi servono almeno {euro(a_month)} al mese: puoi aggiungere i servizi che "
        "il bando ammette, oppure allungare il periodo."
    )


def one_application(*, already: bool, only_one: bool) -> Outcome:
    """RANK-07: one live application per applicant, where the call says so."""
    if not only_one:
        return Outcome("RANK-07", Verdict.MET, "Il bando accetta più domande della stessa persona.")
    return judge(
        "RANK-07",
        not already,
        yes="Non hai altre domande in corso per questo bando.",
        no="Per questo bando si accetta una sola domanda per richiedente.",
        source="Bando, presentazione della domanda",
        remedy="Se la domanda già inviata è sbagliata, puoi ritirarla e inviarne un'altra "
        "finché il bando è aperto."
        if already
        else "",
    )


def funds_today(amount: Decimal, available: Decimal) -> Outcome:
    """CALL-08: what is left today covers the contribution; a warning, for others may come first."""
    if amount <= available:
        return Outcome(
            "CALL-08",
            Verdict.MET,
            f"Oggi restano {euro(available)}: bastano per il contributo stimato.",
            {"stima": amount, "disponibile": available},
            "D.Lgs. 184/2025, art. 12 c. 4",
        )
    return Outcome(
        "CALL-08",
        Verdict.WARNING,
        f"Oggi restano {euro(available)}: meno del contributo stimato ({euro(amount)}).",
        {"stima": amount, "disponibile": available},
        "D.Lgs. 184/2025, art. 12 c. 4",
        "Puoi fare domanda lo stesso: l'ordine è quello di arrivo, e se i fondi non bastano puoi "
        "ricevere un'offerta parziale o andare in lista d'attesa.",
    )
