from django.db import models
from django_fsm import transition

from internships import permissions, plans, readiness
from internships.models.statuses import BEFORE_START, InternshipStatus
from parties import moment
from workflows.engine import met


class PlacementSteps(models.Model):
    """The moves of an internship from its opening to its first day (internships 5.3)."""

    class Meta:
        abstract = True

    @transition(
        field="status",
        source=InternshipStatus.DRAFT,
        target=InternshipStatus.PREPARATION,
        conditions=[met(plans.opening_outcomes)],
        permission=permissions.may_open,
        custom={"starts_flow": "start"},
    )
    def open_internship(self, by, *, number, protocol, search):
        """Open the internship of a person on an offer."""
        self.number = number
        self.protocol_in = protocol
        self.submitted_at = protocol.registered_at
        self.search = search

    @transition(
        field="status",
        source=InternshipStatus.PREPARATION,
        target=InternshipStatus.CONVENTION_SIGNING,
        conditions=[met(plans.convention_outcomes)],
        permission=permissions.may_prepare,
    )
    def send_convention(self, by):
        """Send the agreement between host and promoter to be signed (R-DOC-01)."""

    @transition(
        field="status",
        source=InternshipStatus.PREPARATION,
        target=InternshipStatus.CONVENTION_SIGNED,
        conditions=[met(plans.framework_outcomes)],
        permission=permissions.may_prepare,
    )
    def use_framework(self, by):
        """Go on under a collective agreement that host and promoter have signed already (R-DOC-02)."""

    @transition(
        field="status",
        source=InternshipStatus.CONVENTION_SIGNING,
        target=InternshipStatus.CONVENTION_SIGNED,
        conditions=[met(plans.convention_signed_outcomes)],
        permission=permissions.may_bring,
    )
    def complete_convention(self, by):
        """Both have signed, and what they declare holds (R-DOC-01, R-DOC-05)."""

    @transition(
        field="status",
        source=InternshipStatus.CONVENTION_SIGNING,
        target=InternshipStatus.PREPARATION,
        permission=permissions.may_prepare,
    )
    def redraw_convention(self, by):
        """Take the agreement back before all have signed; it is drawn anew."""

    @transition(
        field="status",
        source=InternshipStatus.CONVENTION_SIGNED,
        target=InternshipStatus.PLAN_SIGNING,
        conditions=[met(plans.plan_outcomes)],
        permission=permissions.may_prepare,
    )
    def send_plan(self, by, *, ruleset):
        """Send the training plan to be signed: every rule on person, host, place and time holds."""
        self.ruleset = ruleset
        self.planned_end = self.end

    @transition(
        field="status",
        source=InternshipStatus.PLAN_SIGNING,
        target=InternshipStatus.PLAN_SIGNED,
        conditions=[met(plans.plan_signed_outcomes)],
        permission=permissions.may_bring,
    )
    def complete_plan(self, by):
        """All have signed: from here on the internship holds a place of the unit (R-NUM-07)."""

    @transition(
        field="status",
        source=[
            InternshipStatus.PLAN_SIGNING,
            InternshipStatus.PLAN_SIGNED,
            InternshipStatus.COMMUNICATED,
        ],
        target=InternshipStatus.CONVENTION_SIGNED,
        permission=permissions.may_prepare,
    )
    def redraw_plan(self, by):
        """Take the plan back, to change it or to move the first day; it is signed anew."""
        self.cob_number = ""
        self.cob_sent_at = None

    @transition(
        field="status",
        source=[InternshipStatus.PLAN_SIGNED, InternshipStatus.COMMUNICATED],
        target=InternshipStatus.COMMUNICATED,
        conditions=[met(readiness.cover_outcomes), met(readiness.communication_outcomes)],
        permission=permissions.may_communicate,
    )
    def record_communication(self, by, *, number, sent_at):
        """Write down the communication of the start, in time or not (R-COB-02, R-PRO-08)."""
        self.cob_number = number
        self.cob_sent_at = sent_at

    @transition(
        field="status",
        source=InternshipStatus.COMMUNICATED,
        target=InternshipStatus.RUNNING,
        conditions=[met(readiness.start_outcomes)],
        permission=permissions.may_begin,
    )
    def begin(self, by):
        """The first day has come and nothing is missing (R-DOC-07)."""
        self.started_at = moment.now()

    @transition(
        field="status",
        source=BEFORE_START,
        target=InternshipStatus.CANCELLED,
        conditions=[met(plans.never_begun_outcomes)],
        permission=permissions.may_communicate,
        custom={"closes": True, "ends_flow": True},
    )
    def cancel(self, by):
        """Cancel an internship that never began; its place is free again (R-DUR-19)."""
        self.ended_on = self.start
