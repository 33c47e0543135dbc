"""What people do to an application for the register: one function an act, named like its transition."""

from workflows.services.examination import send_back

from .decisions import enter, refuse
from .entries import ask_renewal, cancel, reinstate, renew, suspend
from .examination import EXAMINATION, propose_admission
from .filing import open_draft, submit, withdraw
from .inspections import plan_inspection, report_inspection

start_examination = EXAMINATION.start_examination
request_integration = EXAMINATION.request_integration
answer_integration = EXAMINATION.answer_integration
close_integration = EXAMINATION.close_integration
give_refusal_notice = EXAMINATION.give_refusal_notice
file_observations = EXAMINATION.file_observations
close_observations = EXAMINATION.close_observations
propose_refusal = EXAMINATION.propose_refusal

__all__ = [
    "answer_integration",
    "ask_renewal",
    "cancel",
    "close_integration",
    "close_observations",
    "enter",
    "file_observations",
    "give_refusal_notice",
    "open_draft",
    "plan_inspection",
    "propose_admission",
    "propose_refusal",
    "refuse",
    "reinstate",
    "renew",
    "report_inspection",
    "request_integration",
    "send_back",
    "start_examination",
    "submit",
    "suspend",
    "withdraw",
]
