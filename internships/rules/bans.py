"""What an internship must not be (R-BAN)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from internships.rules.dates import months_before
from internships.rules.limits import BanLimits, DurationLimits
from internships.rules.recipients import SOURCE
from workflows.rules import Outcome, advise, judge
from workflows.rules.words import day


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier internship of the same person at the same host; the tax codes decide."""

    extracurricular: bool
    began: bool


@dataclass(frozen=True, slots=True)
class Relation:
    """Work or collaboration with the host that ended on a day; learning at school does not count."""

    ended_on: date
    is_learning: bool = False
    is_occasional: bool = False


def first_with_host(earlier: Iterable[Earlier]) -> Outcome:
    """R-BAN-01: one extracurricular internship between the same host and the same person."""
    again = any(one.extracurricular and one.began for one in earlier)
    return judge(
        "R-BAN-01",
        not again,
        yes="È il primo tirocinio extracurriculare della persona presso questo ospitante.",
        no="La persona ha già svolto un tirocinio extracurriculare presso questo ospitante.",
        source=SOURCE,
    )


def no_earlier_relation(relations: Iterable[Relation], start: date, limits: BanLimits) -> Outcome:
    """R-BAN-02: no work or collaboration with the host in the months before, boundary included."""
    since = months_before(start, limits.relation_months)
    found = [
        one
        for one in relations
        if one.ended_on >= since and not (one.is_learning or one.is_occasional)
    ]
    return judge(
        "R-BAN-02",
        not found,
        yes=f"Dal {day(since)} nessun rapporto di lavoro o collaborazione con l'ospitante.",
        no=f"Dal {day(since)} risulta un rapporto di lavoro o collaborazione con l'ospitante.",
        inputs={"cessato": ", ".join(day(one.ended_on) for one in found), "inizio": start},
        source=SOURCE,
    )


def little_occasional_work(days_of_work: Iterable[date], start: date, limits: BanLimits) -> Outcome:
    """R-BAN-03: occasional work for the host only up to so many days in the months before."""
    since = months_before(start, limits.occasional_months)
    count = len({one for one in days_of_work if since <= one < start})
    return judge(
        "R-BAN-03",
        count <= limits.occasional_days,
        yes=f"Lavoro occasionale presso l'ospitante: {count} giorni su {limits.occasional_days}.",
        no=f"Dal {day(since)} {count} giorni di lavoro occasionale presso l'ospitante: il limite è "
        f"{limits.occasional_days}.",
        inputs={"giorni": count, "dal": since},
        source=SOURCE,
    )


def not_elementary(levels: Iterable[int], limits: DurationLimits) -> Outcome:
    """R-BAN-04: no elementary or repetitive work: every competence has at least the least level."""
    given = sorted(levels)
    return judge(
        "R-BAN-04",
        bool(given) and given[0] >= limits.least_level,
        yes=f"Tutte le competenze hanno livello EQF {limits.least_level} o superiore.",
        no="Il tirocinio non può riguardare attività elementari: serve almeno una competenza e "
        f"tutte di livello EQF {limits.least_level} o superiore.",
        inputs={"livelli": ", ".join(map(str, given))},
        source=SOURCE,
    )


def replaces_nobody(*, declared: bool) -> Outcome:
    """R-BAN-05: the intern takes nobody's place, neither in peaks nor in absences."""
    return judge(
        "R-BAN-05",
        declared,
        yes="L'ospitante dichiara che il tirocinante non sostituisce personale.",
        no="Manca la dichiarazione che il tirocinante non sostituisce personale dipendente o "
        "assente.",
        source=SOURCE,
    )


def not_serial(started: int, hired: int, limits: BanLimits) -> Outcome:
    """R-BAN-06: internships one after the other on one position, nobody hired: to be looked at."""
    return advise(
        "R-BAN-06",
        started < limits.serial_count or hired > 0,
        yes="Nessuna ripetizione di tirocini sulla stessa posizione.",
        no=f"Negli ultimi {limits.serial_months} mesi {started} tirocini sulla stessa posizione "
        "senza assunzioni: verificare che non sostituiscano un periodo di prova.",
        inputs={"tirocini": started, "assunti": hired},
        source=SOURCE,
    )
