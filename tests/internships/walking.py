"""What a random walk may type into the acts of an offer (tests/workflows/walking.py)."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from internships.fields import REOPENABLE
from internships.models import HostOffer
from tests.internships import offering
from tests.office import person
from tests.workflows.walking import Acts, Draw
from workflows.services.integrations import Asked

WORDS = st.sampled_from(["Va rivista.", "Documento illeggibile.", "Tutto in regola: à € “x”."])
NO_WORDS = st.sampled_from(["", "   ", "\n"])


def file(office, draw: Draw) -> HostOffer:
    """File an offer of one of a few firms, for a place or two."""
    call = offering.open_call(office)
    host = f"Ditta {office.count} srl"
    tutor = person(office.count + 500).tax_code
    return offering.file(office, call, host, places=draw(st.integers(1, 2)), tutor_tax_code=tutor)


def money(case: HostOffer) -> dict[str, Decimal]:
    """Return what the ledger should hold for an offer: nothing."""
    return {}


def nothing(case: HostOffer, draw: Draw) -> dict[str, Any]:
    return {}


def a_reason(case: HostOffer, draw: Draw) -> dict[str, Any]:
    return {"reason": draw(WORDS)}


def no_reason(case: HostOffer, draw: Draw) -> dict[str, Any]:
    return {"reason": draw(NO_WORDS)}


def _items(case: HostOffer, draw: Draw) -> dict[str, Any]:
    code = draw(st.sampled_from(sorted(REOPENABLE)))
    return {
        "items": [Asked("field", code, str(REOPENABLE[code].label), draw(WORDS))],
        "reason": draw(WORDS),
    }


def _answers(case: HostOffer, draw: Draw) -> dict[str, Any]:
    changes = {"activities": "Attività raccontate meglio. " * 20}
    return {"changes": changes if draw(st.booleans()) else {}}


def _places(case: HostOffer, draw: Draw) -> dict[str, Any]:
    answers = {ground.pk: draw(WORDS) for ground in case.grounds}
    return {"places": draw(st.sampled_from([None, 1])), "answers": answers, "reason": draw(WORDS)}


def _grounds(case: HostOffer, draw: Draw) -> dict[str, Any]:
    rules = draw(st.lists(st.sampled_from(["R-HOS-05", "SOC-04"]), min_size=1, max_size=3))
    return {"grounds": [(rule, draw(WORDS)) for rule in rules]}


def _observations(case: HostOffer, draw: Draw) -> dict[str, Any]:
    return {"observations": {one.pk: draw(WORDS) for one in case.grounds if draw(st.booleans())}}


def _weighing(case: HostOffer, draw: Draw) -> dict[str, Any]:
    added = [("SOC-04", draw(WORDS))] if draw(st.booleans()) else []
    return {
        "answers": {ground.pk: draw(WORDS) for ground in case.grounds},
        "standing": {ground.pk: draw(st.booleans()) for ground in case.grounds},
        "added": added,
    }


ACTS = Acts(
    file=file,
    money=money,
    plausible={
        "start_examination": nothing,
        "propose_admission": _places,
        "request_integration": _items,
        "close_integration": nothing,
        "give_refusal_notice": _grounds,
        "close_observations": nothing,
        "propose_refusal": _weighing,
        "admit": a_reason,
        "refuse": a_reason,
        "send_back": a_reason,
        "close_offer": a_reason,
        "answer_integration": _answers,
        "file_observations": _observations,
        "withdraw": a_reason,
    },
    implausible={
        "propose_admission": (lambda case, draw: {"places": draw(st.sampled_from([0, 9]))},),
        "request_integration": (lambda case, draw: {"items": [], "reason": draw(NO_WORDS)},),
        "give_refusal_notice": (lambda case, draw: {"grounds": []},),
        "propose_refusal": (
            nothing,
            lambda case, draw: {"answers": {0: draw(WORDS)}, "standing": {0: False}},
        ),
        "file_observations": (lambda case, draw: {"observations": {0: draw(WORDS)}},),
        "send_back": (no_reason,),
        "close_offer": (no_reason,),
    },
)
