from .contributions import ApplicantKind, Employment, RentContribution, Status
from .lines import DeclaredAid, RefusalGround, SpendLine

__all__ = [
    "ApplicantKind",
    "DeclaredAid",
    "Employment",
    "RefusalGround",
    "RentContribution",
    "SpendLine",
    "Status",
]
