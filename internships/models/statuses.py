from django.db import models
from django.utils.translation import gettext_lazy as _


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
    CLOSED = "closed", _("Closed")


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
