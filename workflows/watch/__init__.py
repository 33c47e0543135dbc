"""What could go wrong unseen, looked for every day: `manage.py check_office` and its board.

A check is a generator of findings, written in words that an administrator understands. Each room
registers its own when the site starts: `register_check(code, label, check, …)`. A check asks the
database a number of questions that does not grow with the office, and reads long answers as a
stream; one that breaks is itself a finding.
"""

from .registry import Check, Finding, Group, Severity, checks, register_check
from .rounds import JOB_KIND, Look, look, run_daily, run_job, watch
from .work import said_elsewhere

__all__ = [
    "JOB_KIND",
    "Check",
    "Finding",
    "Group",
    "Look",
    "Severity",
    "checks",
    "look",
    "register_check",
    "run_daily",
    "run_job",
    "said_elsewhere",
    "watch",
]
