from .cases import Case, CaseQuerySet
from .desk import Absence, CaseLabel, CoveredTask, Label, Presence, SavedView
from .documents import Document
from .drafts import Draft, Typed
from .history import ChainEnd, FieldHistoryBlock, HistoryEntry, Note
from .integrations import IntegrationItem, IntegrationRequest
from .jobs import BackgroundJob, JobRow
from .processes import CaseProcess, CaseTask
from .protocol import DailyRegister, ProtocolCounter, ProtocolEntry
from .substitutes import SubstituteRequest
from .terms import CaseTerm, TermEvent
from .watch import DigestPause, SettledFailure, WatchRound

__all__ = [
    "Absence",
    "BackgroundJob",
    "Case",
    "CaseLabel",
    "CaseProcess",
    "CaseQuerySet",
    "CaseTask",
    "CaseTerm",
    "ChainEnd",
    "CoveredTask",
    "DailyRegister",
    "DigestPause",
    "Document",
    "Draft",
    "FieldHistoryBlock",
    "HistoryEntry",
    "IntegrationItem",
    "IntegrationRequest",
    "JobRow",
    "Label",
    "Note",
    "Presence",
    "ProtocolCounter",
    "ProtocolEntry",
    "SavedView",
    "SettledFailure",
    "SubstituteRequest",
    "TermEvent",
    "Typed",
    "WatchRound",
]
