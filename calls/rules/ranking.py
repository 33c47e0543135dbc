"""How applications are put in order and money is shared out (RANK-01…17)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from calls.rules.faults import Fault
from calls.rules.words import cents, euro

PLACE, RESOURCES = "graduatoria", "risorse"

FILING_ORDER, SCORE, PRO_RATA, DRAW = "filing_order", "score", "pro_rata", "draw"
POLICIES = {
    FILING_ORDER: "in ordine di presentazione",
    SCORE: "in ordine di punteggio",
    PRO_RATA: "riparto in proporzione",
    DRAW: "sorteggio pubblico",
}
LAST_PLACES = {
    "partial": "contributo parziale, se accettato",
    "skip": "si passa alla prima domanda che ci sta per intero",
    "stop": "ci si ferma",
}
COMPENSATIONS = {
    "none": "le quote non si compensano",
    "proportional": "in proporzione al fabbisogno rimasto scoperto",
    "order": "nell'ordine delle quote",
}
CRITERION, PREMIUM_HOLDER, YOUNGER, EARLIER_FILING, PUBLIC_DRAW = (
    "criterion",
    "premium_holder",
    "younger",
    "earlier_filing",
    "public_draw",
)
STEPS = {
    PREMIUM_HOLDER: "chi ha una premialità",
    YOUNGER: "chi è più giovane",
    EARLIER_FILING: "chi ha presentato prima la domanda",
    PUBLIC_DRAW: "sorteggio pubblico con seme pubblicato",
}


@dataclass(frozen=True)
class Share:
    """What a province has of the resources, in EUR (RANK-15)."""

    province: str
    amount: Decimal


def tie_faults(chain: Sequence[str], criteria: Sequence[str], *, is_needed: bool) -> list[Fault]:
    """Say what is wrong with the chain that breaks ties; `criteria` are their titles (RANK-08)."""
    if not chain:
        sentence = "Indica come si decide fra domande con lo stesso punteggio."
        return [_fault(sentence, "RANK-08", "tie_chain")] if is_needed else []
    found = []
    if len(set(chain)) < len(chain):
        found.append("Nell'ordine di preferenza un criterio compare due volte.")
    found += [
        f"L'ordine di preferenza nomina qualcosa che non c'è: “{step}”."
        for step in chain
        if step not in STEPS and criterion_of(step, len(criteria)) is None
    ]
    if PUBLIC_DRAW in chain[:-1]:
        found.append("Dopo il sorteggio pubblico non resta niente da decidere: mettilo per ultimo.")
    faults = [_fault(sentence, "RANK-08", "tie_chain") for sentence in found]
    if PUBLIC_DRAW not in chain:
        sentence = "Senza sorteggio in fondo, una parità può restare: servirà un verbale."
        faults.append(Fault(PLACE, sentence, "RANK-08", "tie_chain", is_advice=True))
    return faults


def criterion_of(step: str, count: int) -> int | None:
    """Return which of `count` criteria, from 0, a step of the chain names; None for another step."""
    name, _colon, place = step.partition(":")
    if name != CRITERION or not (place.isascii() and place.isdigit()):
        return None
    return int(place) - 1 if 1 <= int(place) <= count else None


def step_in_words(step: str, criteria: Sequence[str]) -> str:
    """Say a step of the chain: the title of the criterion, or what it is."""
    index = criterion_of(step, len(criteria))
    return STEPS.get(step, step) if index is None else f"punteggio in “{criteria[index]}”"


def policy_faults(policy: str, *, is_ranking: bool, has_criteria: bool) -> list[Fault]:
    """Say whether the way money is shared out fits the procedure (RANK-01, RANK-02, RANK-16)."""
    if policy not in POLICIES:
        return [_fault("Scegli come si distribuiscono le risorse.", "RANK-01", "allocation")]
    if policy == SCORE and not has_criteria:
        sentence = "L'ordine di punteggio ha bisogno dei criteri."
        return [_fault(sentence, "RANK-02", "allocation")]
    if is_ranking and policy == FILING_ORDER:
        sentence = "Una graduatoria non va in ordine di presentazione."
        return [_fault(sentence, "RANK-02", "allocation")]
    if not is_ranking and policy == SCORE:
        sentence = "Uno sportello non va in ordine di punteggio."
        return [_fault(sentence, "RANK-01", "allocation")]
    return []


def waiting_list_faults(percent: object, *, is_ranking: bool) -> list[Fault]:
    """Say where a waiting list beyond the funds does not fit the procedure (RANK-17)."""
    if not is_ranking or percent in (None, ""):
        return []
    sentence = (
        "La lista d'attesa oltre le risorse è degli sportelli: in una graduatoria attendono le "
        "domande ammissibili non finanziate, finché la graduatoria è valida."
    )
    return [_fault(sentence, "RANK-17", "waiting_list_percent")]


def share_faults(shares: Sequence[Share], endowment: Decimal | None) -> list[Fault]:
    """Say what is wrong with territorial shares, which together give the endowment (RANK-15)."""
    if not shares:
        return []
    found = []
    provinces = [share.province for share in shares]
    if len(set(provinces)) < len(provinces):
        found.append("Una provincia compare due volte fra le quote territoriali.")
    if any(share.amount <= 0 for share in shares):
        found.append("Ogni quota territoriale deve essere più di zero.")
    total = cents(sum((share.amount for share in shares), Decimal(0)))
    if endowment is not None and total != endowment:
        found.append(
            f"Le quote territoriali fanno {euro(total)} e la dotazione è {euro(endowment)}."
        )
    return [Fault(RESOURCES, sentence, "RANK-15", "shares") for sentence in found]


def _fault(sentence: str, rule: str, item: str) -> Fault:
    return Fault(PLACE, sentence, rule, item)
