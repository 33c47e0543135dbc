from .cases import Case, CaseQuerySet
from .documents import Document
from .drafts import Draft
from .history import HistoryEntry, Note
from .integrations import IntegrationItem, IntegrationRequest
from .jobs import BackgroundJob, JobRow
from .processes import CaseProcess, CaseTask
from .protocol import ProtocolCounter, ProtocolEntry
from .terms import CaseTerm

__all__ = [
    "BackgroundJob",
    "Case",
    "CaseProcess",
    "CaseQuerySet",
    "CaseTask",
    "CaseTerm",
    "Document",
    "Draft",
    "HistoryEntry",
    "IntegrationItem",
    "IntegrationRequest",
    "JobRow",
    "Note",
    "ProtocolCounter",
    "ProtocolEntry",
]
