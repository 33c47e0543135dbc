"""What the worker does for calls."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from calls import telling
from calls.services import clock

RETRY = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.task(name="calls.tell_answer", queue="letters", retry=RETRY)
def tell_answer(answer_id: int) -> None:
    """Tell somebody the answer to their question; tried again with growing pauses."""
    telling.tell_answer(answer_id)


@app.periodic(cron="* * * * *")
@app.task(name="calls.move_due", queue="upkeep", queueing_lock="calls_move_due")
def move_due(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Open and close the calls whose instant has come."""
    clock.move_due()
