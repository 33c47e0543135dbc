"""What the worker does for every room."""

from datetime import date

from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from workflows import (
    call_notices,
    covers,
    delegation_notices,
    digest,
    mailing,
    new_days,
    notices,
    question_notices,
    signatures,
    timers,
    watch,
)
from workflows.services import daily_register, jobs, presence, sealing

RETRY = RetryStrategy(max_attempts=8, exponential_wait=4)


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


@app.periodic(cron="*/5 * * * *")
@app.task(name="workflows.move_covered_work", queue="upkeep", queueing_lock="move_covered_work")
def move_covered_work(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Let the work of people who go away go to their cover, and come back with them."""
    covers.run_due()


@app.task(name="workflows.send_notice", queue="letters", retry=RETRY)
def send_notice(event_id: int, user_id: int, words: str, act: str) -> None:
    """Tell one person what a term has brought about; tried again with growing pauses."""
    notices.send(event_id, user_id, words, act)


@app.task(name="workflows.send_new_day", queue="letters", retry=RETRY)
def send_new_day(term_id: int, user_id: int, before: str, due_on: str) -> None:
    """Tell one person that the last day of a term has moved; tried again with growing pauses."""
    new_days.send(term_id, user_id, date.fromisoformat(before), date.fromisoformat(due_on))


@app.task(name="workflows.tell_question", queue="letters", retry=RETRY)
def tell_question(enquiry_id: int, user_id: int) -> None:
    """Tell one colleague of a question on a call; tried again with growing pauses."""
    question_notices.send(enquiry_id, user_id)


@app.task(name="workflows.check_signatures", queue="upkeep", retry=RETRY)
def check_signatures(case_id: int) -> None:
    """Look at the signatures of the files that have come in with a case."""
    signatures.check_all(case_id)


@app.task(name="workflows.tell_drafts", queue="letters", retry=RETRY)
def tell_drafts(entry_id: int) -> None:
    """Hand out what a call's move means to each of those who have begun an application."""
    call_notices.hand_out(entry_id)


@app.task(name="workflows.tell_draft", queue="letters", retry=RETRY)
def tell_draft(entry_id: int, case_id: int) -> None:
    """Tell one person with a draft; tried again with growing pauses."""
    call_notices.send(entry_id, case_id)


@app.task(name="workflows.tell_delegation", queue="letters", retry=RETRY)
def tell_delegation(delegation_id: int, what: str, note: str, at: str) -> None:
    """Tell one person what became of a delegation; tried again with growing pauses."""
    delegation_notices.send(delegation_id, what, note, at)


# Hourly, so that a worker that was down in the morning makes up for it; there is one email a day.
@app.periodic(cron="25 * * * *")
@app.task(name="workflows.hand_held_mail_out", queue="upkeep", queueing_lock="held_mail")
def hand_held_mail_out(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Queue the email of the day for each of those who asked for one."""
    mailing.hand_out()


@app.task(name="workflows.send_held_mail", queue="letters", retry=RETRY)
def send_held_mail(user_id: int) -> None:
    """Send one person what waits for them; tried again with growing pauses."""
    mailing.send_held(user_id)


@app.periodic(cron="20 * * * *")
@app.task(name="workflows.daily_registers", queue="upkeep", queueing_lock="daily_registers")
def daily_registers(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Print the registers of the days that have ended: after midnight, or when next it is possible."""
    daily_register.make_registers()


@app.periodic(cron="*/2 * * * *")
@app.task(name="workflows.seal_history", queue="upkeep", queueing_lock="seal_history")
def seal_history(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Seal what triggers have written of changed fields."""
    sealing.seal_field_history()


# Hourly, so that a worker that was down at the hour makes up for it; there is one round a day.
@app.periodic(cron="10 * * * *")
@app.task(name="workflows.daily_round", queue="upkeep", queueing_lock="daily_round", lock="round")
def daily_round(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Look after the whole office and hand the emails of the morning over."""
    watch.run_daily(digest.hand_over)


@app.task(name="workflows.send_day", queue="letters", retry=RETRY)
def send_day(user_id: int, day: str) -> None:
    """Send one colleague their day; tried again with growing pauses."""
    digest.send_day(user_id, date.fromisoformat(day))


@app.task(name="workflows.send_findings", queue="letters", retry=RETRY)
def send_findings(round_id: int, user_id: int) -> None:
    """Send one administrator what was found; tried again with growing pauses."""
    digest.send_findings(round_id, user_id)


@app.periodic(cron="*/10 * * * *")
@app.task(name="workflows.forget_visits", queue="upkeep", queueing_lock="forget_visits")
def forget_visits(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Drop what is known of visits to cases that ended long ago."""
    presence.forget_visits()
