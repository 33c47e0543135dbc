"""A letter goes as far as its deliveries have come."""

from letters import outbox
from letters.models import Delivery, Letter
from letters.rules import state_of_letter
from parties.models import User

State = Letter.State
# Before and after these, deliveries say nothing about a letter.
MOVING = frozenset({State.READY, State.SENDING, State.SENT, State.DELIVERED, State.FAILED})
STEPS = {
    State.SENDING: "begin_sending",
    State.SENT: "note_sent",
    State.DELIVERED: "note_delivered",
    State.FAILED: "note_failed",
}


def settle(letter_id: int, *, by: User | None = None, reason: str = "") -> Letter:
    """Move a letter to where its deliveries have come; in the caller's transaction."""
    letter = outbox.locked(letter_id)
    wanted = state_of_letter(standing(letter))
    if letter.state not in MOVING or wanted in {letter.state, State.READY}:
        return letter
    return outbox.move_locked(letter, STEPS[State(wanted)], by=by, reason=reason)


def standing(letter: Letter) -> list[str]:
    """Return how things stand with each recipient of a letter.

    What replaces a delivery speaks for it, unless that one arrived after all.
    """
    found = {one.pk: one for one in letter.deliveries.all()}
    replaced = {one.replaces_id for one in found.values()}
    return [_of_chain(one, found) for one in found.values() if one.pk not in replaced]


def _of_chain(last: Delivery, found: dict[int, Delivery]) -> str:
    one: Delivery | None = last
    while one is not None:
        if one.state == Delivery.State.DELIVERED:
            return one.state
        one = found.get(one.replaces_id) if one.replaces_id else None
    return last.state
