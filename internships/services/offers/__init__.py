"""What people do to an offer of a host: one function an act, named like its transition."""

from workflows.services.examination import send_back

from .decisions import admit, close_offer, refuse
from .examination import EXAMINATION, propose_admission
from .filing import open_draft, submit, withdraw

start_examination = EXAMINATION.start_examination
request_integration = EXAMINATION.request_integration
answer_integration = EXAMINATION.answer_integration
close_integration = EXAMINATION.close_integration
give_refusal_notice = EXAMINATION.give_refusal_notice
file_observations = EXAMINATION.file_observations
close_observations = EXAMINATION.close_observations
propose_refusal = EXAMINATION.propose_refusal

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
