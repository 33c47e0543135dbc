from .changes import Extension, Suspension
from .choices import (
    Area,
    CertificateKind,
    Disabled,
    Hiring,
    HostKind,
    Link,
    MeasureKind,
    Role,
    Sector,
)
from .deeds import Deed, Signature, Signer, SigningCode
from .offers import HostOffer, RiskClass
from .placements import (
    Bearer,
    Internship,
    InternshipType,
    PayerChoice,
    PlanActivity,
    PlanCompetence,
)
from .promoters import Promoter, PromoterKind, Tutor
from .register import AllowanceDue, Day, Month
from .rows import Certificate, Competence, Dismissal, Layoff, Measure, OfferGround, StaffPeriod
from .special import CategoryChoice, Condition, PauseReason
from .statuses import InternshipStatus, MonthStatus, OfferStatus
from .units import Unit

__all__ = [
    "AllowanceDue",
    "Area",
    "Bearer",
    "CategoryChoice",
    "Certificate",
    "CertificateKind",
    "Competence",
    "Condition",
    "Day",
    "Deed",
    "Disabled",
    "Dismissal",
    "Extension",
    "Hiring",
    "HostKind",
    "HostOffer",
    "Internship",
    "InternshipStatus",
    "InternshipType",
    "Layoff",
    "Link",
    "Measure",
    "MeasureKind",
    "Month",
    "MonthStatus",
    "OfferGround",
    "OfferStatus",
    "PauseReason",
    "PayerChoice",
    "PlanActivity",
    "PlanCompetence",
    "Promoter",
    "PromoterKind",
    "RiskClass",
    "Role",
    "Sector",
    "Signature",
    "Signer",
    "SigningCode",
    "StaffPeriod",
    "Suspension",
    "Tutor",
    "Unit",
]
