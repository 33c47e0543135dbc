"""What a random walk may type into the acts of an internship (tests/workflows/walking.py)."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from internships.models import Internship
from internships.services.placements.ending import RevocationData
from internships.services.placements.refunding import ClaimData
from parties import moment
from tests.internships import offering, placing, running
from tests.internships.walking import NO_WORDS, WORDS, a_reason, no_reason, nothing
from tests.office import person
from tests.workflows.walking import Acts, Draw
from workflows.models import Case


def file(office, draw: Draw) -> Internship:
    """Open an internship of a new person at a new firm, and bring it some way."""
    call = offering.open_call(office)
    host = f"Bottega {office.count} srl"
    tutor = person(office.count + 900).tax_code
    offer = offering.published(office, call, host, places=1, tutor_tax_code=tutor)
    case = placing.opened(office, offer)
    if not draw(st.booleans()):
        return case
    case = placing.prepared(office, case)
    return placing.communicated(office, case) if draw(st.booleans()) else case


def money(case: Case) -> dict[str, Decimal]:
    """Return what the ledger should hold for an internship: nothing."""
    return {}


def _agreement(case: Internship, draw: Draw) -> dict[str, Any]:
    declared = draw(st.booleans())
    data = placing.ConventionData(
        placing.promoter(), placing.tutor_of_promoter(), jointly_declared=declared
    )
    return {"data": data}


def _plan(case: Internship, draw: Draw) -> dict[str, Any]:
    return {"data": placing.plan(case, months=draw(st.sampled_from([6, 3])))}


def _communication(case: Internship, draw: Draw) -> dict[str, Any]:
    return {
        "number": "1202026",
        "sent_at": moment.now() - timedelta(minutes=1),
        "codes": placing.CODES,
    }


def _last_day(case: Internship, draw: Draw) -> dict[str, Any]:
    return {"last_day": case.start, "reason": draw(WORDS)}


def _claim(case: Internship, draw: Draw) -> dict[str, Any]:
    data = ClaimData("IT60X0542811101000000123456", case.host.name)
    return {"data": data, "upload": running.proof("domanda.pdf")}


def _revocation(case: Internship, draw: Draw) -> dict[str, Any]:
    return {"reason": draw(WORDS), "data": RevocationData("0000311/2026")}


ACTS = Acts(
    file=file,
    money=money,
    plausible={
        "send_convention": _agreement,
        "use_framework": nothing,
        "complete_convention": nothing,
        "redraw_convention": a_reason,
        "send_plan": _plan,
        "complete_plan": nothing,
        "redraw_plan": a_reason,
        "record_communication": _communication,
        "begin": nothing,
        "cancel": a_reason,
        "suspend": nothing,
        "resume": nothing,
        "extend": nothing,
        "vary": nothing,
        "interrupt": _last_day,
        "transform": _last_day,
        "conclude": nothing,
        "evaluate": nothing,
        "attest": nothing,
        "state_attendance": nothing,
        "ask_refund": _claim,
        "examine_refund": lambda case, draw: {"finding": draw(WORDS), "cup": "J41B26000010005"},
        "settle": nothing,
        "refuse_settlement": a_reason,
        "archive": nothing,
        "revoke": _revocation,
    },
    implausible={
        "send_convention": (nothing,),
        "use_framework": (nothing,),
        "send_plan": (lambda case, draw: {"data": placing.plan(case, months=13)},),
        "record_communication": (
            lambda case, draw: {"number": draw(NO_WORDS), "sent_at": moment.now()},
            lambda case, draw: {"number": "1", "sent_at": moment.now() + timedelta(days=1)},
        ),
        "cancel": (no_reason,),
        "interrupt": (nothing,),
        "ask_refund": (nothing,),
        "examine_refund": (nothing,),
        "refuse_settlement": (no_reason,),
        "revoke": (no_reason, a_reason),
    },
)
