"""What the committee's pages and the ranking ask of the database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, IntegerField, Prefetch, Q, QuerySet, Sum

from calls.models import Call
from evaluation import rules
from evaluation.conflicts import matches
from evaluation.kinds import ADMISSIBLE, Candidate, ranked_codes, ranked_kind
from evaluation.models import (
    Abstention,
    Committee,
    ConflictDeclaration,
    Member,
    PremiumCheck,
    RankedList,
    Ranking,
    RankingRow,
    Score,
    ScoreSheet,
    ScrollDown,
    ScrollRow,
    Sitting,
    Substitution,
)
from letters.models import Letter
from parties.models import User
from workflows.models import Case
from workflows.paging import Key

ROW_KEYS = (Key("position", IntegerField()),)


def calls_by_stage() -> list[dict[str, Any]]:
    """Return the published calls that go by ranking, with what each one waits for."""
    rows = (
        Call.objects.filter(
            procedure="ranking", published_at__isnull=False, kind__in=ranked_codes()
        )
        .select_related("committee")
        .prefetch_related("rankings")
        .annotate(filed=Count("cases", filter=Q(cases__submitted_at__isnull=False)))
        .order_by("-opens_at", "code")
    )
    return [_stage(call) for call in rows]


def _stage(call: Call) -> dict[str, Any]:
    rankings = list(call.rankings.all())
    approved = next((one for one in rankings if one.approved_at), None)
    return {
        "call": call,
        "committee": getattr(call, "committee", None),
        "approved": approved,
        "draft": next((one for one in rankings if not one.approved_at), None),
    }


def substitutions_of(committee: Committee) -> QuerySet[Substitution]:
    """Return who sits for whom."""
    return (
        Substitution.objects.filter(member__committee=committee)
        .select_related("member__user", "substitute__user", "case")
        .order_by("pk")
    )


def abstentions_of(committee: Committee) -> QuerySet[Abstention]:
    """Return who abstains on what, and why."""
    return (
        Abstention.objects.filter(member__committee=committee)
        .select_related("member__user", "case")
        .order_by("case__number", "pk")
    )


def sittings_of(committee: Committee) -> QuerySet[Sitting]:
    """Return the sittings with their minutes and how many stated their interests."""
    return (
        committee.sittings.select_related("opened_by", "letter__document")
        .annotate(present=Count("declarations"))
        .order_by("number")
    )


def seats_of(user: User) -> QuerySet[Member]:
    """Return the seats a person has, newest committee first."""
    return (
        Member.objects.filter(user=user)
        .select_related("committee", "committee__call", "user")
        .order_by("-committee__act_date", "-pk")
    )


def open_sitting(committee: Committee) -> Sitting | None:
    """Return the sitting that is open now."""
    return committee.sittings.filter(closed_at__isnull=True).first()


def has_declared(sitting: Sitting | None, member: Member) -> bool:
    """Tell whether a member has stated their interests at a sitting (ORG-08)."""
    return (
        sitting is not None
        and ConflictDeclaration.objects.filter(sitting=sitting, member=member).exists()
    )


def admissible(call: Call) -> list[Candidate]:
    """Return the files of a call that the committee scores, in order of filing."""
    found = ranked_kind(call.kind).candidates(call)
    return [one for one in found if one.stage == ADMISSIBLE]


def scorers_by_case(committee: Committee, cases: Sequence[Case]) -> dict[int, list[Member]]:
    """Return who scores each file: seats, with substitutes called in, without who abstains.

    Conflicts that the data tell count from the moment they can be told, written down or not.
    """
    members = {member.pk: member for member in committee.members.select_related("user")}
    seats = [member.pk for member in members.values() if member.scores]
    called = [
        rules.Called(one.member_id, one.substitute_id, one.case_id)
        for one in Substitution.objects.filter(member__in=members).order_by("pk")
    ]
    away = abstaining(list(members.values()), cases)
    return {
        case.pk: [members[key] for key in rules.scorers(case.pk, seats, called, away)]
        for case in cases
    }


def abstaining(members: Iterable[Member], cases: Sequence[Case]) -> set[tuple[int, int]]:
    """Return pairs of member and file where the member abstains, by statement or by the data."""
    seats = list(members)
    stated = Abstention.objects.filter(
        member__in=seats, case__in=[case.pk for case in cases]
    ).values_list("member", "case")
    return set(stated) | {(match.member.pk, match.case_id) for match in matches(seats, cases)}


def sheets_by_case(cases: Collection[int]) -> dict[int, list[ScoreSheet]]:
    """Return the sheets that count, file by file, with their points and reasons."""
    scores = Score.objects.select_related("criterion").order_by("criterion__position")
    rows = (
        ScoreSheet.objects.standing()
        .filter(case__in=cases)
        .select_related("member", "member__user")
        .prefetch_related(Prefetch("scores", scores))
        .order_by("case", "member")
    )
    found: dict[int, list[ScoreSheet]] = defaultdict(list)
    for sheet in rows:
        found[sheet.case_id].append(sheet)
    return found


def incomplete(
    scorers: dict[int, list[Member]], sheets: dict[int, list[ScoreSheet]]
) -> dict[int, list[Member]]:
    """Return the files that somebody must still score, and who; one that nobody scores is among them."""
    missing = {}
    for case, members in scorers.items():
        closed = {sheet.member_id for sheet in sheets.get(case, ()) if sheet.is_closed}
        waiting = [member for member in members if member.pk not in closed]
        if waiting or not members:
            missing[case] = waiting
    return missing


def paper_of(letter: Letter | None) -> Letter | None:
    """Return an act that has its number: the latest of those that took its place; else None."""
    found = None
    while letter is not None:
        found = letter if letter.numbered_at else found
        letter = Letter.objects.filter(supersedes=letter).first()
    return found


def draft_ranking(call: Call) -> Ranking | None:
    """Return the list that is being put together."""
    return call.rankings.filter(approved_at__isnull=True).first()


def approved_ranking(call: Call) -> Ranking | None:
    """Return the list that an act approved."""
    return (
        call.rankings.filter(approved_at__isnull=False).select_related("letter__document").first()
    )


def has_public_ranking(call: Call) -> bool:
    """Tell whether the public may look at the ranking of a call."""
    return call.procedure == "ranking" and call.rankings.filter(published_at__isnull=False).exists()


def rows_of(ranking: Ranking) -> QuerySet[RankingRow]:
    """Return the rows of a list in its order, with what pages show of their cases."""
    return ranking.rows.select_related("case", "case__applicant", "case__representative").order_by(
        "position"
    )


def allotted(case: Case) -> Decimal | None:
    """Return what the latest act gives a file, in EUR: the approval, or a scroll-down after it.

    None where no act speaks of it.
    """
    return latest_act(case)[0]


def allotments(call: Call) -> dict[int, Decimal]:
    """Return what the latest acts give each file of a call, in EUR."""
    rows = RankingRow.objects.filter(ranking__call=call, ranking__approved_at__isnull=False)
    given = dict(rows.order_by().values_list("case", "granted"))
    later = [
        *ScrollRow.objects.filter(scroll__ranking__call=call).values_list(
            "scroll__at", "case", "after"
        ),
        *_losses().filter(case__call=call).values_list("lost_at", "case", "leaves"),
    ]
    return given | {case: amount or Decimal(0) for _at, case, amount in sorted(later)}


def latest_act(case: Case) -> tuple[Decimal | None, str]:
    """Return what the latest act gives a file, in EUR, and the act in Italian words.

    One that took a premium back leaves what it says, until money comes down the list anew.
    """
    lost = _losses().filter(case_id=case.pk).order_by("lost_at").last()
    scrolled = (
        ScrollRow.objects.filter(case_id=case.pk).select_related("scroll").order_by("-pk").first()
    )
    if lost is not None and (scrolled is None or scrolled.scroll.at < (lost.lost_at or lost.at)):
        return lost.leaves, "La revoca per una premialità non spettante"
    if scrolled is not None:
        act = f"{scrolled.scroll.act_number} del {scrolled.scroll.act_date:%d/%m/%Y}"
        return scrolled.after, f"Lo scorrimento ({act})"
    row = ranked_row(case)
    if row is None:
        return None, ""
    return row.granted, f"La graduatoria ({row.ranking.act})"


def has_losses(call: Call) -> bool:
    """Tell whether an act has taken back a premium of some file of a call (CALL-16)."""
    return _losses().filter(case__call=call).exists()


def _losses() -> QuerySet[PremiumCheck]:
    return PremiumCheck.objects.filter(lost_at__isnull=False)


def ranked_row(case: Case) -> RankingRow | None:
    """Return a file's row in the approved list."""
    return (
        RankingRow.objects.filter(case_id=case.pk, ranking__approved_at__isnull=False)
        .select_related("ranking")
        .first()
    )


def counts_of(ranking: Ranking) -> dict[str, dict[str, Any]]:
    """Return how many files stand in each of the four lists, and what they are given, in EUR."""
    found: dict[str, dict[str, Any]] = {
        letter: {"number": 0, "granted": Decimal("0.00")} for letter in RankedList.values
    }
    rows = ranking.rows.order_by().values_list("listed").annotate(Count("pk"), Sum("granted"))
    for letter, number, granted in rows:
        found[letter] = {"number": number, "granted": granted}
    return found


def scrolls_of(ranking: Ranking) -> QuerySet[ScrollDown]:
    """Return the scroll-downs of a list with how many files each reached."""
    return (
        ranking.scrolls.select_related("letter__document")
        .annotate(reached=Count("rows"))
        .order_by("number")
    )


def not_executed(call: Call) -> list[Case]:
    """Return files for which an act says more than was done: a check stood against it, or time."""
    kind = ranked_kind(call.kind)
    given = allotments(call)
    found = []
    for one in kind.candidates(call):
        amount = given.get(one.case.pk)
        if amount is not None and one.stage == ADMISSIBLE and kind.act_for(one.case, amount):
            found.append(one.case)
    return found


def own_sheet(case: Case, member: Member) -> ScoreSheet | None:
    """Return a member's sheet on a file, unless it gave way to another."""
    return ScoreSheet.objects.filter(
        case_id=case.pk, member=member, superseded_at__isnull=True
    ).first()


def own_sheets(member: Member) -> dict[int, ScoreSheet]:
    """Return a member's sheets by file."""
    rows = ScoreSheet.objects.filter(member=member, superseded_at__isnull=True).defer("answers")
    return {sheet.case_id: sheet for sheet in rows.order_by("pk")}


def sheets_shown(case: Case, member: Member, own: ScoreSheet) -> list[ScoreSheet]:
    """Return the sheets of others that a member may read: closed ones, once their own is closed.

    Where the committee scores blind, only once all who must have closed theirs.
    """
    if not own.is_closed:
        return []
    found = sheets_by_case([case.pk])
    if member.committee.is_blind:
        scorers = scorers_by_case(member.committee, [case])
        if case.pk in incomplete(scorers, found):
            return []
    return [one for one in found[case.pk] if one.is_closed and one.member_id != member.pk]


def conflicted(committee: Committee, user: User, cases: Sequence[Case]) -> set[int]:
    """Return the files on which the person, who sits in the committee, abstains: they see no sheet."""
    members = list(committee.members.filter(user_id=user.pk))
    return {case for _member, case in abstaining(members, cases)} if members else set()


@dataclass(frozen=True)
class Slice:
    """Some rows of a list that is worked out, not stored; a cursor is empty where it ends."""

    rows: list[Any]
    previous: str
    next: str


def slice_of(rows: Sequence[Any], address: Mapping[str, str], size: int) -> Slice:
    """Return one page of rows; `after` and `before` in the address count rows from the first."""
    after, before = address.get("after", ""), address.get("before", "")
    start = int(after[:9]) if after.isascii() and after.isdigit() else 0
    if before.isascii() and before.isdigit():
        start = max(int(before[:9]) - size, 0)
    start = min(start, max(len(rows) - 1, 0))
    end = start + size
    return Slice(
        list(rows[start:end]), str(start) if start else "", str(end) if end < len(rows) else ""
    )
