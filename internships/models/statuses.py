from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class OfferStatus(models.TextChoices):
    """Where a host's offer stands (internships 5.1)."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    UNDER_EXAMINATION = "under_examination", _("Under examination")
    INTEGRATION_REQUESTED = "integration_requested", _("Integration requested")
    REFUSAL_NOTICE = "refusal_notice", _("Notice of reasons against")
    OBSERVATIONS_RECEIVED = "observations_received", _("Observations received")
    ADMISSION_PROPOSED = "admission_proposed", _("Admission proposed")
    REFUSAL_PROPOSED = "refusal_proposed", _("Refusal proposed")
    PUBLISHED = "published", _("Published")
    REFUSED = "refused", _("Not admitted")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    CLOSED = "closed", pgettext_lazy("offer", "Closed")


# The office owes a decision: time runs against it (PROC-T8).
UNDECIDED = [
    OfferStatus.SUBMITTED,
    OfferStatus.UNDER_EXAMINATION,
    OfferStatus.INTEGRATION_REQUESTED,
    OfferStatus.REFUSAL_NOTICE,
    OfferStatus.OBSERVATIONS_RECEIVED,
    OfferStatus.ADMISSION_PROPOSED,
    OfferStatus.REFUSAL_PROPOSED,
]
EXAMINED = [OfferStatus.UNDER_EXAMINATION, OfferStatus.OBSERVATIONS_RECEIVED]
# A host takes an offer back as long as it is alive.
ALIVE = [*UNDECIDED, OfferStatus.PUBLISHED]


class InternshipStatus(models.TextChoices):
    """Where an internship stands (internships 5.3)."""

    DRAFT = "draft", _("Draft")
    PREPARATION = "preparation", _("In preparation")
    CONVENTION_SIGNING = "convention_signing", _("Agreement to be signed")
    CONVENTION_SIGNED = "convention_signed", _("Agreement signed")
    PLAN_SIGNING = "plan_signing", _("Plan to be signed")
    PLAN_SIGNED = "plan_signed", _("Plan signed")
    COMMUNICATED = "communicated", _("Communicated to the employment authorities")
    RUNNING = "running", _("Running")
    SUSPENDED = "suspended", _("Suspended")
    CONCLUDED = "concluded", _("Concluded")
    INTERRUPTED = "interrupted", _("Ended early")
    TRANSFORMED = "transformed", _("Ended by a hire")
    EVALUATION = "evaluation", _("Being evaluated")
    ATTESTED = "attested", _("Attested")
    UNATTESTED = "unattested", _("Closed without attestation")
    REPORTING = "reporting", _("Refund asked for")
    SETTLED = "settled", _("Refund settled")
    NOT_SETTLED = "not_settled", _("Refund not due")
    CANCELLED = "cancelled", _("Cancelled")
    REVOKED = "revoked", _("Revoked")
    ARCHIVED = "archived", _("Archived")


class MonthStatus(models.TextChoices):
    """Where a month of the register stands (internships 5.3)."""

    OPEN = "open", _("To be filled in")
    FILLED = "filled", _("Filled in")
    VALIDATED = "validated", _("Validated by the tutor")
    VERIFIED = "verified", _("Checked by the promoter")
    CLOSED = "closed", pgettext_lazy("month", "Closed")
    REJECTED = "rejected", _("Sent back")


# From the signature of its plan an internship holds a place of the unit, until it ends.
HOLDS_PLACE = [
    InternshipStatus.PLAN_SIGNED,
    InternshipStatus.COMMUNICATED,
    InternshipStatus.RUNNING,
    InternshipStatus.SUSPENDED,
]
BEFORE_START = [
    InternshipStatus.PREPARATION,
    InternshipStatus.CONVENTION_SIGNING,
    InternshipStatus.CONVENTION_SIGNED,
    InternshipStatus.PLAN_SIGNING,
    InternshipStatus.PLAN_SIGNED,
    InternshipStatus.COMMUNICATED,
]
ENDED = [
    InternshipStatus.CONCLUDED,
    InternshipStatus.INTERRUPTED,
    InternshipStatus.TRANSFORMED,
]
AFTER_END = [
    *ENDED,
    InternshipStatus.EVALUATION,
    InternshipStatus.ATTESTED,
    InternshipStatus.UNATTESTED,
    InternshipStatus.REPORTING,
    InternshipStatus.SETTLED,
    InternshipStatus.NOT_SETTLED,
]
# What the person has with the host, as far as it counts for another one (R-BAN-01).
COUNTS_WITH_HOST = [*HOLDS_PLACE, *AFTER_END, InternshipStatus.ARCHIVED]
# What takes up the person's week, or is about to (R-REC-07).
TAKES_HOURS = [*BEFORE_START, InternshipStatus.RUNNING, InternshipStatus.SUSPENDED]


class CandidacyStatus(models.TextChoices):
    """Where a candidacy stands (internships 5.2)."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    UNDER_EXAMINATION = "under_examination", _("Under examination")
    INTEGRATION_REQUESTED = "integration_requested", _("Integration requested")
    REFUSAL_NOTICE = "refusal_notice", _("Notice of reasons against")
    OBSERVATIONS_RECEIVED = "observations_received", _("Observations received")
    REFUSAL_PROPOSED = "refusal_proposed", _("Exclusion proposed")
    ADMITTED = "admitted", _("Admitted")
    INVITED = "invited", _("Called to the interview")
    MISSED = "missed", _("Absent, may justify it")
    INTERVIEWED = "interviewed", _("Interview held")
    RANKED = "ranked", _("Fit, in the ranking")
    PROPOSED = "proposed", _("Placement proposed")
    ACCEPTED = "accepted", _("Placement accepted")
    ASSIGNED = "assigned", _("Placement assigned")
    STARTED = "started", _("Internship begun")
    REFUSED = "refused", _("Excluded")
    UNFIT = "unfit", _("Not fit")
    ABSENT = "absent", _("Absent from the interview")
    LAPSED = "lapsed", _("Lapsed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


# The office owes an answer: admission, or exclusion with its reasons (PROC-T8).
CANDIDACY_UNDECIDED = [
    CandidacyStatus.SUBMITTED,
    CandidacyStatus.UNDER_EXAMINATION,
    CandidacyStatus.INTEGRATION_REQUESTED,
    CandidacyStatus.REFUSAL_NOTICE,
    CandidacyStatus.OBSERVATIONS_RECEIVED,
    CandidacyStatus.REFUSAL_PROPOSED,
]
CANDIDACY_EXAMINED = [CandidacyStatus.UNDER_EXAMINATION, CandidacyStatus.OBSERVATIONS_RECEIVED]
# A candidate takes a candidacy back until a placement is assigned.
CANDIDACY_ALIVE = [
    *CANDIDACY_UNDECIDED,
    CandidacyStatus.ADMITTED,
    CandidacyStatus.INVITED,
    CandidacyStatus.MISSED,
    CandidacyStatus.INTERVIEWED,
    CandidacyStatus.RANKED,
    CandidacyStatus.PROPOSED,
    CandidacyStatus.ACCEPTED,
]
