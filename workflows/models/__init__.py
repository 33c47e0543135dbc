from .answers import Answer
from .cases import Case, CaseQuerySet
from .delegations import Delegation, DelegationPaper
from .desk import Absence, CaseLabel, CoveredTask, Label, Presence, SavedView
from .documents import SIGNABLE, Document
from .drafts import Draft, Typed, Words
from .history import ChainEnd, FieldHistoryBlock, HistoryEntry, Note
from .integrations import IntegrationItem, IntegrationRequest
from .jobs import BackgroundJob, JobRow
from .mail import HeldMail, MailChoice, MailGroup
from .processes import CaseProcess, CaseTask
from .protocol import DailyRegister, ProtocolCounter, ProtocolEntry
from .signatures import SignatureCheck
from .substitutes import SubstituteRequest
from .terms import CaseTerm, TermEvent
from .watch import DigestPause, SettledFailure, WatchRound

__all__ = [
    "SIGNABLE",
    "Absence",
    "Answer",
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
    "Delegation",
    "DelegationPaper",
    "DigestPause",
    "Document",
    "Draft",
    "FieldHistoryBlock",
    "HeldMail",
    "HistoryEntry",
    "IntegrationItem",
    "IntegrationRequest",
    "JobRow",
    "Label",
    "MailChoice",
    "MailGroup",
    "Note",
    "Presence",
    "ProtocolCounter",
    "ProtocolEntry",
    "SavedView",
    "SettledFailure",
    "SignatureCheck",
    "SubstituteRequest",
    "TermEvent",
    "Typed",
    "WatchRound",
    "Words",
]
