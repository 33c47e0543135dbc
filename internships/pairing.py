"""Which candidates may go to which offers now, and what the pairing of them comes to (R-PUB-11).

Candidates and offers are named by the numbers of their files; an offer's order is the ranking's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from evaluation.models import RankingRow
from evaluation.queries import approved_ranking
from internships.candidate_checks import facts_of, standing
from internships.models import (
    Candidacy,
    CandidacyStatus,
    HostOffer,
    Internship,
    OfferStatus,
)
from internships.models.statuses import BEFORE_START, COUNTS_WITH_HOST
from internships.quota import HOLDING
from internships.rules.matching import HELD, NOT_LISTED, REFUSED, REPLACED, Matching, match

if TYPE_CHECKING:
    from calls.models import Call


@dataclass(frozen=True)
class Inputs:
    """What a pairing is made of, best first, and the place of each candidate in the ranking."""

    preferences: dict[str, list[str]]
    orders: dict[str, list[str]]
    places: dict[str, int]
    ranking: dict[str, int]


def gathered(call: Call) -> Inputs:
    """Return the ranked candidates who have no place, and the offers that have one."""
    ranking = approved_ranking(call)
    listed = RankingRow.objects.filter(ranking=ranking, place__isnull=False)
    ranks = {
        case: place or 0 for case, place in listed.order_by("place").values_list("case_id", "place")
    }
    waiting = list(
        Candidacy.objects.filter(call=call, status=CandidacyStatus.RANKED, pk__in=ranks)
        .select_related("representative", "call_version")
        .prefetch_related("preferences", "prior_relations", "running_internships", "experiences")
    )
    waiting.sort(key=lambda one: ranks[one.pk])
    places = _free(call)
    preferences = {str(one): _chosen(one, places) for one in waiting}
    orders: dict[str, list[str]] = {offer: [] for offer in places}
    for name, chosen in preferences.items():
        for offer in chosen:
            orders[offer].append(name)
    return Inputs(preferences, orders, places, {str(one): ranks[one.pk] for one in waiting})


def paired(inputs: Inputs) -> Matching:
    """Return what the pairing of these comes to; the same inputs give the same answer."""
    return match(inputs.preferences, inputs.orders, inputs.places)


def plain_answer(matching: Matching) -> dict[str, Any]:
    """Return an answer as JSON keeps it."""
    return {
        "matched": matching.matched,
        "reserve": list(matching.reserve),
        "free": matching.free,
        "log": [asdict(step) for step in matching.log],
    }


def digest(inputs: Mapping[str, Any], answer: Mapping[str, Any]) -> str:
    """Return SHA-256, in hexadecimal, of what was asked and what came of it: the act quotes it."""
    told = {"inputs": inputs, "answer": answer}
    text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def replay(inputs: Mapping[str, Any], answer: Mapping[str, Any]) -> bool:
    """Tell whether the kept inputs give the kept answer when they are paired again."""
    return plain_answer(paired(Inputs(**inputs))) == answer


def explained(
    name: str, inputs: Inputs, matching: Matching, titles: Mapping[str, str]
) -> list[str]:
    """Return why a candidate was paired with an offer, or with none, in sentences.

    `titles` are the words for each offer; others are named by their place in the ranking alone.
    """
    chosen = inputs.preferences[name]
    ranks = {offer: place for place, offer in enumerate(chosen, 1)}
    sentences = []
    for step in matching.log:
        if step.candidate == name:
            told = f"Preferenza n. {ranks[step.offer]}, «{titles[step.offer]}»: "
            sentences.append(told + _came_to(step.outcome, step.offer, step.instead_of, inputs))
        elif step.instead_of == name:
            sentences.append(
                f"Per «{titles[step.offer]}» è poi subentrato chi occupa la posizione "
                f"{inputs.ranking[step.candidate]} della graduatoria, che precede."
            )
    return [*sentences, _conclusion(name, chosen, inputs, matching, titles)]


def _came_to(outcome: str, offer: str, instead_of: str, inputs: Inputs) -> str:
    places = inputs.places.get(offer, 0)
    return {
        HELD: "c'era un posto libero.",
        REFUSED: f"i posti ({places}) erano di candidati che precedono in graduatoria.",
        NOT_LISTED: "nessun posto, o una regola lo impedisce.",
        REPLACED: "precede chi teneva il posto, alla posizione "
        f"{inputs.ranking.get(instead_of, 0)} della graduatoria.",
    }[outcome]


def _conclusion(
    name: str,
    chosen: Sequence[str],
    inputs: Inputs,
    matching: Matching,
    titles: Mapping[str, str],
) -> str:
    offer = matching.matched.get(name)
    if offer is None and not chosen:
        return "Resta in riserva: nessuna delle offerte scelte ha ora posti liberi."
    if offer is None:
        return "Resta in riserva: tutte le offerte scelte sono di chi precede in graduatoria."
    place = chosen.index(offer) + 1
    why = (
        "è la prima scelta"
        if place == 1
        else "le offerte preferite sono di chi precede in graduatoria"
    )
    return (
        f"Abbinato a «{titles[offer]}», preferenza n. {place}, alla posizione "
        f"{inputs.ranking[name]} della graduatoria: {why}."
    )


def _free(call: Call) -> dict[str, int]:
    """Return the published offers of a call that have places left, by number."""
    offers = HostOffer.objects.filter(call=call, status=OfferStatus.PUBLISHED).order_by("number")
    taken: dict[int, int] = {}
    holding = Candidacy.objects.filter(call=call, status__in=HOLDING)
    opened = Internship.objects.filter(call=call, status__in=[*BEFORE_START, *COUNTS_WITH_HOST])
    for offer in [
        *holding.values_list("placement_id", flat=True),
        *opened.values_list("offer_id", flat=True),
    ]:
        taken[offer or 0] = taken.get(offer or 0, 0) + 1
    free = {str(one.number): (one.admitted_places or 0) - taken.get(one.pk, 0) for one in offers}
    return {number: left for number, left in free.items() if left > 0}


def _chosen(case: Candidacy, places: Mapping[str, int]) -> list[str]:
    """Return the offers that still count for a candidate, in their order: places left, rules met."""
    dropped = {one.offer_id for one in case.preferences.all() if one.dropped}
    return [
        str(offer.number)
        for offer in standing(facts_of(case))
        if offer.pk not in dropped and str(offer.number) in places
    ]
