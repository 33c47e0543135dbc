from django_fsm import transition

from internships import checks, permissions
from internships.models.statuses import ALIVE, EXAMINED, OfferStatus
from parties import moment
from workflows.engine import met
from workflows.examination import against
from workflows.examination.steps import ExaminationSteps


class OfferSteps(ExaminationSteps):
    """The moves of an offer (internships 5.1): examined on the common engine, decided by the director."""

    class Meta(ExaminationSteps.Meta):
        abstract = True

    @transition(
        field="status",
        source=OfferStatus.DRAFT,
        target=OfferStatus.SUBMITTED,
        conditions=[met(checks.filing_outcomes)],
        permission=permissions.may_send,
        custom={"starts_flow": "start"},
    )
    def submit(self, by, *, number, protocol, search, submission_key, due_on):
        """File the offer: from here on its content is what was declared."""
        self.number = number
        self.protocol_in = protocol
        self.submitted_at = protocol.registered_at
        self.search = search
        self.submission_key = submission_key
        self.due_on = due_on

    @transition(
        field="status",
        source=OfferStatus.UNDER_EXAMINATION,
        target=OfferStatus.INTEGRATION_REQUESTED,
        conditions=[met(checks.first_integration_outcomes)],
        permission=permissions.may_examine,
    )
    def request_integration(self, by, *, due_on):
        """Ask for what is missing, once; the procedure's own term stands still (R-PUB-04)."""
        self.due_on = due_on

    @transition(
        field="status",
        source=EXAMINED,
        target=OfferStatus.ADMISSION_PROPOSED,
        conditions=[met(checks.admission_outcomes)],
        permission=permissions.may_propose,
    )
    def propose_admission(self, by, *, places):
        """Propose to admit so many of the places asked for (R-NUM-07)."""
        self.admitted_places = places

    @transition(
        field="status",
        source=EXAMINED,
        target=OfferStatus.REFUSAL_PROPOSED,
        conditions=[met(against.refusal_outcomes)],
        permission=permissions.may_propose,
    )
    def propose_refusal(self, by):
        """Propose to refuse: notice given where it is due, each observation answered (PRE-05)."""
        self.admitted_places = None

    @transition(
        field="status",
        source=[OfferStatus.ADMISSION_PROPOSED, OfferStatus.REFUSAL_PROPOSED],
        target=OfferStatus.UNDER_EXAMINATION,
        permission=permissions.may_decide,
    )
    def send_back(self, by):
        """Ask for a further examination, with reasons (PROC-10)."""
        self.admitted_places = None

    @transition(
        field="status",
        source=OfferStatus.ADMISSION_PROPOSED,
        target=OfferStatus.PUBLISHED,
        conditions=[met(checks.publication_outcomes)],
        permission=permissions.may_decide,
    )
    def admit(self, by, *, published_on, quota, green_score):
        """Admit the offer and publish it from a day on; what was counted is kept with it."""
        self.published_on = published_on
        self.counted_staff, self.base_quota, self.premium_quota = quota
        self.green_score = green_score
        self.decided_at = moment.now()
        self.due_on = None

    @transition(
        field="status",
        source=OfferStatus.REFUSAL_PROPOSED,
        target=OfferStatus.REFUSED,
        conditions=[met(against.refusal_outcomes)],
        permission=permissions.may_decide,
        custom={"closes": True},
    )
    def refuse(self, by):
        """Refuse, with the reasons of the notice (PRE-05)."""
        self.decided_at = moment.now()
        self.due_on = None

    @transition(
        field="status",
        source=OfferStatus.PUBLISHED,
        target=OfferStatus.CLOSED,
        permission=permissions.may_examine,
        custom={"closes": True},
    )
    def close_offer(self, by):
        """Take a published offer off the list: its places are filled, or its time has passed."""

    @transition(
        field="status",
        source=ALIVE,
        target=OfferStatus.WITHDRAWN,
        permission=permissions.is_applicant,
        custom={"closes": True, "ends_flow": True},
    )
    def withdraw(self, by):
        """Take the offer back; internships that have begun go on."""
        self.due_on = None
