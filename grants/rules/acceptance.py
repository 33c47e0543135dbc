"""The deed by which a grant is taken on: in time, signed by who may, paid to who received it (REV-01)."""

from datetime import date

from workflows.rules import Outcome, Verdict, advise, judge
from workflows.rules.signatures import Worth
from workflows.rules.words import day

SOURCE = "Bando, accettazione del contributo"
# Looked at by a person, who may take them with a reason: signed by hand, or by an authority abroad.
DOUBTFUL = frozenset({Worth.NONE, Worth.UNTRUSTED})


def deed_in_time(today: date, due: date, *, arrived: bool) -> Outcome:
    """REV-01: the deed comes back by the last day of its term; no term runs before the grant arrives."""
    return judge(
        "REV-01",
        not arrived or today <= due,
        yes=f"L'atto di impegno va restituito entro il {day(due)}.",
        no=f"L'atto di impegno andava restituito entro il {day(due)}: il contributo decade.",
        inputs={"oggi": today, "termine": due},
        source=SOURCE,
    )


def deed_overdue(today: date, due: date, *, arrived: bool, returned: bool) -> Outcome:
    """REV-01: a grant lapses only after the term that began with its letter, and without a deed."""
    return judge(
        "REV-01",
        arrived and today > due and not returned,
        yes=f"L'atto di impegno non è stato restituito entro il {day(due)}.",
        no="L'atto di impegno è stato restituito."
        if returned
        else f"L'atto di impegno si può ancora restituire, fino al {day(due)}."
        if arrived
        else "Non risulta che la concessione sia arrivata: il termine non decorre ancora.",
        inputs={"oggi": today, "termine": due},
        source=SOURCE,
    )


def deed_signed(worth: str, sentence: str) -> Outcome:
    """DIG-15: the deed bears a valid signature of the beneficiary or of who represents it.

    A deed signed by hand, or under an authority that is not known here, is for a person to judge; one
    that was altered, is somebody else's or was signed with a dead certificate is none.
    """
    found = Worth(worth) if worth else Worth.NONE
    inputs = {"firma": found.value}
    if found is Worth.VALID:
        return Outcome("DIG-15", Verdict.MET, sentence, inputs, "CAD, artt. 20 e 24")
    if found in DOUBTFUL:
        return Outcome("DIG-15", Verdict.WARNING, sentence, inputs, "CAD, artt. 20 e 24")
    return Outcome("DIG-15", Verdict.NOT_MET, sentence, inputs, "CAD, artt. 20 e 24")


def account_dedicated(declared: bool) -> Outcome:
    """PAY-12: the account is declared to serve the contribution, its payments and its proceeds."""
    return judge(
        "PAY-12",
        declared,
        yes="Il conto è dichiarato dedicato al contributo.",
        no="Va dichiarato che il conto è dedicato al contributo.",
        source=SOURCE,
    )


def vat_number_opened(is_aspiring: bool, number: str, days: int, last: date) -> Outcome:
    """COW-09: who was about to start an activity has opened its VAT number."""
    if not is_aspiring:
        return Outcome("COW-09", Verdict.MET, "L'apertura della partita IVA non è dovuta.")
    return advise(
        "COW-09",
        bool(number),
        yes=f"La partita IVA {number} è aperta.",
        no=f"La partita IVA va aperta e comunicata entro {days} giorni dalla concessione: "
        f"il {day(last)}.",
        inputs={"partita IVA": number or "—", "ultimo giorno": last},
        source="Bando, soggetti beneficiari",
    )
