"""What the worker does for internships."""

from procrastinate.contrib.django import app

from internships.services.placements import finishing
from internships.services.register import reminders


@app.periodic(cron="35 6 * * *")
@app.task(name="internships.remind_unpaid", queue="upkeep", queueing_lock="remind_unpaid")
def remind_unpaid(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Write to hosts whose term to pay an allowance is over."""
    reminders.remind_all()


@app.periodic(cron="45 6 * * *")
@app.task(name="internships.ask_outcomes", queue="upkeep", queueing_lock="ask_outcomes")
def ask_outcomes(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Ask interns what became of them, six months after the end."""
    finishing.ask_outcomes()
