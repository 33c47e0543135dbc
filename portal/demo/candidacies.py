"""Candidates of the demonstration: on a call that is open, and on one that has its ranking and its places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from calls.models import Call
from internships.candidate_content import CandidacyContent, CandidacyFiling, ToldExperience
from internships.models import Candidacy
from internships.services import candidates
from parties import moment
from parties.models import User
from portal.demo import accounts, awards, papers
from portal.demo.calendar import Calendar
from portal.demo.contents import read
from portal.demo.hosting import Hosts, person_of
from portal.demo.people import Inventor
from portal.demo.post import Post
from portal.demo.stories import Step
from workflows.services.drafts import save_fields
from workflows.services.integrations import Asked
from workflows.tasks import perform
from workflows.written.people import PersonData

OLDEST = 27
AVAILABLE_IN = timedelta(days=20)
BREATH = timedelta(minutes=30)
CANDIDATES_OWN = {"accept_placement", "decline_placement"}
DIRECTORS = {"refuse"}


@dataclass(frozen=True)
class Told:
    """A candidacy: filed so many days ago, for which offers, what happened then; `points` of the panel."""

    filed: int
    offers: tuple[int, ...]
    steps: tuple[Step, ...] = ()
    points: int = 0
    is_draft: bool = False
    account: accounts.DemoAccount | None = None


def admitted(taken: int, *then: Step) -> tuple[Step, ...]:
    """Taken in charge so many days ago, admitted two days later; the rest follows."""
    return (Step(taken, "start_examination"), Step(taken - 2, "admit_candidate"), *then)


@dataclass
class Candidacies:
    """The candidates of a call, each act on its day, by the real services; `cases` by their place."""

    call: Call
    hosts: Hosts
    staff: dict[str, User]
    calendar: Calendar
    inventor: Inventor
    add: Callable[[datetime, Callable[[], object]], None]
    cases: list[int] = field(default_factory=list)

    def plan(self, told: tuple[Told, ...]) -> None:
        """Plan every candidacy, in the order of filing."""
        self.cases = [0] * len(told)
        for number, one in enumerate(told):
            self._plan(number, one)

    def _plan(self, number: int, told: Told) -> None:
        person = person_of(self.inventor, self.calendar.day(told.filed), told.account, OLDEST)
        at = self.calendar.instant(told.filed, 18, 2 * number)
        self.add(at, partial(self._write if told.is_draft else self._file, number, told, person))
        for place, step in enumerate(told.steps):
            office = step.act not in CANDIDATES_OWN
            hour = step.hour or 9 + place
            at = self.calendar.instant(step.days_ago, hour, 2 * number, office=office)
            self.add(at, partial(self._do, number, step))

    def add_free_time(self, days_ago: int, hour: int) -> None:
        """Add a time for interviews to which nobody is called yet."""
        self._slot(self.calendar.instant(days_ago, hour, 0, office=True))

    def case(self, number: int) -> Candidacy:
        """Return a candidacy as it now stands."""
        found = Candidacy.objects.select_related("opened_by", "call", "call_version")
        return found.get(pk=self.cases[number])

    def see_to_letters(self) -> None:
        """Let the letters to all of them leave and arrive."""
        for case in self.cases:
            self._post(case)

    # The candidate

    def _account(self, person: PersonData) -> User:
        joined = moment.now() - 2 * BREATH
        return accounts.create_applicant(person.email, person.first_name, person.last_name, joined)

    def _write(self, number: int, told: Told, person: PersonData) -> None:
        case = candidates.open_draft(self.call, by=self._account(person))
        typed = {"motivation": read("candidacies")["motivations"][0]}
        typed |= {"first_name": person.first_name, "last_name": person.last_name}
        save_fields(case, typed, {})
        self.cases[number] = case.pk

    def _file(self, number: int, told: Told, person: PersonData) -> None:
        user = self._account(person)
        case = candidates.open_draft(self.call, by=user)
        awards.attach(case, papers.identity_of(person), "candidate_identity", user)
        awards.attach(case, papers.curriculum_of(person), "candidate_cv", user)
        filing = CandidacyFiling(
            person=person,
            content=self._content(number, told),
            declarations=tuple(
                one.code
                for one in self.call.version.declarations.all()
                if one.code.startswith("candidate")
            ),
        )
        key = UUID(int=self.call.pk * 100_000 + number)
        case = candidates.submit(case, by=user, filing=filing, submission_key=key)
        self.cases[number] = case.pk
        self._post(case.pk)

    def _content(self, number: int, told: Told) -> CandidacyContent:
        words, today = read("candidacies"), moment.today()
        studies = words["studies"][number % len(words["studies"])]
        course = ToldExperience(
            **words["experience"],
            first_day=today - timedelta(days=400),
            last_day=today - timedelta(days=370),
        )
        return CandidacyContent(
            **words["candidate"],
            **studies,
            evidence_number=f"DID-{today.year}-{4100 + number}",
            evidence_on=today - timedelta(days=30 + number),
            support_until=None,
            permit_until=None,
            graduated_on=today - timedelta(days=900 + 40 * number),
            motivation=words["motivations"][number % len(words["motivations"])],
            available_from=self.calendar.today + AVAILABLE_IN,
            preferences=tuple(self.hosts.cases[one] for one in told.offers),
            experiences=(course,) if number % 2 else (),
        )

    # What is done

    def _do(self, number: int, step: Step) -> None:
        case, words = self.case(number), read("candidacies")
        if step.act == "ask_another_time":
            reason = words["change_asked"]
            candidates.ask_another_time(case, by=case.opened_by, reason=reason)
            return
        case = perform(case, step.act, by=self._who(case, step), **self._inputs(case, step, words))
        self._post(case.pk)
        if step.act == "accept_placement":
            # The host is asked to confirm by a letter about its offer.
            self._post(case.placement_id)

    def _who(self, case: Candidacy, step: Step) -> User:
        if step.act in CANDIDATES_OWN:
            return case.opened_by
        account = accounts.DIRECTOR if step.act in DIRECTORS else accounts.FIRST_OFFICER
        return self.staff[account.email]

    def _inputs(self, case: Candidacy, step: Step, words: dict[str, Any]) -> dict[str, Any]:
        if step.act == "invite":
            day, hour, minute = (int(one) for one in step.detail.split())
            at = self.calendar.instant(day, hour, minute, office=True)
            return {"slot": self._slot(at)}
        if step.act == "request_integration":
            asked = Asked("document", "candidate_cv", "Curriculum", words["asked"])
            return {"items": [asked], "reason": words["asked_reason"]}
        if step.act == "give_refusal_notice":
            return {"grounds": [("R-REC-08", words["ground"])]}
        if step.act == "propose_refusal":
            return {"answers": {one.pk: words["ground_answer"] for one in case.grounds}}
        if step.act == "hold_interview":
            return {"declared": True}
        reasons = {"note_absence": "absent", "decline_placement": "declined"}
        return {"reason": words[reasons[step.act]]} if step.act in reasons else {}

    def _slot(self, at: datetime) -> int:
        words = read("candidacies")
        officer, asks = (
            self.staff[accounts.FIRST_OFFICER.email],
            self.staff[accounts.EVALUATOR.email],
        )
        tutor = self.hosts.offer(min(self.hosts.cases)).tutor_name
        online = at.hour >= 15  # noqa: PLR2004 (afternoons are held from afar)
        slot = candidates.add_slot(
            self.call,
            by=officer,
            starts_at=at,
            minutes=30,
            place="" if online else words["panel"],
            link=words["online"] if online else "",
            for_host=tutor,
            for_programme=f"{asks.first_name} {asks.last_name}",
        )
        return slot.pk

    def _post(self, case: int) -> None:
        approver = self.staff[accounts.PROCEDURE_OWNER.email]
        Post(case, approver, self.staff[accounts.FIRST_OFFICER.email]).see_to("")
