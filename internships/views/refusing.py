"""A refusal in words, with the ids of its rules, and the status of the answer that shows it."""

from workflows.engine import Refusal, TransitionRefused
from workflows.rules import Verdict

UNPROCESSABLE = 422
STATUSES = {Refusal.STATUS: 409, Refusal.STALE: 409, Refusal.RIGHT: 403}


def words_of(refusal: TransitionRefused) -> str:
    """Return the sentences of what stands against an act, each with the id of its rule.

    Where nothing blocks, an act was refused for what would elsewhere be a warning.
    """
    against = [one for one in refusal.outcomes if one.blocks] or [
        one for one in refusal.outcomes if one.verdict is not Verdict.MET
    ]
    if not against:
        return refusal.sentence
    said = {one.sentence: one.rule for one in against}
    return " ".join(f"{sentence} ({rule})" for sentence, rule in said.items())


def status_of(refusal: TransitionRefused) -> int:
    """Return the status of the answer that shows a refusal."""
    return STATUSES.get(refusal.why, UNPROCESSABLE)
