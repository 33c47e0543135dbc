"""Appointing a committee, and calling in its substitutes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from calls.models import Call, Parameter
from evaluation import rules
from evaluation.kinds import goes_by_ranking
from evaluation.models import SCORING, Committee, Member, MemberFunction, Substitution
from evaluation.permissions import APPOINT, SCORE, may_preside
from evaluation.queries import abstaining, approved_ranking
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Case


@dataclass(frozen=True)
class Seat:
    """Who is appointed, to do what; the codes are those of the person."""

    user: User
    function: str
    tax_code: str
    vat_number: str = ""


@transaction.atomic
def appoint(
    call: Call,
    seats: Sequence[Seat],
    *,
    by: User,
    act_number: str,
    act_date: date,
    is_blind: bool = True,
) -> Committee:
    """Appoint the committee of a call by an act (RANK-18).

    Raises `TransitionRefused` where the person may not, the call has a committee already or goes
    by no ranking, the act has no number or is of a day to come, or the seats are not as they must.
    """
    _require(by.has_perm(APPOINT), _("You do not have the right to do this."), Refusal.RIGHT)
    call = Call.objects.select_for_update(of=("self",), no_key=True).get(pk=call.pk)
    _require(goes_by_ranking(call), _("This call goes by no ranking: it needs no committee."))
    _require(
        not Committee.objects.filter(call=call).exists(),
        _("This call has a committee already."),
        Refusal.STATUS,
    )
    _require(bool(act_number.strip()), _("Write the number of the act of appointment."))
    _require(act_date <= moment.today(), _("The act of appointment cannot be of a day to come."))
    _check_seats(seats)
    committee = Committee.objects.create(
        call=call,
        act_number=act_number.strip(),
        act_date=act_date,
        is_blind=is_blind,
        appointed_by=by,
    )
    Member.objects.bulk_create(
        Member(
            committee=committee,
            user=seat.user,
            function=seat.function,
            tax_code=seat.tax_code,
            vat_number=seat.vat_number,
        )
        for seat in seats
    )
    return committee


@transaction.atomic
def substitute(
    member: Member, by_member: Member, *, by: User, reason: str, case: Case | None = None
) -> Substitution:
    """Let a substitute take a member's place, for one file or from now on, for a reason."""
    committee = member.committee
    Committee.objects.select_for_update().get(pk=committee.pk)
    allowed = may_preside(committee, by) or by.has_perm(APPOINT)
    _require(allowed, _("You do not have the right to do this."), Refusal.RIGHT)
    _require(bool(reason.strip()), _("Say why the member is replaced."))
    _require(
        by_member.committee_id == committee.pk and by_member.function == MemberFunction.SUBSTITUTE,
        _("Only a substitute of this committee can be called in."),
    )
    _require(member.scores, _("Only a member who scores can be replaced."))
    _require(
        approved_ranking(committee.call) is None,
        _("The ranking is approved: the committee has finished."),
        Refusal.STATUS,
    )
    busy = Substitution.objects.filter(substitute=by_member)
    if case is None:
        _require(
            not busy.filter(case__isnull=True).exists(),
            _("This substitute sits for somebody else already."),
        )
    else:
        _require(
            not busy.filter(case_id=case.pk).exists(),
            _("This substitute scores that file for somebody else already."),
        )
        _require(
            not abstaining([by_member], [case]),
            _("This substitute has a conflict of interest on that file."),
        )
    _require(
        not Substitution.objects.filter(member=member, case=case).exists(),
        _("This member is replaced already."),
        Refusal.STATUS,
    )
    return Substitution.objects.create(
        member=member, substitute=by_member, case=case, reason=reason.strip(), by=by
    )


def _check_seats(seats: Sequence[Seat]) -> None:
    functions = [seat.function for seat in seats]
    least = Parameter.objects.value("committee_size", moment.today())["least"]
    outcome = rules.committee_complete(
        functions.count(MemberFunction.PRESIDENT),
        sum(function in SCORING for function in functions),
        least,
    )
    if outcome.blocks:
        raise TransitionRefused(Refusal.RULE, outcome.sentence, [outcome])
    _require(functions.count(MemberFunction.SECRETARY) <= 1, _("A committee has one secretary."))
    people = [seat.user.pk for seat in seats]
    _require(len(set(people)) == len(people), _("Somebody is appointed twice."))
    codes = [seat.tax_code for seat in seats]
    _require(len(set(codes)) == len(codes), _("Two people cannot have the same tax code."))
    for seat in seats:
        _require(
            seat.user.has_perm(SCORE),
            _("{person} has no role that may sit in a committee.").format(person=seat.user),
        )


def _require(holds: bool, sentence: str, why: Refusal = Refusal.RULE) -> None:
    if not holds:
        raise TransitionRefused(why, sentence)
