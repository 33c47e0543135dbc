"""Whom the money reaches, in full, in part or not (RANK, CALL-08)."""

from decimal import Decimal

from workflows.rules import Outcome, Verdict, judge
from workflows.rules.words import cents, euro, percent

HUNDRED = Decimal(100)


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


def waiting_room(
    requested: Decimal, claimed: Decimal, endowment: Decimal, share: Decimal
) -> Outcome:
    """RANK-17: once the funds are all asked for, filings are taken up to a share of them.

    `claimed` is what those filed before were granted or may still get, `share` percent of the
    endowment. Who waits has no right to the money.
    """
    after = claimed + requested
    inputs = {"richiesto": requested, "già richiesto": claimed, "dotazione": endowment}
    source = "Bando, graduatoria e fondi"
    if after <= endowment:
        sentence = "Le risorse del bando coprono le domande presentate finora, compresa questa."
        return Outcome("RANK-17", Verdict.MET, sentence, inputs, source)
    if claimed < endowment:
        sentence = (
            f"Le domande presentate finora lasciano {euro(endowment - claimed)}: questa potrebbe "
            "essere finanziata soltanto in parte."
        )
        return Outcome("RANK-17", Verdict.WARNING, sentence, inputs, source)
    most = cents(endowment * share / HUNDRED)
    if after - endowment <= most:
        sentence = (
            "Le domande presentate finora esauriscono le risorse: questa entra in lista d'attesa e "
            "non dà diritto al contributo."
        )
        return Outcome("RANK-17", Verdict.WARNING, sentence, inputs, source)
    sentence = (
        "Le domande presentate finora esauriscono le risorse e la lista d'attesa, che arriva al "
        f"{percent(share)} della dotazione ({euro(most)}): il bando non riceve altre domande di "
        "questo importo."
    )
    return Outcome("RANK-17", Verdict.NOT_MET, sentence, inputs | {"lista": most}, source)
