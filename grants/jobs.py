"""What the worker does for contributions."""

from procrastinate.contrib.django import app

from grants.services import award_clock


@app.periodic(cron="*/5 * * * *")
@app.task(name="grants.move_awards", queue="upkeep", queueing_lock="grants_move_awards")
def move_awards(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Let grants lapse whose deed has not come back in time."""
    award_clock.move_due()
