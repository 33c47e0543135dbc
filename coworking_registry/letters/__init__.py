"""The letters of the register: one function a letter, called inside the act's transaction."""

from .changed import send_change_outcome
from .removing import send_removal, send_removal_dropped, send_removal_start
from .sending import (
    send_cancellation,
    send_entry,
    send_inspection_call,
    send_inspection_minutes,
    send_integration_request,
    send_receipt,
    send_refusal,
    send_refusal_notice,
    send_reinstatement,
    send_renewal,
    send_renewal_notice,
    send_suspension,
)

__all__ = [
    "send_cancellation",
    "send_change_outcome",
    "send_entry",
    "send_inspection_call",
    "send_inspection_minutes",
    "send_integration_request",
    "send_receipt",
    "send_refusal",
    "send_refusal_notice",
    "send_reinstatement",
    "send_removal",
    "send_removal_dropped",
    "send_removal_start",
    "send_renewal",
    "send_renewal_notice",
    "send_suspension",
]
