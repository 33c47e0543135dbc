"""What is flagged for inspection, and what is drawn to be checked (R-BAN-07, R-GRN-06, R-SAN)."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from workflows.rules import Outcome, advise, judge
from workflows.rules.words import day

SOURCE = "INL, verifiche sulla genuinità della formazione"


@dataclass(frozen=True, slots=True)
class Signs:
    """What an inspection would look at; minutes of work done and planned so far."""

    has_convention: bool
    has_plan: bool
    promoter_is_host: bool
    category_proved: bool
    too_short: bool
    over_quota: bool
    replaces_staff: bool
    planned: int
    done: int
    treated_as_staff: bool = False
    other_activity: bool = False


def indicators(signs: Signs, excess_percent: int) -> list[Outcome]:
    """R-BAN-07: what speaks against a genuine internship, one outcome for each sign that is there."""
    above = signs.planned > 0 and signs.done * 100 >= (100 + excess_percent) * signs.planned
    found = {
        "manca la convenzione": not signs.has_convention,
        "manca il progetto formativo": not signs.has_plan,
        "promotore e ospitante coincidono": signs.promoter_is_host,
        "la categoria del tirocinante non è provata": not signs.category_proved,
        "la durata è sotto il minimo": signs.too_short,
        "i tirocini superano la quota": signs.over_quota,
        "il tirocinante sostituisce personale": signs.replaces_staff,
        f"le ore superano il progetto di oltre il {excess_percent}%": above,
        "presenze e ferie sono trattate come quelle del personale": signs.treated_as_staff,
        "l'attività è diversa dal progetto": signs.other_activity,
    }
    return [
        advise(
            "R-BAN-07",
            False,
            yes="",
            no=f"Indicatore per i controlli: {what}.",
            inputs={"previste": signs.planned, "svolte": signs.done} if above else {},
            source=SOURCE,
        )
        for what, is_there in found.items()
        if is_there
    ]


def sample(numbers: Iterable[str], percent: int, seed: str) -> list[str]:
    """R-GRN-06: at least so many percent of self-declared offers, drawn by a seed that can be replayed."""
    known = sorted(set(numbers))
    count = -(-len(known) * percent // 100)
    return sorted(sorted(known, key=lambda number: _ticket(seed, number))[:count])


def not_banned(until: date | None, on: date) -> Outcome:
    """R-SAN-06, R-SAN-07: whoever broke the rules begins no internship until the ban ends."""
    return judge(
        "R-SAN-06",
        until is None or on > until,
        yes="Nessun divieto di attivare tirocini.",
        no=f"Il soggetto non può attivare tirocini fino al {day(until)}." if until else "",
        inputs={"divieto fino al": until or "", "giorno": on},
        source="Linee guida 25/05/2017; D.P.R. 445/2000, art. 75",
    )


def nothing_untrue(until: date | None, on: date) -> Outcome:
    """R-SAN-07: who declared what is untrue loses benefits until the day of the ban."""
    return judge(
        "R-SAN-07",
        until is None or on > until,
        yes="Nessun divieto per dichiarazioni non veritiere.",
        no=f"Per una dichiarazione non veritiera il soggetto non ha benefici fino al {day(until)}."
        if until
        else "",
        inputs={"divieto fino al": until or "", "giorno": on},
        source="D.P.R. 445/2000, artt. 75 e 76",
    )


def not_over_maximum(end: date, latest: date) -> Outcome:
    """R-BAN-08, R-SAN-05: beyond the most months an internship counts as undeclared work."""
    return judge(
        "R-BAN-08",
        end <= latest,
        yes="Il tirocinio termina entro la durata massima.",
        no=f"Oltre il {day(latest)} il tirocinio supera la durata massima: vale come lavoro non "
        "dichiarato (maxisanzione).",
        inputs={"fine": end, "ultimo giorno": latest},
        source="D.L. 12/2002, art. 3; INL",
    )


def ban_months(breaches: int, steps: Sequence[int]) -> int:
    """R-SAN-06: months of the ban by the number of breaches in the period, the last step for all after."""
    return steps[min(max(breaches, 1), len(steps)) - 1]


def _ticket(seed: str, number: str) -> str:
    return hashlib.sha256(f"{seed}{number}".encode()).hexdigest()
