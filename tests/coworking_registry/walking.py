"""What a random walk may type into the acts of the register (tests/workflows/walking.py)."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from coworking_registry import dependants
from coworking_registry.fields import REOPENABLE
from coworking_registry.models import RemovalGround, SpaceApplication
from coworking_registry.removing import open_removal
from coworking_registry.rules.visits import CHECKS, Finding
from coworking_registry.stored import content_of
from parties import moment
from tests.coworking_registry import applying
from tests.workflows.walking import Acts, Draw
from workflows.services.integrations import Asked

WORDS = st.sampled_from(["Va rivisto.", "Planimetria illeggibile.", "In regola: à € “x”."])
NO_WORDS = st.sampled_from(["", "   ", "\n"])


def file(office, draw: Draw) -> SpaceApplication:
    """File an application for a space of its own."""
    return applying.file(office, applying.open_call(office), f"Spazio {office.count}")


def money(case: SpaceApplication) -> dict[str, Decimal]:
    """Return what the ledger should hold for a space: nothing."""
    return {}


def nothing(case: SpaceApplication, draw: Draw) -> dict[str, Any]:
    return {}


def a_reason(case: SpaceApplication, draw: Draw) -> dict[str, Any]:
    return {"reason": draw(WORDS)}


def no_reason(case: SpaceApplication, draw: Draw) -> dict[str, Any]:
    return {"reason": draw(NO_WORDS)}


def _items(case: SpaceApplication, draw: Draw) -> dict[str, Any]:
    code = draw(st.sampled_from(sorted(REOPENABLE)))
    return {
        "items": [Asked("field", code, str(REOPENABLE[code].label), draw(WORDS))],
        "reason": draw(WORDS),
    }


def _answers(case: SpaceApplication, draw: Draw) -> dict[str, Any]:
    return {"changes": {"description": "Descritto meglio."} if draw(st.booleans()) else {}}


def _visit(case: SpaceApplication, draw: Draw) -> dict[str, Any]:
    days = draw(st.integers(1, 20))
    return {"starts_at": moment.now() + timedelta(days=days), "officials": "Davide Prova"}


def _report(case: SpaceApplication, draw: Draw) -> dict[str, Any]:
    result = draw(st.sampled_from(["met", "mend", "absent"]))
    return {
        "findings": [Finding(code, result) for code, _words in CHECKS],
        "present": "Elena Prova",
        "conclusion": draw(WORDS),
    }


def _proposal(case: SpaceApplication, draw: Draw) -> dict[str, Any]:
    answers = {ground.pk: draw(WORDS) for ground in case.grounds}
    return {"answers": answers, "reason": draw(WORDS)}


def _grounds(case: SpaceApplication, draw: Draw) -> dict[str, Any]:
    rules = draw(st.lists(st.sampled_from(["SPA-11", "SOC-04"]), min_size=1, max_size=3))
    return {"grounds": [(rule, draw(WORDS)) for rule in rules]}


def _observations(case: SpaceApplication, draw: Draw) -> dict[str, Any]:
    return {"observations": {one.pk: draw(WORDS) for one in case.grounds if draw(st.booleans())}}


def _weighing(case: SpaceApplication, draw: Draw) -> dict[str, Any]:
    return {
        "answers": {ground.pk: draw(WORDS) for ground in case.grounds},
        "standing": {ground.pk: draw(st.booleans()) for ground in case.grounds},
        "added": [("SOC-04", draw(WORDS))] if draw(st.booleans()) else [],
    }


def _seen(case: SpaceApplication) -> dict[str, Any]:
    """What the page of consequences gives along; a case without a space has none."""
    today = moment.today()
    found = dependants.dependants_of(case.space, today, None) if case.space else []
    return {"seen": dependants.digest_of(found), "grants_until": today + timedelta(days=30)}


def _suspension(case: SpaceApplication, draw: Draw) -> dict[str, Any]:
    until = moment.today() + timedelta(days=draw(st.integers(1, 60)))
    return {"reason": draw(WORDS), "until": until, **_seen(case)}


def _removal(case: SpaceApplication, draw: Draw) -> dict[str, Any]:
    return {"asked_on": moment.today(), "mark": "2026/1", "reason": draw(WORDS), **_seen(case)}


def _lacks(case: SpaceApplication, draw: Draw) -> dict[str, Any]:
    return {"grounds": draw(st.lists(WORDS, min_size=1, max_size=2))}


def _memories(case: SpaceApplication, draw: Draw) -> dict[str, Any]:
    return {"memories": {one.pk: draw(WORDS) for one in _told(case) if draw(st.booleans())}}


def _taken_off(case: SpaceApplication, draw: Draw) -> dict[str, Any]:
    answers = {one.pk: draw(WORDS) for one in _told(case)}
    return {"reason": draw(WORDS), "answers": answers, **_seen(case)}


def _changed(case: SpaceApplication, draw: Draw) -> dict[str, Any]:
    words = draw(st.sampled_from(["Nuova descrizione.", "Due sale in più."]))
    more = {"desks": 15, "open_space": 11} if draw(st.booleans()) else {}
    return {"said": replace(content_of(case), description=words, **more)}


def _told(case: SpaceApplication) -> list[RemovalGround]:
    running = open_removal(case)
    return list(running.grounds.all()) if running else []


def _unseen(case: SpaceApplication, draw: Draw) -> dict[str, Any]:
    return {"asked_on": moment.today(), "mark": "2026/1", "seen": "", "reason": draw(WORDS)}


ACTS = Acts(
    file=file,
    money=money,
    plausible={
        "start_examination": nothing,
        "plan_inspection": _visit,
        "report_inspection": _report,
        "propose_admission": _proposal,
        "request_integration": _items,
        "close_integration": nothing,
        "give_refusal_notice": _grounds,
        "close_observations": nothing,
        "propose_refusal": _weighing,
        "enter": a_reason,
        "refuse": a_reason,
        "send_back": a_reason,
        "renew": a_reason,
        "suspend": _suspension,
        "reinstate": a_reason,
        "cancel": _removal,
        "start_removal": _lacks,
        "file_memories": _memories,
        "close_memories": nothing,
        "remove": _taken_off,
        "expire": nothing,
        "report_change": _changed,
        "accept_change": a_reason,
        "refuse_change": a_reason,
        "drop_removal": a_reason,
        "answer_integration": _answers,
        "file_observations": _observations,
        "ask_renewal": nothing,
        "withdraw": a_reason,
    },
    implausible={
        "plan_inspection": (
            lambda case, draw: {
                "starts_at": moment.now() - timedelta(days=1),
                "officials": "Nessuno",
            },
        ),
        "request_integration": (lambda case, draw: {"items": [], "reason": draw(NO_WORDS)},),
        "give_refusal_notice": (lambda case, draw: {"grounds": []},),
        "propose_refusal": (nothing,),
        "file_observations": (lambda case, draw: {"observations": {0: draw(WORDS)}},),
        "send_back": (no_reason,),
        "cancel": (_unseen,),
        "start_removal": (lambda case, draw: {"grounds": [draw(NO_WORDS)]},),
        "remove": (no_reason,),
        "drop_removal": (no_reason,),
        "report_change": (lambda case, draw: {"said": content_of(case)},),
        "refuse_change": (no_reason,),
    },
)
