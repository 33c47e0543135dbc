"""Sittings of a committee: opening one, stating interests, closing it with its minutes (RANK-18)."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from calls.models import Call, State
from evaluation import letters
from evaluation.conflicts import matches
from evaluation.kinds import ranked_kind
from evaluation.models import Abstention, Committee, ConflictDeclaration, Member, Sitting
from evaluation.permissions import may_preside, may_write_for
from evaluation.queries import approved_ranking, open_sitting
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Case


@transaction.atomic
def begin(committee: Committee, *, by: User, place: str) -> Sitting:
    """Open the next sitting; files can be scored while it lasts."""
    Committee.objects.select_for_update().get(pk=committee.pk)
    _may_preside(committee, by)
    if approved_ranking(committee.call) is not None:
        raise TransitionRefused(
            Refusal.STATUS, _("The ranking is approved: the committee has finished.")
        )
    if committee.call.state != State.UNDER_EVALUATION:
        raise TransitionRefused(
            Refusal.STATUS,
            _(
                "The applications have not been handed to the committee yet: the call must be closed."
            ),
        )
    if open_sitting(committee) is not None:
        raise TransitionRefused(Refusal.STATUS, _("A sitting is open already."))
    if not place.strip():
        raise TransitionRefused(Refusal.RULE, _("Say where the committee sits."))
    number = committee.sittings.count() + 1
    return Sitting.objects.create(
        committee=committee, number=number, place=place.strip(), opened_by=by
    )


@transaction.atomic
def declare(
    sitting: Sitting, member: Member, *, by: User, conflicts: Mapping[int, str]
) -> ConflictDeclaration:
    """State one's interests: `conflicts` gives the reason by the key of the file (ORG-08).

    What the data tell by themselves is written down beside it. Without a statement no file opens.
    """
    sitting = Sitting.objects.select_for_update().get(pk=sitting.pk)
    if not may_write_for(member, by):
        raise TransitionRefused(Refusal.RIGHT, _("Everybody states their own interests."))
    if sitting.closed_at is not None or member.committee_id != sitting.committee_id:
        raise TransitionRefused(Refusal.STATUS, _("This sitting is closed."))
    if ConflictDeclaration.objects.filter(sitting=sitting, member=member).exists():
        raise TransitionRefused(
            Refusal.STATUS, _("You have stated your interests at this sitting already.")
        )
    files = {
        one.case.pk: one.case for one in ranked_kind(_call(sitting).kind).candidates(_call(sitting))
    }
    for key, reason in conflicts.items():
        if key not in files:
            raise TransitionRefused(Refusal.RULE, _("This file is not among those of the call."))
        if not reason.strip():
            raise TransitionRefused(
                Refusal.RULE,
                _("Say what the conflict on file {number} is.").format(number=files[key]),
            )
    for key, reason in conflicts.items():
        abstain(member, files[key], sitting, Abstention.Source.DECLARED, reason.strip())
    for match in matches([member], list(files.values())):
        abstain(member, files[match.case_id], sitting, match.source, match.reason)
    return ConflictDeclaration.objects.create(
        sitting=sitting, member=member, has_conflicts=bool(conflicts)
    )


@transaction.atomic
def close(sitting: Sitting, *, by: User, notes: str) -> Sitting:
    """Close a sitting: its minutes are written, and entered in the protocol (RANK-18)."""
    sitting = Sitting.objects.select_for_update(of=("self",)).get(pk=sitting.pk)
    committee = sitting.committee
    _may_preside(committee, by)
    if sitting.closed_at is not None:
        raise TransitionRefused(Refusal.STATUS, _("This sitting is closed."))
    if not sitting.declarations.exists():
        raise TransitionRefused(
            Refusal.RULE, _("Nobody has stated their interests: the sitting has not begun.")
        )
    sitting.notes, sitting.closed_by, sitting.closed_at = notes.strip(), by, moment.now()
    sitting.letter = letters.write_minutes(sitting, by=by)
    sitting.save(update_fields=["notes", "closed_by", "closed_at", "letter"])
    return sitting


def abstain(member: Member, case: Case, sitting: Sitting, source: str, reason: str) -> Abstention:
    """Write down, once, that a member neither opens nor scores a file."""
    abstention, _is_new = Abstention.objects.get_or_create(
        member=member,
        case_id=case.pk,
        defaults={"sitting": sitting, "source": source, "reason": reason[:400]},
    )
    return abstention


def _call(sitting: Sitting) -> Call:
    return sitting.committee.call


def _may_preside(committee: Committee, by: User) -> None:
    if not may_preside(committee, by):
        raise TransitionRefused(
            Refusal.RIGHT, _("The president or the secretary of the committee does this.")
        )
