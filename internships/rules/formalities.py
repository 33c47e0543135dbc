"""Small duties around the papers: copies, stamp, lead time, data of the communication, trips (R-DOC, R-COB)."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from workflows.rules import Outcome, advise, judge
from workflows.rules.words import day

SOURCE = "Indirizzi regionali in materia di tirocini"
KINDS = frozenset({"individual", "collective"})


def kind_known(kind: str) -> Outcome:
    """R-DOC-02: an agreement is for one internship or for many."""
    return judge(
        "R-DOC-02",
        kind in KINDS,
        yes="La convenzione dice se è individuale o collettiva.",
        no="La convenzione è individuale o collettiva: indica quale.",
        inputs={"tipo": kind},
        source=SOURCE,
    )


def in_force(*, collective: bool, valid_to: date | None, today: date) -> Outcome:
    """R-DOC-02: plans are signed under a collective agreement until its last day."""
    return judge(
        "R-DOC-02",
        not collective or (valid_to is not None and today <= valid_to),
        yes="La convenzione vale oggi.",
        no=f"La convenzione collettiva è scaduta il {day(valid_to) if valid_to else ''}: serve una nuova convenzione.",
        inputs={"valida fino al": valid_to or "", "oggi": today},
        source=SOURCE,
    )


def same_parties(*, collective: bool, same: bool) -> Outcome:
    """R-DOC-02: only a collective agreement of the same host and promoter is named by others."""
    return judge(
        "R-DOC-02",
        collective and same,
        yes="La convenzione collettiva è dello stesso ospitante e dello stesso promotore.",
        no="La convenzione indicata non è una convenzione collettiva di questo ospitante e di "
        "questo promotore.",
        source=SOURCE,
    )


def region_ruled(governing: str, home: str, *, ruleset: str) -> Outcome:
    """R-HOS-07: the rules are those of the Region that the agreement names; others are looked up."""
    return advise(
        "R-HOS-07",
        governing == home,
        yes=f"Si applicano le regole della Regione {governing} ({ruleset}).",
        no=f"Per la convenzione si applicano le regole della Regione {governing or 'non indicata'}: "
        f"qui sono verificate quelle della Regione {home}, le altre vanno verificate a parte.",
        inputs={"regione": governing, "regole verificate": ruleset},
        source=SOURCE,
    )


def jointly_declared(*, declared: bool) -> Outcome:
    """R-DOC-05: promoter and host declare together, in the agreement, that the requirements hold."""
    return judge(
        "R-DOC-05",
        declared,
        yes="La convenzione contiene la dichiarazione congiunta (art. 76 D.P.R. 445/2000).",
        no="Manca la dichiarazione congiunta sui requisiti (art. 76 D.P.R. 445/2000).",
        source=SOURCE,
    )


def copies_given(without: Collection[str]) -> Outcome:
    """R-DOC-06: promoter, host and intern each have a copy; who has none is noted."""
    return advise(
        "R-DOC-06",
        not without,
        yes="Promotore, ospitante e tirocinante hanno la loro copia.",
        no=f"Senza copia: {', '.join(sorted(without))}.",
        inputs={"senza": ", ".join(sorted(without))},
        source=SOURCE,
    )


def stamp_paid(receipt: str, *, asked: bool) -> Outcome:
    """R-DOC-08: stamp duty on the agreement, where the promoter asks for it."""
    return advise(
        "R-DOC-08",
        not asked or bool(receipt.strip()),
        yes="Il bollo non è chiesto, o la ricevuta è indicata.",
        no="Il promotore chiede il bollo sulla convenzione: manca la ricevuta.",
        inputs={"ricevuta": receipt},
        source="D.P.R. 642/1972",
    )


def sent_soon_enough(sent: date, start: date, days: int) -> Outcome:
    """R-DOC-10: from the forms sent to the host to the first day some time is needed."""
    return advise(
        "R-DOC-10",
        (start - sent).days >= days,
        yes=f"Tra l'invio dei moduli e l'inizio ci sono almeno {days} giorni.",
        no=f"Tra l'invio dei moduli, {day(sent)}, e l'inizio servono circa {days} giorni.",
        inputs={"invio": sent, "inizio": start},
        source="Prassi dei promotori",
    )


def communication_complete(data: Mapping[str, str]) -> Outcome:
    """R-COB-06: the communication of the start names promoter, types and insurance position."""
    missing = [name for name, value in data.items() if not value.strip()]
    return judge(
        "R-COB-06",
        not missing,
        yes="I dati per la comunicazione obbligatoria ci sono tutti.",
        no=f"Per la comunicazione obbligatoria mancano: {', '.join(missing)}.",
        inputs={"mancano": ", ".join(missing)},
        source="D.L. 510/1996, art. 9-bis",
    )


def trip_told_in_time(told: datetime, begins: datetime, hours: int) -> Outcome:
    """R-DUR-23: a trip is told to the promoter so many hours before, to extend the insurance."""
    return advise(
        "R-DUR-23",
        (begins - told).total_seconds() >= hours * 3600,
        yes=f"La trasferta è comunicata almeno {hours} ore prima.",
        no=f"La trasferta va comunicata al promotore almeno {hours} ore prima, con il tutor presente.",
        inputs={"comunicata": told, "inizio": begins},
        source="Prassi dei promotori",
    )
