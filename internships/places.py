"""Whether offer and unit have a place for an internship (R-NUM)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from internships.parameters import limits_on
from internships.quota import room_for, taken_of
from internships.rules import counting, quota
from internships.rules.recipients import Category
from workflows.rules import Verdict

if TYPE_CHECKING:
    from internships.models import Condition, Internship
    from internships.quota import Room
    from workflows.rules import Outcome


def place_outcomes(case: Internship) -> list[Outcome]:
    """Whether offer and unit have a place for it (R-NUM)."""
    offer = case.offer
    room = room_for(case, limits_on(case.start), case.end)
    return [
        quota.offer_has_place(taken_of(offer, case.pk), offer.admitted_places or 0),
        place_in(case, room),
        *room.told,
    ]


def place_in(case: Internship, room: Room) -> Outcome:
    """Whether the unit has a place for an intern; whoever the ruleset leaves out needs none (R-NUM-09).

    Nothing tells that somebody is left out: it would tell of their condition.
    """
    place = quota.place_free(room.present, room.base, room.premium)
    condition, left_out = condition_of(case), limits_on(case.start).quota.left_out
    if condition is None or counting.counts_in_quota(Category(condition.category), left_out):
        return place
    sentence = "La quota dell'unità operativa è rispettata."
    return replace(place, verdict=Verdict.MET, sentence=sentence, inputs={})


def condition_of(case: Internship) -> Condition | None:
    """Return the intern's condition, for the rules alone."""
    return getattr(case, "condition", None)
