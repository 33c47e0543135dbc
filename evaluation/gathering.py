"""From rows to the plain values that the rules take: the call's scheme, its applications, where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.utils import timezone

from accounting.models import Budget
from accounting.queries import held_by_case
from calls.models import Call, CallVersion, Premium, Reserve
from evaluation import rules
from evaluation.kinds import ADMISSIBLE, AGAINST, Candidate, ranked_kind
from evaluation.models import PremiumCheck, Score, ScoreSheet

NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Gathered:
    """The files of a call, and what the ranking takes of each."""

    candidates: tuple[Candidate, ...]
    applications: tuple[rules.Application, ...]

    @property
    def by_number(self) -> dict[str, Candidate]:
        """The files by their number, which names them in a ranking."""
        return {str(candidate.case): candidate for candidate in self.candidates}


def scheme_of(
    version: CallVersion, endowment: Decimal, *, seed: str = "", **changes: Any
) -> rules.Scheme:
    """Return how a call ranks and gives, by its frozen version; `changes` replace single parts.

    A list is made before the funds may have changed: territorial shares follow the endowment.
    """
    set_: Mapping[str, Any] = version.parameters
    threshold = set_.get("threshold_total")
    scheme = rules.Scheme(
        endowment=endowment,
        policy=rules.Policy(set_.get("allocation") or rules.Policy.SCORE),
        criteria=tuple(
            rules.Criterion(one.weight, one.minimum, one.title_it)
            for one in version.criteria.order_by("position")
        ),
        threshold=None if threshold in (None, "") else Decimal(str(threshold)),
        chain=tuple(set_.get("tie_chain") or ()),
        last_place=_last_place(set_),
        seed=seed,
        compensation=rules.Compensation(set_.get("compensation") or rules.Compensation.BY_NEED),
    )
    scheme = replace(scheme, **changes)
    reserves = list(version.reserves.order_by("position"))
    return replace(
        scheme,
        territories=_shares(version, scheme.endowment),
        reserves=tuple(rules.Reserve(one.code, one.percent, one.within) for one in reserves),
        # Unused money comes free where the call has a clause for it (CALL-18).
        releases_reserves=all(one.release_it for one in reserves),
    )


def gather(call: Call, candidates: Sequence[Candidate] | None = None) -> Gathered:
    """Return the files of a call with their sheets and premiums, for the rules.

    Sheets of members who abstain on a file are left out, whenever the conflict came to light.
    """
    found = ranked_kind(call.kind).candidates(call) if candidates is None else candidates
    sheets, premiums = _sheets(found), _premiums(found)
    reserves = list(call.current_version.reserves.order_by("position"))
    return Gathered(
        tuple(found),
        tuple(
            rules.Application(
                id=str(one.case),
                asked=one.asked,
                filed_at=timezone.localtime(one.filed_at),
                sequence=one.sequence,
                sheets=sheets.get(one.case.pk, ()),
                premium_points=sum((p.points for p in premiums[one.case.pk]), NOTHING),
                holds_premium=bool(premiums[one.case.pk]),
                territory=one.territory,
                classes=classes_of(one, premiums[one.case.pk], reserves),
                against=one.against if one.stage == AGAINST else (),
                whole_only=one.whole_only,
                born=one.born,
            )
            for one in found
        ),
    )


def classes_of(
    one: Candidate, premiums: Sequence[Premium], reserves: Sequence[Reserve]
) -> frozenset[str]:
    """Return the reserves that are for a file: by the kind of applicant, or a premium it holds."""
    groups = one.groups | {premium.code for premium in premiums}
    return frozenset(reserve.code for reserve in reserves if groups & set(reserve.groups))


def resources(call: Call) -> Decimal:
    """Return all that may be given in a call, in EUR: what is available, reserved, granted, paid.

    Nothing where places are all that a call gives.
    """
    if not ranked_kind(call.kind).gives_money:
        return NOTHING
    budget = Budget.objects.get(call=call)
    return budget.endowment - budget.economies


def bound(call: Call) -> Decimal:
    """Return what is reserved, granted or paid in a call already, in EUR."""
    if not ranked_kind(call.kind).gives_money:
        return NOTHING
    budget = Budget.objects.get(call=call)
    return budget.reserved + budget.granted + budget.paid


def standings(
    call: Call, ordered: Sequence[str], gathered: Gathered
) -> tuple[list[rules.Standing], Decimal]:
    """Return where each application of a list stands, and the endowment they share, in EUR.

    Whoever is not presented any more has gone; what they still hold is theirs.
    """
    held = held_by_case(call)
    files, plain = gathered.by_number, {one.id: one for one in gathered.applications}
    standing = []
    for number in ordered:
        candidate = files.get(number)
        if candidate is None:
            continue
        is_open = candidate.is_open and candidate.stage == ADMISSIBLE
        standing.append(
            rules.Standing(plain[number], held.pop(candidate.case.pk, NOTHING), is_open)
        )
    available = Budget.objects.values_list("available", flat=True).get(call=call)
    return standing, available + sum((one.held for one in standing), NOTHING)


def _last_place(set_: Mapping[str, Any]) -> rules.LastPlace:
    if last_place := set_.get("last_place"):
        return rules.LastPlace(last_place)
    return rules.LastPlace.PARTIAL if set_.get("partial_last", True) else rules.LastPlace.STOP


def _shares(version: CallVersion, endowment: Decimal) -> dict[str, Decimal]:
    shares = {
        share.province: rules.cents_of(share.amount)
        for share in version.shares.order_by("position")
    }
    if not shares:
        return {}
    scaled = rules.scaled(shares, rules.cents_of(endowment))
    return {name: rules.euros_of(cents) for name, cents in scaled.items()}


def _sheets(candidates: Sequence[Candidate]) -> dict[int, list[tuple[int, ...]]]:
    """Return the closed sheets of each file, member by member, points in hundredths."""
    sheets = ScoreSheet.objects.standing().filter(
        case__in=[one.case.pk for one in candidates], closed_at__isnull=False
    )
    rows = (
        Score.objects.filter(sheet__in=sheets.order_by())
        .order_by("sheet__case", "sheet", "criterion__position")
        .values_list("sheet__case", "sheet", "points")
    )
    by_sheet: dict[tuple[int, int], list[int]] = defaultdict(list)
    for case, sheet, points in rows.iterator(5000):
        by_sheet[case, sheet].append(int(points.scaleb(2)))
    found: dict[int, list[tuple[int, ...]]] = defaultdict(list)
    for (case, _sheet), points_of in by_sheet.items():
        found[case].append(tuple(points_of))
    return found


def _premiums(candidates: Sequence[Candidate]) -> dict[int, list[Premium]]:
    checks = PremiumCheck.objects.filter(
        case__in=[one.case.pk for one in candidates], is_held=True
    ).select_related("premium")
    found: dict[int, list[Premium]] = defaultdict(list)
    for check in checks.order_by("premium__position"):
        found[check.case_id].append(check.premium)
    return found
