"""What people do to an offer of a host: one function an act, named like its transition."""

from .decisions import admit, close_offer, refuse, send_back
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
    "admit",
    "answer_integration",
    "close_integration",
    "close_observations",
    "close_offer",
    "file_observations",
    "give_refusal_notice",
    "open_draft",
    "propose_admission",
    "propose_refusal",
    "refuse",
    "request_integration",
    "send_back",
    "start_examination",
    "submit",
    "withdraw",
]
