"""What the worker does for every room."""

from procrastinate import JobContext
from procrastinate.contrib.django import app

from workflows import timers
from workflows.services import jobs


@app.task(name="workflows.run_job", queue="office")
def run(job_id: int) -> None:
    """Do the work that a page asked for, row by row."""
    jobs.run_job(job_id)


@app.periodic(cron="* * * * *")
@app.task(name="workflows.pick_up", queue="upkeep", queueing_lock="pick_up", pass_context=True)
async def pick_up(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Give back to the workers what a killed one had in hand: each task can be done again."""
    manager = context.app.job_manager
    for stalled in await manager.get_stalled_jobs():
        await manager.retry_job(stalled)


@app.periodic(cron="* * * * *")
@app.task(name="workflows.fire_timers", queue="upkeep", queueing_lock="fire_timers")
def fire_timers(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Let terms bring about what they must."""
    timers.fire_due()
