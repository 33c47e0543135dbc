"""What must be there before money leaves the office (G5: PAY, TRA-03, RNA-08)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from workflows.rules import Outcome, Verdict, judge
from workflows.rules.words import day, euro


class Payee(StrEnum):
    """What the bank answered on who holds an account (PAY-12)."""

    MATCH = "match"
    CLOSE = "close"
    NO_MATCH = "no_match"
    NOT_POSSIBLE = "not_possible"


@dataclass(frozen=True, slots=True)
class Durc:
    """A certificate of contributions: its number, its day, whether regular, and debts in EUR."""

    number: str
    issued_on: date
    is_regular: bool
    debt: Decimal = Decimal("0.00")


def durc_until(issued_on: date, valid_days: int) -> date:
    """Return the last day on which a certificate is valid (PAY-01)."""
    return issued_on + timedelta(days=valid_days)


def durc_covers(
    durc: Durc | None, on: date, valid_days: int, *, exemption: str = ""
) -> list[Outcome]:
    """PAY-01 to PAY-03: a certificate valid on the day of payment, or why none is needed.

    An irregular one does not stop the payment: the institutes' confirmed debts are paid first.
    """
    if exemption.strip():
        return [
            Outcome(
                "PAY-02",
                Verdict.MET,
                f"Il DURC non è dovuto: {exemption.strip().rstrip('.')}.",
                source="D.Lgs. 184/2025, art. 18 c. 3 b)",
            )
        ]
    if durc is None:
        return [_no_durc("Manca il DURC: va acquisito d'ufficio.", {})]
    last = durc_until(durc.issued_on, valid_days)
    inputs = {"protocollo": durc.number, "emesso": durc.issued_on, "scade": last}
    if durc.issued_on > on:
        return [_no_durc(f"Il DURC è datato {day(durc.issued_on)}, dopo il pagamento.", inputs)]
    if on > last:
        return [_no_durc(f"Il DURC è scaduto il {day(last)}: va acquisito di nuovo.", inputs)]
    valid = f"Il DURC {durc.number} è valido fino al {day(last)}."
    outcomes = [Outcome("PAY-01", Verdict.MET, valid, inputs, "D.Lgs. 184/2025, art. 18")]
    return outcomes if durc.is_regular else [*outcomes, _substitution(durc)]


def _no_durc(sentence: str, inputs: dict[str, object]) -> Outcome:
    return Outcome("PAY-01", Verdict.NOT_MET, sentence, inputs, "D.Lgs. 184/2025, art. 18")


def _substitution(durc: Durc) -> Outcome:
    return judge(
        "PAY-03",
        durc.debt > 0,
        yes=f"Il DURC non è regolare: {euro(durc.debt)} vanno agli istituti (intervento sostitutivo).",
        no="Il DURC non è regolare e manca l'importo confermato dagli istituti.",
        inputs={"debito": durc.debt},
        source="DL 69/2013, art. 31 c. 3",
    )


def enquiry_due(amount: Decimal, threshold: Decimal) -> bool:
    """Tell whether a payment in EUR asks for the enquiry of art. 48-bis: strictly above (PAY-05)."""
    return amount > threshold


def enquiry_done(
    amount: Decimal, threshold: Decimal, request: str, answered_on: date | None, on: date
) -> Outcome:
    """PAY-05: above the threshold the collector has been asked, and has answered or the term passed.

    `amount` is the whole due, in EUR, also where it is paid in parts: a payment is never split to
    stay under.
    """
    due = enquiry_due(amount, threshold)
    done = bool(request.strip()) and answered_on is not None and answered_on <= on
    return judge(
        "PAY-05",
        not due or done,
        yes=f"Verifica art. 48-bis {request.strip()} acquisita."
        if due
        else f"{euro(amount)} non supera {euro(threshold)}: la verifica art. 48-bis non è dovuta.",
        no=f"{euro(amount)} supera {euro(threshold)}: manca la verifica art. 48-bis.",
        inputs={"importo": amount, "soglia": threshold, "richiesta": request.strip() or "—"},
        source="DPR 602/1973, art. 48-bis",
    )


def published_or_discharged(
    published_on: date | None, on: date, *, discharge: str = "", must_publish: bool = True
) -> Outcome:
    """TRA-03, TRA-07: the grant is published before it is paid, unless the aid register discharges."""
    published = published_on is not None and published_on <= on
    if published and published_on is not None:
        yes = f"La concessione è pubblicata dal {day(published_on)}."
    elif discharge:
        yes = f"La pubblicazione è assolta dal Registro nazionale aiuti (COR {discharge})."
    else:
        yes = "La concessione non supera la soglia di pubblicazione."
    return judge(
        "TRA-03",
        published or bool(discharge) or not must_publish,
        yes=yes,
        no="La concessione non è pubblicata: fino ad allora non è efficace e non si paga.",
        inputs={"pubblicata": published_on or "—", "COR": discharge or "—"},
        source="D.Lgs. 33/2013, art. 26 c. 3; D.Lgs. 184/2025, art. 22 c. 4",
    )


def account_of_payee(
    account_holder_codes: Iterable[str], beneficiary_codes: Iterable[str]
) -> Outcome:
    """PAY-12: the account belongs to the beneficiary, by tax code or VAT number."""
    holders = {code.strip().upper() for code in account_holder_codes if code.strip()}
    return judge(
        "PAY-12",
        bool(holders & {code.strip().upper() for code in beneficiary_codes if code.strip()}),
        yes="Il conto è intestato al beneficiario.",
        no="Il conto non è intestato al beneficiario: non si paga.",
        source="Bando, pagamenti; Reg. (UE) 2024/886",
    )


def payee_verified(answer: Payee | None, reason: str = "") -> Outcome:
    """PAY-12: the bank's answer is stored; a close match or none possible needs a person's reason."""
    explained = answer in {Payee.CLOSE, Payee.NOT_POSSIBLE} and bool(reason.strip())
    words = {
        None: "Manca la verifica del beneficiario presso la banca.",
        Payee.NO_MATCH: "La banca dice che il conto è di qualcun altro: non si paga.",
        Payee.CLOSE: "Il nome corrisponde solo in parte: va scritto perché si paga lo stesso.",
        Payee.NOT_POSSIBLE: "La verifica non è stata possibile: va scritto perché si paga.",
    }
    return judge(
        "PAY-12",
        answer is Payee.MATCH or explained,
        yes="La banca conferma il beneficiario."
        if answer is Payee.MATCH
        else f"Verifica del beneficiario superata: {reason.strip()}",
        no=words.get(answer, ""),
        inputs={"esito": answer.value if answer else "—"},
        source="Reg. (UE) 2024/886",
    )


def clear_of_recovery(regime_is_de_minimis: bool, checked_on: date | None, on: date) -> Outcome:
    """RNA-08, PAY-08: aid other than de minimis needs the Deggendorf check at payment."""
    return judge(
        "RNA-08",
        regime_is_de_minimis or (checked_on is not None and checked_on <= on),
        yes="La visura Deggendorf non è dovuta per il de minimis."
        if regime_is_de_minimis
        else "Visura Deggendorf acquisita.",
        no="Manca la visura Deggendorf.",
        source="D.Lgs. 184/2025, art. 18 c. 4 c)",
    )


def paid_by_another(payer: str, granters: Iterable[str]) -> Outcome:
    """ORG-09: nobody both grants and pays."""
    return judge(
        "ORG-09",
        payer not in set(granters),
        yes="Chi paga non è chi ha concesso.",
        no="Chi ha concesso il contributo, o ne ha proposto il pagamento, non può autorizzarlo.",
        inputs={"chi paga": payer},
        source="DPR 254/2005, artt. 15-16",
    )


def within_due(gross: Decimal, due: Decimal, already: Decimal) -> Outcome:
    """ACC-04: payments, with those already made or proposed, never pass what is due, in EUR."""
    return judge(
        "ACC-04",
        gross > 0 and gross + already <= due,
        yes=f"Il pagamento di {euro(gross)} rientra nel dovuto di {euro(due)}.",
        no=f"Il pagamento di {euro(gross)}, con {euro(already)} già disposti, "
        f"supera il dovuto di {euro(due)}.",
        inputs={"lordo": gross, "dovuto": due, "già disposti": already},
        source="DPR 254/2005, art. 15; D.Lgs. 184/2025, art. 12 c. 4",
    )
