from datetime import datetime
from typing import Any

from django.db import models
from django_fsm import transition

from calls import checks, permissions
from calls.models.states import BEFORE_CLOSING, BEFORE_PUBLICATION, State
from parties import moment


class Moves(models.Model):
    """The moves of a call (co-mantova 15.1): from where, under which condition, by whom.

    Bodies write the call's own fields only; what else follows stands in `calls.services`.
    """

    class Meta:
        abstract = True

    def refresh_from_db(self, using=None, fields=None, from_queryset=None):
        """Read the row again, its protected state too: it can be written while it is not there."""
        if fields is None or "state" in fields:
            self.__dict__.pop("state", None)
        super().refresh_from_db(using, fields, from_queryset)

    def get_deferred_fields(self):
        """Return what was not loaded; the state is, or is about to be."""
        return super().get_deferred_fields() - {"state"}

    @transition(
        "state",
        source=State.DRAFT,
        target=State.APPROVED,
        conditions=[checks.is_complete_but_for_the_act],
        permission=permissions.may_approve,
    )
    def approve(self, by: Any, *, act: str) -> None:
        """Approve the call and its criteria by an act: from here on its content stays."""
        self.criteria_act = act

    @transition(
        "state",
        source=State.APPROVED,
        target=State.DRAFT,
        permission=permissions.may_set_up,
    )
    def take_back(self, by: Any, *, act: str = "") -> None:
        """Open the content again; the approval falls."""
        self.criteria_act = ""

    @transition(
        "state",
        source=BEFORE_PUBLICATION,
        target=State.PUBLISHED,
        conditions=[checks.is_complete],
        permission=permissions.may_publish,
    )
    def publish(self, by: Any, *, published_at: datetime, act: str = "") -> None:
        """Show the call to the public (G1, CALL-03)."""
        self.published_at = published_at
        self.published_by = by

    @transition(
        "state",
        source=State.PUBLISHED,
        target=State.OPEN,
        conditions=[checks.opening_has_come],
        permission=permissions.is_clock,
    )
    def open(self, by: Any, *, act: str = "") -> None:
        """Receive applications: the opening instant has come (RANK-05)."""

    @transition(
        "state",
        source=State.OPEN,
        target=State.CLOSED,
        conditions=[checks.closing_has_come],
        permission=permissions.is_clock,
    )
    def close(self, by: Any, *, act: str = "") -> None:
        """Receive no more applications: the closing instant has come (TERM-10)."""

    @transition(
        "state",
        source=[State.OPEN, State.SUSPENDED],
        target=State.CLOSED,
        permission=permissions.may_close_early,
    )
    def close_early(self, by: Any, *, act: str) -> None:
        """Close before the time, as when the funds are exhausted (CALL-08)."""
        self.closes_at = self.suspended_at or moment.now()
        self.suspended_at = None

    @transition(
        "state",
        source=State.OPEN,
        target=State.SUSPENDED,
        permission=permissions.may_suspend,
    )
    def suspend(self, by: Any, *, act: str) -> None:
        """Receive no applications for a while."""
        self.suspended_at = moment.now()

    @transition(
        "state",
        source=State.SUSPENDED,
        target=State.OPEN,
        permission=permissions.may_suspend,
    )
    def resume(self, by: Any, *, act: str, closes_at: datetime | None) -> None:
        """Receive applications again; the closing moves by what was lost."""
        self.closes_at = closes_at
        self.suspended_at = None

    @transition(
        "state",
        source=BEFORE_CLOSING,
        target=None,
        permission=permissions.may_extend,
    )
    def extend(self, by: Any, *, act: str, closes_at: datetime) -> None:
        """Close later than was said (CALL-21, CALL-22)."""
        self.closes_at = closes_at

    @transition(
        "state",
        source=State.CLOSED,
        target=State.OPEN,
        permission=permissions.may_extend,
    )
    def reopen(self, by: Any, *, act: str, closes_at: datetime) -> None:
        """Open again for a time, because the service did not work at the closing (CALL-22)."""
        self.closes_at = closes_at

    @transition(
        "state",
        source=[*BEFORE_PUBLICATION, State.PUBLISHED],
        target=State.CANCELLED,
        permission=permissions.may_cancel,
    )
    def cancel(self, by: Any, *, act: str = "") -> None:
        """Give the call up before it opens."""

    @transition(
        "state",
        source=State.CLOSED,
        target=State.UNDER_EVALUATION,
        permission=permissions.may_set_up,
    )
    def start_evaluation(self, by: Any, *, act: str = "") -> None:
        """Hand the applications to the committee."""

    @transition(
        "state",
        source=State.UNDER_EVALUATION,
        target=State.RANKED,
        permission=permissions.may_approve,
    )
    def approve_ranking(self, by: Any, *, act: str) -> None:
        """Approve the list (RANK-11)."""

    @transition(
        "state",
        source=[State.CLOSED, State.RANKED],
        target=State.RUNNING,
        permission=permissions.may_set_up,
    )
    def start_running(self, by: Any, *, act: str = "") -> None:
        """Nothing is left to decide: what was granted goes on."""

    @transition(
        "state",
        source=State.RUNNING,
        target=State.CONCLUDED,
        permission=permissions.may_set_up,
    )
    def conclude(self, by: Any, *, act: str = "") -> None:
        """End the call: nothing is left to pay or to check."""
