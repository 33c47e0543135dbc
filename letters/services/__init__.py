"""What is done to letters: put into the outbox, released from it, sent, held, taken back."""

from .mending import queue_again
from .putting import put
from .releasing import approve, release
from .sending import send

__all__ = ["approve", "put", "queue_again", "release", "send"]
