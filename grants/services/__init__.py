"""What people do to a coworking contribution: one function an act, named like its transition."""

from .annulments import (
    annul,
    annul_refusal,
    close_memories,
    drop_annulment,
    file_memories,
    start_annulment,
)
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
    "annul",
    "annul_refusal",
    "answer_integration",
    "close_integration",
    "close_memories",
    "close_observations",
    "close_offer",
    "decline_partial",
    "drop_annulment",
    "file_memories",
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
    "start_annulment",
    "start_examination",
    "submit",
    "withdraw",
]
