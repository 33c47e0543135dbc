"""A random walk over the cases of a ranked call, from the approval of its list on."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from evaluation.models import Ranking
from evaluation.services import rankings, scrolls
from parties import moment
from tests.evaluation.world import Contest
from tests.workflows.walking import FIRST_DAY, Walk

# Two whole, one in part, one without money, one below the threshold.
SCORES = (92, 88, 80, 70, 59)
# The list is approved some days after the first filing.
PREPARED = FIRST_DAY - 1


class RankedWalk(Walk):
    """Applications whose list an act has approved; what it says is done, undone, scrolled down."""

    contest: Contest
    prepared: list[int]

    @initialize(data=st.data())
    def first_case(self, data: Any) -> None:
        """Begin with the approved list, of which nothing is done yet."""
        self.now = timezone.now() - timedelta(days=PREPARED)
        self.cases = list(self.prepared)
        self.touched.update(self.cases)

    def another_case(self, data: Any) -> None:
        """Nobody files any more: the call is closed."""

    @rule(data=st.data(), is_stale=st.booleans())
    def list_scrolls_down(self, data: Any, is_stale: bool) -> None:
        """Somebody sends the money that is free down the list."""
        ranking = Ranking.objects.get(call=self.contest.call)
        by = data.draw(st.sampled_from(self.people), "by")
        with self._then():
            digest = "0" * 64 if is_stale else scrolls.plan(ranking).digest
        self._refusable(
            self._case(data),
            "scroll_down",
            lambda: scrolls.scroll_down(
                ranking,
                by=by,
                act_number="Determinazione n. 13",
                act_date=moment.today(),
                source="Rinunce",
                seen_digest=digest,
            ),
        )


def prepare(contest: Contest) -> list[int]:
    """File, score and approve on the first day of the walks; nothing of the list is done yet."""
    day = timezone.now() - timedelta(days=PREPARED, hours=2)
    with moment.going_back(day, by=BaseCommand()):
        ranking, cases = contest.ranked(*SCORES)
        rankings.approve_ranking(
            ranking,
            by=contest.office.director,
            act_number="Determinazione n. 12",
            act_date=moment.today(),
            seen_digest=ranking.digest,
        )
    return [case.pk for case in cases]
