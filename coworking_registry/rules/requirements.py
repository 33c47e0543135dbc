"""The requirements of a space, judged by the set that a version of the notice froze (SPA).

`Requirements` is that set; each function answers one requirement. Outcomes speak to who applies.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from coworking_registry.rules.sheets import Desks, Machine, Tenure
from workflows.rules import Outcome, Verdict, advise, judge
from workflows.rules.words import day

SOURCE = "Avviso, requisiti degli spazi"
FABLAB = "fablab"


@dataclass(frozen=True, slots=True)
class Requirements:
    """What a version of the notice asks: hours a week, events a year; an entry lasts for months.

    The notices to renew count the days before its end.
    """

    desks_min: int
    accessible_desks_min: int
    weekly_hours_min: int
    services_min: int
    events_per_year_min: int
    photos_max: int
    connectivity: bool
    meeting_room: bool
    accessibility_none_allowed: bool
    validity_months: int
    renewal_first_notice_days: int
    renewal_second_notice_days: int
    renewal_last_notice_days: int

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Requirements":
        """Read the frozen parameters of a version; `KeyError` names one that is not set."""
        return cls(**{field.name: stored[field.name] for field in fields(cls)})


def enough_desks(desks: Desks, asked: Requirements) -> Outcome:
    """SPA-01: as many desks as the notice asks for, or more."""
    return judge(
        "SPA-01",
        desks.total >= asked.desks_min,
        yes=f"Le postazioni sono {desks.total}, almeno le {asked.desks_min} richieste.",
        no=f"Le postazioni sono {desks.total}, meno delle {asked.desks_min} richieste.",
        inputs={"postazioni": desks.total, "minimo": asked.desks_min},
        source=SOURCE,
    )


def desks_add_up(desks: Desks) -> Outcome:
    """SPA-02: the sorts of desk add up to the total."""
    parts = desks.open_space + desks.reserved + desks.offices + desks.workshop
    return judge(
        "SPA-02",
        parts == desks.total,
        yes="I tipi di postazione sommano al totale.",
        no=f"I tipi di postazione sommano a {parts}, ma le postazioni dichiarate sono {desks.total}.",
        inputs={"somma": parts, "totale": desks.total},
        source=SOURCE,
    )


def enough_accessible_desks(desks: Desks, asked: Requirements) -> Outcome:
    """SPA-03: desks that a person in a wheelchair can use, as many as asked for and no more than all."""
    if desks.accessible > desks.total:
        return Outcome(
            "SPA-03",
            Verdict.NOT_MET,
            f"Le postazioni accessibili ({desks.accessible}) superano il totale ({desks.total}).",
            {"accessibili": desks.accessible, "totale": desks.total},
            SOURCE,
        )
    return judge(
        "SPA-03",
        desks.accessible >= asked.accessible_desks_min,
        yes=f"Le postazioni accessibili sono {desks.accessible}.",
        no=f"Le postazioni accessibili sono {desks.accessible}: ne servono almeno "
        f"{asked.accessible_desks_min}.",
        inputs={"accessibili": desks.accessible, "minimo": asked.accessible_desks_min},
        source=SOURCE,
    )


def connected(kinds: Sequence[str], asked: Requirements) -> Outcome:
    """SPA-04: wireless, broadband, or both, where the notice asks for it."""
    return judge(
        "SPA-04",
        bool(kinds) or not asked.connectivity,
        yes="La connessione a internet c'è, o non è richiesta.",
        no="Serve una connessione a internet: rete senza fili, banda larga o entrambe.",
        inputs={"connessione": ", ".join(kinds)},
        source=SOURCE,
    )


def meeting_room(seats: int | None, asked: Requirements) -> Outcome:
    """SPA-05: a room for meetings or training that all may use, where the notice asks for it."""
    return judge(
        "SPA-05",
        bool(seats) or not asked.meeting_room,
        yes="La sala riunioni c'è, o non è richiesta.",
        no="Serve una sala per riunioni o formazione, con almeno un posto.",
        inputs={"posti": seats or 0},
        source=SOURCE,
    )


def enough_services(services: Iterable[str], asked: Requirements) -> Outcome:
    """SPA-06: services besides the desk, each counted once."""
    number = len(set(services))
    return judge(
        "SPA-06",
        number >= asked.services_min,
        yes=f"I servizi offerti sono {number}, almeno i {asked.services_min} richiesti.",
        no=f"I servizi offerti sono {number}: ne servono almeno {asked.services_min}.",
        inputs={"servizi": number, "minimo": asked.services_min},
        source=SOURCE,
    )


def enough_events(number: int, asked: Requirements) -> Outcome:
    """SPA-10: meetings held or planned in a year."""
    return judge(
        "SPA-10",
        number >= asked.events_per_year_min,
        yes=f"Gli eventi svolti o programmati sono {number}.",
        no=f"Gli eventi svolti o programmati sono {number}: ne servono almeno "
        f"{asked.events_per_year_min} l'anno.",
        inputs={"eventi": number, "minimo": asked.events_per_year_min},
        source=SOURCE,
    )


def accessible(level: str, asked: Requirements) -> Outcome:
    """SPA-11: people with a disability can use the space, wholly or in part."""
    return judge(
        "SPA-11",
        level != "none" or asked.accessibility_none_allowed,
        yes="L'accessibilità dello spazio è ammessa dall'avviso.",
        no="Uno spazio non accessibile alle persone con disabilità non è ammesso.",
        inputs={"accessibilità": level},
        source=SOURCE,
    )


def machines_listed(kind: str, machines: Sequence[Machine]) -> list[Outcome]:
    """SPA-13: a fablab lists its machines, and who uses one is told how to do so safely."""
    found = [
        judge(
            "SPA-13",
            kind != FABLAB or bool(machines),
            yes="I macchinari sono elencati, o non sono richiesti.",
            no="Un fablab elenca i macchinari che mette a disposizione.",
            inputs={"macchinari": len(machines)},
            source=SOURCE,
        )
    ]
    unsafe = [machine.name for machine in machines if not machine.safety_briefing]
    if unsafe:
        found.append(
            Outcome(
                "SPA-13",
                Verdict.WARNING,
                f"Manca l'istruzione alla sicurezza per: {', '.join(unsafe)}.",
                {"macchinari": ", ".join(unsafe)},
                SOURCE,
            )
        )
    return found


def rooms_held(tenure: Tenure, entry_ends: date) -> Outcome:
    """SPA-14: the title to the rooms lasts as long as the entry would; a shorter one is a warning."""
    return advise(
        "SPA-14",
        tenure.until is None or tenure.until >= entry_ends,
        yes="La disponibilità dei locali copre la durata dell'iscrizione.",
        no=f"La disponibilità dei locali finisce il {day(tenure.until or entry_ends)}, prima della fine "
        f"dell'iscrizione ({day(entry_ends)}).",
        inputs={"titolo": tenure.title, "fino al": tenure.until or "", "iscrizione": entry_ends},
        source=SOURCE,
    )


def insured(until: date | None, on: date) -> Outcome:
    """SPA-15: the insurance against claims of others, where there is one, has not expired."""
    return judge(
        "SPA-15",
        until is None or until >= on,
        yes="La polizza di responsabilità civile non è scaduta, o non è indicata.",
        no=f"La polizza di responsabilità civile è scaduta il {day(until or on)}.",
        inputs={"scadenza": until or "", "giorno": on},
        source=SOURCE,
    )


def activity_stated(*, in_statute: bool, ateco: str, is_being_set_up: bool) -> Outcome:
    """SPA-16: coworking stands in the statute or among the activities, save who is being set up."""
    return judge(
        "SPA-16",
        in_statute or bool(ateco.strip()) or is_being_set_up,
        yes="L'attività di coworking risulta dallo statuto o dal codice ATECO, o l'ente è costituendo.",
        no="L'attività di coworking deve risultare dallo statuto o dal codice ATECO.",
        inputs={"statuto": in_statute, "ateco": ateco},
        source=SOURCE,
    )


def surface_given(square_metres: int | None) -> Outcome:
    """SPA-17: the surface is said, in square metres."""
    return judge(
        "SPA-17",
        square_metres is not None and square_metres > 0,
        yes="La superficie è indicata.",
        no="La superficie deve essere maggiore di zero.",
        inputs={"m²": square_metres or 0},
        source=SOURCE,
    )


def pictured(photos: int, *, has_plan: bool, asked: Requirements) -> Outcome:
    """SPA-18: photos, up to as many as the notice takes, and a plan of the rooms."""
    return judge(
        "SPA-18",
        1 <= photos <= asked.photos_max and has_plan,
        yes="Ci sono fotografie e planimetria.",
        no=f"Servono la planimetria e da 1 a {asked.photos_max} fotografie.",
        inputs={"fotografie": photos, "planimetria": has_plan},
        source=SOURCE,
    )


def room_for_photo(there: int, asked: Requirements) -> Outcome:
    """SPA-18: one photo more is still within what the notice takes."""
    return judge(
        "SPA-18",
        there < asked.photos_max,
        yes="C'è posto per un'altra fotografia.",
        no=f"Lo spazio ha già {there} fotografie, quante ne prende l'avviso: toglierne prima una.",
        inputs={"fotografie": there, "massimo": asked.photos_max},
        source=SOURCE,
    )


def name_free(name: str, municipality: str, taken: Iterable[str]) -> Outcome:
    """SPA-19: one space of a name in a municipality, however the name is written."""
    return judge(
        "SPA-19",
        plain_name(name) not in {plain_name(other) for other in taken},
        yes="Il nome dello spazio è libero nel comune.",
        no=f"A {municipality} c'è già uno spazio di nome “{name}”.",
        inputs={"nome": name, "comune": municipality},
        source=SOURCE,
    )


def safe(declared: Mapping[str, bool]) -> Outcome:
    """SPA-20: fit for use, fire safety and risk assessment are declared, each by itself."""
    missing = [what for what, is_declared in declared.items() if not is_declared]
    return judge(
        "SPA-20",
        not missing,
        yes="Agibilità, antincendio e valutazione dei rischi sono dichiarati.",
        no=f"Mancano dichiarazioni sulla sicurezza: {', '.join(missing)}.",
        inputs={"mancanti": ", ".join(missing)},
        source=SOURCE,
    )


def plain_name(name: str) -> str:
    """Return a name as it is compared: without capitals and spare spaces (SPA-19)."""
    return " ".join(name.casefold().split())
