"""A consultant of the demonstration: one delegation runs, one has ended, one waits for an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from parties import moment
from parties.models import Party, Person, User
from portal.demo import accounts
from portal.demo.calendar import Calendar
from workflows.models import Case, Delegation
from workflows.services import delegations

Level = Delegation.Level
STATEMENT = (
    "Incarico questa persona di agire al mio posto come qui indicato. Resto responsabile di ciò che "
    "è dichiarato, le lettere continuano ad arrivare al richiedente, e posso porre fine all'incarico "
    "in ogni momento."
)
LASTS = timedelta(days=365)


@dataclass
class Delegations:
    """Who lets the consultant act, since when, and until when."""

    calendar: Calendar
    add: Callable[[datetime, Callable[[], object]], None]

    def plan(self) -> None:
        """Plan the three of them on their days."""
        at = self.calendar.instant
        self.add(at(70, 9, 5), self._join)
        ended, running, waiting = (
            partial(self._of_case, accounts.OFFERED_A_PART),
            partial(self._of_party, accounts.ASKED_TO_INTEGRATE),
            partial(self._of_case, accounts.HALF_WRITTEN),
        )
        self.add(at(61, 19, 10), partial(self._give, ended, accounts.OFFERED_A_PART))
        self.add(at(60, 8, 40), partial(self._accept, accounts.OFFERED_A_PART))
        self.add(at(45, 21, 15), partial(self._revoke, accounts.OFFERED_A_PART))
        self.add(at(12, 18, 30), partial(self._give, running, accounts.ASKED_TO_INTEGRATE))
        self.add(at(11, 9, 20), partial(self._accept, accounts.ASKED_TO_INTEGRATE))
        self.add(at(2, 20, 5), partial(self._give, waiting, accounts.HALF_WRITTEN))

    def _join(self) -> None:
        account = accounts.CONSULTANT
        joined = moment.now() - timedelta(hours=1)
        accounts.create_applicant(account.email, account.first_name, account.last_name, joined)

    def _give(self, about: Callable[[], Case | Party], giver: accounts.DemoAccount) -> None:
        delegations.give(
            by=_user(giver),
            email=accounts.CONSULTANT.email,
            level=Level.FILL,
            valid_to=moment.today() + LASTS,
            about=about(),
            statement=STATEMENT,
        )

    def _accept(self, giver: accounts.DemoAccount) -> None:
        delegations.accept(_given_by(giver), by=_user(accounts.CONSULTANT))

    def _revoke(self, giver: accounts.DemoAccount) -> None:
        delegations.revoke(_given_by(giver), by=_user(giver))

    def _of_case(self, giver: accounts.DemoAccount) -> Case:
        return Case.objects.get(opened_by=_user(giver))

    def _of_party(self, giver: accounts.DemoAccount) -> Party:
        return Person.objects.get(user=_user(giver))


def _user(account: accounts.DemoAccount) -> User:
    return User.objects.get(email=account.email)


def _given_by(giver: accounts.DemoAccount) -> Delegation:
    return Delegation.objects.get(given_by__email=giver.email)
