"""Hosts of the demonstration: who they are, what they offer, and how their offers come into the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

from calls.models import Call
from coworking_registry.models import Space
from internships.content import HeldCertificate, Learnt, OfferContent, OfferFiling, UnitData
from internships.models import HostOffer
from internships.services import offers
from parties import moment
from parties.models import User
from portal.demo import accounts, awards, papers
from portal.demo.calendar import Calendar
from portal.demo.contents import read
from portal.demo.people import Inventor
from portal.demo.post import Post
from workflows.tasks import perform
from workflows.written.people import OrganisationData, PersonData

# Days after the filing on which the office goes on.
STEPS = (("start_examination", 3), ("propose_admission", 7), ("admit", 9))


@dataclass(frozen=True)
class Days:
    """When offers are filed, so many days ago, and from when to when interns may begin."""

    filed: int
    start_from: date
    start_to: date


@dataclass
class Hosts:
    """The hosts of a call, each act on its day, by the real services; `cases` by number of offer."""

    call: Call
    staff: dict[str, User]
    calendar: Calendar
    inventor: Inventor
    add: Callable[[datetime, Callable[[], object]], None]
    cases: dict[int, int] = field(default_factory=dict)

    def plan_offer(
        self,
        number: int,
        words: dict[str, Any],
        days: Days,
        account: accounts.DemoAccount | None = None,
        *,
        is_examined: bool = True,
    ) -> None:
        """Plan what becomes of an offer: filed, examined, in the public list."""
        person = person_of(self.inventor, self.calendar.day(days.filed), account)
        on = self.calendar.day(days.filed)
        firm = self.inventor.firm(person, words["ateco"], on, words.get("firm", ""))
        filed = self.calendar.instant(days.filed - number % 3, 17, 12 + number)
        self.add(filed, partial(self._file, number, words, person, firm, days))
        if not is_examined:
            return
        for hour, (act, after) in enumerate(STEPS, 9):
            at = self.calendar.instant(days.filed - after, hour, 10 + number, office=True)
            self.add(at, partial(self._act, number, act))

    def offer(self, number: int) -> HostOffer:
        """Return an offer as it now stands."""
        return HostOffer.objects.select_related("opened_by").get(pk=self.cases[number])

    def _file(
        self,
        number: int,
        words: dict[str, Any],
        person: PersonData,
        firm: OrganisationData,
        days: Days,
    ) -> None:
        user = accounts.create_applicant(
            person.email, person.first_name, person.last_name, moment.now() - timedelta(hours=2)
        )
        case = offers.open_draft(self.call, by=user)
        for wanted in self.call.version.documents.filter(code="host_identity"):
            awards.attach(case, papers.identity_of(person), wanted.code, user)
        filing = OfferFiling(
            person=person,
            organisation=firm,
            vat_number="",
            content=self._content(words, firm, days),
            declarations=tuple(
                one.code
                for one in self.call.version.declarations.all()
                if one.code.startswith("host")
            ),
        )
        key = UUID(int=self.call.pk * 1000 + number)
        case = offers.submit(case, by=user, filing=filing, submission_key=key)
        self.cases[number] = case.pk
        self._see_to_letters(number)

    def _content(self, words: dict[str, Any], firm: OrganisationData, days: Days) -> OfferContent:
        tutor = self.inventor.person(self.calendar.day(days.filed))
        said = dict(words["content"])
        space = Space.objects.get(name=words["space"]).pk if "space" in words else None
        valid_to = self.calendar.today + timedelta(days=900)
        given = {
            "host_tax_code": firm.tax_code,
            "unit": UnitData(
                firm.street, firm.street_number, firm.postcode, firm.municipality, firm.province
            ),
            "assessed_on": self.calendar.day(300),
            "competences": tuple(Learnt(*one) for one in said["competences"]),
            "certificates": tuple(
                HeldCertificate(*one, valid_to) for one in said.get("certificates", ())
            ),
            "start_from": days.start_from,
            "start_to": days.start_to,
            "allowance": Decimal(said["allowance"]),
            "space": space,
            "tutor_name": f"{tutor.first_name} {tutor.last_name}",
            "tutor_tax_code": tutor.tax_code,
            "tutor_email": tutor.email,
        }
        none: dict[str, Any] = dict.fromkeys(
            ("measures", "fixed_term", "running", "curricular", "hires", "layoffs", "dismissals"),
            (),
        )
        return OfferContent(**{**read("internships")["common"], **none, **said, **given})

    def _act(self, number: int, act: str) -> None:
        by = accounts.DIRECTOR if act == "admit" else accounts.SECOND_OFFICER
        perform(self.offer(number), act, by=self.staff[by.email])
        self._see_to_letters(number)

    def _see_to_letters(self, number: int) -> None:
        approver = self.staff[accounts.PROCEDURE_OWNER.email]
        writer = self.staff[accounts.SECOND_OFFICER.email]
        Post(self.cases[number], approver, writer).see_to("")


def person_of(
    inventor: Inventor, on: date, account: accounts.DemoAccount | None, oldest: int = 33
) -> PersonData:
    """Invent somebody; whoever has an account of the demonstration bears its name."""
    if account is None:
        return inventor.person(on, oldest=oldest)
    person = inventor.person(on, name=(account.first_name, account.last_name), oldest=oldest)
    return replace(person, email=account.email)
