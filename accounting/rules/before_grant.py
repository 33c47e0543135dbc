"""What must be there before money is granted (G4: PAY-01, PAY-02, PAY-09, PRE-08)."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from accounting.rules.gates import Durc, durc_until
from workflows.rules import Outcome, Verdict, judge
from workflows.rules.words import day, euro

DURC_SOURCE = "D.Lgs. 184/2025, art. 18 c. 3 b)"
ANTIMAFIA_SOURCE = "D.Lgs. 184/2025, art. 18 c. 3 a); D.Lgs. 159/2011, artt. 83, 86, 91 e 92"
# What stands against somebody, where the other rules say only that a paper is not there.
AGAINST = frozenset({"PRE-08", "CALL-10"})


class Answer(StrEnum):
    """What the prefecture's data bank answered on who is to receive money."""

    CLEAR = "clear"
    BARRED = "barred"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Antimafia:
    """An antimafia information: its number, the day of the answer (of the request while it waits)."""

    reference: str
    on: date
    answer: Answer


def durc_before_grant(
    durc: Durc | None, on: date, valid_days: int, *, exemption: str = ""
) -> Outcome:
    """PAY-01, PAY-02, PRE-08: a regular certificate valid on the day of the grant, or why none is due.

    Unlike a payment, a grant is stopped by one that is not regular: the party is told first.
    """
    if exemption.strip():
        words = f"Il DURC non è dovuto: {exemption.strip().rstrip('.')}."
        return Outcome("PAY-02", Verdict.MET, words, source=DURC_SOURCE)
    if durc is None:
        words = "Manca il DURC: va acquisito d'ufficio prima della concessione."
        return Outcome("PAY-01", Verdict.NOT_MET, words, source=DURC_SOURCE)
    last = durc_until(durc.issued_on, valid_days)
    inputs = {"protocollo": durc.number, "emesso": durc.issued_on, "scade": last}
    if not durc.issued_on <= on <= last:
        words = (
            f"Il DURC {durc.number} vale dal {day(durc.issued_on)} al {day(last)}: "
            "va acquisito di nuovo prima della concessione."
        )
        return Outcome("PAY-01", Verdict.NOT_MET, words, inputs, DURC_SOURCE)
    return judge(
        "PAY-01" if durc.is_regular else "PRE-08",
        durc.is_regular,
        yes=f"Il DURC {durc.number} è regolare e vale fino al {day(last)}.",
        no=f"Il DURC {durc.number} non è regolare: prima del diniego va comunicato il preavviso.",
        inputs=inputs,
        source=DURC_SOURCE,
    )


def antimafia_before_grant(
    amount: Decimal,
    threshold: Decimal,
    found: Antimafia | None,
    on: date,
    *,
    valid_until: date | None,
    silence_days: int,
    exemption: str = "",
) -> Outcome:
    """PAY-09: strictly above the threshold in EUR the antimafia information is there, or its term is over.

    `valid_until` is the last day of an answer. Where none has come in `silence_days`, the grant may
    be given under the condition that it is revoked (art. 92 c. 3): a person decides on it.
    """
    if amount <= threshold:
        words = f"{euro(amount)} non supera {euro(threshold)}: basta la dichiarazione antimafia."
        return Outcome("PAY-09", Verdict.MET, words, {"importo": amount}, ANTIMAFIA_SOURCE)
    if exemption.strip():
        words = f"La documentazione antimafia non è dovuta: {exemption.strip().rstrip('.')}."
        return Outcome("PAY-09", Verdict.MET, words, {"importo": amount}, ANTIMAFIA_SOURCE)
    if found is None:
        words = f"{euro(amount)} supera {euro(threshold)}: manca l'informazione antimafia."
        return Outcome("PAY-09", Verdict.NOT_MET, words, {"importo": amount}, ANTIMAFIA_SOURCE)
    inputs = {"importo": amount, "riferimento": found.reference, "giorno": found.on}
    if found.answer is Answer.BARRED:
        words = f"L'informazione antimafia {found.reference} è interdittiva: non si concede."
        return Outcome("CALL-10", Verdict.NOT_MET, words, inputs, ANTIMAFIA_SOURCE)
    if found.answer is Answer.PENDING:
        return _silence(found, on, silence_days, inputs)
    holds = valid_until is not None and found.on <= on <= valid_until
    until = day(valid_until) if valid_until else "—"
    return judge(
        "PAY-09",
        holds,
        yes=f"L'informazione antimafia {found.reference} è liberatoria e vale fino al {until}.",
        no=f"L'informazione antimafia {found.reference} valeva fino al {until}: va chiesta di nuovo.",
        inputs=inputs,
        source=ANTIMAFIA_SOURCE,
    )


def _silence(found: Antimafia, on: date, silence_days: int, inputs: dict[str, object]) -> Outcome:
    over = found.on + timedelta(days=silence_days)
    if on <= over:
        words = f"L'informazione antimafia {found.reference} è attesa fino al {day(over)}."
        return Outcome("PAY-09", Verdict.NOT_MET, words, inputs, ANTIMAFIA_SOURCE)
    words = (
        f"L'informazione antimafia {found.reference} non è arrivata entro il {day(over)}: "
        "si può concedere sotto condizione risolutiva."
    )
    return Outcome("PAY-09", Verdict.WARNING, words, inputs, ANTIMAFIA_SOURCE)
