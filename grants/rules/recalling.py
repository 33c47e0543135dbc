"""Revoking a grant for a cause of the law, also after it was paid (REV-04 to REV-09, DOC-08)."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from workflows.rules import Outcome, judge
from workflows.rules.words import day, euro

SOURCE = "D.Lgs. 184/2025, art. 17"


def cause_named(cause: str, facts: str) -> Outcome:
    """REV-04: a revocation names one of the causes of the law, and the facts that bear it out."""
    return judge(
        "REV-04",
        bool(cause) and bool(facts.strip()),
        yes="La causa e i fatti sono indicati.",
        no="Servono la causa, tra quelle della legge, e i fatti accertati.",
        source=f"{SOURCE} c. 2",
    )


def takes_part_or_all(before: Decimal, after: Decimal | None) -> Outcome:
    """REV-05: what is left is less than what was granted; nothing where the whole goes. In EUR."""
    return judge(
        "REV-05",
        after is not None and 0 <= after < before,
        yes=f"Il contributo passa da {euro(before)} a {euro(after or Decimal(0))}.",
        no=f"Ciò che resta deve essere inferiore a {euro(before)}, quanto concesso.",
        inputs={"prima": before, "dopo": "—" if after is None else after},
        source=f"{SOURCE} c. 3",
    )


def extent_is(wanted: str, told: str) -> Outcome:
    """REV-05: the act takes what its start has told: a part, or all."""
    return judge(
        "REV-05",
        wanted == told,
        yes="L'atto prende quanto comunicato con l'avvio.",
        no="Con l'avvio è stata comunicata una revoca di altra misura.",
        inputs={"atto": wanted, "avvio": told or "—"},
        source=f"{SOURCE} c. 3",
    )


def no_payment_on_its_way(numbers: Iterable[str]) -> Outcome:
    """REV-06: money on its way to the bank is stopped, or has arrived, before the act that asks it back."""
    waiting = list(numbers)
    return judge(
        "REV-06",
        not waiting,
        yes="Nessun pagamento è in corso.",
        no=f"Un pagamento è in corso ({', '.join(waiting)}): va ritirato, o se ne attende l'esito.",
        inputs={"pagamenti": ", ".join(waiting) or "—"},
        source=f"{SOURCE} c. 7",
    )


def not_banned(name: str, until: date | None, today: date) -> Outcome:
    """DOC-08: who lost benefits for an untrue declaration gets none until the ban ends."""
    return judge(
        "DOC-08",
        until is None or today > until,
        yes="Nessun divieto di ottenere contributi.",
        no=f"{name} non può ottenere contributi fino al {day(until)}, per una dichiarazione non veritiera."
        if until
        else "",
        inputs={"fino al": until or "—"},
        source="DPR 445/2000, art. 75 c. 1-bis",
    )
