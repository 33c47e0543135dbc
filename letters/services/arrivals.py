"""What follows when a letter leaves, has reached somebody, or turns out not to have (TERM-12)."""

from datetime import datetime

from django.utils import timezone

from letters.compose import day_of
from letters.messages import has_receipts
from letters.models import Delivery, Letter
from workflows.models import CaseTerm, ProtocolEntry
from workflows.services import anchoring


def leave(letter: Letter, entry: ProtocolEntry) -> None:
    """Reckon the terms that begin with a letter from the day of its number.

    Where a delivery receipt has to say that it arrived, they wait for it.
    """
    is_uncertain = any(has_receipts(one.channel) for one in _found(letter) if not one.is_copy)
    for term in _terms(letter):
        anchoring.leave(
            term,
            on=day_of(entry),
            event=f"invio della lettera prot. n. {entry.mark}",
            is_uncertain=is_uncertain,
        )


def note_arrival(delivery: Delivery, at: datetime) -> None:
    """A delivery, noted already, counts from `at`: for its addressee, terms begin then.

    For certified email `at` is what the delivery receipt states; for ordinary email when the server
    took it; for the personal area when the letter was made available there; for what the office
    has handed over itself, the day it has noted. Called in the transaction that notes the delivery,
    with the letter locked after its case; again where a later message says better. Terms begin
    when the last of several addressees has the letter.
    """
    if delivery.is_copy:
        return
    letter = delivery.letter
    arrivals = _arrivals(letter, delivery, at)
    if None in arrivals:
        return
    last = max(one for one in arrivals if one is not None)
    for term in _terms(letter):
        anchoring.arrive(
            term,
            on=timezone.localtime(last).date(),
            event=f"ricevimento della lettera prot. n. {_mark(letter)}",
        )


def note_return(delivery: Delivery) -> None:
    """A delivery that counted has come back: no term of the addressee has begun with it."""
    if delivery.is_copy:
        return
    for term in _terms(delivery.letter):
        anchoring.wait_again(term)


def take_back(letter: Letter) -> None:
    """Let the terms that began with a letter wait again: it was taken back before it left."""
    for term in _terms(letter):
        anchoring.wait_again(term, for_letter=True)


def arrived_at(delivery: Delivery) -> datetime | None:
    """Return when a recipient had a letter; None while nothing says so."""
    if delivery.state == Delivery.State.FAILED:
        return None
    if has_receipts(delivery.channel):
        return delivery.delivered_at
    return delivery.delivered_at or delivery.accepted_at


def _arrivals(letter: Letter, news: Delivery, at: datetime) -> list[datetime | None]:
    """Return for each addressee when the letter arrived; what replaces a delivery speaks for it."""
    found = {one.pk: one for one in _found(letter)}
    replaced = {one.replaces_id for one in found.values()}
    known = {pk: at if pk == news.pk else arrived_at(one) for pk, one in found.items()}
    arrivals = []
    for one in found.values():
        if one.pk not in replaced and not one.is_copy:
            chain = [known[pk] for pk in _chain(one, found)]
            arrivals.append(min((day for day in chain if day is not None), default=None))
    return arrivals


def _chain(last: Delivery, found: dict[int, Delivery]) -> list[int]:
    keys, one = [last.pk], last
    while one.replaces_id in found:
        one = found[one.replaces_id]
        keys.append(one.pk)
    return keys


def _found(letter: Letter) -> list[Delivery]:
    return list(letter.deliveries.order_by("pk"))


def _terms(letter: Letter) -> list[CaseTerm]:
    return list(letter.starts.filter(ended_at__isnull=True).order_by("pk"))


def _mark(letter: Letter) -> str:
    return letter.protocol.mark if letter.protocol else "—"
