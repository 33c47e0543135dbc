"""Scroll-down: money that came free, or came anew, goes down the approved list (RANK-13, RANK-14)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from evaluation.rules.ranking import allocate
from evaluation.rules.scheme import Application, LastPlace, Policy, RankingRefused, Scheme
from evaluation.rules.sharing import cents_of, euros_of, trimmed


class Standing(NamedTuple):
    """Where an application of the list stands today.

    `held` is what is granted or offered to it, in EUR. One that is not `open` gets no more: it was
    waived, revoked, refused by new checks, or settled at a lower final cost.
    """

    application: Application
    held: Decimal
    is_open: bool = True


class Raise(NamedTuple):
    """What scrolling gives an application: from what it holds to what it comes to, in EUR."""

    id: str
    before: Decimal
    after: Decimal
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Scrolled:
    """The raises in the order of the list, and what is left for nobody, in EUR."""

    raises: tuple[Raise, ...]
    left: Decimal


def scroll(scheme: Scheme, standings: Sequence[Standing]) -> Scrolled:
    """Give what the funds now allow, in the order of the list; nobody loses what they hold.

    `scheme` holds the endowment as it is today. The one in part is completed first, then the next
    follow: it is the allocation made anew without those who are gone. Raises `RankingRefused`
    where more is held than there is (CALL-08).
    """
    held = [cents_of(standing.held) for standing in standings]
    endowment = cents_of(scheme.endowment)
    if sum(held) > endowment:
        raise RankingRefused(
            "CALL-08",
            "I contributi concessi superano le risorse del bando: la dotazione non può scendere "
            "sotto quanto è già concesso.",
            concesso=euros_of(sum(held)),
            dotazione=scheme.endowment,
        )
    wanted = allocate(scheme, [_as_it_may_be_served(standing) for standing in standings])
    proportional = scheme.policy is Policy.PRO_RATA
    given = trimmed(
        wanted,
        held,
        endowment,
        last_place=LastPlace.PARTIAL if proportional else scheme.last_place,
    )
    raises = [
        Raise(
            standing.application.id,
            standing.held,
            euros_of(after),
            euros_of(after) == standing.application.asked,
        )
        for standing, before, after in zip(standings, held, given, strict=True)
        if after > before
    ]
    return Scrolled(tuple(raises), euros_of(endowment - sum(given)))


def _as_it_may_be_served(standing: Standing) -> Application:
    """Return the application asking for no more than may come to it; what it holds is not waited for."""
    application = standing.application
    if not standing.is_open:
        return application._replace(asked=standing.held, whole_only=False)
    return application._replace(whole_only=application.whole_only and not standing.held)
