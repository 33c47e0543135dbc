from .calls import Call, CallKind, CallVersion, Procedure
from .contents import (
    Block,
    Criterion,
    Declaration,
    Premium,
    RequiredDocument,
    Reserve,
    TerritorialShare,
)
from .enquiries import Enquiry, EnquiryAnswer
from .history import CallHistoryEntry
from .parameters import Parameter
from .programmes import Funder, Funding, Programme
from .questions import Question
from .states import State

__all__ = [
    "Block",
    "Call",
    "CallHistoryEntry",
    "CallKind",
    "CallVersion",
    "Criterion",
    "Declaration",
    "Enquiry",
    "EnquiryAnswer",
    "Funder",
    "Funding",
    "Parameter",
    "Premium",
    "Procedure",
    "Programme",
    "Question",
    "RequiredDocument",
    "Reserve",
    "State",
    "TerritorialShare",
]
