from django.db import models
from django_fsm import transition

from internships import candidate_checks as checks
from internships import permissions
from internships.models.statuses import (
    CANDIDACY_ALIVE,
    CANDIDACY_EXAMINED,
    CandidacyStatus,
)
from parties import moment
from workflows.engine import met
from workflows.examination import against
from workflows.examination.steps import ExaminationSteps


class CandidateExamination(ExaminationSteps):
    """The moves of a candidacy until it is admitted or excluded, on the common engine (internships 5.2)."""

    class Meta(ExaminationSteps.Meta):
        abstract = True

    @transition(
        field="status",
        source=CandidacyStatus.DRAFT,
        target=CandidacyStatus.SUBMITTED,
        conditions=[met(checks.filing_outcomes)],
        permission=permissions.may_send,
        custom={"starts_flow": "start"},
    )
    def submit(self, by, *, number, code, protocol, search, submission_key, due_on):
        """File the candidacy: from here on its content is what was declared."""
        self.number, self.code = number, code
        self.protocol_in = protocol
        self.submitted_at = protocol.registered_at
        self.search = search
        self.submission_key = submission_key
        self.due_on = due_on

    @transition(
        field="status",
        source=CandidacyStatus.UNDER_EXAMINATION,
        target=CandidacyStatus.INTEGRATION_REQUESTED,
        conditions=[met(checks.first_integration_outcomes)],
        permission=permissions.may_examine,
    )
    def request_integration(self, by, *, due_on):
        """Ask for what is missing, once; the procedure's own term stands still (R-PUB-04)."""
        self.due_on = due_on

    @transition(
        field="status",
        source=CANDIDACY_EXAMINED,
        target=CandidacyStatus.ADMITTED,
        conditions=[met(checks.admission_outcomes)],
        permission=permissions.may_examine,
    )
    def admit_candidate(self, by):
        """Admit to the interview: every requirement holds, one preference at least is left."""
        self.decided_at = moment.now()
        self.due_on = None

    @transition(
        field="status",
        source=CandidacyStatus.REFUSAL_PROPOSED,
        target=CandidacyStatus.UNDER_EXAMINATION,
        permission=permissions.may_decide,
    )
    def send_back(self, by):
        """Ask for a further examination, with reasons (PROC-10)."""

    @transition(
        field="status",
        source=CandidacyStatus.REFUSAL_PROPOSED,
        target=CandidacyStatus.REFUSED,
        conditions=[met(against.refusal_outcomes)],
        permission=permissions.may_decide,
        custom={"closes": True},
    )
    def refuse(self, by):
        """Exclude, with every reason (PRE-05)."""
        self.decided_at = moment.now()
        self.due_on = None

    @transition(
        field="status",
        source=CANDIDACY_ALIVE,
        target=CandidacyStatus.WITHDRAWN,
        permission=permissions.is_applicant,
        custom={"closes": True, "ends_flow": True},
    )
    def withdraw(self, by):
        """Take the candidacy back; a place that was proposed is free again."""
        self.due_on = None


class CandidateSelection(models.Model):
    """The moves of an admitted candidacy: interview, ranking, placement (internships 5.2)."""

    class Meta:
        abstract = True

    @transition(
        field="status",
        source=CandidacyStatus.ADMITTED,
        target=CandidacyStatus.INVITED,
        permission=permissions.may_examine,
    )
    def invite(self, by, *, at):
        """Call to the interview."""
        self.interview_at = at

    @transition(
        field="status",
        source=[CandidacyStatus.INVITED, CandidacyStatus.MISSED],
        target=CandidacyStatus.INVITED,
        permission=permissions.may_examine,
    )
    def move_interview(self, by, *, at):
        """Call to another time, as the candidate asked or because an absence is justified."""
        self.interview_at = at
        self.due_on = None

    @transition(
        field="status",
        source=CandidacyStatus.INVITED,
        target=CandidacyStatus.INTERVIEWED,
        conditions=[met(checks.interview_outcomes)],
        permission=permissions.may_examine,
    )
    def hold_interview(self, by):
        """Write down that the interview was held: the panel scores it."""

    @transition(
        field="status",
        source=CandidacyStatus.INVITED,
        target=CandidacyStatus.MISSED,
        conditions=[met(checks.interview_day_outcomes)],
        permission=permissions.may_examine,
    )
    def note_absence(self, by, *, due_on):
        """Write down that the candidate did not come; they may justify it (R-PUB-10)."""
        self.due_on = due_on

    @transition(
        field="status",
        source=CandidacyStatus.MISSED,
        target=CandidacyStatus.ABSENT,
        conditions=[met(checks.justification_outcomes)],
        permission=permissions.is_clock_or_examiner,
        custom={"closes": True},
    )
    def close_absence(self, by):
        """The time to justify has passed: the absence counts as a renunciation (R-PUB-10)."""
        self.due_on = None

    @transition(
        field="status",
        source=CandidacyStatus.INTERVIEWED,
        target=CandidacyStatus.RANKED,
        permission=permissions.may_decide,
    )
    def enter_ranking(self, by):
        """Take the place of the approved list (R-PUB-07)."""

    @transition(
        field="status",
        source=CandidacyStatus.INTERVIEWED,
        target=CandidacyStatus.UNFIT,
        permission=permissions.may_decide,
        custom={"closes": True},
    )
    def exclude_by_ranking(self, by):
        """End below the points that the call asks for, as the approved list says (R-PUB-07)."""

    @transition(
        field="status",
        source=CandidacyStatus.RANKED,
        target=CandidacyStatus.PROPOSED,
        permission=permissions.may_decide,
    )
    def propose_placement(self, by, *, offer, due_on):
        """Propose a place to the candidate, as the approved pairing says (R-PUB-11)."""
        self.placement, self.due_on = offer, due_on

    @transition(
        field="status",
        source=CandidacyStatus.PROPOSED,
        target=CandidacyStatus.ACCEPTED,
        conditions=[met(checks.proposal_told)],
        permission=permissions.is_applicant,
    )
    def accept_placement(self, by, *, due_on):
        """Accept the place (R-PUB-12); the host is to confirm it by a day."""
        self.accepted_at, self.due_on = moment.now(), due_on

    @transition(
        field="status",
        source=CandidacyStatus.PROPOSED,
        target=CandidacyStatus.RANKED,
        permission=permissions.is_applicant,
    )
    def decline_placement(self, by):
        """Decline the place: the candidate stays in the ranking for the other offers chosen."""
        self.placement, self.due_on = None, None

    @transition(
        field="status",
        source=CandidacyStatus.PROPOSED,
        target=CandidacyStatus.LAPSED,
        conditions=[met(checks.proposal_term_outcomes)],
        permission=permissions.is_clock_or_examiner,
        custom={"closes": True},
    )
    def lapse(self, by):
        """Lapse, the term having passed without an answer (R-PUB-12)."""
        self.placement, self.due_on = None, None

    @transition(
        field="status",
        source=CandidacyStatus.ACCEPTED,
        target=CandidacyStatus.ASSIGNED,
        conditions=[met(checks.assignment_outcomes)],
        permission=permissions.may_confirm,
    )
    def assign(self, by, *, due_on):
        """Assign the place, the host having confirmed it and the rules holding again (R-PUB-21)."""
        self.assigned_on, self.due_on = moment.today(), due_on

    @transition(
        field="status",
        source=CandidacyStatus.ASSIGNED,
        target=CandidacyStatus.STARTED,
        conditions=[met(checks.begun_outcomes)],
        permission=permissions.is_clock_or_examiner,
        custom={"closes": True},
    )
    def note_start(self, by):
        """The internship has begun: nothing more is asked of the candidacy."""
        self.due_on = None

    @transition(
        field="status",
        source=CandidacyStatus.ASSIGNED,
        target=CandidacyStatus.LAPSED,
        conditions=[met(checks.assignment_lapse_outcomes)],
        permission=permissions.may_examine,
        custom={"closes": True},
    )
    def lapse_assignment(self, by):
        """Revoke an assignment that no internship followed in time (R-PUB-13)."""
        self.placement, self.accepted_at, self.due_on = None, None, None

    @transition(
        field="status",
        source=CandidacyStatus.ACCEPTED,
        target=CandidacyStatus.RANKED,
        permission=permissions.may_confirm,
    )
    def decline_by_host(self, by):
        """The host does not confirm: the candidate stays in the ranking for the other offers."""
        self.placement, self.accepted_at, self.due_on = None, None, None


class CandidacySteps(CandidateExamination, CandidateSelection):
    """All moves of a candidacy."""

    class Meta:
        abstract = True
