"""What people do to a coworking contribution: one function an act, named like its transition."""

from workflows.services.examination import send_back

from .acceptances import ask_deed_again, confirm_deed, lapse, note_codes, return_deed
from .annulments import (
    annul,
    annul_refusal,
    close_memories,
    drop_annulment,
    file_memories,
    start_annulment,
)
from .changes import ask_change, authorise_change, refuse_change, take_change_back
from .decisions import (
    accept_partial,
    close_offer,
    complete_acceptance,
    declare_acceptance,
    decline_partial,
    examine_accepted,
    grant,
    offer_partial,
    put_on_waiting_list,
    recall_from_waiting_list,
    refuse,
)
from .examination import EXAMINATION, close_integration, propose_admission
from .filing import open_draft, submit, withdraw
from .ranked import (
    admit_to_ranking,
    exclude_by_ranking,
    grant_by_ranking,
    offer_by_ranking,
    raise_grant,
    wait_by_ranking,
    waive,
)
from .recalls import recall_part, recall_whole, start_recall
from .reports import (
    answer_report_integration,
    approve_report,
    close_report_integration,
    file_report,
    request_report_integration,
)
from .revocations import drop_revocation, reduce_grant, revoke_grant, start_revocation

start_examination = EXAMINATION.start_examination
request_integration = EXAMINATION.request_integration
answer_integration = EXAMINATION.answer_integration
give_refusal_notice = EXAMINATION.give_refusal_notice
file_observations = EXAMINATION.file_observations
close_observations = EXAMINATION.close_observations
propose_refusal = EXAMINATION.propose_refusal

__all__ = [
    "accept_partial",
    "admit_to_ranking",
    "annul",
    "annul_refusal",
    "answer_integration",
    "answer_report_integration",
    "approve_report",
    "ask_change",
    "ask_deed_again",
    "authorise_change",
    "close_integration",
    "close_memories",
    "close_observations",
    "close_offer",
    "close_report_integration",
    "complete_acceptance",
    "confirm_deed",
    "declare_acceptance",
    "decline_partial",
    "drop_annulment",
    "drop_revocation",
    "examine_accepted",
    "exclude_by_ranking",
    "file_memories",
    "file_observations",
    "file_report",
    "give_refusal_notice",
    "grant",
    "grant_by_ranking",
    "lapse",
    "note_codes",
    "offer_by_ranking",
    "offer_partial",
    "open_draft",
    "propose_admission",
    "propose_refusal",
    "put_on_waiting_list",
    "raise_grant",
    "recall_from_waiting_list",
    "recall_part",
    "recall_whole",
    "reduce_grant",
    "refuse",
    "refuse_change",
    "request_integration",
    "request_report_integration",
    "return_deed",
    "revoke_grant",
    "send_back",
    "start_annulment",
    "start_examination",
    "start_recall",
    "start_revocation",
    "submit",
    "take_change_back",
    "wait_by_ranking",
    "waive",
    "withdraw",
]
