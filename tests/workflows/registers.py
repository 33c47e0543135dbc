"""Entries of the protocol written for a test, on any day."""

from contextlib import nullcontext

from parties.models import Body
from tests.office import days_ago
from workflows.models import ProtocolEntry
from workflows.services.protocol import next_entry, register


def write(body: Body, subject: str = "Domanda", *, ago: float = 0, **values) -> ProtocolEntry:
    """Register an incoming document, so many days ago."""
    with days_ago(ago) if ago else nullcontext():
        return register(
            next_entry(body),
            **{
                "direction": ProtocolEntry.Direction.IN,
                "subject": subject,
                "counterpart": "Persona di prova",
                "digests": [{"name": "a.pdf", "sha256": "0" * 64}],
            }
            | values,
        )
