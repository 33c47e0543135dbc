from .calls import Call, CallKind, CallVersion, Procedure
from .contents import Criterion, Declaration, Premium, RequiredDocument
from .parameters import Parameter
from .programmes import Funder, Funding, Programme

__all__ = [
    "Call",
    "CallKind",
    "CallVersion",
    "Criterion",
    "Declaration",
    "Funder",
    "Funding",
    "Parameter",
    "Premium",
    "Procedure",
    "Programme",
    "RequiredDocument",
]
