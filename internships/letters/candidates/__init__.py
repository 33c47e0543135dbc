"""The letters of a candidacy: one function a letter, called inside the act's transaction."""

from .sending import (
    send_admission,
    send_assignment,
    send_confirmation_request,
    send_exclusion,
    send_integration_request,
    send_interview_call,
    send_lapse,
    send_not_confirmed,
    send_outcome,
    send_proposal,
    send_receipt,
    send_refusal_notice,
    send_reserve,
    send_substitute_receipt,
)

__all__ = [
    "send_admission",
    "send_assignment",
    "send_confirmation_request",
    "send_exclusion",
    "send_integration_request",
    "send_interview_call",
    "send_lapse",
    "send_not_confirmed",
    "send_outcome",
    "send_proposal",
    "send_receipt",
    "send_refusal_notice",
    "send_reserve",
    "send_substitute_receipt",
]
