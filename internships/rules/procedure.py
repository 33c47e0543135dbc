"""The public call of internships: windows, scores, acceptance, refunds (R-PUB)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from workflows.rules import Outcome, judge
from workflows.rules.words import cents, euro


@dataclass(frozen=True, slots=True)
class Month:
    """A closed month as the refund looks at it: minutes planned and done, EUR due and paid."""

    planned: int
    done: int
    due: Decimal
    paid: Decimal


def published(*, is_published: bool) -> Outcome:
    """R-PUB-01: an offer receives candidacies once it is published."""
    return judge(
        "R-PUB-01",
        is_published,
        yes="L'offerta è pubblicata.",
        no="L'offerta non è pubblicata: non può ricevere candidature.",
        source="Bando",
    )


def in_window(*, received: str, is_open: bool) -> Outcome:
    """R-PUB-02: what arrives between opening and closing counts, by the clock of the office."""
    return judge(
        "R-PUB-02",
        is_open,
        yes="È arrivata nei termini del bando.",
        no="Il bando non è aperto: non può essere ricevuta.",
        inputs={"ricevuta": received},
        source="Bando, termini",
    )


def completed_once(requests: int) -> Outcome:
    """R-PUB-04: what is missing is asked for once."""
    return judge(
        "R-PUB-04",
        requests == 0,
        yes="Non è ancora stata chiesta alcuna integrazione.",
        no="L'integrazione si chiede una volta sola ed è già stata chiesta.",
        inputs={"richieste": requests},
        source="Bando, istruttoria",
    )


def preferences_valid(offers: Sequence[Any], most: int) -> Outcome:
    """R-PUB-06: one to so many offers, each once, in order."""
    return judge(
        "R-PUB-06",
        0 < len(offers) <= most and len(set(offers)) == len(offers),
        yes="Le preferenze sono indicate in ordine.",
        no=f"Indica da una a {most} offerte, ciascuna una sola volta, in ordine di preferenza.",
        inputs={"preferenze": len(offers)},
        source="Bando",
    )


def one_preference_left(left: int) -> Outcome:
    """R-PUB-06: of the offers chosen one at least still counts, once each pair has been looked at."""
    return judge(
        "R-PUB-06",
        left > 0,
        yes=f"Offerte scelte per cui la candidatura vale: {left}.",
        no="Per nessuna delle offerte scelte la candidatura è ammissibile.",
        inputs={"preferenze": left},
        source="Bando",
    )


def called_in_time(interview: date, today: date, days: int) -> Outcome:
    """R-PUB-09: whoever is called to an interview knows it so many days before."""
    return judge(
        "R-PUB-09",
        (interview - today).days >= days,
        yes=f"La convocazione precede il colloquio di almeno {days} giorni.",
        no=f"Tra la convocazione e il colloquio servono almeno {days} giorni.",
        inputs={"colloquio": interview, "oggi": today},
        source="Bando, valutazione",
    )


def interview_due(*, has_come: bool) -> Outcome:
    """R-PUB-09: an interview is written down once its time has come."""
    return judge(
        "R-PUB-09",
        has_come,
        yes="L'ora del colloquio è passata.",
        no="L'ora del colloquio non è ancora passata.",
        source="Bando, valutazione",
    )


def reason_weighed() -> Outcome:
    """R-PUB-10: an absence that was explained in time is weighed by a person, with a reason."""
    return judge(
        "R-PUB-10",
        True,
        yes="L'assenza è stata motivata: la motivazione è valutata da chi istruisce.",
        no="",
        source="Bando, colloqui",
    )


def fit(
    total: Decimal, interview: Decimal, *, least_total: Decimal, least_interview: Decimal
) -> Outcome:
    """R-PUB-07: fit from a least total and a least interview on, both."""
    return judge(
        "R-PUB-07",
        total >= least_total and interview >= least_interview,
        yes=f"Il punteggio ({total}, colloquio {interview}) raggiunge le soglie.",
        no=f"Servono almeno {least_total} punti in tutto e {least_interview} al colloquio: sono "
        f"{total} e {interview}.",
        inputs={"totale": total, "colloquio": interview},
        source="Bando, valutazione",
    )


def order_key(total: Decimal, interview: Decimal, born: date, protocol: int) -> tuple[Any, ...]:
    """R-PUB-08: sort key of a candidate: higher total, higher interview, younger, earlier protocol."""
    return (-total, -interview, -born.toordinal(), protocol)


def panel_complete(
    members: int, declared: int, *, host: bool, programme: bool, least: int
) -> Outcome:
    """R-PUB-09: so many at least, of host and programme, each with a declaration of no conflict."""
    return judge(
        "R-PUB-09",
        members >= least and declared >= members and host and programme,
        yes="La commissione di colloquio è completa e ha dichiarato l'assenza di conflitti.",
        no=f"Al colloquio servono almeno {least} componenti, per l'ospitante e per l'ufficio o il "
        "promotore, e la dichiarazione di assenza di conflitti di ciascuno.",
        inputs={"componenti": members, "dichiarazioni": declared},
        source="Bando, valutazione; L. 241/1990, art. 6-bis",
    )


def refund(months: Iterable[Month], monthly_cap: Decimal, least_percent: int) -> Decimal:
    """R-PUB-18: what a host gets back, in EUR: what was due and paid, up to a cap, month by month.

    Months under the least attendance are not refunded.
    """
    return sum(
        (
            min(month.due, month.paid, monthly_cap)
            for month in months
            if month.planned and month.done * 100 >= least_percent * month.planned
        ),
        Decimal(0),
    )


def refund_by_days(days: int, steps: Iterable[tuple[int, Decimal]]) -> Decimal:
    """R-PUB-18: the lump sum of the highest step that the days reach, in EUR; 0 below all."""
    return next(
        (amount for least, amount in sorted(steps, reverse=True) if days >= least), Decimal(0)
    )


def net_of_withholding(gross: Decimal, rate_percent: Decimal) -> tuple[Decimal, Decimal]:
    """R-PUB-16: withheld and net amounts, in EUR, that add up to the gross."""
    withheld = cents(gross * rate_percent / 100)
    return withheld, gross - withheld


def claim_complete(missing: Iterable[str]) -> Outcome:
    """R-PUB-17: everything that a payment to the host rests on."""
    gaps = list(missing)
    return judge(
        "R-PUB-17",
        not gaps,
        yes="La domanda di rimborso è completa.",
        no=f"Per il rimborso mancano: {', '.join(gaps)}.",
        inputs={"mancano": ", ".join(gaps)},
        source="Bando, rendicontazione",
    )


def budget_covers(
    amount: Decimal, reserved: Decimal, committed: Decimal, budget: Decimal
) -> Outcome:
    """R-PUB-19: never more reserved and committed than the budget."""
    left = budget - reserved - committed
    return judge(
        "R-PUB-19",
        amount <= left,
        yes=f"I fondi coprono l'importo: restano {euro(left)}.",
        no=f"I fondi non bastano: restano {euro(left)} e servono {euro(amount)}.",
        inputs={"importo": amount, "residuo": left},
        source="Bando, risorse",
    )
