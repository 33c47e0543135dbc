"""Which candidates may go to which offers now, and what the pairing of them comes to (R-PUB-11).

Candidates and offers are named by the numbers of their files; an offer's order is its host's list,
then the ranking's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, cast

from evaluation.models import RankingRow
from evaluation.queries import approved_ranking
from internships.candidate_checks import facts_of, standing
from internships.models import (
    Candidacy,
    CandidacyStatus,
    HostChoice,
    HostOffer,
    Internship,
    OfferStatus,
)
from internships.models.statuses import BEFORE_START, COUNTS_WITH_HOST
from internships.parameters import CandidacyParameters
from internships.quota import HOLDING
from internships.rules.matching import (
    HELD,
    NOT_LISTED,
    REFUSED,
    REPLACED,
    Matching,
    host_order,
    match,
)

if TYPE_CHECKING:
    from calls.models import Call, CallVersion


@dataclass(frozen=True)
class Inputs:
    """What a pairing is made of, best first, and the place of each candidate in the ranking.

    `lists` are the candidates whom hosts have named for their offers: they stand first in `orders`.
    """

    preferences: dict[str, list[str]]
    orders: dict[str, list[str]]
    places: dict[str, int]
    ranking: dict[str, int]
    lists: dict[str, list[str]] = field(default_factory=dict)


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
    ranked: dict[str, list[str]] = {offer: [] for offer in places}
    for name, chosen in preferences.items():
        for offer in chosen:
            ranked[offer].append(name)
    lists = _lists(call, ranked)
    follow = CandidacyParameters.of(cast("CallVersion", call.version)).unlisted_follow
    orders = {
        offer: host_order(lists.get(offer, []), names, unlisted_follow=follow)
        for offer, names in ranked.items()
    }
    return Inputs(preferences, orders, places, {str(one): ranks[one.pk] for one in waiting}, lists)


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
                f"{inputs.ranking[step.candidate]} della graduatoria, che precede"
                + (" nell'ordine dell'ospitante." if step.offer in inputs.lists else ".")
            )
    return [*sentences, _conclusion(name, chosen, inputs, matching, titles)]


def _came_to(outcome: str, offer: str, instead_of: str, inputs: Inputs) -> str:
    places = inputs.places.get(offer, 0)
    has_list = offer in inputs.lists
    ahead = (
        "nell'ordine indicato dall'ospitante e poi in graduatoria" if has_list else "in graduatoria"
    )
    return {
        HELD: "c'era un posto libero.",
        REFUSED: f"i posti ({places}) erano di candidati che precedono {ahead}.",
        NOT_LISTED: "l'ospitante ha indicato altri candidati, e il bando non ammette chi non è indicato."
        if has_list
        else "nessun posto, o una regola lo impedisce.",
        REPLACED: f"precede {ahead} chi teneva il posto, alla posizione "
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
        return f"Resta in riserva: tutte le offerte scelte sono di chi precede {_where(chosen, inputs)}."
    place = chosen.index(offer) + 1
    why = (
        "è la prima scelta"
        if place == 1
        else f"le offerte preferite sono di chi precede {_where(chosen[: place - 1], inputs)}"
    )
    return (
        f"Abbinato a «{titles[offer]}», preferenza n. {place}, alla posizione "
        f"{inputs.ranking[name]} della graduatoria: {why}."
    )


def _where(offers: Sequence[str], inputs: Inputs) -> str:
    """Say in which order others stand ahead for these offers."""
    if any(offer in inputs.lists for offer in offers):
        return "nell'ordine dell'ospitante o in graduatoria"
    return "in graduatoria"


def _lists(call: Call, ranked: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return whom hosts have named and may still get, by offer, best first."""
    lists: dict[str, list[str]] = {}
    named = HostChoice.objects.filter(offer__call=call).order_by("offer", "rank")
    for offer, name in named.values_list("offer__number", "candidacy__number"):
        if name in ranked.get(str(offer), ()):
            lists.setdefault(str(offer), []).append(str(name))
    return lists


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
