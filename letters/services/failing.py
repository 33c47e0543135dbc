"""A delivery that will not arrive: noted with its evidence, and told to whoever is in charge (DIG-03)."""

from datetime import datetime

from procrastinate.contrib.django import app

from letters.messages import call_of
from letters.models import Delivery, Letter
from letters.services import arrivals
from letters.services.progress import settle
from parties import moment
from parties.models import User

MOST_WORDS = 2000


def fail(delivery: Delivery, kind: str, words: str) -> None:
    """Note that a delivery has failed for good; in the caller's transaction, its letter locked.

    `kind` is a `Delivery.Failure`, `words` what the servers say, or we do where they are silent.
    Of one that had failed before, only what is known better changes.
    """
    is_news = delivery.failed_at is None
    delivery.state = Delivery.State.FAILED
    delivery.failure_kind, delivery.failure = kind, words[:MOST_WORDS]
    delivery.failed_at = delivery.failed_at or moment.now()
    delivery.save(update_fields=["state", "failure_kind", "failure", "failed_at"])
    settle(delivery.letter_id, reason=delivery.failure)
    if is_news:
        # Terms may run since the letter was numbered, before any server had said a word.
        arrivals.note_return(delivery)
        _tell(delivery, delivery.failed_at)


def _tell(delivery: Delivery, failed_at: datetime) -> None:
    for user in in_charge(delivery.letter):
        # By name: the task itself (`letters.jobs`) calls back into the services.
        app.configure_task("letters.send_failure_notice").defer(
            delivery_id=delivery.pk, user_id=user.pk, failed_at=failed_at.isoformat()
        )


def in_charge(letter: Letter) -> list[User]:
    """Return who is told that a letter has failed: the officer of the case, else the procedure owner."""
    officer = letter.case.officer if letter.case else None
    person = officer or call_of(letter).procedure_owner
    return [person] if person is not None else []
