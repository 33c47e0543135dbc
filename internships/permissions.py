"""Who may do what with offers of internships: as with every case that is examined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from internships.rules.start import Actor
from parties import moment
from parties.permissions import may_act_for
from parties.roles import Role
from workflows.examination.permissions import (
    account_of,
    is_applicant,
    is_clock_or_examiner,
    may_apply,
    may_decide,
    may_examine,
    may_propose,
    may_send,
)
from workflows.permissions import is_own_case

if TYPE_CHECKING:
    from parties.models import User

__all__ = [
    "account_of",
    "actors_of",
    "is_applicant",
    "is_clock_or_examiner",
    "may_apply",
    "may_ask_refund",
    "may_begin",
    "may_bring",
    "may_communicate",
    "may_confirm",
    "may_decide",
    "may_decide_on_internship",
    "may_end_agreement",
    "may_examine",
    "may_follow",
    "may_open",
    "may_prepare",
    "may_propose",
    "may_raise",
    "may_read_restricted",
    "may_see_condition",
    "may_select",
    "may_send",
    "may_stop",
    "parties_of",
]

EXAMINE = "internships.examine"
PROPOSE = "internships.propose"
DECIDE = "internships.decide"
SEE_CONDITION = "internships.see_condition"
RESTRICTED = "internships.view_restricted"

PERMISSIONS = {
    SEE_CONDITION: frozenset({Role.OFFICER, Role.PROCEDURE_OWNER}),
    EXAMINE: frozenset({Role.OFFICER, Role.PROCEDURE_OWNER}),
    PROPOSE: frozenset({Role.OFFICER, Role.PROCEDURE_OWNER}),
    DECIDE: frozenset({Role.DIRECTOR}),
    RESTRICTED: frozenset({Role.PROCEDURE_OWNER}),
}


def may_select(user: User) -> bool:
    """Whoever calls candidates to interviews and pairs them, or decides on it."""
    return user.has_perm(EXAMINE) or user.has_perm(DECIDE)


def may_raise(unit: Any, user: User) -> bool:
    """An officer or procedure owner who does not act for the host: writes down acts on its quota."""
    return user.has_perm(EXAMINE) and not _acts_for(user, unit.host)


def may_end_agreement(agreement: Any, user: User) -> bool:
    """An officer or procedure owner who acts for neither of the two who signed it."""
    ours = (agreement.host, agreement.promoter.party)
    return user.has_perm(EXAMINE) and not any(_acts_for(user, party) for party in ours)


def _acts_for(user: User, party: Any) -> bool:
    return may_act_for(getattr(user, "person", None), party, moment.today())


def actors_of(case: Any, user: User | None) -> frozenset[Actor]:
    """For which parties of an internship the person may act today (R-DOC-07)."""
    if user is None or not user.is_authenticated:
        return frozenset()
    person = getattr(user, "person", None)
    found = set()
    if person is not None and person.pk == case.trainee_id:
        found.add(Actor.TRAINEE)
    if is_applicant(case.offer, user):
        found.add(Actor.HOST)
    if case.promoter and may_act_for(person, case.promoter.party, moment.today()):
        found.add(Actor.PROMOTER)
    if person is not None:
        sides = {one.side for one in case.tutors.all() if _is_tutor(one, person)}
        found |= {Actor.HOST_TUTOR} if "host" in sides else set()
        found |= {Actor.PROMOTER} if "promoter" in sides else set()
    return frozenset(found)


def parties_of(case: Any, user: User | None) -> list[int]:
    """Return the parties to an internship whose letters the person reads: those they act for."""
    mine = actors_of(case, user)
    found = {
        Actor.TRAINEE: case.trainee_id,
        Actor.HOST: case.host.pk,
        Actor.PROMOTER: case.promoter.party_id if case.promoter else None,
    }
    return [pk for actor, pk in found.items() if actor in mine and pk is not None]


def _is_tutor(tutor: Any, person: Any) -> bool:
    return tutor.ended_on is None and tutor.tax_code == person.tax_code


def may_follow(case: Any, user: User | None) -> bool:
    """An officer or procedure owner who is none of the parties to the internship (ORG-08)."""
    return may_examine(case, user) and not actors_of(case, user)


def may_open(case: Any, user: User | None) -> bool:
    """The office; the intern, who has just accepted a proposal; the clock that closes a pairing."""
    return user is None or Actor.TRAINEE in actors_of(case, user) or may_follow(case, user)


def may_prepare(case: Any, user: User | None) -> bool:
    """The office, or the promoter, whose papers they are (R-PRO-07)."""
    return may_follow(case, user) or Actor.PROMOTER in actors_of(case, user)


def may_bring(case: Any, user: User | None) -> bool:
    """The office, or one of the parties."""
    return may_follow(case, user) or bool(actors_of(case, user))


def may_communicate(case: Any, user: User | None) -> bool:
    """The host, who sends the communication, the promoter, who keeps it, or the office (R-COB-01)."""
    return may_follow(case, user) or bool(actors_of(case, user) & {Actor.HOST, Actor.PROMOTER})


def may_ask_refund(case: Any, user: User | None) -> bool:
    """The host, who has paid the allowance, or the office that received its request (R-PUB-17)."""
    return may_follow(case, user) or Actor.HOST in actors_of(case, user)


def may_begin(case: Any, user: User | None) -> bool:
    """The clock, or whoever communicates the start."""
    return user is None or may_communicate(case, user)


def may_stop(case: Any, user: User | None) -> bool:
    """Whoever is a party may end it, giving the reason (R-DUR-17, R-DUR-18)."""
    return may_bring(case, user)


def may_decide_on_internship(case: Any, user: User | None) -> bool:
    """The director, or whoever stands in, none of them a party."""
    return may_decide(case, user) and not actors_of(case, user)


def may_see_condition(case: Any, user: User | None) -> bool:
    """Whoever prepares the internship in the office, and the intern: theirs are the data."""
    if user is None:
        return False
    return Actor.TRAINEE in actors_of(case, user) or (
        user.has_perm(SEE_CONDITION) and may_follow(case, user)
    )


def may_confirm(case: Any, user: User | None) -> bool:
    """Whoever acts for the host of the place that a candidate accepted, or an examiner in their name."""
    if user is None or case.placement is None:
        return False
    return is_applicant(case.placement, user) or may_examine(case, user)


def may_read_restricted(case: Any, user: User | None) -> bool:
    """Whoever applied, the officer in charge, and who has the right: nobody else reads of health."""
    if user is None:
        return False
    if case.opened_by_id == user.pk:
        return True
    in_charge = case.officer_id == user.pk and user.has_perm(EXAMINE)
    return (in_charge or user.has_perm(RESTRICTED)) and not is_own_case(case, user)
