from django.db import models
from django_fsm import transition

from internships import during, permissions, refunding
from internships.models.statuses import AFTER_END, BEFORE_START, ENDED, InternshipStatus
from workflows.engine import met

RUNS = [InternshipStatus.RUNNING, InternshipStatus.SUSPENDED]


class EndingSteps(models.Model):
    """The moves of an internship that runs, ends and is accounted for (internships 5.3).

    What an act brings stands in rows that its service writes before: a suspension, an extension,
    an addendum. The conditions look at them.
    """

    class Meta:
        abstract = True

    @transition(
        field="status",
        source=InternshipStatus.RUNNING,
        target=InternshipStatus.SUSPENDED,
        conditions=[met(during.suspension_outcomes)],
        permission=permissions.may_prepare,
    )
    def suspend(self, by):
        """Let it stand still (R-DUR-12, R-DUR-13)."""

    @transition(
        field="status",
        source=InternshipStatus.SUSPENDED,
        target=InternshipStatus.RUNNING,
        permission=permissions.may_prepare,
    )
    def resume(self, by, *, new_end):
        """Take it up again; suspended days are recovered at the end (R-DUR-14)."""
        self.end = new_end

    @transition(
        field="status",
        source=InternshipStatus.RUNNING,
        target=InternshipStatus.RUNNING,
        conditions=[met(during.extension_outcomes)],
        permission=permissions.may_prepare,
    )
    def extend(self, by, *, new_end):
        """Prolong it by an addendum that all have signed (R-DUR-07, R-DUR-10, R-DUR-11)."""
        self.end = new_end

    @transition(
        field="status",
        source=InternshipStatus.RUNNING,
        target=InternshipStatus.RUNNING,
        conditions=[met(during.variation_outcomes)],
        permission=permissions.may_prepare,
    )
    def vary(self, by):
        """Change tutor, hours or place by an addendum that all have signed (R-DOC-09)."""

    @transition(
        field="status",
        source=RUNS,
        target=InternshipStatus.INTERRUPTED,
        permission=permissions.may_stop,
    )
    def interrupt(self, by, *, last_day, why):
        """End it early, with the reason in writing (R-DUR-17, R-DUR-18)."""
        self.ended_on, self.end_reason = last_day, why

    @transition(
        field="status",
        source=RUNS,
        target=InternshipStatus.TRANSFORMED,
        permission=permissions.may_communicate,
    )
    def transform(self, by, *, last_day, why):
        """End it by a hire."""
        self.ended_on, self.end_reason = last_day, why
        self.was_hired = True

    @transition(
        field="status",
        source=InternshipStatus.RUNNING,
        target=InternshipStatus.CONCLUDED,
        conditions=[met(during.over_outcomes)],
        permission=permissions.may_begin,
    )
    def conclude(self, by):
        """The last day has passed."""
        self.ended_on = self.end

    @transition(
        field="status",
        source=ENDED,
        target=InternshipStatus.EVALUATION,
        conditions=[met(during.months_closed_outcomes)],
        permission=permissions.may_prepare,
    )
    def evaluate(self, by):
        """Look at what was done, every month of the register closed (R-ATT-01)."""

    @transition(
        field="status",
        source=InternshipStatus.EVALUATION,
        target=InternshipStatus.ATTESTED,
        conditions=[met(during.attestation_outcomes)],
        permission=permissions.may_prepare,
    )
    def attest(self, by):
        """Give the final attestation (R-ATT-05, R-ATT-06)."""

    @transition(
        field="status",
        source=InternshipStatus.EVALUATION,
        target=InternshipStatus.UNATTESTED,
        conditions=[met(during.statement_outcomes)],
        permission=permissions.may_prepare,
    )
    def state_attendance(self, by):
        """Give the declaration of attendance instead (R-ATT-07)."""

    @transition(
        field="status",
        source=[InternshipStatus.ATTESTED, InternshipStatus.UNATTESTED],
        target=InternshipStatus.REPORTING,
        conditions=[met(refunding.claim_outcomes)],
        permission=permissions.may_ask_refund,
    )
    def ask_refund(self, by):
        """Ask for the refund of the allowance paid (R-PUB-17)."""

    @transition(
        field="status",
        source=InternshipStatus.REPORTING,
        target=InternshipStatus.REPORTING,
        permission=permissions.may_follow,
    )
    def examine_refund(self, by):
        """Look at the request and its papers, and say what was found (R-PUB-17)."""

    @transition(
        field="status",
        source=InternshipStatus.REPORTING,
        target=InternshipStatus.SETTLED,
        conditions=[met(refunding.settlement_outcomes)],
        permission=permissions.may_decide_on_internship,
    )
    def settle(self, by, *, refunded):
        """Recognise the refund, in EUR (R-PUB-18)."""
        self.refunded = refunded

    @transition(
        field="status",
        source=InternshipStatus.REPORTING,
        target=InternshipStatus.NOT_SETTLED,
        permission=permissions.may_decide_on_internship,
    )
    def refuse_settlement(self, by):
        """Refuse the refund, with reasons."""

    @transition(
        field="status",
        source=[
            InternshipStatus.ATTESTED,
            InternshipStatus.UNATTESTED,
            InternshipStatus.SETTLED,
            InternshipStatus.NOT_SETTLED,
        ],
        target=InternshipStatus.ARCHIVED,
        permission=permissions.is_clock_or_examiner,
        custom={"closes": True},
    )
    def archive(self, by):
        """Put it away, once what became of the intern is known or no longer asked (R-ATT-11)."""

    @transition(
        field="status",
        source=[*BEFORE_START, *RUNS, *AFTER_END],
        target=InternshipStatus.REVOKED,
        permission=permissions.may_decide_on_internship,
        custom={"closes": True, "ends_flow": True},
    )
    def revoke(self, by, *, on):
        """Revoke it, for what was declared falsely or breaks the rules for good (R-SAN-06, R-SAN-07)."""
        self.ended_on = self.ended_on or on
