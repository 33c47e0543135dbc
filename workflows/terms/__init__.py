"""The term engine: how long a procedure may last, when it stands still, and why a day is the last.

Pure functions over dates: no database, no clock, no settings. Every length and limit comes in
through `Rule`; every computed term carries its explanation in Italian.
"""

from workflows.terms.clock import (
    Urgency,
    days_left,
    delay_statement,
    half_term,
    late_by,
    on_the_day,
    urgency,
)
from workflows.terms.engine import compute_term, last_day_before
from workflows.terms.errors import TermError
from workflows.terms.explain import expand_days
from workflows.terms.instants import check_instant, closing_instant
from workflows.terms.model import CountedSuspension, Rule, Step, Suspension, Term
from workflows.terms.public_holidays import holidays_of, is_holiday, is_working_day
from workflows.terms.suspensions import NoticeClock, resume_after_notice
from workflows.terms.tax import tax_deadline

__all__ = [
    "CountedSuspension",
    "NoticeClock",
    "Rule",
    "Step",
    "Suspension",
    "Term",
    "TermError",
    "Urgency",
    "check_instant",
    "closing_instant",
    "compute_term",
    "days_left",
    "delay_statement",
    "expand_days",
    "half_term",
    "holidays_of",
    "is_holiday",
    "is_working_day",
    "last_day_before",
    "late_by",
    "on_the_day",
    "resume_after_notice",
    "tax_deadline",
    "urgency",
]
