"""What the worker does for calls."""

from procrastinate.contrib.django import app

from calls.services import clock


@app.periodic(cron="* * * * *")
@app.task(name="calls.move_due", queue="upkeep", queueing_lock="calls_move_due")
def move_due(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Open and close the calls whose instant has come."""
    clock.move_due()
