"""What people do to an application for the register: one function an act, named like its transition."""

from workflows.services.examination import send_back

from .changes import accept_change, refuse_change, report_change
from .decisions import enter, refuse
from .entries import ask_renewal, cancel, expire, reinstate, renew, suspend
from .examination import EXAMINATION, propose_admission
from .filing import open_draft, submit, withdraw
from .inspections import keep_visit_photo, plan_inspection, report_inspection, sign_minutes
from .removals import close_memories, drop_removal, file_memories, remove, start_removal

start_examination = EXAMINATION.start_examination
request_integration = EXAMINATION.request_integration
answer_integration = EXAMINATION.answer_integration
close_integration = EXAMINATION.close_integration
give_refusal_notice = EXAMINATION.give_refusal_notice
file_observations = EXAMINATION.file_observations
close_observations = EXAMINATION.close_observations
propose_refusal = EXAMINATION.propose_refusal

__all__ = [
    "accept_change",
    "answer_integration",
    "ask_renewal",
    "cancel",
    "close_integration",
    "close_memories",
    "close_observations",
    "drop_removal",
    "enter",
    "expire",
    "file_memories",
    "file_observations",
    "give_refusal_notice",
    "keep_visit_photo",
    "open_draft",
    "plan_inspection",
    "propose_admission",
    "propose_refusal",
    "refuse",
    "refuse_change",
    "reinstate",
    "remove",
    "renew",
    "report_change",
    "report_inspection",
    "request_integration",
    "send_back",
    "sign_minutes",
    "start_examination",
    "start_removal",
    "submit",
    "suspend",
    "withdraw",
]
