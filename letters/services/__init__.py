"""What is done to letters: put into the outbox, released from it, sent, held, taken back, replaced."""

from .handling import edit, hold, take_up_again, withdraw
from .mending import queue_again
from .putting import put, put_on_record
from .releasing import approve, release
from .replacing import replace
from .sending import send

__all__ = [
    "approve",
    "edit",
    "hold",
    "put",
    "put_on_record",
    "queue_again",
    "release",
    "replace",
    "send",
    "take_up_again",
    "withdraw",
]
