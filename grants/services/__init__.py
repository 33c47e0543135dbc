"""What people do to a coworking contribution: one function an act, named like its transition."""

from .decisions import (
    accept_partial,
    close_offer,
    decline_partial,
    grant,
    offer_partial,
    put_on_waiting_list,
    recall_from_waiting_list,
    refuse,
    send_back,
)
from .examination import (
    answer_integration,
    close_integration,
    close_observations,
    file_observations,
    give_refusal_notice,
    propose_admission,
    propose_refusal,
    request_integration,
    start_examination,
)
from .filing import open_draft, submit, withdraw

__all__ = [
    "accept_partial",
    "answer_integration",
    "close_integration",
    "close_observations",
    "close_offer",
    "decline_partial",
    "file_observations",
    "give_refusal_notice",
    "grant",
    "offer_partial",
    "open_draft",
    "propose_admission",
    "propose_refusal",
    "put_on_waiting_list",
    "recall_from_waiting_list",
    "refuse",
    "request_integration",
    "send_back",
    "start_examination",
    "submit",
    "withdraw",
]
