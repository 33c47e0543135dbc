"""What the worker does for internships."""

from procrastinate.contrib.django import app

from internships.services.placements import finishing, refunding, reporting, telling
from internships.services.register import reminders


@app.periodic(cron="35 6 * * *")
@app.task(name="internships.remind_unpaid", queue="upkeep", queueing_lock="remind_unpaid")
def remind_unpaid(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Write to hosts whose term to pay an allowance is over."""
    reminders.remind_all()


@app.periodic(cron="40 6 * * *")
@app.task(name="internships.remind_months", queue="upkeep", queueing_lock="remind_months")
def remind_months(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Write to whoever has a month of the register that ended some days ago."""
    reminders.remind_months()


@app.periodic(cron="45 6 * * *")
@app.task(name="internships.ask_outcomes", queue="upkeep", queueing_lock="ask_outcomes")
def ask_outcomes(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Ask interns what became of them, six months after the end."""
    finishing.ask_outcomes()


@app.periodic(cron="55 6 * * *")
@app.task(name="internships.free_unclaimed", queue="upkeep", queueing_lock="free_unclaimed")
def free_unclaimed(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Give back what was set aside for refunds that nobody asked for in time."""
    refunding.free_unclaimed()


@app.periodic(cron="50 6 * * *")
@app.task(name="internships.ask_reports", queue="upkeep", queueing_lock="ask_reports")
def ask_reports(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Ask tutors for the interim reports whose days are over."""
    reporting.ask_reports()


@app.periodic(cron="*/15 * * * *")
@app.task(name="internships.chase_accidents", queue="upkeep", queueing_lock="chase_accidents")
def chase_accidents(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Remind whoever reports accidents of those whose hours are nearly over."""
    telling.chase_accidents()
