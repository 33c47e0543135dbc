"""What people do to an internship: one function an act, named like its transition."""

from .changing import ask_extension, ask_variation, refuse_extension
from .ending import archive, attest, evaluate, revoke, state_attendance
from .opening import open_internship
from .preparing import (
    redraw_convention,
    redraw_plan,
    send_convention,
    send_plan,
    use_framework,
)
from .refunding import ask_refund, examine_refund, refuse_settlement, settle
from .running import conclude, extend, interrupt, resume, suspend, transform, vary
from .signing import complete_convention, complete_plan
from .starting import begin, cancel, record_communication

__all__ = [
    "archive",
    "ask_extension",
    "ask_refund",
    "ask_variation",
    "attest",
    "begin",
    "cancel",
    "complete_convention",
    "complete_plan",
    "conclude",
    "evaluate",
    "examine_refund",
    "extend",
    "interrupt",
    "open_internship",
    "record_communication",
    "redraw_convention",
    "redraw_plan",
    "refuse_extension",
    "refuse_settlement",
    "resume",
    "revoke",
    "send_convention",
    "send_plan",
    "settle",
    "state_attendance",
    "suspend",
    "transform",
    "use_framework",
    "vary",
]
