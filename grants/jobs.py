"""What the worker does for contributions."""

from procrastinate.contrib.django import app

from grants.services import award_clock, reminders


@app.periodic(cron="*/5 * * * *")
@app.task(name="grants.move_awards", queue="upkeep", queueing_lock="grants_move_awards")
def move_awards(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Let grants lapse whose deed has not come back in time."""
    award_clock.move_due()


@app.periodic(cron="5 7 * * *")
@app.task(name="grants.remind_reports", queue="upkeep", queueing_lock="grants_remind_reports")
def remind_reports(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Remind beneficiaries whose report is due."""
    reminders.remind_all()
