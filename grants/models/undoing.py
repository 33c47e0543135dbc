from django.db import models
from django_fsm import transition

from grants import permissions, revoking, told, undoing
from grants.models.statuses import HEARING, Status
from parties import moment
from workflows.engine import met


class Undoing(models.Model):
    """The moves by which the office annuls a decision of its own (PROC-15), or revokes a grant (REV-06).

    The fields they change are those of the contribution.
    """

    class Meta:
        abstract = True

    @transition(
        field="status",
        source=Status.GRANTED,
        target=Status.ANNULMENT_STARTED,
        conditions=[met(undoing.start_outcomes)],
        permission=permissions.may_start_annulment,
        custom={"reopens": True, "starts_flow": "annulment_start"},
    )
    def start_annulment(self, by, *, due_on):
        """Tell the beneficiary why the grant may be annulled: they have time to answer (PRE-11)."""
        self.due_on = due_on

    @transition(
        field="status",
        source=HEARING,
        target=Status.MEMORIES_RECEIVED,
        conditions=[met(told.memories_told)],
        permission=permissions.is_applicant,
    )
    def file_memories(self, by, *, due_on):
        """Answer the reasons to annul or to revoke (PROC-08)."""
        self.due_on = due_on

    @transition(
        field="status",
        source=HEARING,
        target=Status.MEMORIES_RECEIVED,
        conditions=[met(undoing.memories_term_outcomes)],
        permission=permissions.is_clock_or_examiner,
    )
    def close_memories(self, by, *, due_on):
        """Go on without memories, once their term has passed."""
        self.due_on = due_on

    @transition(
        field="status",
        source=Status.MEMORIES_RECEIVED,
        target=Status.ANNULLED,
        conditions=[met(undoing.annulment_outcomes)],
        permission=permissions.may_decide,
        custom={"closes": True, "concerns": undoing.is_being_annulled},
    )
    def annul(self, by):
        """Annul the grant: what was bound comes free (PROC-15)."""
        self.granted = self.amount = None
        self.decided_at = moment.now()
        self.due_on = None
        self.single_key = None

    @transition(
        field="status",
        source=[Status.ANNULMENT_STARTED, Status.MEMORIES_RECEIVED],
        target=Status.GRANTED,
        conditions=[met(undoing.annulling_outcomes)],
        permission=permissions.may_decide,
        custom={"closes": True, "concerns": undoing.is_being_annulled},
    )
    def drop_annulment(self, by):
        """Leave the grant as it is, with reasons."""
        self.due_on = None

    @transition(
        field="status",
        source=Status.GRANTED,
        target=Status.REVOCATION_STARTED,
        conditions=[met(revoking.start_outcomes)],
        permission=permissions.may_start_annulment,
        custom={
            "reopens": True,
            "starts_flow": "revocation_start",
            "concerns": revoking.holds_a_premium,
        },
    )
    def start_revocation(self, by, *, due_on):
        """Tell the beneficiary which premium was not due, and what would follow (CALL-16, REV-06)."""
        self.due_on = due_on

    @transition(
        field="status",
        source=Status.MEMORIES_RECEIVED,
        target=Status.GRANTED,
        conditions=[met(revoking.reduction_outcomes)],
        permission=permissions.may_decide,
        custom={"closes": True, "concerns": undoing.is_being_revoked},
    )
    def reduce_grant(self, by, *, amount, proposed):
        """Take the advantage of a premium that was not due, no more (CALL-16, REV-05)."""
        self.granted = self.amount = amount
        self.proposed = proposed
        self.due_on = None

    @transition(
        field="status",
        source=Status.MEMORIES_RECEIVED,
        target=Status.REVOKED,
        conditions=[met(revoking.revocation_outcomes)],
        permission=permissions.may_decide,
        custom={"closes": True, "concerns": undoing.is_being_revoked},
    )
    def revoke_grant(self, by):
        """Revoke the whole grant: what was bound comes free (CALL-16, REV-05)."""
        self.granted = self.amount = None
        self.decided_at = moment.now()
        self.due_on = None
        self.single_key = None

    @transition(
        field="status",
        source=[Status.REVOCATION_STARTED, Status.MEMORIES_RECEIVED],
        target=Status.GRANTED,
        conditions=[met(undoing.revoking_outcomes)],
        permission=permissions.may_decide,
        custom={"closes": True, "concerns": undoing.is_being_revoked},
    )
    def drop_revocation(self, by):
        """Leave the grant as it is, with reasons."""
        self.due_on = None

    @transition(
        field="status",
        source=Status.REFUSED,
        target=Status.UNDER_EXAMINATION,
        permission=permissions.may_decide,
        custom={"reopens": True, "starts_flow": "reexamination_start"},
    )
    def annul_refusal(self, by, *, due_on, single_key):
        """Annul a refusal: the application is examined anew, its term starts again (PROC-15)."""
        self.decided_at = None
        self.due_on = due_on
        self.single_key = single_key
        self.substitute = None
