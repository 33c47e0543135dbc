from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where an application stands (co-mantova 15.3)."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    UNDER_EXAMINATION = "under_examination", _("Under examination")
    INTEGRATION_REQUESTED = "integration_requested", _("Integration requested")
    REFUSAL_NOTICE = "refusal_notice", _("Notice of reasons against")
    OBSERVATIONS_RECEIVED = "observations_received", _("Observations received")
    ADMISSION_PROPOSED = "admission_proposed", _("Admission proposed")
    REFUSAL_PROPOSED = "refusal_proposed", _("Refusal proposed")
    ADMISSIBLE = "admissible", _("Admitted to the ranking")
    PARTIAL_OFFERED = "partial_offered", _("Partial grant offered")
    OFFER_ACCEPTED = "offer_accepted", _("Offer accepted, papers awaited")
    WAITING_LIST = "waiting_list", _("Waiting list")
    GRANTED = "granted", _("Granted")
    REPORT_FILED = "report_filed", _("Report of expenses received")
    REPORT_INTEGRATION = "report_integration", _("Integration of the report requested")
    CHANGE_ASKED = "change_asked", _("Change requested")
    CHANGE_NOTICE = "change_notice", _("Reasons against the change told")
    CHANGE_HEARD = "change_heard", _("Observations on the change received")
    LAPSED = "lapsed", _("Lapsed")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    WAIVED = "waived", _("Waived")
    ANNULMENT_STARTED = "annulment_started", _("Annulment started")
    MEMORIES_RECEIVED = "memories_received", _("Memories received")
    ANNULLED = "annulled", _("Annulled")
    REVOCATION_STARTED = "revocation_started", _("Revocation started")
    REVOKED = "revoked", _("Revoked")


BEFORE_DECISION = [
    Status.SUBMITTED,
    Status.UNDER_EXAMINATION,
    Status.INTEGRATION_REQUESTED,
    Status.REFUSAL_NOTICE,
    Status.OBSERVATIONS_RECEIVED,
    Status.ADMISSION_PROPOSED,
    Status.REFUSAL_PROPOSED,
    Status.ADMISSIBLE,
    Status.PARTIAL_OFFERED,
    Status.OFFER_ACCEPTED,
    Status.WAITING_LIST,
]
# The office owes a decision: time runs against it (PROC-T8).
UNDECIDED = [
    Status.SUBMITTED,
    Status.UNDER_EXAMINATION,
    Status.INTEGRATION_REQUESTED,
    Status.REFUSAL_NOTICE,
    Status.OBSERVATIONS_RECEIVED,
    Status.ADMISSION_PROPOSED,
    Status.REFUSAL_PROPOSED,
    Status.ADMISSIBLE,
]
EXAMINED = [Status.UNDER_EXAMINATION, Status.OBSERVATIONS_RECEIVED]
# A change of the grant is asked for, and not answered yet.
CHANGING = [Status.CHANGE_ASKED, Status.CHANGE_NOTICE, Status.CHANGE_HEARD]
# The beneficiary has been told why the grant may be undone, and may answer.
HEARING = [Status.ANNULMENT_STARTED, Status.REVOCATION_STARTED]
# A grant holds until it is annulled or revoked.
HOLDING = [
    Status.GRANTED,
    Status.REPORT_FILED,
    Status.REPORT_INTEGRATION,
    *CHANGING,
    *HEARING,
    Status.MEMORIES_RECEIVED,
]
# Money stands aside for these, granted or offered: their amount is what they hold.
BOUND = [*HOLDING, Status.PARTIAL_OFFERED, Status.OFFER_ACCEPTED]
