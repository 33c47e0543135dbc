"""Documents, signatures, communications, insurance and safety before the first day (R-DOC, R-COB, R-INS, R-SAF, R-TUT)."""

import itertools
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from internships.rules.dates import hours as written
from internships.rules.limits import Limits
from internships.rules.recipients import SOURCE
from workflows.rules import Outcome, advise, judge
from workflows.rules.words import day, euro


class Risk(StrEnum):
    """Class of risk of the host's work, which sets the hours of safety training."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


def convention_signed(*, by_host: datetime | None, by_promoter: datetime | None) -> Outcome:
    """R-DOC-01: no internship without the convention, signed by both."""
    return judge(
        "R-DOC-01",
        by_host is not None and by_promoter is not None,
        yes="La convenzione è firmata da ospitante e promotore.",
        no="La convenzione non è firmata da entrambe le parti.",
        inputs={"ospitante": by_host or "", "promotore": by_promoter or ""},
        source=SOURCE,
    )


def plan_signed(signed: Mapping[str, datetime | None]) -> Outcome:
    """R-DOC-03: the plan is signed by host, host's tutor, intern (or guardian) and promoter."""
    missing = [who for who, at in signed.items() if at is None]
    return judge(
        "R-DOC-03",
        not missing,
        yes="Il progetto formativo è firmato da tutte le parti.",
        no=f"Al progetto formativo manca la firma: {', '.join(missing)}.",
        inputs={"mancano": ", ".join(missing)},
        source=SOURCE,
    )


def minor_authorised(*, is_minor: bool, authorised: bool) -> Outcome:
    """R-DOC-04: for a minor, the authorisation of whoever holds parental responsibility."""
    return judge(
        "R-DOC-04",
        not is_minor or authorised,
        yes="Autorizzazione non dovuta, o presente.",
        no="Per un minorenne serve l'autorizzazione di chi ne ha la responsabilità.",
        source=SOURCE,
    )


def acts_in_order(acts: Sequence[tuple[str, datetime | None]]) -> Outcome:
    """R-DOC-07: convention, plan, insurance, communication, first day: each after the one before."""
    done = [(name, at) for name, at in acts if at is not None]
    wrong = next(
        (
            f"{later} prima di {sooner}"
            for (sooner, a), (later, b) in itertools.pairwise(done)
            if b < a
        ),
        "",
    )
    return judge(
        "R-DOC-07",
        not wrong,
        yes="Gli atti sono nell'ordine previsto.",
        no=f"Gli atti non sono nell'ordine previsto: {wrong}.",
        inputs=dict(done),
        source=SOURCE,
    )


def cob_in_time(sent_at: datetime | None, first_instant: datetime, limits: Limits) -> Outcome:
    """R-COB-02, R-COB-04: the start is communicated by midnight before the first day.

    `first_instant` is the midnight with which the first day begins, in the zone of `sent_at`.
    """
    least, most = limits.cob_fine
    return judge(
        "R-COB-02",
        sent_at is not None and sent_at < first_instant,
        yes="La comunicazione obbligatoria è stata inviata entro le 24 del giorno precedente.",
        no="La comunicazione obbligatoria va inviata entro le ore 24 del giorno precedente "
        f"l'inizio: il tirocinio non può iniziare in questa data e il ritardo espone a una "
        f"sanzione da {euro(least)} a {euro(most)}.",
        inputs={"inviata": sent_at or "", "inizio": first_instant},
        source="D.L. 510/1996, art. 9-bis; D.Lgs. 276/2003, art. 19",
    )


def variation_told_in_time(
    event: date, told_on: date | None, limits: Limits, today: date
) -> Outcome:
    """R-COB-03: extension, transformation and early end are communicated within days of the event."""
    days, late_by = limits.cob_variation_days, ((told_on or today) - event).days
    late_by -= days
    in_time = "La variazione è stata comunicata nei termini."
    least, most = limits.cob_fine
    return advise(
        "R-COB-03",
        late_by <= 0,
        yes=in_time if told_on else f"La variazione va comunicata entro {days} giorni dall'evento.",
        no=f"La variazione andava comunicata entro {days} giorni: il ritardo è di {late_by} giorni "
        f"ed espone a una sanzione da {euro(least)} a {euro(most)}.",
        inputs={"evento": event, "comunicata": told_on or ""},
        source="L. 264/1949, art. 21; R-COB-03",
    )


def insured(
    *, accident_reference: str, liability_policy: str, expiry: date | None, end: date, renews: bool
) -> list[Outcome]:
    """R-INS-01, R-INS-03: accident cover and liability, with references, to the end."""
    return [
        judge(
            "R-INS-01",
            bool(accident_reference.strip() and liability_policy.strip()),
            yes="Le coperture INAIL e di responsabilità civile sono indicate.",
            no="Mancano gli estremi della copertura INAIL o della polizza di responsabilità civile.",
            source=SOURCE,
        ),
        judge(
            "R-INS-03",
            renews or (expiry is not None and expiry >= end),
            yes="La polizza copre tutto il tirocinio.",
            no=f"La polizza scade prima del {day(end)} e non c'è impegno a rinnovarla.",
            inputs={"scadenza": expiry or "", "fine": end},
            source=SOURCE,
        ),
    ]


def trained(
    general: Decimal, specific: Decimal, risk: Risk, hours: Mapping[str, Decimal]
) -> Outcome:
    """R-SAF-02: general and specific training, by class of risk; `hours` holds the table in force."""
    wanted = hours[risk]
    return judge(
        "R-SAF-02",
        general >= hours["general"] and specific >= wanted,
        yes="La formazione sulla sicurezza è completa.",
        no=f"Servono {written(hours['general'])} ore di formazione generale e {written(wanted)} di "
        f"specifica: risultano {written(general)} e {written(specific)}.",
        inputs={"generale": general, "specifica": specific, "rischio": risk},
        source="D.Lgs. 81/2008, art. 37; Accordo Stato-Regioni 17/04/2025",
    )


def fit_for_work(*, needs_surveillance: bool, fit_on: date | None, start: date) -> Outcome:
    """R-SAF-04: medical fitness before the start, where the risk assessment asks for it."""
    return judge(
        "R-SAF-04",
        not needs_surveillance or (fit_on is not None and fit_on <= start),
        yes="Sorveglianza sanitaria non dovuta, o idoneità acquisita.",
        no="Serve l'idoneità sanitaria prima dell'inizio.",
        inputs={"idoneità": fit_on or ""},
        source="D.Lgs. 81/2008, art. 41",
    )


def host_tutor_free(running: int, limits: Limits) -> Outcome:
    """R-TUT-01: a host's tutor follows only so many interns at the same time."""
    return judge(
        "R-TUT-01",
        running < limits.tutor_host_max,
        yes=f"Il tutor aziendale segue {running} tirocinanti su {limits.tutor_host_max}.",
        no=f"Il tutor aziendale segue già {running} tirocinanti: il massimo è "
        f"{limits.tutor_host_max}.",
        inputs={"in corso": running},
        source=SOURCE,
    )


def promoter_tutor_free(running: int, limits: Limits, *, same_aim: bool = False) -> Outcome:
    """R-TUT-02: so does the promoter's, unless all share aim and host."""
    return judge(
        "R-TUT-02",
        running < limits.tutor_promoter_max or same_aim,
        yes=f"Il tutor del promotore segue {running} tirocinanti su {limits.tutor_promoter_max}.",
        no=f"Il tutor del promotore segue già {running} tirocinanti: il massimo è "
        f"{limits.tutor_promoter_max}.",
        inputs={"in corso": running},
        source=SOURCE,
    )


def tutor_suitable(role: str, years: int, skills: str, least_years: int) -> Outcome:
    """R-TUT-03: the host's tutor shows role, years of experience and skills."""
    return judge(
        "R-TUT-03",
        bool(role.strip() and skills.strip()) and years >= least_years,
        yes="Il tutor aziendale è idoneo.",
        no=f"Del tutor aziendale servono ruolo, competenze e almeno {least_years} anni di "
        "esperienza.",
        inputs={"ruolo": role, "anni": years},
        source=SOURCE,
    )


def substitute_named(name: str) -> Outcome:
    """R-TUT-04: somebody stands in for the tutor."""
    return advise(
        "R-TUT-04",
        bool(name.strip()),
        yes="È indicato un tutor supplente.",
        no="Non è indicato un tutor supplente.",
        source=SOURCE,
    )


def tutors_named(missing: Sequence[str]) -> Outcome:
    """R-TUT-05: host and promoter each name a tutor."""
    return judge(
        "R-TUT-05",
        not missing,
        yes="I due tutor sono indicati.",
        no=f"Manca il tutor: {', '.join(missing)}.",
        source=SOURCE,
    )
