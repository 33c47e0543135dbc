"""What follows for a letter from its deliveries."""

from collections.abc import Iterable

# States of a letter, as the values of `letters.models.Letter.State`.
READY, SENDING, SENT, DELIVERED, FAILED = "ready", "sending", "sent", "delivered", "failed"


def state_of_letter(deliveries: Iterable[str]) -> str:
    """Return how far a letter has come, from the states of its deliveries that still count.

    One that failed makes it fail, whatever the others do: somebody must see to it (DIG-03). A letter
    without deliveries goes to nobody and is ready until it is put on record.
    """
    states = set(deliveries)
    if "failed" in states:
        return FAILED
    if "sending" in states:
        return SENDING
    if "waiting" in states or not states:
        return READY if states <= {"waiting"} else SENDING
    return DELIVERED if states == {"delivered"} else SENT
