"""The monthly register: days, months and what each of them is worth."""

from .allowances import decide_allowance, note_payment
from .days import AbsenceData, DayData, write_absence, write_day
from .months import check, close, hand_in, lay_out, send_back, validate

__all__ = [
    "AbsenceData",
    "DayData",
    "check",
    "close",
    "decide_allowance",
    "hand_in",
    "lay_out",
    "note_payment",
    "send_back",
    "validate",
    "write_absence",
    "write_day",
]
