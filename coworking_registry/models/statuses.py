from django.db import models
from django.utils.translation import gettext_lazy as _


class SpaceStatus(models.TextChoices):
    """Where an application for the register, and then the entry, stands (co-mantova 15.2)."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    UNDER_EXAMINATION = "under_examination", _("Under examination")
    INTEGRATION_REQUESTED = "integration_requested", _("Integration requested")
    INSPECTION_PLANNED = "inspection_planned", _("Inspection planned")
    REFUSAL_NOTICE = "refusal_notice", _("Notice of reasons against")
    OBSERVATIONS_RECEIVED = "observations_received", _("Observations received")
    ADMISSION_PROPOSED = "admission_proposed", _("Entry proposed")
    REFUSAL_PROPOSED = "refusal_proposed", _("Refusal proposed")
    LISTED = "listed", _("In the register")
    RENEWAL_REQUESTED = "renewal_requested", _("Renewal requested")
    SUSPENDED = "suspended", _("Suspended")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    REMOVAL_STARTED = "removal_started", _("Removal started")
    MEMORIES_RECEIVED = "memories_received", _("Memories received")
    CANCELLED = "cancelled", _("Cancelled")
    EXPIRED = "expired", _("Expired")


# The office owes a decision: time runs against it (PROC-T8).
UNDECIDED = [
    SpaceStatus.SUBMITTED,
    SpaceStatus.UNDER_EXAMINATION,
    SpaceStatus.INTEGRATION_REQUESTED,
    SpaceStatus.INSPECTION_PLANNED,
    SpaceStatus.REFUSAL_NOTICE,
    SpaceStatus.OBSERVATIONS_RECEIVED,
    SpaceStatus.ADMISSION_PROPOSED,
    SpaceStatus.REFUSAL_PROPOSED,
]
EXAMINED = [SpaceStatus.UNDER_EXAMINATION, SpaceStatus.OBSERVATIONS_RECEIVED]
# A procedure of removal runs; the entry stays as it was.
REMOVING = [SpaceStatus.REMOVAL_STARTED, SpaceStatus.MEMORIES_RECEIVED]
ENTERED = [
    SpaceStatus.LISTED,
    SpaceStatus.RENEWAL_REQUESTED,
    SpaceStatus.SUSPENDED,
    *REMOVING,
]
