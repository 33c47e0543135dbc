"""Letting somebody else act: given, accepted, ended; a draft handed over and back (DIG-15).

Each act on a case is a line of its history. What is done under a delegation stands there under the
name of whoever did it. The email that tells of it is queued in the same transaction.
"""

from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from parties import moment
from parties.models import Organisation, Party, Person, User
from parties.permissions import may_act_for
from workflows.engine import Refusal, TransitionRefused, amend
from workflows.examination.permissions import is_applicant
from workflows.models import Case, Delegation
from workflows.services import delegation_papers

End, Level = Delegation.End, Delegation.Level


@transaction.atomic
def give(
    *,
    by: User,
    email: str,
    level: str,
    valid_to: date,
    about: Case | Party,
    statement: str,
    paper: UploadedFile | None = None,
) -> Delegation:
    """Let the account with an address act for a case or a party until a day; they must accept.

    `paper` is the power of attorney, where there is one. Raises `TransitionRefused` where it is not
    the giver's to give, or given already, and `workflows.uploads.Refused` for a file that is none.
    """
    email, today = email.strip().lower(), moment.today()
    case = about.specific if isinstance(about, Case) else None
    if not may_give(about, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if email == by.email:
        raise TransitionRefused(Refusal.RULE, _("This is your own address: write another."))
    if valid_to < today:
        raise TransitionRefused(Refusal.RULE, _("The last day has passed: choose a later one."))
    target = {"case_id": case.pk} if case is not None else {"party_id": about.pk}
    past = Delegation.objects.filter(email=email, ended_at__isnull=True, valid_to__lt=today)
    past.filter(**target).update(
        ended_at=moment.now(), ended_by=by, end=End.REPLACED, holds_since=None
    )
    try:
        with transaction.atomic():
            given = Delegation.objects.create(
                email=email,
                level=level,
                valid_to=valid_to,
                given_by=by,
                statement=statement,
                **target,
            )
    except IntegrityError as error:
        sentence = _("{email} has a delegation for this already: revoke it first.")
        raise TransitionRefused(Refusal.RULE, sentence.format(email=email)) from error
    if paper is not None:
        delegation_papers.keep(paper, given)
    _write_down(given, "give_delegation", by, f"{email}: {given.get_level_display()}")
    _tell(given, "given")
    return given


@transaction.atomic
def accept(delegation: Delegation, *, by: User) -> Delegation:
    """Take a delegation up; with one to fill in a draft, the draft goes into their hands."""
    given = _waiting(delegation, by)
    if by.is_office:
        sentence = _("Whoever works in the office acts for nobody: use another account.")
        raise TransitionRefused(Refusal.RULE, sentence)
    given.accepted_by, given.accepted_at = by, moment.now()
    if given.level != Level.READ and _is_draft(given) and not _is_held(given):
        given.holds_since = given.accepted_at
    given.save()
    User.objects.filter(pk=by.pk).update(is_delegate=True)
    by.is_delegate = True
    _write_down(given, "accept_delegation", by)
    _tell(given, "accepted")
    return given


@transaction.atomic
def decline(delegation: Delegation, *, by: User) -> Delegation:
    """Refuse a delegation that waits for an answer."""
    given = _waiting(delegation, by)
    return _end(given, by, End.DECLINED)


@transaction.atomic
def revoke(delegation: Delegation, *, by: User) -> Delegation:
    """End a delegation that was given; a draft that was handed over comes back."""
    given = _locked(delegation)
    _ask_giver(given, by)
    return _end(given, by, End.REVOKED)


@transaction.atomic
def give_up(delegation: Delegation, *, by: User) -> Delegation:
    """End a delegation that one had accepted; a draft in hand goes back."""
    given = _locked(delegation)
    _ask_delegate(given, by)
    return _end(given, by, End.GIVEN_UP)


@transaction.atomic
def hand_over(delegation: Delegation, *, by: User, note: str = "") -> Delegation:
    """Put a draft into the hands of whoever was delegated to fill it in."""
    given = _locked(delegation)
    _ask_giver(given, by)
    if given.level == Level.READ or not _in_force(given) or not _is_draft(given):
        sentence = _("Only a draft can be handed over, to somebody who may fill it in.")
        raise TransitionRefused(Refusal.RULE, sentence)
    if _is_held(given):
        raise TransitionRefused(Refusal.STALE, _("The draft has been handed over already."))
    given.holds_since = moment.now()
    given.save()
    _write_down(given, "hand_draft_over", by, note)
    _tell(given, "handed_over", note)
    return given


@transaction.atomic
def hand_back(delegation: Delegation, *, by: User, note: str = "") -> Delegation:
    """Give a draft back to whoever handed it over, or let them take it back."""
    given = _locked(delegation)
    if given.holds_since is None:
        raise TransitionRefused(Refusal.STALE, _("The draft has been given back already."))
    is_theirs = given.accepted_by_id == by.pk
    if not is_theirs:
        _ask_giver(given, by)
    given.holds_since = None
    given.save()
    _write_down(given, "hand_draft_back" if is_theirs else "take_draft_back", by, note)
    _tell(given, "handed_back" if is_theirs else "taken_back", note)
    return given


def may_give(about: Case | Party, user: User) -> bool:
    """Tell whether somebody may let another act: for their own cases, or for whom they act."""
    if user.is_office:
        return False
    if isinstance(about, Case):
        return is_applicant(about, user)
    return may_act_for(Person.objects.filter(user=user).first(), about, moment.today())


def parties_to_give(user: User) -> list[Party]:
    """Return themselves and the organisations for which somebody may let another act, by name."""
    person = Person.objects.filter(user=user).first()
    if person is None or user.is_office:
        return []
    known = Organisation.objects.filter(representations__person=person).distinct().order_by("name")
    return [person, *(one for one in known if may_act_for(person, one, moment.today()))]


def is_giver(delegation: Delegation, user: User) -> bool:
    """Tell whether somebody may end what was given: whoever gave it, or acts for the same party."""
    about = delegation.case.specific if delegation.case else delegation.party
    return delegation.given_by_id == user.pk or (about is not None and may_give(about, user))


def _locked(delegation: Delegation) -> Delegation:
    # The case first, as everywhere; then what hangs on it.
    if delegation.case_id:
        Case.objects.select_for_update(of=("self",)).get(pk=delegation.case_id)
    found = Delegation.objects.select_for_update(of=("self",)).get(pk=delegation.pk)
    if found.ended_at is not None:
        raise TransitionRefused(Refusal.STALE, _("This delegation has ended already."))
    return found


def _waiting(delegation: Delegation, by: User) -> Delegation:
    given = _locked(delegation)
    if given.email != by.email:
        raise TransitionRefused(Refusal.RIGHT, _("This delegation is for somebody else."))
    if given.accepted_at is not None:
        raise TransitionRefused(Refusal.STALE, _("This delegation has been accepted already."))
    if given.valid_to < moment.today():
        raise TransitionRefused(Refusal.RULE, _("This delegation has run out."))
    return given


def _ask_giver(given: Delegation, by: User) -> None:
    if not is_giver(given, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))


def _ask_delegate(given: Delegation, by: User) -> None:
    if given.accepted_by_id != by.pk:
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))


def _end(given: Delegation, by: User, how: Delegation.End) -> Delegation:
    given.ended_at, given.ended_by, given.end, given.holds_since = moment.now(), by, how, None
    given.save()
    _write_down(given, f"{how}_delegation", by)
    _tell(given, str(how))
    return given


def _in_force(given: Delegation) -> bool:
    return given.state_on(moment.today()) == "in_force"


def _is_draft(given: Delegation) -> bool:
    return given.case is not None and given.case.submitted_at is None


def _is_held(given: Delegation) -> bool:
    """Tell whether the draft is in somebody's hands; what ran out no longer holds it."""
    others = Delegation.objects.filter(case=given.case_id, holds_since__isnull=False)
    others.filter(valid_to__lt=moment.today()).update(holds_since=None)
    return others.exists()


def _write_down(given: Delegation, name: str, by: User, reason: str = "") -> None:
    if given.case_id:
        amend(Case.objects.get(pk=given.case_id), name, by=by, reason=reason)


def _tell(given: Delegation, what: str, note: str = "") -> None:
    # By name: the task itself (`workflows.jobs`) calls back into this room.
    app.configure_task("workflows.tell_delegation").defer(
        delegation_id=given.pk, what=what, note=note, at=moment.now().isoformat()
    )
