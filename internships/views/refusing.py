"""A refusal in words, with the ids of its rules."""

from workflows.engine import TransitionRefused


def words_of(refusal: TransitionRefused) -> str:
    """Return the sentences of what stands against an act, each with the id of its rule."""
    blocking = {one.sentence: one.rule for one in refusal.outcomes if one.blocks}
    if not blocking:
        return refusal.sentence
    return " ".join(f"{sentence} ({rule})" for sentence, rule in blocking.items())
