"""Who may ask, for which place and which time (COW, CALL, AID)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from workflows.rules import Outcome, Verdict, judge
from workflows.rules.words import age_on, day, euro, months_after


def call_open(*, received: str, is_open: bool) -> Outcome:
    """RANK-05: an application counts when it arrives between opening and closing."""
    return judge(
        "RANK-05",
        is_open,
        yes="La domanda è arrivata nei termini del bando.",
        no="Il bando non è aperto: la domanda non può essere ricevuta.",
        inputs={"ricevuta": received},
        source="D.Lgs. 184/2025, art. 13",
    )


def age_within(born: date, on: date, limits: Sequence[int] | None) -> Outcome:
    """COW-01: age in full years on the day of filing, both limits included."""
    if not limits:
        return Outcome("COW-01", Verdict.MET, "Il bando non pone limiti di età.")
    age, (least, most) = age_on(born, on), limits
    return judge(
        "COW-01",
        least <= age <= most,
        yes=f"L'età alla presentazione ({age} anni) è tra {least} e {most} anni compiuti.",
        no=f"Alla presentazione servono da {least} a {most} anni compiuti: l'età è {age} anni.",
        inputs={"nascita": born, "presentazione": on, "anni": age},
        source="Bando, soggetti beneficiari",
    )


def seat_in_province(province: str, wanted: str) -> Outcome:
    """COW-02: residence, or the seat of the firm, stands in the province of the call."""
    return judge(
        "COW-02",
        province == wanted,
        yes=f"Residenza o sede in provincia di {wanted}.",
        no=f"La residenza o la sede deve essere in provincia di {wanted}; risulta {province or '—'}.",
        inputs={"provincia": province},
        source="Bando, soggetti beneficiari",
    )


def vat_commitment(is_aspiring: bool, committed: bool, days: int) -> Outcome:
    """COW-09: who has no VAT number yet commits to open it in time."""
    if not is_aspiring:
        return Outcome("COW-09", Verdict.MET, "Impegno ad aprire la partita IVA non dovuto.")
    return judge(
        "COW-09",
        committed,
        yes=f"Impegno ad aprire la partita IVA entro {days} giorni dalla concessione.",
        no=f"Serve l'impegno ad aprire la partita IVA entro {days} giorni dalla concessione.",
        source="Bando, soggetti beneficiari",
    )


def space_qualified(name: str, on: date, qualified: bool) -> Outcome:
    """COW-03: the space stands in the register on the day that counts."""
    return judge(
        "COW-03",
        qualified,
        yes=f"{name} è iscritto all'elenco degli spazi qualificati in data {day(on)}.",
        no=f"{name} non risulta iscritto all'elenco degli spazi qualificati in data {day(on)}.",
        inputs={"spazio": name, "giorno": on},
        source="Bando, spazi ammessi",
        remedy="Scegli uno spazio che risulti iscritto all'elenco.",
    )


def space_not_own(manager_code: str, applicant_codes: Iterable[str]) -> Outcome:
    """COW-04: who manages the space does not get money to rent it."""
    return judge(
        "COW-04",
        manager_code not in set(applicant_codes),
        yes="Chi fa domanda non gestisce lo spazio scelto.",
        no="Lo spazio scelto è gestito da chi fa domanda: la spesa non è ammissibile.",
        inputs={"gestore": manager_code},
        source="Bando, spese ammissibili",
    )


def whole_months(start: date, end: date) -> Decimal:
    """Return how many whole months a period has, its last day included."""
    last, months = end + timedelta(days=1), 0
    while months_after(start, months + 1) <= last:
        months += 1
    return Decimal(months)


def period_within(start: date, end: date, filed: date, months: Sequence[int]) -> list[Outcome]:
    """COW-05: the period starts after filing and lasts between the call's months, both included."""
    least, most = months
    last = end + timedelta(days=1)
    long_enough, short_enough = (
        months_after(start, least) <= last,
        last <= months_after(start, most),
    )
    return [
        judge(
            "COW-05",
            start > filed,
            yes="Il periodo inizia dopo la presentazione della domanda.",
            no=f"Il periodo deve iniziare dal giorno dopo la presentazione ({day(filed)}).",
            inputs={"dal": start, "presentazione": filed},
            source="Bando, periodo ammissibile",
        ),
        judge(
            "COW-05",
            start <= end and long_enough and short_enough,
            yes=f"Il periodo dura da {least} a {most} mesi.",
            no=f"Il periodo deve durare da {least} a {most} mesi: dal {day(start)} al {day(end)} "
            + ("è troppo breve." if not long_enough else "è troppo lungo."),
            inputs={"dal": start, "al": end},
            source="Bando, periodo ammissibile",
        ),
    ]


def no_other_aid(declared: bool, detail: str) -> Outcome:
    """CALL-19: this call does not add up with other contributions on the same spend."""
    return judge(
        "CALL-19",
        not declared,
        yes="Nessun altro contributo dichiarato sulla stessa spesa.",
        no="È dichiarato un altro contributo sulla stessa spesa: il bando non lo consente.",
        inputs={"dettaglio": detail},
        source="D.Lgs. 184/2025, art. 12 c. 3",
    )


def aid_room(requested: Decimal, room: Decimal, ceiling: Decimal, years: int) -> Outcome:
    """AID-01, AID-05: the new aid fits in what is left of the de minimis ceiling."""
    return judge(
        "AID-01",
        requested <= room,
        yes=f"L'aiuto rientra nel massimale de minimis: restano {euro(room)} su {euro(ceiling)}.",
        no=f"L'aiuto supera il massimale de minimis: in {years} anni restano {euro(room)} "
        f"su {euro(ceiling)}.",
        inputs={"richiesto": requested, "capienza": room, "massimale": ceiling},
        source="Reg. (UE) 2023/2831, art. 3",
    )
