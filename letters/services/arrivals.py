"""What follows when a letter has reached somebody, or turns out not to have (TERM-12)."""

from datetime import datetime

from letters.models import Delivery


def note_arrival(delivery: Delivery, at: datetime) -> None:
    """A delivery, noted already, counts from `at`: for its addressee, terms begin then.

    For certified email `at` is what the delivery receipt states; for ordinary email when the server
    took it; for the personal area when the letter was made available there; for what the office
    has handed over itself, the day it has noted. Called in the transaction that notes the delivery,
    with the letter locked; again where a later message says better.
    """


def note_return(delivery: Delivery) -> None:
    """A delivery that counted has come back: no term of the addressee has begun with it."""
