"""What the worker does for the register."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from coworking_registry import telling
from coworking_registry.services import clock

RETRY = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.task(name="coworking_registry.tell_interest", queue="letters", retry=RETRY)
def tell_interest(interest_id: int) -> None:
    """Tell somebody that their interest was taken note of; tried again with growing pauses."""
    telling.tell_interest(interest_id)


# Hourly, so that a worker that was down makes up for it; a notice is given once.
@app.periodic(cron="25 * * * *")
@app.task(name="coworking_registry.move_entries", queue="upkeep", queueing_lock="move_entries")
def move_entries(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Give notices to renew, and let entries end."""
    clock.move_due()
