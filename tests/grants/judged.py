"""Trying what must be refused, through the service and by sending the form outright."""

import pytest

from tests.grants.acts.act_pages import address
from workflows.engine import TransitionRefused


def refusal_of(act) -> tuple[str, list[str]]:
    """Return the sentence and the blocking rules of what must be refused."""
    with pytest.raises(TransitionRefused) as refused:
        act()
    return refused.value.sentence, [one.rule for one in refused.value.outcomes if one.blocks]


def send(client, case, name, **typed):
    """Send the form of an act without having opened its page."""
    return client.post(address(case, name), {"seen_version": case.version} | typed)
