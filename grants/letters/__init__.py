"""The letters of a coworking contribution: one function a letter, called inside the act's transaction.

What a letter says stands in the office's template of the same code (`letters.defaults` has those it
begins with); what it says of a case is resolved here (`values`). Reasons come from stored outcomes
of the rules and from the reasons against, amounts from the case, terms from the call's frozen
parameters and the reckonings kept with the case.
"""

from .awarded import (
    send_deed_again,
    send_lapse,
    send_report_integration,
    send_report_outcome,
    send_report_reminder,
    send_space_stopped,
)
from .changed import send_change, send_change_refusal, send_waiver
from .controlled import send_control_outcome, send_control_report, write_control_minutes
from .decided import (
    send_grant,
    send_partial_offer,
    send_refusal,
    send_refusal_annulled,
    send_waiting_list,
)
from .exchanged import (
    send_annulment,
    send_annulment_dropped,
    send_annulment_start,
    send_integration_request,
    send_receipt,
    send_refusal_notice,
    send_substitute_receipt,
    send_withdrawal,
)
from .paid import send_liquidation, send_payment_notice
from .ranked import send_raise, send_ranking_outcome
from .recalled import send_recall, send_recall_start
from .revoked import (
    send_reduction,
    send_revocation,
    send_revocation_dropped,
    send_revocation_start,
)
from .yearly import send_yearly_paper

__all__ = [
    "send_annulment",
    "send_annulment_dropped",
    "send_annulment_start",
    "send_change",
    "send_change_refusal",
    "send_control_outcome",
    "send_control_report",
    "send_deed_again",
    "send_grant",
    "send_integration_request",
    "send_lapse",
    "send_liquidation",
    "send_partial_offer",
    "send_payment_notice",
    "send_raise",
    "send_ranking_outcome",
    "send_recall",
    "send_recall_start",
    "send_receipt",
    "send_reduction",
    "send_refusal",
    "send_refusal_annulled",
    "send_refusal_notice",
    "send_report_integration",
    "send_report_outcome",
    "send_report_reminder",
    "send_revocation",
    "send_revocation_dropped",
    "send_revocation_start",
    "send_space_stopped",
    "send_substitute_receipt",
    "send_waiting_list",
    "send_waiver",
    "send_withdrawal",
    "send_yearly_paper",
    "write_control_minutes",
]
