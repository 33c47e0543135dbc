"""Who may promote an internship (R-PRO)."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from internships.rules.recipients import FRAGILE, SOURCE, Category, Kind
from workflows.rules import Outcome, Verdict, judge
from workflows.rules.words import day


class PromoterType(StrEnum):
    """By which title a body promotes (R-PRO-01)."""

    SCHOOL = "school"
    UNIVERSITY = "university"
    TRAINING = "training"
    JOB_CENTRE = "job_centre"
    ACCREDITED = "accredited"
    AUTHORISED = "authorised"
    SOCIAL = "social"


INTER_REGIONAL = frozenset({PromoterType.SCHOOL, PromoterType.UNIVERSITY, PromoterType.JOB_CENTRE})


def title_holds(
    kind: PromoterType | None, registration: str, valid_to: date | None, signed_on: date
) -> Outcome:
    """R-PRO-01, R-PRO-06: a title of its own, registered and in force when the convention is signed.

    Whoever runs or pays for a call is no promoter by that fact.
    """
    holds = kind is not None and bool(registration) and (valid_to is None or valid_to >= signed_on)
    return judge(
        "R-PRO-01",
        holds,
        yes="Il soggetto promotore ha un titolo valido alla firma.",
        no="Il soggetto promotore non ha un titolo valido alla firma: serve un ente accreditato o "
        "autorizzato con gli estremi dell'iscrizione.",
        inputs={"titolo": kind or "", "iscrizione": registration, "firma": signed_on},
        source=SOURCE,
        remedy="Incarica un promotore accreditato.",
    )


def social_promoter_fits(kind: PromoterType, category: Category, *, in_charge: bool) -> Outcome:
    """R-PRO-02: communities and social co-operatives promote only for whom they already serve."""
    if kind is not PromoterType.SOCIAL:
        return Outcome("R-PRO-02", Verdict.MET, "Il limite riguarda altri promotori.")
    return judge(
        "R-PRO-02",
        category in FRAGILE and in_charge,
        yes="Il promotore ha già in carico la persona.",
        no="Questo promotore può attivare tirocini solo per persone disabili o svantaggiate che "
        "ha già in carico.",
        inputs={"categoria": category},
        source=SOURCE,
    )


def region_fits(kind: PromoterType, *, other_region: bool) -> Outcome:
    """R-PRO-03: across regions only schools, universities and job centres promote."""
    return judge(
        "R-PRO-03",
        not other_region or kind in INTER_REGIONAL,
        yes="Il promotore può operare nella regione della sede.",
        no="Per una sede fuori regione possono promuovere solo scuole, università e centri per "
        "l'impiego.",
        source=SOURCE,
    )


def summer_promoter_fits(
    kind: PromoterType, internship: Kind, allowed: Collection[PromoterType]
) -> Outcome:
    """R-PRO-04: summer internships of students are promoted by job centres."""
    return judge(
        "R-PRO-04",
        internship is not Kind.SUMMER or kind in allowed,
        yes="Il promotore può attivare questo tipo di tirocinio.",
        no="I tirocini estivi degli studenti sono promossi dai centri per l'impiego.",
        inputs={"promotore": kind, "tipo": internship},
        source=SOURCE,
    )


def promoter_is_not_host(promoter_code: str, host_code: str) -> Outcome:
    """R-PRO-05: promoter and host are different subjects; the tax code decides."""
    return judge(
        "R-PRO-05",
        promoter_code != host_code,
        yes="Promotore e ospitante sono soggetti diversi.",
        no="Promotore e ospitante sono lo stesso soggetto.",
        inputs={"promotore": promoter_code, "ospitante": host_code},
        source=SOURCE,
    )


def cob_recorded(number: str, start: date) -> Outcome:
    """R-PRO-08, R-COB-07: the promoter holds the number of the communication before the start."""
    return judge(
        "R-PRO-08",
        bool(number.strip()),
        yes="È registrato il numero della comunicazione obbligatoria.",
        no=f"Manca il numero della comunicazione obbligatoria: senza, il tirocinio non può "
        f"iniziare il {day(start)}.",
        inputs={"numero": number},
        source=SOURCE,
    )
