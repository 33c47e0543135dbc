"""What the applicant hands in after filing gets its own number in the protocol (PRT-02)."""

from typing import Any

from django.db.models import Max

from workflows.models import Document, ProtocolEntry
from workflows.services.documents import digests_of
from workflows.services.protocol import next_entry, register

INCOMING = ProtocolEntry.Direction.IN


def register_answer(case: Any, *, subject: str) -> ProtocolEntry:
    """Register an answer with the digests of the documents filed since the last incoming entry."""
    last = case.protocol_entries.filter(direction=INCOMING).aggregate(at=Max("registered_at"))["at"]
    handed_in = case.documents.filter(origin=Document.Origin.APPLICANT, filed_at__gt=last)
    return register(
        next_entry(case.call.manager),
        direction=INCOMING,
        subject=f"{subject} – {case.number}",
        counterpart=case.applicant.name,
        case=case,
        digests=digests_of(handed_in),
    )
