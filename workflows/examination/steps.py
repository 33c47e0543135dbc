from django.db import models
from django_fsm import transition

from workflows.engine import met
from workflows.examination import against, permissions, told

SUBMITTED, UNDER_EXAMINATION = "submitted", "under_examination"
INTEGRATION_REQUESTED = "integration_requested"
REFUSAL_NOTICE, OBSERVATIONS_RECEIVED = "refusal_notice", "observations_received"
REFUSAL_PROPOSED = "refusal_proposed"
EXAMINED = [UNDER_EXAMINATION, OBSERVATIONS_RECEIVED]


class ExaminationSteps(models.Model):
    """The moves that every examination shares, from taking charge to the proposal to refuse.

    Where a kind of case asks for more it says a step again, with its own conditions. `SCORED`
    names the fields that a committee scores: they are not asked for again (SOC-06).
    """

    SCORED = frozenset()

    class Meta:
        abstract = True

    def about_grounds(self):
        """Return what a reason against that is told now notes beside its words, by field."""
        return {}

    @transition(
        field="status",
        source=SUBMITTED,
        target=UNDER_EXAMINATION,
        permission=permissions.may_examine,
    )
    def start_examination(self, by):
        """Take charge of the case."""
        self.officer = by

    @transition(
        field="status",
        source=UNDER_EXAMINATION,
        target=INTEGRATION_REQUESTED,
        permission=permissions.may_examine,
    )
    def request_integration(self, by, *, due_on):
        """Ask for what is missing; the procedure's own term stands still."""
        self.due_on = due_on

    @transition(
        field="status",
        source=INTEGRATION_REQUESTED,
        target=UNDER_EXAMINATION,
        conditions=[met(told.integration_told)],
        permission=permissions.may_send,
    )
    def answer_integration(self, by, *, due_on, changes):
        """Bring what was asked, `changes` by field name; the clock runs again."""
        for field, value in changes.items():
            setattr(self, field, value)
        self.due_on = due_on

    @transition(
        field="status",
        source=INTEGRATION_REQUESTED,
        target=UNDER_EXAMINATION,
        conditions=[met(told.integration_term_outcomes)],
        permission=permissions.is_clock_or_examiner,
    )
    def close_integration(self, by, *, due_on):
        """Go on without the answer, once its term has passed (SOC-01)."""
        self.due_on = due_on

    @transition(
        field="status",
        source=UNDER_EXAMINATION,
        target=REFUSAL_NOTICE,
        conditions=[met(against.notice_outcomes)],
        permission=permissions.may_propose,
    )
    def give_refusal_notice(self, by, *, due_on):
        """Tell the applicant every reason against, before any refusal (PRE-01)."""
        self.due_on = due_on

    @transition(
        field="status",
        source=REFUSAL_NOTICE,
        target=OBSERVATIONS_RECEIVED,
        conditions=[met(told.observations_told)],
        permission=permissions.may_send,
    )
    def file_observations(self, by, *, due_on):
        """Answer the reasons against (PRE-02)."""
        self.due_on = due_on

    @transition(
        field="status",
        source=REFUSAL_NOTICE,
        target=OBSERVATIONS_RECEIVED,
        conditions=[met(told.observation_term_outcomes)],
        permission=permissions.is_clock_or_examiner,
    )
    def close_observations(self, by, *, due_on):
        """Go on without observations, once their term has passed (PRE-03)."""
        self.due_on = due_on

    @transition(
        field="status",
        source=EXAMINED,
        target=REFUSAL_PROPOSED,
        conditions=[met(against.refusal_outcomes)],
        permission=permissions.may_propose,
    )
    def propose_refusal(self, by):
        """Propose to refuse: notice given where it is due, each observation answered (PRE-05)."""
