"""Which internships count, where, and under which rules (R-NUM-04, R-NUM-09, R-NUM-10, R-HOS-07, R-PUB)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from internships.rules.recipients import Category
from workflows.rules import Outcome, Verdict, judge
from workflows.rules.words import day, euro

SOURCE = "D.G.R. Lombardia X/7763 del 17/01/2018, Indirizzi regionali"


@dataclass(frozen=True, slots=True)
class Raised:
    """An act that raises the quota of a unit: more places, its number, its last day."""

    places: int
    act: str
    until: date


def counted_apart(kinds: Iterable[str]) -> tuple[int, int]:
    """R-NUM-04: extracurricular and curricular internships, each counted apart."""
    given = list(kinds)
    curricular = sum(one == "curricular" for one in given)
    return len(given) - curricular, curricular


def counts_in_quota(category: Category, left_out: Collection[str]) -> bool:
    """R-NUM-09: whether somebody of a category takes up the quota; the ruleset leaves some out."""
    return category.value not in left_out


def apart_told(present: Iterable[str]) -> Outcome:
    """R-NUM-04: what a unit holds at the same time; only extracurricular internships take its places."""
    outside, curricular = counted_apart(present)
    return Outcome(
        "R-NUM-04",
        Verdict.MET,
        f"Tirocini contati a parte: {outside} extracurriculari, che occupano posti, e {curricular} "
        "curriculari, che non ne occupano.",
        {"extracurriculari": outside, "curriculari": curricular},
        SOURCE,
    )


def hires_told(declared: int, valid: int, months: int, percent: int) -> Outcome:
    """R-NUM-06: how many of the hires that a host names count for its premium."""
    return Outcome(
        "R-NUM-06",
        Verdict.MET,
        f"Assunzioni che contano per la premialità: {valid} su {declared} (contratti di almeno "
        f"{months} mesi, a tempo pieno o almeno al {percent}%).",
        {"dichiarate": declared, "valide": valid},
        SOURCE,
    )


def left_out_told(left_out: Collection[str]) -> Outcome:
    """R-NUM-09: whether the ruleset keeps some categories out of the quota; it names nobody's."""
    return Outcome(
        "R-NUM-09",
        Verdict.MET,
        "Alcune categorie di destinatari non occupano posti della quota."
        if left_out
        else "I tirocini di tutte le categorie di destinatari occupano posti della quota.",
        source=SOURCE,
    )


def raised_quota(base: int, raised: Raised | None, on: date) -> tuple[int, Outcome]:
    """R-NUM-10: a protocol with the Region raises the quota until its last day; a person looks at it."""
    if raised is None:
        return base, Outcome("R-NUM-10", Verdict.MET, "Nessuna deroga alla quota.", source=SOURCE)
    if on > raised.until:
        return base, Outcome(
            "R-NUM-10",
            Verdict.WARNING,
            f"La deroga alla quota ({raised.act}) è scaduta il {day(raised.until)}.",
            {"atto": raised.act, "scadenza": raised.until},
            SOURCE,
        )
    return base + raised.places, Outcome(
        "R-NUM-10",
        Verdict.WARNING,
        f"La quota è aumentata di {raised.places} posti con {raised.act}, fino al "
        f"{day(raised.until)}: verificare l'atto.",
        {"atto": raised.act, "posti": raised.places, "scadenza": raised.until},
        SOURCE,
    )


def governing_region(unit: str, seat: str, *, several_regions: bool, choice: str) -> str:
    """R-HOS-07: a host of several regions may choose the rules of its registered office."""
    return seat if several_regions and choice == "seat" else unit


def notice_due(*, competitive: bool) -> Outcome:
    """R-PUB-05: reasons against are told before a refusal, save where people compete for places."""
    words = (
        "Dell'esclusione per il punteggio o la posizione non si dà preavviso: i candidati concorrono."
        if competitive
        else "Prima del rifiuto è dovuto il preavviso dei motivi: la procedura è a sportello."
    )
    return Outcome("R-PUB-05", Verdict.MET, words, source="L. 241/1990, art. 10-bis")


def aid_within_ceiling(held: Decimal, asked: Decimal, ceiling: Decimal) -> Outcome:
    """R-PUB-15: with what a firm has had in three years an aid stays within the ceiling."""
    left = max(ceiling - held, Decimal(0))
    return judge(
        "R-PUB-15",
        held + asked <= ceiling,
        yes=f"L'aiuto rientra nel massimale «de minimis»: restano {euro(left)}.",
        no=f"L'aiuto supera il massimale «de minimis»: restano {euro(left)} e servono {euro(asked)}.",
        inputs={"ricevuti": held, "richiesto": asked, "massimale": ceiling},
        source="Reg. (UE) 2023/2831",
    )


def promoter_fee(profile: str, fees: dict[str, Decimal], *, is_over: bool) -> Decimal:
    """R-PUB-20: what the promoter gets for a profile, in EUR: half on the way, all at the end."""
    whole = fees.get(profile, Decimal(0))
    return whole if is_over else whole / 2
