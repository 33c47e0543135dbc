"""What is done to letters: put into the outbox, released from it, sent, held, taken back."""

from .putting import put
from .releasing import approve, release
from .sending import note_failure, queue_again, send

__all__ = ["approve", "note_failure", "put", "queue_again", "release", "send"]
