"""What a random walk may type into the acts of a coworking contribution (tests/workflows/walking.py)."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from accounting.models import Pot
from grants import reporting
from grants.fields import REOPENABLE
from grants.models import RentContribution, Status
from grants.models.statuses import HOLDING
from grants.services.changes import ChangeData
from grants.undoing import open_annulment
from tests.grants import awarding
from tests.workflows.walking import Acts, Draw
from workflows.services.integrations import Asked

WORDS = st.sampled_from(["Va rivista.", "Documento illeggibile.", "Tutto in regola: à € “x”."])
NO_WORDS = st.sampled_from(["", "   ", "\n"])
# Euro of a desk for six months at 200 a month: half is asked for.
AMOUNTS = st.sampled_from([Decimal("600.00"), Decimal("450.00"), Decimal("300.00")])


def file(office, draw: Draw) -> RentContribution:
    """File an application of somebody new, for one amount or another."""
    requested = draw(AMOUNTS)
    line = replace(office.filing(0).lines[0], quantity=requested / 100)
    return office.file(requested=requested, lines=[line])


def money(case: RentContribution) -> dict[str, Decimal]:
    """Return what the ledger should hold for a case, by pot, in EUR."""
    if case.status in HOLDING:
        return {Pot.GRANTED.value: case.granted}
    if case.status in {Status.PARTIAL_OFFERED, Status.OFFER_ACCEPTED}:
        return {Pot.RESERVED.value: case.offered}
    return {}


def _nothing(case: RentContribution, draw: Draw) -> dict[str, Any]:
    return {}


def _reason(case: RentContribution, draw: Draw) -> dict[str, Any]:
    return {"reason": draw(WORDS)}


def _no_reason(case: RentContribution, draw: Draw) -> dict[str, Any]:
    return {"reason": draw(NO_WORDS)}


def _items(case: RentContribution, draw: Draw) -> dict[str, Any]:
    code = draw(st.sampled_from(sorted(REOPENABLE)))
    items = [Asked("field", code, str(REOPENABLE[code].label), draw(WORDS))]
    if draw(st.booleans()):
        items.append(Asked("document", "quote", "Preventivo", draw(WORDS)))
    return {"items": items, "reason": draw(WORDS)}


def _answers(case: RentContribution, draw: Draw) -> dict[str, Any]:
    changes = {"project": "Un progetto raccontato meglio. " * 25}
    return {"changes": changes if draw(st.booleans()) else {}}


def _admitted(case: RentContribution, draw: Draw) -> dict[str, Any]:
    if draw(st.booleans()):
        return {}
    line = case.lines.first()
    share = draw(st.sampled_from([Decimal("0.25"), Decimal("0.5"), Decimal(1)]))
    return {"admitted": {line.pk: (line.unit_price * line.quantity * share, draw(WORDS))}}


def _too_much(case: RentContribution, draw: Draw) -> dict[str, Any]:
    lines = {line.pk: (Decimal("99999.00"), "") for line in case.lines.all()}
    return {"admitted": draw(st.sampled_from([lines, {0: (Decimal(1), "")}]))}


def _nearly_nothing(case: RentContribution, draw: Draw) -> dict[str, Any]:
    return {"admitted": {line.pk: (Decimal("0.00"), "") for line in case.lines.all()}}


def _grounds(case: RentContribution, draw: Draw) -> dict[str, Any]:
    rules = draw(st.lists(st.sampled_from(["COW-08", "AMT-03", "SOC-04"]), min_size=1, max_size=3))
    return {"grounds": [(rule, draw(WORDS)) for rule in rules]}


def _observations(case: RentContribution, draw: Draw) -> dict[str, Any]:
    grounds = case.grounds
    return {"observations": {one.pk: draw(WORDS) for one in grounds if draw(st.booleans())}}


def _weighing(case: RentContribution, draw: Draw) -> dict[str, Any]:
    added = [("SOC-04", draw(WORDS))] if draw(st.booleans()) else []
    return {
        "answers": {ground.pk: draw(WORDS) for ground in case.grounds},
        "standing": {ground.pk: draw(st.booleans()) for ground in case.grounds},
        "added": added,
    }


def _annulment(case: RentContribution, draw: Draw) -> dict[str, Any]:
    judgment = draw(st.sampled_from(["", "Sentenza di prova n. 1"]))
    return {"grounds": [draw(WORDS)], "public_interest": draw(WORDS), "judgment": judgment}


def _no_annulment(case: RentContribution, draw: Draw) -> dict[str, Any]:
    return {"grounds": draw(st.sampled_from([[], ["  "]])), "public_interest": draw(NO_WORDS)}


def _revocation(case: RentContribution, draw: Draw) -> dict[str, Any]:
    checks = case.premium_checks.order_by("-is_held", "pk").values_list("premium", flat=True)
    return {"premium": checks.first(), "ground": draw(WORDS), "evidence": draw(WORDS)}


def _no_revocation(case: RentContribution, draw: Draw) -> dict[str, Any]:
    return {"premium": 0, "ground": draw(NO_WORDS), "evidence": draw(NO_WORDS)}


def _memories(case: RentContribution, draw: Draw) -> dict[str, Any]:
    return {"memories": {pk: draw(WORDS) for pk in _annulment_grounds(case)}}


def _answered(case: RentContribution, draw: Draw) -> dict[str, Any]:
    return {"reason": draw(WORDS), "answers": {pk: draw(WORDS) for pk in _annulment_grounds(case)}}


def _deed(case: RentContribution, draw: Draw) -> dict[str, Any]:
    deed = awarding.attach(case, "atto.pdf", awarding.DEED) if draw(st.booleans()) else None
    return {"deed": deed, "account": awarding.account(case, vat_number="01234560207")}


def _report(case: RentContribution, draw: Draw) -> dict[str, Any]:
    if reporting.is_open(case) and reporting.report_of(case) is None:
        awarding.with_expense(case, number=str(case.pk), claimed=draw(AMOUNTS))
        awarding.stated(case)
    return {}


def _lines_asked(case: RentContribution, draw: Draw) -> dict[str, Any]:
    report = reporting.report_of(case)
    lines = report.expenses.all() if report else ()
    items = [Asked("field", f"expense-{one.pk}", one.number, draw(WORDS)) for one in lines]
    return {"items": items, "reason": draw(WORDS)}


def _codes(case: RentContribution, draw: Draw) -> dict[str, Any]:
    return {"cup": awarding.CUP}


def _change(case: RentContribution, draw: Draw) -> dict[str, Any]:
    first, last = case.period_from, case.period_to
    kind = draw(st.sampled_from(["suspension", "period", "budget", "extension"]))
    said = ChangeData(
        kind,
        draw(WORDS),
        first_day=first,
        last_day=last - timedelta(days=draw(st.integers(min_value=0, max_value=200))),
        report_until=last + timedelta(days=draw(st.integers(min_value=31, max_value=150))),
        lines={line.pk: draw(AMOUNTS) for line in case.lines.all()},
    )
    return {"said": said}


def _no_change(case: RentContribution, draw: Draw) -> dict[str, Any]:
    return {"said": ChangeData("space", draw(NO_WORDS))}


def _recall(case: RentContribution, draw: Draw) -> dict[str, Any]:
    left = draw(st.sampled_from([Decimal("0.00"), Decimal("100.00")]))
    return {
        "cause": draw(st.sampled_from(["duties", "untrue", "low_spend"])),
        "facts": draw(WORDS),
        "grounds": [draw(WORDS)],
        "declaration": draw(WORDS),
        "left": left,
    }


def _no_recall(case: RentContribution, draw: Draw) -> dict[str, Any]:
    return {"cause": "premium_lost", "facts": draw(NO_WORDS), "grounds": [draw(NO_WORDS)]}


def _annulment_grounds(case: RentContribution) -> list[int]:
    annulment = open_annulment(case)
    return [ground.pk for ground in annulment.grounds.all()] if annulment else []


ACTS = Acts(
    file=file,
    money=money,
    plausible={
        "start_examination": _nothing,
        "propose_admission": _admitted,
        "admit_to_ranking": _admitted,
        "grant_by_ranking": _reason,
        "offer_by_ranking": _reason,
        "wait_by_ranking": _reason,
        "exclude_by_ranking": _reason,
        "raise_grant": _reason,
        "waive": _reason,
        "request_integration": _items,
        "close_integration": _nothing,
        "give_refusal_notice": _grounds,
        "close_observations": _nothing,
        "propose_refusal": _weighing,
        "grant": _reason,
        "offer_partial": _reason,
        "put_on_waiting_list": _reason,
        "refuse": _reason,
        "send_back": _reason,
        "recall_from_waiting_list": _nothing,
        "close_offer": _nothing,
        "answer_integration": _answers,
        "file_observations": _observations,
        "accept_partial": _nothing,
        "declare_acceptance": _nothing,
        "complete_acceptance": _nothing,
        "examine_accepted": _reason,
        "decline_partial": _nothing,
        "withdraw": _reason,
        "start_annulment": _annulment,
        "file_memories": _memories,
        "close_memories": _nothing,
        "annul": _answered,
        "drop_annulment": _reason,
        "annul_refusal": _reason,
        "start_revocation": _revocation,
        "reduce_grant": _answered,
        "revoke_grant": _answered,
        "drop_revocation": _reason,
        "start_recall": _recall,
        "recall_part": _answered,
        "recall_whole": _answered,
        "return_deed": _deed,
        "confirm_deed": _reason,
        "ask_deed_again": _reason,
        "lapse": _nothing,
        "note_codes": _codes,
        "ask_change": _change,
        "authorise_change": _reason,
        "refuse_change": _weighing,
        "take_change_back": _nothing,
        "file_report": _report,
        "request_report_integration": _lines_asked,
        "answer_report_integration": _nothing,
        "close_report_integration": _nothing,
        "approve_report": _nothing,
    },
    implausible={
        "propose_admission": (_too_much, _nearly_nothing),
        "request_integration": (lambda case, draw: {"items": [], "reason": draw(NO_WORDS)},),
        "give_refusal_notice": (lambda case, draw: {"grounds": []},),
        "propose_refusal": (
            _nothing,
            lambda case, draw: {"answers": {0: draw(WORDS)}, "standing": {0: False}},
        ),
        "file_observations": (lambda case, draw: {"observations": {0: draw(WORDS)}},),
        "send_back": (_no_reason,),
        "examine_accepted": (_no_reason,),
        "ask_deed_again": (_no_reason,),
        "start_recall": (_no_recall,),
        "ask_change": (_no_change,),
        "authorise_change": (_no_reason,),
        "refuse_change": (_nothing, _no_reason),
        "recall_part": (_no_reason, _reason),
        "recall_whole": (_no_reason, _reason),
        "start_annulment": (_no_annulment,),
        "file_memories": (lambda case, draw: {"memories": {0: draw(WORDS)}},),
        "annul": (_no_reason, _reason),
        "drop_annulment": (_no_reason,),
        "annul_refusal": (_no_reason,),
        "start_revocation": (_no_revocation,),
        "reduce_grant": (_no_reason, _reason),
        "revoke_grant": (_no_reason, _reason),
        "drop_revocation": (_no_reason,),
    },
)
