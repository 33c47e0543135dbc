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
from .offers import HostOffer, RiskClass
from .rows import Certificate, Competence, Dismissal, Layoff, Measure, OfferGround, StaffPeriod
from .statuses import OfferStatus
from .units import Unit

__all__ = [
    "Area",
    "Certificate",
    "CertificateKind",
    "Competence",
    "Disabled",
    "Dismissal",
    "Hiring",
    "HostKind",
    "HostOffer",
    "Layoff",
    "Link",
    "Measure",
    "MeasureKind",
    "OfferGround",
    "OfferStatus",
    "RiskClass",
    "Role",
    "Sector",
    "StaffPeriod",
    "Unit",
]
