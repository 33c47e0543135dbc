"""What the worker does for letters."""

from datetime import datetime

from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from letters import notices
from letters.services import collecting, sending

# Nine attempts: after seconds at first, after hours in the end, a day in all.
RETRY = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.task(name="letters.send_delivery", queue="letters", retry=RETRY, pass_context=True)
def send_delivery(context: JobContext, delivery_id: int) -> None:
    """Send a letter to one recipient; tried again with growing pauses, then noted as failed."""
    attempt = RETRY.get_retry_decision(exception=sending.TryAgain(), job=context.job)
    sending.send(delivery_id, is_last=attempt is None)


@app.task(name="letters.send_failure_notice", queue="letters", retry=RETRY)
def send_failure_notice(delivery_id: int, user_id: int, failed_at: str) -> None:
    """Tell whoever is in charge that a letter has not arrived; tried again with growing pauses."""
    notices.send(delivery_id, user_id, datetime.fromisoformat(failed_at))


@app.periodic(cron="* * * * *")
@app.task(
    name="letters.read_mailboxes",
    queue="upkeep",
    queueing_lock="read_mailboxes",
    lock="read_mailboxes",
)
def read_mailboxes(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Read receipts and bounces, then note what has not been heard of in time."""
    collecting.collect()
    collecting.note_silence()


@app.periodic(cron="*/10 * * * *")
@app.task(name="letters.forget_secrets", queue="upkeep", queueing_lock="forget_secrets")
def forget_secrets(timestamp: int) -> None:  # noqa: ARG001 (when it was due)
    """Delete passwords of batches of signatures that ended without saying so."""
    from letters.signatures import secrets  # noqa: PLC0415 (slow to import)

    secrets.forget_old()
