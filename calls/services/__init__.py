"""What is done to calls: setting them up, publishing them, moving them on, sending them around."""

from .loading import (
    DATA,
    PARAMETER_FILES,
    CallFileError,
    defaults_of,
    load_calls,
    load_parameters,
)
from .moves import (
    approve,
    approve_ranking,
    cancel,
    close_early,
    conclude,
    extend,
    reopen,
    resume,
    start_evaluation,
    start_running,
    suspend,
    take_back,
)
from .publishing import publish, publish_version, revise, show

__all__ = [
    "DATA",
    "PARAMETER_FILES",
    "CallFileError",
    "approve",
    "approve_ranking",
    "cancel",
    "close_early",
    "conclude",
    "defaults_of",
    "extend",
    "load_calls",
    "load_parameters",
    "publish",
    "publish_version",
    "reopen",
    "resume",
    "revise",
    "show",
    "start_evaluation",
    "start_running",
    "suspend",
    "take_back",
]
