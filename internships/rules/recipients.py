"""Who may be an intern (R-REC)."""

from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum

from internships.rules.limits import Limits
from workflows.rules import Outcome, Verdict, advise, judge
from workflows.rules.words import age_on, day, months_after

SOURCE = "D.G.R. Lombardia X/7763 del 17/01/2018, Indirizzi regionali"


class Category(StrEnum):
    """In which condition an intern is admitted (R-REC-02)."""

    UNEMPLOYED = "A"
    INCOME_SUPPORT = "B"
    AT_RISK = "C"
    EMPLOYED = "D"
    DISABLED = "E1"
    DISADVANTAGED = "E2"
    STUDENT = "F"


class Kind(StrEnum):
    """Which internship it is: the ordinary one, or a student's in the summer holidays."""

    ORDINARY = "ordinary"
    SUMMER = "summer"


EVIDENCE = {
    Category.UNEMPLOYED: "dichiarazione di immediata disponibilità (DID)",
    Category.INCOME_SUPPORT: "documento dell'INPS o del datore di lavoro",
    Category.AT_RISK: "documento dell'INPS o del datore di lavoro",
    Category.EMPLOYED: "autodichiarazione del rapporto di lavoro",
    Category.DISABLED: "certificato di iscrizione al collocamento mirato",
    Category.DISADVANTAGED: "attestazione del servizio che ha in carico la persona",
    Category.STUDENT: "iscrizione scolastica o universitaria",
}
FRAGILE = frozenset({Category.DISABLED, Category.DISADVANTAGED})


def of_age(born: date, start: date, *, schooling_done: bool, kind: Kind, limits: Limits) -> Outcome:
    """R-REC-01: of working age and past compulsory schooling; a minor in an ordinary one is asked about."""
    age = age_on(born, start)
    inputs = {"nascita": born, "inizio": start, "anni": age, "obbligo assolto": schooling_done}
    if age < limits.min_age or not schooling_done:
        return Outcome(
            "R-REC-01",
            Verdict.NOT_MET,
            f"Servono {limits.min_age} anni compiuti all'inizio e l'obbligo di istruzione assolto: "
            f"l'età è {age} anni.",
            inputs,
            SOURCE,
        )
    return advise(
        "R-REC-01",
        age >= limits.adult_age or kind is Kind.SUMMER,
        yes=f"L'età all'inizio ({age} anni) e l'obbligo di istruzione consentono il tirocinio.",
        no=f"All'inizio il tirocinante ha {age} anni: per un tirocinio non estivo va verificata "
        "l'ammissibilità dei minori.",
        inputs=inputs,
        source=SOURCE,
    )


def one_category(category: Category | None) -> Outcome:
    """R-REC-02: exactly one primary category."""
    return judge(
        "R-REC-02",
        category is not None,
        yes=f"La categoria di destinatario è indicata ({category or ''}).",
        no="Manca la categoria di destinatario: va scelta quella che ricorre.",
        inputs={"categoria": category or ""},
        source=SOURCE,
    )


def evidence_held(category: Category, dated: date | None, start: date) -> Outcome:
    """R-REC-03: the category is proved by its document, not younger than the start."""
    document = EVIDENCE[category]
    return judge(
        "R-REC-03",
        dated is not None and dated <= start,
        yes=f"La categoria è documentata: {document}.",
        no=f"Manca, o è successivo all'inizio, il documento della categoria: {document}.",
        inputs={"categoria": category, "data": dated or ""},
        source=SOURCE,
    )


def permit_covers(
    *, needs_permit: bool, lives_abroad: bool, valid_to: date | None, end: date, renewing: bool
) -> Outcome:
    """R-REC-04: a permit of stay holds to the end, or its renewal has been asked for."""
    if not needs_permit:
        return Outcome("R-REC-04", Verdict.MET, "Permesso di soggiorno non richiesto.")
    if lives_abroad:
        return Outcome(
            "R-REC-04",
            Verdict.NOT_MET,
            "Per chi risiede fuori dall'Unione europea vale la procedura regionale apposita.",
            source="D.G.R. Lombardia X/4732 del 2016",
        )
    return judge(
        "R-REC-04",
        renewing or (valid_to is not None and valid_to >= end),
        yes="Il permesso di soggiorno copre il tirocinio.",
        no=f"Il permesso di soggiorno scade prima del {day(end)} e non risulta chiesto il rinnovo.",
        inputs={"scadenza": valid_to or "", "fine": end},
        source=SOURCE,
    )


def graduate_in_time(
    degree: date | None, start: date, *, promoter_is_university: bool, months: int
) -> Outcome:
    """R-REC-05: a university promotes for its own graduates, within the months after the degree."""
    if not promoter_is_university:
        return Outcome("R-REC-05", Verdict.MET, "Il promotore non è un'università.")
    return judge(
        "R-REC-05",
        degree is not None and start <= months_after(degree, months),
        yes=f"Il tirocinio inizia entro {months} mesi dal titolo.",
        no=f"Un'università promuove tirocini entro {months} mesi dal titolo di studio.",
        inputs={"titolo": degree or "", "inizio": start},
        source=SOURCE,
    )


def neet(flags: Collection[bool], *, wanted: bool) -> Outcome:
    """R-REC-06: where the call wants it, neither in work nor in education nor in other measures."""
    if not wanted:
        return Outcome("R-REC-06", Verdict.MET, "Il bando non chiede la condizione di NEET.")
    return judge(
        "R-REC-06",
        bool(flags) and all(flags),
        yes="È dichiarata la condizione di NEET chiesta dal bando.",
        no="Il bando è riservato a chi non studia, non lavora e non segue altre misure.",
        source="Bando, destinatari",
    )


def hours_compatible(weekly: Decimal, others: Iterable[Decimal], limits: Limits) -> Outcome:
    """R-REC-07: more than one internship at a time keeps within the week of working-time law."""
    total = weekly + sum(others, Decimal(0))
    return judge(
        "R-REC-07",
        total <= limits.weekly_hours_max,
        yes=f"Le ore settimanali di tutti i tirocini ({total}) rispettano il limite di "
        f"{limits.weekly_hours_max}.",
        no=f"Con i tirocini in corso si arriva a {total} ore settimanali: il limite è "
        f"{limits.weekly_hours_max}.",
        inputs={"ore": total},
        source="D.Lgs. 66/2003, art. 4",
    )


def no_kinship(*, declared: bool, call_forbids: bool) -> Outcome:
    """R-REC-08: no relative of the host's owners, where the call says so; else a warning."""
    answer = judge if call_forbids else advise
    return answer(
        "R-REC-08",
        not declared,
        yes="Nessuna parentela dichiarata con titolari, soci o amministratori dell'ospitante.",
        no="È dichiarata una parentela o convivenza con titolari, soci o amministratori "
        "dell'ospitante.",
        source="Bando, incompatibilità",
    )
