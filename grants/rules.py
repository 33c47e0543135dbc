"""Rules of the coworking contribution as plain arithmetic: no database, no clock.

Every number comes in as an argument: it is a parameter of the call or of the law. Amounts are
Decimals in EUR, dates are days. Each rule answers with an Outcome whose sentence is Italian: it
goes to the screen, into the history and into the letter.
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from workflows.rules import Outcome, Verdict, advise, judge

CENT = Decimal("0.01")
HUNDRED = Decimal(100)


def cents(amount: Decimal) -> Decimal:
    """Round to the cent, half up (AMT-06)."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def euro(amount: Decimal) -> str:
    """Write an amount as Italian letters do: 1.500,00 €."""
    text = f"{cents(amount):,.2f}"
    return text.translate(str.maketrans(",.", ".,")) + " €"


def day(value: date) -> str:
    """Write a day as Italian letters do: 23/11/2026."""
    return f"{value:%d/%m/%Y}"


def months_after(start: date, months: int) -> date:
    """Return the same day `months` later, or the month's last day where it is missing (TERM-05)."""
    month = start.month - 1 + months
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def age_on(born: date, on: date) -> int:
    """Return full years of age on a day; who is born on 29 February ages on 1 March."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of spend: price without VAT and price of the list, in EUR; `vat_rate` in percent."""

    kind: str
    description: str
    quantity: Decimal
    unit_price: Decimal
    vat_rate: Decimal
    list_price: Decimal | None = None
    admitted: Decimal | None = None

    @property
    def net(self) -> Decimal:
        """Quantity times price, to the cent, in EUR."""
        return cents(self.quantity * self.unit_price)

    def cost(self, *, with_vat: bool) -> Decimal:
        """What the line weighs in the contribution, in EUR (AMT-02)."""
        if self.admitted is not None:
            return self.admitted
        if not with_vat:
            return self.net
        return cents(self.net * (HUNDRED + self.vat_rate) / HUNDRED)


@dataclass(frozen=True, slots=True)
class Contribution:
    """How much a spend gives, step by step; `amount` is None where the spend is too low."""

    eligible: Decimal
    share: Decimal
    amount: Decimal | None
    steps: tuple[tuple[str, Decimal], ...]


def contribution(
    lines: Iterable[Line],
    *,
    rate_percent: Decimal,
    ceiling: Decimal,
    minimum: Decimal,
    with_vat: bool,
) -> Contribution:
    """Compute min(eligible × rate, ceiling), nothing under the minimum spend (AMT-01, AMT-06)."""
    eligible = sum((line.cost(with_vat=with_vat) for line in lines), Decimal(0))
    share = cents(eligible * rate_percent / HUNDRED)
    steps = [
        ("Spesa ammissibile" + (" (IVA compresa)" if with_vat else " (senza IVA)"), eligible),
        (f"{percent(rate_percent)} della spesa ammissibile", share),
        ("Contributo massimo", ceiling),
    ]
    if eligible < minimum:
        return Contribution(
            eligible, share, None, (*steps, ("Spesa minima non raggiunta", minimum))
        )
    amount = min(share, ceiling)
    return Contribution(eligible, share, amount, (*steps, ("Contributo", amount)))


def percent(value: Decimal) -> str:
    """Write a percentage: 50%, 12,5%."""
    return f"{value.normalize():f}".replace(".", ",") + "%"


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


def space_qualified(name: str, on: date, qualified: bool) -> Outcome:
    """COW-03: the space stands in the register on the day that counts."""
    return judge(
        "COW-03",
        qualified,
        yes=f"{name} è iscritto all'elenco degli spazi qualificati il {day(on)}.",
        no=f"{name} non risulta iscritto all'elenco degli spazi qualificati il {day(on)}.",
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


def kinds_allowed(lines: Iterable[Line], allowed: Iterable[str]) -> Outcome:
    """COW-06: only the kinds of spend that the call names."""
    strangers = sorted({line.kind for line in lines} - set(allowed))
    return judge(
        "COW-06",
        not strangers,
        yes="Tutte le voci di spesa sono tra quelle previste dal bando.",
        no="Ci sono voci di spesa che il bando non prevede.",
        inputs={"non previste": ", ".join(strangers)},
        source="Bando, spese ammissibili",
    )


def price_within_list(line: Line, tolerance_percent: Decimal) -> Outcome:
    """COW-07: a price above the space's list by more than the tolerance is looked at by a person."""
    if line.list_price is None:
        return Outcome(
            "COW-07",
            Verdict.WARNING,
            f"“{line.description}” non è nel listino dello spazio: va verificata sul preventivo.",
            {"prezzo": line.unit_price},
        )
    most = cents(line.list_price * (HUNDRED + tolerance_percent) / HUNDRED)
    return advise(
        "COW-07",
        line.unit_price <= most,
        yes=f"“{line.description}”: il prezzo è in linea con il listino.",
        no=f"“{line.description}”: {euro(line.unit_price)} supera il listino "
        f"({euro(line.list_price)}) di oltre il {percent(tolerance_percent)}.",
        inputs={"prezzo": line.unit_price, "listino": line.list_price, "massimo": most},
        source="Bando, spese ammissibili",
        remedy="Controlla il prezzo: la parte che supera il listino può essere tagliata.",
    )


def minimum_reached(computed: Contribution, minimum: Decimal) -> Outcome:
    """AMT-01: under the minimum spend the application is not admissible."""
    return judge(
        "AMT-01",
        computed.amount is not None,
        yes=f"La spesa ammissibile ({euro(computed.eligible)}) raggiunge il minimo di {euro(minimum)}.",
        no=f"La spesa ammissibile ({euro(computed.eligible)}) è sotto il minimo di {euro(minimum)}.",
        inputs={"spesa": computed.eligible, "minimo": minimum},
        source="Bando, agevolazione",
    )


def request_within(requested: Decimal, computed: Contribution) -> Outcome:
    """AMT-01: one may ask for less than the computed contribution, never for more."""
    most = computed.amount or Decimal(0)
    return judge(
        "AMT-01",
        Decimal(0) < requested <= most,
        yes=f"Il contributo richiesto ({euro(requested)}) non supera quello calcolato ({euro(most)}).",
        no=f"Il contributo richiesto ({euro(requested)}) deve essere tra 0,01 € e {euro(most)}.",
        inputs={"richiesto": requested, "calcolato": most},
        source="Bando, agevolazione",
    )


def quote_fresh(quoted: date | None, filed: date, max_age_days: int) -> Outcome:
    """COW-08: the quotation bears a date not in the future and not older than the call says."""
    oldest = filed - timedelta(days=max_age_days)
    return judge(
        "COW-08",
        quoted is not None and oldest <= quoted <= filed,
        yes="La data del preventivo è valida.",
        no=f"Il preventivo deve essere datato tra il {day(oldest)} e il {day(filed)}.",
        inputs={"preventivo": quoted or "—", "presentazione": filed},
        source="Bando, documenti",
    )


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


def documents_present(missing: Sequence[tuple[str, bool]]) -> list[Outcome]:
    """SOC-03, SOC-05: what is missing is asked for; only an essential document blocks filing."""
    if not missing:
        return [Outcome("SOC-03", Verdict.MET, "I documenti richiesti ci sono tutti.")]
    return [
        Outcome(
            "SOC-03" if essential else "SOC-05",
            Verdict.NOT_MET if essential else Verdict.WARNING,
            f"Manca il documento “{title}”.",
            source="D.Lgs. 184/2025, art. 14",
        )
        for title, essential in missing
    ]


def declarations_made(missing: Sequence[str]) -> Outcome:
    """DOC-01, DOC-02: every declaration is made, tick by tick."""
    return judge(
        "DOC-01",
        not missing,
        yes="Tutte le dichiarazioni sono state rese.",
        no="Mancano delle dichiarazioni: " + ", ".join(missing) + ".",
        source="DPR 445/2000, artt. 46-47",
    )


def project_told(text: str, least: int, most: int) -> Outcome:
    """COW-10: the project is told within the call's number of characters."""
    length = len(text.strip())
    return judge(
        "COW-10",
        least <= length <= most,
        yes="Il progetto d'attività è descritto.",
        no=f"Il progetto d'attività deve avere da {least} a {most} caratteri: ora sono {length}.",
        inputs={"caratteri": length},
        source="Bando, domanda",
    )


def turn_to_be_served(amount: Decimal, available: Decimal, ahead: Decimal, number: int) -> Outcome:
    """RANK-01: money goes in order of filing; those ahead and undecided keep what they may get."""
    return judge(
        "RANK-01",
        number == 0 or available - ahead >= amount,
        yes="Le domande presentate prima hanno copertura.",
        no=f"Ci sono {number} domande presentate prima e non ancora decise, per {euro(ahead)}: "
        "vanno decise prima, perché i fondi rimasti non bastano per tutte.",
        inputs={"importo": amount, "disponibile": available, "prima": ahead},
        source="D.Lgs. 184/2025, art. 13 c. 2 a)",
    )


def funds_cover(amount: Decimal, available: Decimal) -> Outcome:
    """CALL-08: the grant fits in what is left; funds are a hard ceiling."""
    return judge(
        "CALL-08",
        amount <= available,
        yes=f"I fondi coprono il contributo: disponibili {euro(available)}.",
        no=f"I fondi non bastano: disponibili {euro(available)}, servono {euro(amount)}.",
        inputs={"importo": amount, "disponibile": available},
        source="D.Lgs. 184/2025, art. 12 c. 4",
    )


def funds_partly_cover(amount: Decimal, available: Decimal, *, partial_last: bool) -> Outcome:
    """RANK-12: an offer in part is made where something, but not enough, is left."""
    return judge(
        "RANK-12",
        partial_last and Decimal(0) < available < amount,
        yes=f"I fondi coprono solo in parte: {euro(available)} su {euro(amount)}.",
        no="L'offerta parziale si fa solo quando i fondi rimasti coprono una parte del contributo.",
        inputs={"importo": amount, "disponibile": available},
        source="Bando, graduatoria e fondi",
    )


def funds_exhausted(amount: Decimal, available: Decimal, *, partial_last: bool) -> Outcome:
    """RANK-17: the waiting list is for those whom the funds no longer reach."""
    return judge(
        "RANK-17",
        available <= 0 or (not partial_last and available < amount),
        yes="I fondi sono esauriti: la domanda va in lista d'attesa.",
        no=f"Ci sono ancora fondi ({euro(available)}): la lista d'attesa non serve.",
        inputs={"importo": amount, "disponibile": available},
        source="Bando, graduatoria e fondi",
    )
