from .acceptances import Acceptance
from .annulments import Annulment, AnnulmentGround, Revocation
from .changes import Change, ChangedLine
from .contributions import ApplicantKind, Employment, RentContribution
from .controls import Control, ControlSample
from .evidence import GrantEvidence
from .lines import DeclaredAid, DeclaredLink, RefusalGround, SpendLine
from .recalled import Ban
from .reports import Expense, ExpenseReport, Means
from .statuses import Status
from .yearly import YearlyPaper

__all__ = [
    "Acceptance",
    "Annulment",
    "AnnulmentGround",
    "ApplicantKind",
    "Ban",
    "Change",
    "ChangedLine",
    "Control",
    "ControlSample",
    "DeclaredAid",
    "DeclaredLink",
    "Employment",
    "Expense",
    "ExpenseReport",
    "GrantEvidence",
    "Means",
    "RefusalGround",
    "RentContribution",
    "Revocation",
    "SpendLine",
    "Status",
    "YearlyPaper",
]
