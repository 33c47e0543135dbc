"""What the worker does for letters."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from letters import services

RETRY = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.task(name="letters.send_letter", queue="letters", retry=RETRY)
def send_letter(letter_id: int) -> None:
    """Send one letter; a failure is written down and tried again with growing pauses."""
    try:
        services.send(letter_id)
    except Exception as error:
        services.note_failure(letter_id, str(error) or type(error).__name__)
        raise
