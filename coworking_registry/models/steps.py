from django_fsm import transition

from coworking_registry import changing, checks, permissions, removing
from coworking_registry.models.statuses import EXAMINED, UNDECIDED, SpaceStatus
from parties import moment
from workflows.engine import met
from workflows.examination import against
from workflows.examination.steps import ExaminationSteps


class SpaceSteps(ExaminationSteps):
    """The moves of an application for the register, and of the entry that follows (co-mantova 15.2)."""

    class Meta(ExaminationSteps.Meta):
        abstract = True

    @transition(
        field="status",
        source=SpaceStatus.DRAFT,
        target=SpaceStatus.SUBMITTED,
        conditions=[met(checks.filing_outcomes)],
        permission=permissions.may_send,
        custom={"starts_flow": "start"},
    )
    def submit(self, by, *, number, protocol, search, submission_key, due_on):
        """File the application: the requirements of the version in force are kept with it."""
        self.number = number
        self.protocol_in = protocol
        self.submitted_at = protocol.registered_at
        self.search = search
        self.submission_key = submission_key
        self.due_on = due_on

    @transition(
        field="status",
        source=SpaceStatus.UNDER_EXAMINATION,
        target=SpaceStatus.INSPECTION_PLANNED,
        permission=permissions.may_examine,
    )
    def plan_inspection(self, by):
        """Announce a visit to the space."""

    @transition(
        field="status",
        source=SpaceStatus.INSPECTION_PLANNED,
        target=SpaceStatus.UNDER_EXAMINATION,
        permission=permissions.may_examine,
    )
    def report_inspection(self, by):
        """Write down what the visit has found."""

    @transition(
        field="status",
        source=EXAMINED,
        target=SpaceStatus.ADMISSION_PROPOSED,
        conditions=[met(checks.admission_outcomes)],
        permission=permissions.may_propose,
    )
    def propose_admission(self, by):
        """Propose the entry."""

    @transition(
        field="status",
        source=[SpaceStatus.ADMISSION_PROPOSED, SpaceStatus.REFUSAL_PROPOSED],
        target=SpaceStatus.UNDER_EXAMINATION,
        permission=permissions.may_decide,
    )
    def send_back(self, by):
        """Ask for a further examination, with reasons (PROC-10)."""

    @transition(
        field="status",
        source=SpaceStatus.ADMISSION_PROPOSED,
        target=SpaceStatus.LISTED,
        conditions=[met(checks.admission_outcomes)],
        permission=permissions.may_decide,
    )
    def enter(self, by, *, space, list_number, entered_on, entry_ends):
        """Enter the space in the register, with number and last day (SPA-21)."""
        self.space = space
        self.list_number = list_number
        self.entered_on, self.entry_ends = entered_on, entry_ends
        self.decided_at = moment.now()
        self.due_on = None

    @transition(
        field="status",
        source=SpaceStatus.REFUSAL_PROPOSED,
        target=SpaceStatus.REFUSED,
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
        source=[SpaceStatus.LISTED, SpaceStatus.RENEWAL_REQUESTED],
        target=SpaceStatus.SUSPENDED,
        permission=permissions.may_decide,
    )
    def suspend(self, by, *, until):
        """Suspend the entry for a time (SPA-26)."""
        self.suspended_until = self.due_on = until

    @transition(
        field="status",
        source=SpaceStatus.SUSPENDED,
        target=SpaceStatus.LISTED,
        permission=permissions.may_decide,
    )
    def reinstate(self, by):
        """Let the entry hold again, to the same last day."""
        self.suspended_until = self.due_on = self.renewal_filed_on = None

    @transition(
        field="status",
        source=[SpaceStatus.LISTED, SpaceStatus.RENEWAL_REQUESTED, SpaceStatus.SUSPENDED],
        target=SpaceStatus.CANCELLED,
        permission=permissions.may_decide,
        custom={"closes": True},
    )
    def cancel(self, by):
        """Take the space off the register."""
        self.suspended_until = self.due_on = None

    @transition(
        field="status",
        source=[SpaceStatus.LISTED, SpaceStatus.RENEWAL_REQUESTED, SpaceStatus.SUSPENDED],
        target=SpaceStatus.REMOVAL_STARTED,
        conditions=[met(removing.start_outcomes)],
        permission=permissions.may_decide,
    )
    def start_removal(self, by, *, due_on):
        """Tell the manager why the space could leave the register (PROC-05)."""
        self.due_on = due_on

    @transition(
        field="status",
        source=SpaceStatus.REMOVAL_STARTED,
        target=SpaceStatus.MEMORIES_RECEIVED,
        permission=permissions.is_applicant,
    )
    def file_memories(self, by, *, due_on):
        """Answer the reasons to take the space off the register."""
        self.due_on = due_on

    @transition(
        field="status",
        source=SpaceStatus.REMOVAL_STARTED,
        target=SpaceStatus.MEMORIES_RECEIVED,
        conditions=[met(removing.term_outcomes)],
        permission=permissions.is_clock_or_examiner,
    )
    def close_memories(self, by, *, due_on):
        """Go on without memories, their term having passed."""
        self.due_on = due_on

    @transition(
        field="status",
        source=SpaceStatus.MEMORIES_RECEIVED,
        target=SpaceStatus.CANCELLED,
        conditions=[met(removing.heard_outcomes)],
        permission=permissions.may_decide,
        custom={"closes": True},
    )
    def remove(self, by):
        """Take the space off the register for what it lacks, having heard its manager."""
        self.suspended_until = self.due_on = None

    @transition(
        field="status",
        source=[SpaceStatus.REMOVAL_STARTED, SpaceStatus.MEMORIES_RECEIVED],
        target=SpaceStatus.LISTED,
        permission=permissions.may_decide,
    )
    def drop_removal(self, by):
        """Leave the space in the register."""
        self.suspended_until = self.due_on = self.renewal_filed_on = None

    @transition(
        field="status",
        source=SpaceStatus.LISTED,
        target=SpaceStatus.RENEWAL_REQUESTED,
        conditions=[met(checks.renewal_outcomes)],
        permission=permissions.is_applicant,
    )
    def ask_renewal(self, by):
        """Ask for the renewal: the entry stays in the register until it is decided (SPA-24)."""
        self.renewal_filed_on = moment.today()

    @transition(
        field="status",
        source=SpaceStatus.LISTED,
        target=SpaceStatus.LISTED,
        conditions=[met(changing.reporting_outcomes)],
        permission=permissions.is_applicant,
    )
    def report_change(self, by):
        """Tell of a change: a minor one holds at once, a major one is looked at first (SPA-25)."""

    @transition(
        field="status",
        source=SpaceStatus.LISTED,
        target=SpaceStatus.LISTED,
        conditions=[met(changing.deciding_outcomes)],
        permission=permissions.may_decide,
    )
    def accept_change(self, by):
        """Let a major change hold."""

    @transition(
        field="status",
        source=SpaceStatus.LISTED,
        target=SpaceStatus.LISTED,
        conditions=[met(changing.deciding_outcomes)],
        permission=permissions.may_decide,
    )
    def refuse_change(self, by):
        """Leave the entry as it was."""

    @transition(
        field="status",
        source=SpaceStatus.LISTED,
        target=SpaceStatus.EXPIRED,
        conditions=[met(checks.expiry_outcomes)],
        permission=permissions.is_clock_or_examiner,
        custom={"closes": True, "ends_flow": True},
    )
    def expire(self, by):
        """Let the entry end: its last day has passed and nobody asked for the renewal (SPA-24)."""
        self.due_on = None

    @transition(
        field="status",
        source=SpaceStatus.RENEWAL_REQUESTED,
        target=SpaceStatus.LISTED,
        permission=permissions.may_decide,
    )
    def renew(self, by, *, entry_ends):
        """Renew the entry, to a new last day."""
        self.entry_ends = entry_ends
        self.renewal_filed_on = None

    @transition(
        field="status",
        source=UNDECIDED,
        target=SpaceStatus.WITHDRAWN,
        permission=permissions.is_applicant,
        custom={"closes": True, "ends_flow": True},
    )
    def withdraw(self, by):
        """Take the application back before a decision."""
        self.due_on = None
