"""The letters of a coworking contribution: one function a letter, called inside the act's transaction.

Every letter is an act or notice of the office and is written in Italian, whatever language its
addressee has chosen; that choice concerns the email that carries it (`letters.services`). Reasons
come from stored outcomes of the rules and from the reasons against, amounts from the case, terms
from the call's frozen parameters and the reckonings kept with the case.
"""

from .annulment import (
    send_annulment,
    send_annulment_dropped,
    send_annulment_start,
    send_refusal_annulled,
)
from .answers import register_answer
from .funds import send_partial_offer, send_waiting_list
from .grant import send_grant
from .integration import send_integration_request
from .receipt import send_receipt
from .refusal import send_refusal, send_refusal_notice
from .substitute import send_substitute_receipt

__all__ = [
    "register_answer",
    "send_annulment",
    "send_annulment_dropped",
    "send_annulment_start",
    "send_grant",
    "send_integration_request",
    "send_partial_offer",
    "send_receipt",
    "send_refusal",
    "send_refusal_annulled",
    "send_refusal_notice",
    "send_substitute_receipt",
    "send_waiting_list",
]
