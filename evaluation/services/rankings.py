"""The list of a call: put together, approved by an act, published (RANK-08 to RANK-13)."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounting.services import ledger
from calls import services as call_services
from calls.engine import CallRefused
from calls.models import Call, Parameter, State
from evaluation import letters, rules
from evaluation.gathering import Gathered, gather, resources, scheme_of
from evaluation.kinds import ADMISSIBLE, PENDING, ranked_kind
from evaluation.models import Committee, Ranking, RankingRow
from evaluation.permissions import PUBLISH, may_approve, may_rank
from evaluation.queries import (
    approved_ranking,
    draft_ranking,
    incomplete,
    paper_of,
    scorers_by_case,
    sheets_by_case,
)
from evaluation.services import applying
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.models import BackgroundJob
from workflows.rules.words import months_after


def ranked(call: Call, *, seed: str = "", **changes: Any) -> tuple[rules.Ranking, Gathered]:
    """Return what the list of a call is now; `changes` replace parts of its scheme.

    Raises `TransitionRefused` where files are still examined or not scored by all who must, or
    the call's rules leave no single answer: the sentence says which.
    """
    gathered = gather(call)
    scheme = scheme_of(
        call.current_version, changes.pop("endowment", resources(call)), seed=seed, **changes
    )
    _require_scored(call, gathered, scheme)
    try:
        return rules.rank(scheme, gathered.applications), gathered
    except rules.RankingRefused as refused:
        raise TransitionRefused(
            Refusal.RULE, refused.outcome.sentence, [refused.outcome]
        ) from refused


@transaction.atomic
def make_ranking(call: Call, *, by: User, seed: str = "") -> Ranking:
    """Put the list together, in the place of an earlier draft; nothing is decided by it.

    `seed` is what a public draw gave, where the call draws among equals.
    """
    call = _lock(call)
    committee = Committee.objects.filter(call=call).first()
    if not may_rank(committee, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if approved_ranking(call) is not None:
        raise TransitionRefused(Refusal.STATUS, _("The ranking of this call is approved already."))
    _require_closed(call)
    seed = seed.strip()
    made, gathered = ranked(call, seed=seed)
    if (earlier := draft_ranking(call)) is not None:
        earlier.delete()
    scheme = scheme_of(call.current_version, made.endowment, seed=seed)
    ranking = Ranking.objects.create(
        call=call,
        scheme=plain(asdict(scheme)),
        seed=seed,
        endowment=made.endowment,
        left=made.left,
        digest=rules.digest(made),
        made_by=by,
    )
    files = gathered.by_number
    RankingRow.objects.bulk_create(
        [
            RankingRow(
                ranking=ranking,
                case_id=files[row.id].case.pk,
                position=position,
                place=row.place,
                listed=row.listed.value,
                total=row.total,
                means=list(row.means),
                asked=row.asked,
                granted=row.granted,
                tie=_tie(row.tie),
                reasons=list(row.reasons),
            )
            for position, row in enumerate(made.rows, 1)
        ],
        batch_size=1000,
    )
    return ranking


@transaction.atomic
def approve_ranking(
    ranking: Ranking, *, by: User, act_number: str, act_date: date, seen_digest: str
) -> BackgroundJob:
    """Approve a list by an act: it is frozen with its digest, and each file gets what it says.

    The list is reckoned again under the budget's lock: where anything has changed since it was
    put together, or since the page showed it, the approval is refused. Returns the job that does
    the act on every file.
    """
    call = _lock(ranking.call)
    if ranked_kind(call.kind).gives_money:
        ledger.locked_budget(call)
    committee = Committee.objects.filter(call=call).first()
    if committee is None or not may_approve(committee, by):
        raise TransitionRefused(
            Refusal.RIGHT, _("The director approves the ranking, unless in the committee.")
        )
    ranking = Ranking.objects.select_for_update(of=("self",)).get(pk=ranking.pk)
    if ranking.approved_at is not None:
        raise TransitionRefused(Refusal.STATUS, _("The ranking of this call is approved already."))
    check_act(act_number, act_date)
    made, gathered = ranked(call, seed=ranking.seed)
    if not rules.digest(made) == ranking.digest == seen_digest:
        raise TransitionRefused(
            Refusal.STALE,
            _("Something has changed since this list was put together: make it again."),
        )
    ranking.approved_by, ranking.approved_at = by, moment.now()
    ranking.act_number, ranking.act_date = act_number.strip(), act_date
    ranking.validity_until = months_after(act_date, _validity_months(call))
    ranking.letter = letters.write_approval(
        ranking, by=by, stages=[one.stage for one in gathered.candidates]
    )
    ranking.save()
    _move_on(call, by, ranking.act)
    return applying.start(ranking, by=by)


@transaction.atomic
def publish_ranking(ranking: Ranking, *, by: User) -> Ranking:
    """Show an approved list to the public: places and amounts, no reasons (RANK-11, TRA-13)."""
    ranking = Ranking.objects.select_for_update(of=("self",)).get(pk=ranking.pk)
    if not by.has_perm(PUBLISH):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if ranking.approved_at is None:
        raise TransitionRefused(Refusal.STATUS, _("Only an approved ranking is published."))
    if ranking.published_at is not None:
        raise TransitionRefused(Refusal.STATUS, _("This ranking is public already."))
    if paper_of(ranking.letter) is None:
        raise TransitionRefused(
            Refusal.STATUS,
            _("The act of approval waits in the outbox: the list is published with its number."),
        )
    ranking.published_by, ranking.published_at = by, moment.now()
    ranking.save(update_fields=["published_by", "published_at"])
    return ranking


def check_act(act_number: str, act_date: date) -> None:
    """Refuse an act without a number, or of a day to come."""
    if not act_number.strip():
        raise TransitionRefused(Refusal.RULE, _("Write the number of the act."))
    if act_date > moment.today():
        raise TransitionRefused(Refusal.RULE, _("The act cannot be of a day to come."))


def plain(value: Any) -> Any:
    """Return values as JSON keeps them: amounts and choices as text."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value if value is None or isinstance(value, bool | int) else str(value)


def _tie(tie: rules.Tie | None) -> dict[str, Any] | None:
    if tie is None:
        return None
    values = {"theirs": tie.theirs, "ours": tie.ours}
    return {"step": tie.step, "ahead": tie.ahead} | {
        name: value.isoformat() if hasattr(value, "isoformat") else plain(value)
        for name, value in values.items()
    }


def _require_scored(call: Call, gathered: Gathered, scheme: rules.Scheme) -> None:
    pending = [str(one.case) for one in gathered.candidates if one.stage == PENDING]
    missing: list[str] = []
    if scheme.criteria:
        cases = [one.case for one in gathered.candidates if one.stage == ADMISSIBLE]
        committee = Committee.objects.filter(call=call).first()
        if committee is None:
            raise TransitionRefused(
                Refusal.RULE, _("This call has criteria and no committee yet: appoint one.")
            )
        waiting = incomplete(
            scorers_by_case(committee, cases), sheets_by_case([case.pk for case in cases])
        )
        missing = [str(case) for case in cases if case.pk in waiting]
    outcome = rules.all_scored(missing, pending)
    if outcome.blocks:
        raise TransitionRefused(Refusal.RULE, outcome.sentence, [outcome])


def _require_closed(call: Call) -> None:
    if call.state not in {State.CLOSED, State.UNDER_EVALUATION}:
        raise TransitionRefused(
            Refusal.STATUS, _("The call has not closed yet: more applications may come.")
        )


def _move_on(call: Call, by: User, act: str) -> None:
    """Let the call say that its ranking is approved; a call that is not there yet refuses."""
    try:
        call_services.approve_ranking(call, by=by, act=act)
    except CallRefused as refused:
        raise TransitionRefused(Refusal.STATUS, refused.sentence) from refused


def _validity_months(call: Call) -> int:
    stated = call.current_version.parameters.get("ranking_validity_months")
    return int(stated or Parameter.objects.value("ranking_validity_months", moment.today()))


def _lock(call: Call) -> Call:
    return (
        Call.objects.select_for_update(of=("self",), no_key=True)
        .select_related("version")
        .get(pk=call.pk)
    )
