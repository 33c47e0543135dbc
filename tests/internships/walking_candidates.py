"""What a random walk may type into the acts of a candidacy (tests/workflows/walking.py)."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from internships.candidate_fields import REOPENABLE
from internships.models import Candidacy, HostOffer, OfferStatus, Slot
from parties import moment
from tests.internships import applying, offering
from tests.internships.walking import NO_WORDS, WORDS
from tests.workflows.walking import Acts, Draw
from workflows.services.integrations import Asked


def file(office, draw: Draw) -> Candidacy:
    """File a candidacy for the one offer of the call."""
    call = offering.open_call(office)
    offer = HostOffer.objects.filter(call=call, status=OfferStatus.PUBLISHED).first()
    return applying.file(office, call, offer or offering.published(office, call))


def money(case: Candidacy) -> dict[str, Decimal]:
    """Return what the ledger should hold for a candidacy: nothing."""
    return {}


def _nothing(case: Candidacy, draw: Draw) -> dict[str, Any]:
    return {}


def _reason(case: Candidacy, draw: Draw) -> dict[str, Any]:
    return {"reason": draw(WORDS)}


def _declared(case: Candidacy, draw: Draw) -> dict[str, Any]:
    return {"reason": draw(WORDS), "declared": True}


def _no_reason(case: Candidacy, draw: Draw) -> dict[str, Any]:
    return {"reason": draw(NO_WORDS)}


def _items(case: Candidacy, draw: Draw) -> dict[str, Any]:
    code = draw(st.sampled_from(sorted(REOPENABLE)))
    return {
        "items": [Asked("field", code, str(REOPENABLE[code].label), draw(WORDS))],
        "reason": draw(WORDS),
    }


def _answers(case: Candidacy, draw: Draw) -> dict[str, Any]:
    return {"changes": {"grade": "90/100"} if draw(st.booleans()) else {}}


def _weighed(case: Candidacy, draw: Draw) -> dict[str, Any]:
    answers = {ground.pk: draw(WORDS) for ground in case.grounds}
    return {"answers": answers, "reason": draw(WORDS)}


def _grounds(case: Candidacy, draw: Draw) -> dict[str, Any]:
    rules = draw(st.lists(st.sampled_from(["R-REC-03", "SOC-04"]), min_size=1, max_size=3))
    return {"grounds": [(rule, draw(WORDS)) for rule in rules]}


def _observations(case: Candidacy, draw: Draw) -> dict[str, Any]:
    return {"observations": {one.pk: draw(WORDS) for one in case.grounds if draw(st.booleans())}}


def _weighing(case: Candidacy, draw: Draw) -> dict[str, Any]:
    added = [("SOC-04", draw(WORDS))] if draw(st.booleans()) else []
    return {
        "answers": {ground.pk: draw(WORDS) for ground in case.grounds},
        "standing": {ground.pk: draw(st.booleans()) for ground in case.grounds},
        "added": added,
    }


def _slot(case: Candidacy, draw: Draw) -> dict[str, Any]:
    """Return a time of its own for every call."""
    at = moment.now() + timedelta(days=draw(st.integers(3, 20)))
    slot = Slot.objects.create(
        call_id=case.call_id,
        starts_at=at,
        place="Sala B",
        for_host="Paolo Righi",
        for_programme="Sara Conti",
        added_by_id=case.opened_by_id,
    )
    return {"slot": slot.pk}


def _offer(case: Candidacy, draw: Draw) -> dict[str, Any]:
    return {"offer": case.preferences.get().offer_id, "reason": draw(WORDS)}


ACTS = Acts(
    file=file,
    money=money,
    plausible={
        "start_examination": _nothing,
        "admit_candidate": _weighed,
        "request_integration": _items,
        "close_integration": _nothing,
        "give_refusal_notice": _grounds,
        "close_observations": _nothing,
        "propose_refusal": _weighing,
        "refuse": _reason,
        "send_back": _reason,
        "invite": _slot,
        "move_interview": _slot,
        "hold_interview": _declared,
        "note_absence": _reason,
        "close_absence": _reason,
        "enter_ranking": _reason,
        "exclude_by_ranking": _reason,
        "propose_placement": _offer,
        "lapse": _nothing,
        "assign": _reason,
        "note_start": _nothing,
        "lapse_assignment": _reason,
        "decline_by_host": _reason,
        "accept_placement": _nothing,
        "decline_placement": _reason,
        "answer_integration": _answers,
        "file_observations": _observations,
        "withdraw": _reason,
    },
    implausible={
        "request_integration": (lambda case, draw: {"items": [], "reason": draw(NO_WORDS)},),
        "give_refusal_notice": (lambda case, draw: {"grounds": []},),
        "propose_refusal": (
            _nothing,
            lambda case, draw: {"answers": {0: draw(WORDS)}, "standing": {0: False}},
        ),
        "file_observations": (lambda case, draw: {"observations": {0: draw(WORDS)}},),
        "send_back": (_no_reason,),
        "invite": (lambda case, draw: {"slot": 0},),
        "hold_interview": (_reason,),
        "move_interview": (lambda case, draw: {"slot": 0},),
    },
)
