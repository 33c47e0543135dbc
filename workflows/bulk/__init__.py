"""One kind of act on many cases: foreseen, then done one by one, each in its own transaction.

A few ticked rows go straight to work (`ticked`). Everything that a list holds goes through a dry
run (`dry_run`) whose forecast is read first; the work itself follows it (`execution`), and what
has not left the house can be taken back for a while (`undoing`).
"""

from workflows.bulk import acting, actions, hands, labelling, lists
from workflows.bulk.actions import Action, actions_for, find
from workflows.bulk.dry_run import DRY_RUN, run_dry, start_dry_run
from workflows.bulk.execution import EXECUTION, NotStarted, run, start_execution
from workflows.bulk.selection import TO_SIGN, Selection
from workflows.bulk.ticked import (
    ACTS,
    MOST_ROWS,
    TAKE,
    Row,
    foresee,
    run_acts,
    run_takes,
    start_acts,
    start_takes,
)
from workflows.bulk.undoing import UNDO, can_be_undone, run_undo, start_undo
from workflows.services import jobs

__all__ = [
    "ACTS",
    "DRY_RUN",
    "EXECUTION",
    "MOST_ROWS",
    "TAKE",
    "TO_SIGN",
    "UNDO",
    "Action",
    "NotStarted",
    "Row",
    "Selection",
    "actions_for",
    "can_be_undone",
    "find",
    "foresee",
    "lists",
    "register",
    "start_acts",
    "start_dry_run",
    "start_execution",
    "start_takes",
    "start_undo",
]


def register() -> None:
    """Make every action and kind of bulk work known; called once when the site starts."""
    for action in (*hands.ACTIONS, *labelling.ACTIONS, *acting.ACTIONS):
        actions.register(action)
    jobs.register_runner(ACTS, run_acts)
    jobs.register_runner(TAKE, run_takes)
    jobs.register_runner(DRY_RUN, run_dry)
    jobs.register_runner(EXECUTION, run)
    jobs.register_runner(UNDO, run_undo)
