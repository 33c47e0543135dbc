"""What people do to a call as a whole: one function for each move that is theirs."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from calls.checks import local, local_or_none
from calls.engine import CallRefused, Refusal, locked, move
from calls.models import Call
from calls.rules.faults import Fault
from calls.rules.instants import OFFICE_ZONE, clock_fault, extension_faults
from parties import moment
from parties.models import User

Outage = tuple[datetime, datetime]


def approve(call: Call, *, by: User | None, act: str, reason: str = "") -> Call:
    """Approve the call and its criteria by an act; its content can no longer be changed."""
    _need(act, "act")
    return move(call, "approve", by=by, act=act, reason=reason)


def take_back(call: Call, *, by: User | None, reason: str) -> Call:
    """Open the content of an approved call again; the approval falls."""
    _need(reason, "reason")
    return move(call, "take_back", by=by, reason=reason)


def close_early(call: Call, *, by: User | None, reason: str, act: str) -> Call:
    """Close before the time, as when the funds are exhausted (CALL-08)."""
    _need(reason, "reason")
    _need(act, "act")
    return move(call, "close_early", by=by, reason=reason, act=act)


def suspend(call: Call, *, by: User | None, reason: str, act: str) -> Call:
    """Receive no applications until `resume`; drafts stay as they are."""
    _need(reason, "reason")
    _need(act, "act")
    return move(call, "suspend", by=by, reason=reason, act=act)


@transaction.atomic
def resume(
    call: Call, *, by: User | None, reason: str, act: str, closes_at: datetime | None = None
) -> Call:
    """Receive applications again; the closing moves by the time that was lost, or to `closes_at`."""
    _need(reason, "reason")
    _need(act, "act")
    call = locked(call)
    moved = closing_after_suspension(call)
    if moved is not None:
        moved = closes_at or moved
        _refuse(extension_faults(*_window(call), local(moved), local(moment.now())))
    return move(call, "resume", by=by, reason=reason, act=act, closes_at=moved)


@transaction.atomic
def extend(
    call: Call,
    *,
    by: User | None,
    reason: str,
    act: str,
    closes_at: datetime,
    outage: Outage | None = None,
) -> Call:
    """Close later; after an outage by at least the time that was lost (CALL-21, CALL-22)."""
    call = _extended(call, reason, act, closes_at, outage)
    details = _outage(outage)
    return move(call, "extend", by=by, reason=reason, act=act, closes_at=closes_at, details=details)


@transaction.atomic
def reopen(
    call: Call, *, by: User | None, reason: str, act: str, closes_at: datetime, outage: Outage
) -> Call:
    """Open again a call that the clock has closed while the service did not work (CALL-22)."""
    call = _extended(call, reason, act, closes_at, outage)
    if call.closes_at is not None and not outage[0] <= call.closes_at:
        sentence = "Il disservizio deve essere cominciato prima della chiusura."
        _refuse([Fault("termini", sentence, "CALL-22", "outage_from")])
    details = _outage(outage)
    return move(call, "reopen", by=by, reason=reason, act=act, closes_at=closes_at, details=details)


def cancel(call: Call, *, by: User | None, reason: str, act: str = "") -> Call:
    """Give a call up before it opens; a published one by an act."""
    _need(reason, "reason")
    if call.is_published:
        _need(act, "act")
    return move(call, "cancel", by=by, reason=reason, act=act)


def start_evaluation(call: Call, *, by: User | None, reason: str = "") -> Call:
    """Hand the applications of a closed call to the committee."""
    return move(call, "start_evaluation", by=by, reason=reason)


def approve_ranking(call: Call, *, by: User | None, act: str, reason: str = "") -> Call:
    """Approve the list by an act (RANK-11)."""
    _need(act, "act")
    return move(call, "approve_ranking", by=by, act=act, reason=reason)


def start_running(call: Call, *, by: User | None, reason: str = "") -> Call:
    """Go on with what was granted: nothing is left to decide."""
    return move(call, "start_running", by=by, reason=reason)


def conclude(call: Call, *, by: User | None, reason: str = "") -> Call:
    """End a call in which nothing is left to pay or to check."""
    return move(call, "conclude", by=by, reason=reason)


def closing_after_suspension(call: Call) -> datetime | None:
    """Return the closing moved by the time for which the call has been suspended, to the minute.

    An hour that a change of the clocks skips or repeats goes on to the next hour (TERM-10).
    """
    if call.closes_at is None or call.suspended_at is None:
        return call.closes_at
    lost = moment.now() - call.suspended_at
    moved = call.closes_at + lost
    moved = moved.replace(second=0, microsecond=0) + timedelta(minutes=1)
    while clock_fault(moved.astimezone(OFFICE_ZONE).replace(tzinfo=None, fold=0)):
        moved += timedelta(hours=1)
    return moved


def _extended(
    call: Call, reason: str, act: str, closes_at: datetime, outage: Outage | None
) -> Call:
    _need(reason, "reason")
    _need(act, "act")
    call = locked(call)
    away = (local(outage[0]), local(outage[1])) if outage else None
    _refuse(extension_faults(*_window(call), local(closes_at), local(moment.now()), away))
    return call


def _window(call: Call) -> tuple[datetime, datetime | None]:
    if call.opens_at is None:
        raise CallRefused(Refusal.STATE, _("This call has no window for applications yet."))
    return local(call.opens_at), local_or_none(call.closes_at)


def _outage(outage: Outage | None) -> dict[str, list[str]]:
    return {"outage": [instant.isoformat() for instant in outage]} if outage else {}


def _refuse(faults: list[Fault]) -> None:
    if faults:
        raise CallRefused(Refusal.RULE, " ".join(fault.sentence for fault in faults), faults)


def _need(text: str, item: str) -> None:
    if not text.strip():
        sentence = _("Write the reason.") if item == "reason" else _("Name the act.")
        raise CallRefused(Refusal.RULE, sentence, [Fault("", sentence, "PROC-03", item)])
