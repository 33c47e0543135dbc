from .annulments import Annulment, AnnulmentGround, Revocation
from .contributions import ApplicantKind, Employment, RentContribution
from .lines import DeclaredAid, RefusalGround, SpendLine
from .statuses import Status

__all__ = [
    "Annulment",
    "AnnulmentGround",
    "ApplicantKind",
    "DeclaredAid",
    "Employment",
    "RefusalGround",
    "RentContribution",
    "Revocation",
    "SpendLine",
    "Status",
]
