from django.db import models
from django_fsm import transition

from grants import checks, cuts, permissions, ranking
from grants.models.statuses import EXAMINED, Status
from parties import moment
from workflows.engine import met

BY_RANKING = {"concerns": ranking.goes_by_ranking}


class Ranked(models.Model):
    """The moves of an application whose call goes by ranking (RANK-02).

    What each gets is said by an act: the approval of the list, or a scroll-down after it. The
    fields they change are those of the contribution.
    """

    class Meta:
        abstract = True

    @transition(
        field="status",
        source=EXAMINED,
        target=Status.ADMISSIBLE,
        conditions=[
            met(ranking.by_ranking_outcomes),
            met(ranking.premium_outcomes),
            met(checks.admission_outcomes),
            met(cuts.cut_outcomes),
        ],
        permission=permissions.may_propose,
        custom=BY_RANKING,
    )
    def admit_to_ranking(self, by, *, amount):
        """Admit to the scoring, for `amount` at most: premiums and spend admitted are in it."""
        self.proposed = self.amount = amount

    @transition(
        field="status",
        source=[Status.ADMISSIBLE, Status.WAITING_LIST, Status.PARTIAL_OFFERED],
        target=Status.GRANTED,
        conditions=[met(ranking.whole_outcomes), met(checks.admission_outcomes)],
        permission=permissions.may_decide,
        custom=BY_RANKING | {"closes": True},
    )
    def grant_by_ranking(self, by, *, amount):
        """Grant the whole, as the list or a scroll-down says (RANK-11, RANK-13, COW-11)."""
        self.granted = self.amount = amount
        self.offered = None
        self.decided_at = moment.now()
        self.due_on = None

    @transition(
        field="status",
        source=[Status.ADMISSIBLE, Status.WAITING_LIST],
        target=Status.PARTIAL_OFFERED,
        conditions=[met(ranking.part_outcomes), met(checks.admission_outcomes)],
        permission=permissions.may_decide,
        custom=BY_RANKING,
    )
    def offer_by_ranking(self, by, *, amount, due_on):
        """Offer the part that the list or a scroll-down gives (RANK-12)."""
        self.offered = self.amount = amount
        self.due_on = due_on

    @transition(
        field="status",
        source=Status.ADMISSIBLE,
        target=Status.WAITING_LIST,
        conditions=[met(ranking.nothing_outcomes)],
        permission=permissions.may_decide,
        custom=BY_RANKING,
    )
    def wait_by_ranking(self, by):
        """Wait in list C for money to come free, as long as the list is good (RANK-13)."""
        self.due_on = None

    @transition(
        field="status",
        source=Status.ADMISSIBLE,
        target=Status.REFUSED,
        conditions=[met(ranking.not_suitable_outcomes)],
        permission=permissions.may_decide,
        custom=BY_RANKING | {"closes": True},
    )
    def exclude_by_ranking(self, by):
        """Refuse what scored below a threshold; no notice is owed before (RANK-09, PRE-07)."""
        self.decided_at = moment.now()
        self.due_on = None
        self.single_key = None

    @transition(
        field="status",
        source=Status.GRANTED,
        target=Status.GRANTED,
        conditions=[met(ranking.raise_outcomes), met(checks.admission_outcomes)],
        permission=permissions.may_decide,
        custom=BY_RANKING | {"closes": True, "ends_flow": True},
    )
    def raise_grant(self, by, *, amount):
        """Raise a grant in part, towards the whole (RANK-13)."""
        self.granted = self.amount = amount

    @transition(
        field="status",
        source=Status.GRANTED,
        target=Status.WAIVED,
        conditions=[met(checks.waiver_outcomes)],
        permission=permissions.is_applicant,
        custom={"closes": True, "ends_flow": True},
    )
    def waive(self, by):
        """Give the grant up: what is bound comes free, what was paid is returned (REV-17)."""
        self.granted = self.amount = None
        self.due_on = None
        self.single_key = None
