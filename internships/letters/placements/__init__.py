"""The letters of an internship, and the papers that are signed: called inside the act's transaction."""

from letters.cases.heard import Heard

from .finished import send_attestation, send_statement
from .following import (
    send_extension,
    send_extension_refusal,
    send_interruption,
    send_reminder,
    send_resumption,
    send_suspension,
)
from .refunded import send_no_settlement, send_revocation, send_settlement
from .registered import send_month_back, send_month_reminder
from .sending import draw_paper, send_cob_reminder, send_start
from .told import (
    send_accident,
    send_claim_request,
    send_closing,
    send_hire,
    send_variation,
)

__all__ = [
    "Heard",
    "draw_paper",
    "send_accident",
    "send_attestation",
    "send_claim_request",
    "send_closing",
    "send_cob_reminder",
    "send_extension",
    "send_extension_refusal",
    "send_hire",
    "send_interruption",
    "send_month_back",
    "send_month_reminder",
    "send_no_settlement",
    "send_reminder",
    "send_resumption",
    "send_revocation",
    "send_settlement",
    "send_start",
    "send_statement",
    "send_suspension",
    "send_variation",
]
