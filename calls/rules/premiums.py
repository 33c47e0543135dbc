"""Premiums and reserves (CALL-13…18)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from calls.rules.faults import Fault
from calls.rules.words import CENT, cents, euro, number

PLACE = "premialita"
FULL = Decimal(100)
POINTS, RESERVE, HIGHER_AID = "points", "reserve", "higher_aid"
SYSTEMS = {POINTS: "punti in più", RESERVE: "riserva di fondi", HIGHER_AID: "contributo più alto"}
# The premiums of the law, by the letters of art. 8 c. 1 (CALL-13); a call may have its own too.
KINDS = {
    "legality_rating": "rating di legalità",
    "gender_certificate": "certificazione della parità di genere",
    "disability_hiring": "assunzione di persone con disabilità oltre la quota",
    "youth_women_work": "lavoro di giovani e donne",
    "birth_care_support": "sostegno alla natalità e alla cura",
}
OTHER_KIND = "other"


@dataclass(frozen=True)
class Premium:
    """An advantage for those who hold a title on the application date: points, or EUR more."""

    code: str
    title_it: str
    system: str
    kind: str = OTHER_KIND
    amount: Decimal = Decimal(0)
    points: Decimal = Decimal(0)
    title_en: str = ""
    evidence_it: str = ""


@dataclass(frozen=True)
class Reserve:
    """A share of the funds, in percent, kept for some; `within` names the reserve it is part of.

    `groups` are the kinds of enterprise it is for; unused money comes free as `release` says.
    """

    code: str
    title_it: str
    percent: Decimal
    groups: tuple[str, ...] = ()
    within: str = ""
    title_en: str = ""
    release_it: str = ""


@dataclass(frozen=True)
class SmeReserve:
    """What the law keeps for small and medium enterprises, in percent (CALL-17)."""

    sme: Decimal
    micro_small: Decimal


def premium_faults(premiums: Sequence[Premium], left_out_because: str) -> list[Fault]:
    """Say what is wrong with the premiums; those of the law may be left out for a reason (CALL-13)."""
    found = [fault for premium in premiums for fault in _of_premium(premium)]
    missing = [name for kind, name in KINDS.items() if kind not in {p.kind for p in premiums}]
    if missing and not left_out_because.strip():
        sentence = (
            f"Non ci sono le premialità di legge: {', '.join(missing)}. Aggiungile o scrivi perché "
            "non sono congrue con il bando."
        )
        found.append(Fault(PLACE, sentence, "CALL-13", "premiums_left_out_because"))
    return found


def reserve_faults(
    reserves: Sequence[Reserve], law: SmeReserve | None, *, only_small: bool
) -> list[Fault]:
    """Say what is wrong with the reserves (CALL-17, CALL-18).

    `law` is what the law keeps, where the call is one for enterprises; a call open to small and
    medium enterprises alone keeps the first share by what it is.
    """
    found = [*_of_shares(reserves)]
    if law is None:
        return found
    wanted = [("micro_small", law.sme * law.micro_small / FULL, "alle micro e piccole imprese")]
    if not only_small:
        wanted.insert(0, ("sme", law.sme, "alle PMI"))
    for group, least, whom in wanted:
        kept = kept_for(group, reserves)
        if kept < least:
            sentence = (
                f"Va riservato {whom} almeno il {number(least)}% delle risorse: il bando ne riserva "
                f"il {number(kept)}%."
            )
            found.append(Fault(PLACE, sentence, "CALL-17"))
    return found


def kept_for(group: str, reserves: Sequence[Reserve]) -> Decimal:
    """Return the share of all resources that is kept for a group, in percent.

    Those for a narrower group count within the wider one they are part of, once.
    """
    mine = [reserve for reserve in reserves if group in reserve.groups]
    outermost = [one for one in mine if one.within not in {other.code for other in mine}]
    return sum((_share(one, reserves) for one in outermost), Decimal(0))


def reserved(resources: Decimal, reserve: Reserve, reserves: Sequence[Reserve]) -> Decimal:
    """Return what a reserve keeps of the resources, in EUR: a part of the one it is within."""
    return cents(resources * _share(reserve, reserves) / FULL)


def _share(reserve: Reserve, reserves: Sequence[Reserve]) -> Decimal:
    """Return the share of all resources, in percent and not rounded."""
    outer = next((one for one in reserves if one.code == reserve.within), None)
    if outer is None or _is_circular(reserve, reserves):
        return reserve.percent
    return _share(outer, reserves) * reserve.percent / FULL


def _of_premium(premium: Premium) -> list[Fault]:
    name, found = f"“{premium.title_it}”", []
    if premium.system not in SYSTEMS:
        found.append(f"{name}: scegli se dà punti, una riserva o un contributo più alto.")
    if premium.system == POINTS and premium.points <= 0:
        found.append(f"{name}: indica quanti punti dà.")
    if premium.system == HIGHER_AID and premium.amount < CENT:
        found.append(f"{name}: indica di quanto aumenta il contributo.")
    return [Fault(PLACE, sentence, "CALL-13", premium.code) for sentence in found]


def _of_shares(reserves: Sequence[Reserve]) -> list[Fault]:
    found = []
    codes = {reserve.code for reserve in reserves}
    for reserve in reserves:
        name = f"“{reserve.title_it}”"
        if not 0 < reserve.percent <= FULL:
            sentence = f"{name}: la quota va da più di zero a cento."
            found.append(Fault(PLACE, sentence, "CALL-17", reserve.code))
        if reserve.within and (reserve.within not in codes or _is_circular(reserve, reserves)):
            sentence = f"{name}: la riserva di cui fa parte non c'è o fa parte di questa."
            found.append(Fault(PLACE, sentence, "CALL-17", reserve.code))
    for outer in ("", *sorted(codes)):
        total = sum((r.percent for r in reserves if r.within == outer), Decimal(0))
        if total > FULL:
            sentence = f"Le riserve insieme fanno il {number(total)}%: più di quello che c'è."
            found.append(Fault(PLACE, sentence, "CALL-17", outer))
    return found


def _is_circular(reserve: Reserve, reserves: Sequence[Reserve]) -> bool:
    outer_of = {one.code: one.within for one in reserves}
    seen, code = {reserve.code}, reserve.within
    while code:
        if code in seen:
            return True
        seen.add(code)
        code = outer_of.get(code, "")
    return False


def in_words(resources: Decimal, reserve: Reserve, reserves: Sequence[Reserve]) -> str:
    """Say what a reserve keeps: "60% (60.000,00 €)"."""
    return f"{number(reserve.percent)}% ({euro(reserved(resources, reserve, reserves))})"
