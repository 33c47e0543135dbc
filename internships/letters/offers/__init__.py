"""The letters of an offer: one function a letter, called inside the act's transaction."""

from .sending import (
    send_admission,
    send_integration_request,
    send_receipt,
    send_refusal,
    send_refusal_notice,
    send_substitute_receipt,
)

__all__ = [
    "send_admission",
    "send_integration_request",
    "send_receipt",
    "send_refusal",
    "send_refusal_notice",
    "send_substitute_receipt",
]
