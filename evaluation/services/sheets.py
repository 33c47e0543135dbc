"""Scoring: a sheet is opened, typed on, closed with every point and reason, or opened again."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from evaluation import rules
from evaluation.conflicts import matches
from evaluation.kinds import ADMISSIBLE, ranked_kind
from evaluation.models import Abstention, Member, Score, ScoreSheet, Sitting
from evaluation.permissions import may_preside, may_write_for
from evaluation.queries import (
    approved_ranking,
    has_declared,
    open_sitting,
    scorers_by_case,
)
from evaluation.services.sittings import abstain
from parties import moment
from parties.models import User
from workflows.engine import InputRefused, Refusal, TransitionRefused
from workflows.models import Case
from workflows.services.drafts import Clash, keep


def open_file(case: Case, member: Member, *, by: User) -> ScoreSheet:
    """Open a file for scoring: its sheet begins, if it has not yet.

    Raises `TransitionRefused` where it is not the member's to open: no statement at the present
    sitting, a conflict of interest, a file that is not admissible, or not in their seat.
    """
    sitting = _require_sitting(member, by)
    if approved_ranking(member.committee.call) is not None:
        raise TransitionRefused(
            Refusal.STATUS, _("The ranking is approved: the committee has finished.")
        )
    _require_no_conflict(case, member, sitting)
    with transaction.atomic():
        _require_admissible(case, member)
        if member not in scorers_by_case(member.committee, [case])[case.pk]:
            raise TransitionRefused(Refusal.RIGHT, _("This file is not among those you score."))
        sheet, _is_new = ScoreSheet.objects.get_or_create(
            member=member, case_id=case.pk, superseded_at=None, defaults={"sitting": sitting}
        )
    return sheet


@transaction.atomic
def save_typed(
    sheet: ScoreSheet, typed: Mapping[str, str], seen: Mapping[str, int], *, by: User
) -> tuple[ScoreSheet, list[Clash]]:
    """Keep what was typed, field by field; what another window changed meanwhile is not overwritten."""
    sheet = _lock(sheet, by)
    return sheet, keep(sheet, typed, seen)


def close_sheet(sheet: ScoreSheet, *, by: User) -> ScoreSheet:
    """Close a sheet: every criterion has its points, in range, and its reason (RANK-18).

    Raises `InputRefused` with the sentences by field; then nothing is closed and all stays typed.
    """
    _require_no_conflict(sheet.case, sheet.member, _require_sitting(sheet.member, by))
    with transaction.atomic():
        return _close(_lock(sheet, by))


def _close(sheet: ScoreSheet) -> ScoreSheet:
    criteria = list(sheet.case.call_version.criteria.order_by("position"))
    given, faults = rules.read_sheet(
        [
            rules.Typed(
                one.code,
                one.weight,
                sheet.value(f"points-{one.code}"),
                sheet.value(f"reason-{one.code}"),
            )
            for one in criteria
        ]
    )
    if faults:
        raise InputRefused({field: ValidationError(text) for field, text in faults.items()})
    by_code = {one.code: one for one in criteria}
    Score.objects.bulk_create(
        Score(sheet=sheet, criterion=by_code[one.code], points=one.points, reason=one.reason)
        for one in given
    )
    sheet.closed_at = moment.now()
    sheet.save(update_fields=["closed_at"])
    return sheet


@transaction.atomic
def reopen_sheet(sheet: ScoreSheet, *, by: User, reason: str) -> ScoreSheet:
    """Open a closed sheet again: the old one stays, and gives way to a copy that can be changed."""
    sheet = ScoreSheet.objects.select_for_update(of=("self",)).get(pk=sheet.pk)
    committee = sheet.member.committee
    if not may_preside(committee, by):
        raise TransitionRefused(
            Refusal.RIGHT, _("The president or the secretary of the committee does this.")
        )
    if not sheet.is_closed or sheet.superseded_at is not None:
        raise TransitionRefused(Refusal.STATUS, _("This sheet is not closed."))
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why the sheet is opened again."))
    sitting = open_sitting(committee)
    if sitting is None or approved_ranking(committee.call) is not None:
        raise TransitionRefused(Refusal.STATUS, _("No sitting of the committee is open."))
    sheet.superseded_at, sheet.superseded_by = moment.now(), by
    sheet.superseded_because = reason.strip()[:400]
    sheet.save(update_fields=["superseded_at", "superseded_by", "superseded_because"])
    return ScoreSheet.objects.create(
        member=sheet.member, case_id=sheet.case_id, sitting=sitting, answers=sheet.answers
    )


def _lock(sheet: ScoreSheet, by: User) -> ScoreSheet:
    sheet = (
        ScoreSheet.objects.select_for_update(of=("self",))
        .select_related("member", "member__committee", "case", "case__call_version")
        .get(pk=sheet.pk)
    )
    if not may_write_for(sheet.member, by):
        raise TransitionRefused(Refusal.RIGHT, _("This sheet is another member's."))
    if sheet.is_closed or sheet.superseded_at is not None:
        raise TransitionRefused(
            Refusal.STATUS, _("This sheet is closed: it can no longer be changed.")
        )
    return sheet


def _require_sitting(member: Member, by: User) -> Sitting:
    if not may_write_for(member, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    sitting = open_sitting(member.committee)
    if sitting is None:
        raise TransitionRefused(Refusal.STATUS, _("No sitting of the committee is open."))
    if not has_declared(sitting, member):
        raise TransitionRefused(
            Refusal.RULE, _("State your interests at this sitting first: then the files open.")
        )
    return sitting


def _require_admissible(case: Case, member: Member) -> None:
    kind = ranked_kind(case.kind)
    found = kind.candidates(member.committee.call, only=[case.pk])
    if not any(one.stage == ADMISSIBLE for one in found):
        raise TransitionRefused(
            Refusal.STATUS, _("This file is not admitted to the scoring, or no longer.")
        )


def _require_no_conflict(case: Case, member: Member, sitting: Sitting) -> None:
    """Refuse a file on which the member abstains. What the data tell is written down at once.

    Outside any transaction of its caller's, which the refusal would take back.
    """
    found = matches([member], [case])
    for match in found:
        abstain(member, case, sitting, match.source, match.reason)
    if found or Abstention.objects.filter(member=member, case_id=case.pk).exists():
        raise TransitionRefused(
            Refusal.RIGHT,
            _("You have a conflict of interest on this file: you neither open nor score it."),
        )
