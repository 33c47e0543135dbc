"""Scroll-down: foreseen with every check made anew, and decided by an act (RANK-13, RANK-14)."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from accounting.models import Budget
from accounting.services import ledger
from calls.models import Call
from evaluation import letters, rules
from evaluation.gathering import NOTHING, Gathered, gather, scheme_of, standings
from evaluation.kinds import Candidate, ranked_kind
from evaluation.letters.scroll import Decided
from evaluation.models import Committee, Ranking, ScrollDown, ScrollRow
from evaluation.permissions import may_approve
from evaluation.queries import allotments, approved_ranking, has_losses
from evaluation.services import applying
from evaluation.services.rankings import check_act
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.models import BackgroundJob
from workflows.rules import Outcome


@dataclass(frozen=True)
class Planned:
    """A raise that may be made now, with the checks that were made for it."""

    candidate: Candidate
    before: Decimal
    after: Decimal
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True)
class Held:
    """A file passed over because a check does not hold now, with what it would have got, in EUR."""

    candidate: Candidate
    after: Decimal
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True)
class Plan:
    """What scrolling down would do now. Amounts in EUR."""

    ranking: Ranking
    available: Decimal
    raises: tuple[Planned, ...]
    passed_over: tuple[Held, ...]
    left: Decimal

    @property
    def digest(self) -> str:
        """What the page showed, so that the act decides on nothing else."""
        rows = [[str(one.candidate.case), str(one.before), str(one.after)] for one in self.raises]
        told = json.dumps([str(self.available), str(self.left), rows], separators=(",", ":"))
        return hashlib.sha256(told.encode()).hexdigest()


def plan(ranking: Ranking) -> Plan:
    """Return whom the money that is free now reaches, all checks made anew.

    Whoever fails a check is passed over, and the money goes on down the list.
    """
    call = ranking.call
    kind = ranked_kind(call.kind)
    gathered = gather(call)
    standing, endowment = standings(call, _order(ranking, gathered), gathered)
    scheme = scheme_of(call.current_version, endowment, seed=ranking.seed)
    files = gathered.by_number
    # What an earlier act gives and nobody has executed yet needs no other act.
    due = allotments(call)
    passed: list[Held] = []
    checked: dict[tuple[str, Decimal], tuple[Outcome, ...]] = {}
    while True:
        scrolled = rules.scroll(scheme, standing)
        planned, failed = [], {}
        for one in scrolled.raises:
            candidate = files[one.id]
            if (one.id, one.after) not in checked:
                checked[one.id, one.after] = tuple(kind.checks(candidate.case, one.after))
            outcomes = checked[one.id, one.after]
            if any(outcome.blocks for outcome in outcomes):
                failed[one.id] = Held(candidate, one.after, outcomes)
                break
            if one.after > due.get(candidate.case.pk, NOTHING):
                planned.append(Planned(candidate, one.before, one.after, outcomes))
        if not failed:
            break
        passed += failed.values()
        standing = [
            one._replace(is_open=False) if one.application.id in failed else one for one in standing
        ]
    available = Budget.objects.values_list("available", flat=True).get(call=call)
    return Plan(ranking, available, tuple(planned), tuple(passed), scrolled.left)


def _order(ranking: Ranking, gathered: Gathered) -> list[str]:
    """Return the files of a list in its order; where a premium was lost since, in the order without it."""
    placed = ranking.rows.filter(place__isnull=False).select_related("case").order_by("position")
    order = [str(row.case) for row in placed]
    if not has_losses(ranking.call):
        return order
    scheme = scheme_of(ranking.call.current_version, ranking.endowment, seed=ranking.seed)
    anew = rules.rank(scheme, gathered.applications)
    return [row.id for row in anew.rows if row.place is not None and row.id in set(order)]


@transaction.atomic
def scroll_down(
    ranking: Ranking,
    *,
    by: User,
    act_number: str,
    act_date: date,
    source: str,
    seen_digest: str,
) -> BackgroundJob:
    """Send the money that is free down the list by an act; returns the job that does it.

    Raises `TransitionRefused` where the list has lapsed, nothing can be given, or things are not
    as the page showed them.
    """
    call = Call.objects.select_for_update(of=("self",), no_key=True).get(pk=ranking.call_id)
    ledger.locked_budget(call)
    committee = Committee.objects.filter(call=call).first()
    ranking = Ranking.objects.select_related("call", "call__version").get(pk=ranking.pk)
    if not (may_approve(committee, by) if committee else by.has_perm("evaluation.approve")):
        raise TransitionRefused(
            Refusal.RIGHT, _("The director decides on a scroll-down, unless in the committee.")
        )
    refuse_lapsed(ranking)
    check_act(act_number, act_date)
    if not source.strip():
        raise TransitionRefused(Refusal.RULE, _("Say where the money comes from."))
    planned = plan(ranking)
    if planned.digest != seen_digest:
        raise TransitionRefused(
            Refusal.STALE, _("Funds or files have changed since you opened this page: look again.")
        )
    if not planned.raises:
        raise TransitionRefused(Refusal.RULE, _("The funds that are free reach nobody."))
    decided = Decided(f"{act_number.strip()} del {act_date:%d/%m/%Y}", source.strip()[:400])
    scroll = ScrollDown.objects.create(
        ranking=ranking,
        number=ranking.scrolls.count() + 1,
        act_number=act_number.strip(),
        act_date=act_date,
        source=decided.source,
        available=planned.available,
        left=planned.left,
        digest=planned.digest,
        by=by,
        letter=letters.write_scroll(planned, decided, by=by),
    )
    ScrollRow.objects.bulk_create(
        ScrollRow(
            scroll=scroll,
            case_id=one.candidate.case.pk,
            before=one.before,
            after=one.after,
            outcomes=[outcome.to_dict() for outcome in one.outcomes],
        )
        for one in planned.raises
    )
    return applying.start(scroll, by=by)


@transaction.atomic
def refinance(call: Call, amount: Decimal, *, by: User, act_number: str, act_date: date) -> Budget:
    """Put more money into a ranked call by an act, before its list lapses (RANK-14)."""
    call = Call.objects.select_for_update(of=("self",), no_key=True).get(pk=call.pk)
    if not by.has_perm("evaluation.approve"):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    ranking = approved_ranking(call)
    if ranking is None:
        raise TransitionRefused(Refusal.STATUS, _("This call has no approved ranking."))
    refuse_lapsed(ranking)
    check_act(act_number, act_date)
    if amount <= NOTHING:
        raise TransitionRefused(Refusal.RULE, _("Write how much money comes, in euros."))
    return ledger.endow(
        call,
        amount,
        by=by,
        description=f"Rifinanziamento, {act_number.strip()} del {act_date:%d/%m/%Y}",
    )


def refuse_lapsed(ranking: Ranking) -> None:
    """Refuse to go on with a list that is not good any more (RANK-13)."""
    if ranking.validity_until is None or ranking.validity_until < moment.today():
        raise TransitionRefused(
            Refusal.STATUS, _("The list is not good any more: its time has passed.")
        )
