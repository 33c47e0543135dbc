from .agreements import Agreement, Bearer, CopyGiven
from .banned import InternshipBan
from .candidate_rows import (
    CandidacyGround,
    Experience,
    Preference,
    PriorRelation,
    RunningInternship,
)
from .candidates import ApplicantCondition, Candidacy, Digital, Education, Support
from .changes import Extension, Suspension, Variation
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
from .chosen import HostChoice
from .deeds import Deed, Signature, Signer, SigningCode
from .following import Accident, InterimReport, SignSeen, Trip
from .interviews import Interview, Slot
from .offers import HostOffer, RiskClass
from .outcomes import Contract, Evidence, FinalReport, WorkOutcome
from .pairings import PairingRound, PairingRow
from .placements import (
    Internship,
    InternshipType,
    PayerChoice,
    PlanActivity,
    PlanCompetence,
)
from .promoters import Promoter, PromoterKind, Tutor
from .refunds import RefundRequest
from .register import AllowanceDue, Day, Month
from .restricted import Protected, Restricted
from .rows import (
    Certificate,
    Competence,
    Dismissal,
    Hire,
    Layoff,
    Measure,
    OfferGround,
    StaffPeriod,
)
from .special import CategoryChoice, Condition, PauseReason
from .statuses import CandidacyStatus, InternshipStatus, MonthStatus, OfferStatus
from .units import QuotaRaise, Unit

__all__ = [
    "Accident",
    "Agreement",
    "AllowanceDue",
    "ApplicantCondition",
    "Area",
    "Bearer",
    "Candidacy",
    "CandidacyGround",
    "CandidacyStatus",
    "CategoryChoice",
    "Certificate",
    "CertificateKind",
    "Competence",
    "Condition",
    "Contract",
    "CopyGiven",
    "Day",
    "Deed",
    "Digital",
    "Disabled",
    "Dismissal",
    "Education",
    "Evidence",
    "Experience",
    "Extension",
    "FinalReport",
    "Hire",
    "Hiring",
    "HostChoice",
    "HostKind",
    "HostOffer",
    "InterimReport",
    "Internship",
    "InternshipBan",
    "InternshipStatus",
    "InternshipType",
    "Interview",
    "Layoff",
    "Link",
    "Measure",
    "MeasureKind",
    "Month",
    "MonthStatus",
    "OfferGround",
    "OfferStatus",
    "PairingRound",
    "PairingRow",
    "PauseReason",
    "PayerChoice",
    "PlanActivity",
    "PlanCompetence",
    "Preference",
    "PriorRelation",
    "Promoter",
    "PromoterKind",
    "Protected",
    "QuotaRaise",
    "RefundRequest",
    "Restricted",
    "RiskClass",
    "Role",
    "RunningInternship",
    "Sector",
    "SignSeen",
    "Signature",
    "Signer",
    "SigningCode",
    "Slot",
    "StaffPeriod",
    "Support",
    "Suspension",
    "Trip",
    "Tutor",
    "Unit",
    "Variation",
    "WorkOutcome",
]
