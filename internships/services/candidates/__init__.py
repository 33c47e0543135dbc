"""What people do to a candidacy: one function an act, named like its transition."""

from workflows.services.examination import send_back

from .choosing import name_candidates
from .examination import EXAMINATION, admit_candidate, refuse
from .filing import open_draft, submit, withdraw
from .interviews import (
    add_slot,
    ask_another_time,
    close_absence,
    confirm_interview,
    hold_interview,
    invite,
    justify_absence,
    move_interview,
    note_absence,
    remove_slot,
)
from .pairing import approve_pairing, make_pairing
from .placements import (
    accept_placement,
    assign,
    decline_by_host,
    decline_placement,
    enter_ranking,
    exclude_by_ranking,
    lapse,
    lapse_assignment,
    note_start,
    propose_placement,
)

start_examination = EXAMINATION.start_examination
request_integration = EXAMINATION.request_integration
answer_integration = EXAMINATION.answer_integration
close_integration = EXAMINATION.close_integration
give_refusal_notice = EXAMINATION.give_refusal_notice
file_observations = EXAMINATION.file_observations
close_observations = EXAMINATION.close_observations
propose_refusal = EXAMINATION.propose_refusal

__all__ = [
    "accept_placement",
    "add_slot",
    "admit_candidate",
    "answer_integration",
    "approve_pairing",
    "ask_another_time",
    "assign",
    "close_absence",
    "close_integration",
    "close_observations",
    "confirm_interview",
    "decline_by_host",
    "decline_placement",
    "enter_ranking",
    "exclude_by_ranking",
    "file_observations",
    "give_refusal_notice",
    "hold_interview",
    "invite",
    "justify_absence",
    "lapse",
    "lapse_assignment",
    "make_pairing",
    "move_interview",
    "name_candidates",
    "note_absence",
    "note_start",
    "open_draft",
    "propose_placement",
    "propose_refusal",
    "refuse",
    "remove_slot",
    "request_integration",
    "send_back",
    "start_examination",
    "submit",
    "withdraw",
]
