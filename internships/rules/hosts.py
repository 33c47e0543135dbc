"""What a host must be and must not be doing (R-HOS)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from internships.rules.dates import months_before
from internships.rules.limits import BanLimits
from internships.rules.recipients import SOURCE
from workflows.rules import Outcome, Verdict, advise, judge
from workflows.rules.words import day


class Layoff(StrEnum):
    """Kind of wage support that a host has running (cassa integrazione guadagni)."""

    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"
    EXCEPTIONAL = "exceptional"


class Cause(StrEnum):
    """Why somebody was dismissed."""

    JUST_CAUSE = "just_cause"
    SUBJECTIVE = "subjective"
    OBJECTIVE = "objective"
    COLLECTIVE = "collective"
    ILLNESS_TERM = "illness_term"
    PROBATION = "probation"
    WORKS_ENDED = "works_ended"
    APPRENTICESHIP = "apprenticeship"


@dataclass(frozen=True, slots=True)
class LayoffRow:
    """One support that runs at the start: which, and how near the internship's place and tasks."""

    kind: Layoff
    same_unit: bool
    same_tasks: bool
    union_agreement: bool = False


@dataclass(frozen=True, slots=True)
class DismissalRow:
    """One dismissal in the host's units."""

    on: date
    same_unit: bool
    similar_tasks: bool
    cause: Cause
    agreement: bool = False
    social_clause: bool = False


HARMLESS = frozenset({Cause.JUST_CAUSE, Cause.SUBJECTIVE})


def safety_in_order(*, declared: bool, assessed_on: date | None) -> Outcome:
    """R-HOS-02: in order with the law on health and safety, with a dated risk assessment."""
    return judge(
        "R-HOS-02",
        declared and assessed_on is not None,
        yes="L'ospitante è in regola con la sicurezza e ha il documento di valutazione dei rischi.",
        no="L'ospitante deve essere in regola con la sicurezza sul lavoro e indicare la data del "
        "documento di valutazione dei rischi.",
        inputs={"dvr": assessed_on or ""},
        source="D.Lgs. 81/2008; " + SOURCE,
    )


def disabled_quota_in_order(*, in_order: bool) -> Outcome:
    """R-HOS-03: in order with the hiring of disabled people, or not subject to it."""
    return judge(
        "R-HOS-03",
        in_order,
        yes="L'ospitante è in regola con il collocamento dei disabili, o non vi è soggetto.",
        no="L'ospitante non è in regola con il collocamento dei disabili.",
        source="L. 68/1999; " + SOURCE,
    )


def no_layoff(rows: Iterable[LayoffRow]) -> Outcome:
    """R-HOS-04: no extraordinary wage support for the same tasks in the same unit."""
    near = [row for row in rows if row.same_unit and row.same_tasks and not row.union_agreement]
    if any(row.kind is not Layoff.ORDINARY for row in near):
        return Outcome(
            "R-HOS-04",
            Verdict.NOT_MET,
            "Nella stessa unità e per le stesse mansioni è in corso una cassa integrazione "
            "straordinaria o in deroga, senza accordo sindacale che consenta il tirocinio.",
            source=SOURCE,
        )
    return advise(
        "R-HOS-04",
        not near,
        yes="Nessuna cassa integrazione impedisce il tirocinio.",
        no="Nella stessa unità e per le stesse mansioni è in corso una cassa integrazione "
        "ordinaria: verificare.",
        source=SOURCE,
    )


def no_dismissal(rows: Iterable[DismissalRow], start: date, limits: BanLimits) -> Outcome:
    """R-HOS-05: nobody dismissed from similar tasks in the unit within the months before."""
    since = months_before(start, limits.dismissal_months)
    found = [
        row
        for row in rows
        if row.on >= since
        and row.same_unit
        and row.similar_tasks
        and row.cause not in HARMLESS
        and not (row.agreement or row.social_clause)
    ]
    return judge(
        "R-HOS-05",
        not found,
        yes=f"Dal {day(since)} nessun licenziamento che impedisca il tirocinio.",
        no=f"Dal {day(since)} l'unità ha licenziato per mansioni simili: il tirocinio non è "
        "ammesso.",
        inputs={"licenziamenti": ", ".join(day(row.on) for row in found)},
        source=SOURCE,
    )


def no_insolvency(*, running: bool, union_agreement: bool) -> Outcome:
    """R-HOS-06: no insolvency procedure, save by agreement; a warning for the person who examines."""
    return advise(
        "R-HOS-06",
        not running or union_agreement,
        yes="Nessuna procedura concorsuale impedisce il tirocinio.",
        no="L'ospitante è in procedura concorsuale senza accordo sindacale: verificare.",
        source="Linee guida 25/05/2017",
    )


def call_requirements(missing: Iterable[str]) -> Outcome:
    """R-HOS-09: what calls of chambers ask of a firm, all of it at filing and at payment."""
    gaps = list(missing)
    return judge(
        "R-HOS-09",
        not gaps,
        yes="L'impresa ha i requisiti chiesti dal bando.",
        no=f"Mancano requisiti chiesti dal bando: {', '.join(gaps)}.",
        inputs={"mancanti": ", ".join(gaps)},
        source="Bando, soggetti ospitanti",
    )


def tied_to_coworking(
    *, link: str, wants_space: bool, space: str, is_listed: bool, is_managed: bool
) -> Outcome:
    """R-HOS-09: a coworking call wants a link: a space run or networked with, or the wish for one."""
    why = ""
    if not link:
        why = "Indica quale legame con il coworking ha l'ospitante."
    elif wants_space and not space:
        why = "Indica lo spazio iscritto all'elenco a cui l'ospitante è legato."
    elif wants_space and not is_listed:
        why = f"{space} non risulta nell'elenco degli spazi qualificati."
    elif not is_managed:
        why = f"{space} risulta gestito da altri: indica di essere in rete con lo spazio."
    return judge(
        "R-HOS-09",
        not why,
        yes="L'ospitante ha un legame con il coworking.",
        no=why,
        inputs={"legame": link, "spazio": space},
        source="Bando, soggetti ospitanti",
    )
