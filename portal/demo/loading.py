"""Building the demonstration office in the order in which everything happened."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from random import Random
from uuid import UUID

from django.core.management.base import BaseCommand
from django.utils import timezone

from accounting.services import ledger
from calls.models import Call
from calls.services import DATA, clock, load_calls, load_parameters, publish
from coworking_registry.models import Space
from letters.models import BodyStyle
from parties import moment
from parties.models import Body, User
from portal.demo import (
    accounts,
    acts,
    contest,
    delegations,
    internships,
    questions,
    register,
    selection,
)
from portal.demo.applications import Application, Writer
from portal.demo.calendar import Calendar
from portal.demo.contents import read
from portal.demo.pace import in_one_piece
from portal.demo.people import Inventor, email_of
from portal.demo.post import REPLACED, Post
from portal.demo.spaces import create_spaces
from portal.demo.stories import Story, stories
from workflows import timers

SEED = 2026
STAFF_SINCE, PUBLISHED, OPENED, CLOSES_IN = 1200, 131, 122, 62
REFINANCED = 1
TRANCHE, LEAST_LEFT = Decimal(500), Decimal(250)  # EUR
SHARE_WITH_NOTE = 0.2
BREATH, POSTED = timedelta(minutes=25), timedelta(minutes=2)


@dataclass(order=True)
class Event:
    """Something that happened; `number` keeps the order of what happened at one instant."""

    at: datetime
    number: int
    happen: Callable[[], object] = field(compare=False)


class Demonstration:
    """The office of one demonstration, loaded on the day `today` by a management command.

    `told` is what becomes of its applications; otherwise the whole script of the demonstration.
    """

    def __init__(
        self, command: BaseCommand, today: date, told: Sequence[Story] | None = None
    ) -> None:
        self.command, self.calendar, self.rng = command, Calendar(today), Random(SEED)  # noqa: S311
        self.inventor = Inventor(self.rng)
        self.events: list[Event] = []
        self.stories = stories() if told is None else told
        self.has_contest = told is None

    @in_one_piece()
    def load(self) -> None:
        """Write everything, or nothing."""
        load_parameters()
        self.staff = accounts.create_staff(self.calendar.day(STAFF_SINCE))
        self.director = self.staff[accounts.DIRECTOR.email]
        spaces = create_spaces(self.calendar, self.inventor)
        call = self._load_calls()
        writer = Writer(self.rng, self.calendar, self.inventor, spaces, call.version)
        applications = [writer.write(story) for story in self.stories]
        first, rest = self._funds(call, applications, writer)
        call = self._publish(
            "COW-SPORT",
            opened=OPENED,
            act="Determinazione n. 41",
            closes=-CLOSES_IN,
            endowment=first,
        )
        for application in applications:
            self._plan(application, call)
        self._plan_refinancing(call, rest)
        if self.has_contest:
            self._plan_contest(spaces)
            planned = self._plan_internships()
            self._plan_register()
            self._plan_selection(planned)
        for event in sorted(self.events):
            self._let_terms_pass(event.at)
            with moment.going_back(event.at, by=self.command):
                event.happen()
        self._let_terms_pass(timezone.now())

    def _let_terms_pass(self, until: datetime) -> None:
        """Let terms bring about what fell due by then, each at its own instant, as the worker does."""
        while True:
            with moment.going_back(until, by=self.command):
                due = timers.next_due()
            if due is None:
                return
            with moment.going_back(due[1], by=self.command):
                timers.fire(due[0])

    def _load_calls(self) -> Call:
        owner, manager = (Body.objects.create(**row) for row in read("bodies"))
        BodyStyle.objects.create(body=manager, leaves_at_once=False)
        load_calls(json.loads((DATA / "calls.json").read_text()), owner=owner, manager=manager)
        self._publish("ELENCO", opened=STAFF_SINCE - 10, act="Determinazione n. 5")
        return Call.objects.select_related("version").get(code="COW-SPORT")

    def _publish(
        self,
        code: str,
        *,
        opened: int,
        act: str,
        closes: int | None = None,
        endowment: Decimal | None = None,
    ) -> Call:
        call = Call.objects.select_related("version").get(code=code)
        if endowment is not None:
            call.version.parameters["endowment"] = str(endowment)
            call.version.save()
        published = self.calendar.instant(opened + PUBLISHED - OPENED, 12, 0, office=True)
        opens_at = self.calendar.instant(opened, 10, 0, office=True)
        with moment.going_back(published, by=self.command):
            publish(
                call,
                by=self.staff[accounts.PROCEDURE_OWNER.email],
                opens_at=opens_at,
                closes_at=None if closes is None else self.calendar.instant(closes, 12, 0),
                procedure_owner=self.staff[accounts.PROCEDURE_OWNER.email],
                substitute=self.director,
                criteria_act=f"{act}/{published.year}",
                published_at=published,
            )
        with moment.going_back(opens_at, by=self.command):
            clock.settle(call)
        return call

    def _plan(self, application: Application, call: Call) -> None:
        story, number = application.story, len(self.events)
        hour, minute = self.rng.randint(9, 21), self.rng.randint(0, 59)
        filed = self.calendar.instant(story.filed, hour, minute)
        opened = filed - timedelta(minutes=self.rng.randint(50, 400))
        actors = acts.Actors(
            call=call,
            applicant=self._account(application, opened - BREATH),
            officer=self._officer(number),
            director=self.director,
            application=application,
            key=UUID(int=self.rng.getrandbits(128)),
        )
        self._add(opened, partial(acts.open_draft, actors))
        if story.is_draft:
            return
        self._add(filed, partial(acts.submit, actors))
        self._add(filed + POSTED, partial(self._post, actors, ""))
        for step in story.steps:
            hour, minute = step.hour or self.rng.randint(9, 16), self.rng.randint(0, 59)
            office = step.act not in acts.APPLICANTS
            at = self.calendar.instant(step.days_ago, hour, minute, office=office)
            filed = max(at, filed + 2 * BREATH)
            self._add(filed, partial(acts.do, actors, step))
            self._add(filed + BREATH, partial(self._post, actors, step.letter))
            if step.letter == REPLACED:
                day = self.calendar.instant(step.days_ago - 3, 11, 20, office=True)
                self._add(day, partial(self._write_again, actors))
        if story.steps and self.rng.random() < SHARE_WITH_NOTE:
            text = self.rng.choice(read("words")["notes"])
            self._add(filed + BREATH, partial(acts.write_note, actors, text))

    def _plan_contest(self, spaces: dict[str, Space]) -> None:
        """Let a second call go by ranking, with a committee that has begun to score."""
        call = self._publish(
            contest.CODE,
            opened=contest.OPENED,
            act="Determinazione n. 58",
            closes=contest.CLOSED,
            endowment=contest.ENDOWMENT,
        )
        writer = Writer(self.rng, self.calendar, self.inventor, spaces, call.version)
        for story in contest.stories():
            self._plan(writer.write(story), call)
        contest.Evaluation(call, self.staff, self.calendar, self._add).plan()

    def _plan_internships(self) -> internships.Internships:
        """Let three internships of a call that has closed run, wait and end."""
        call = self._publish(
            internships.CODE,
            opened=internships.OPENED,
            act="Determinazione n. 36",
            closes=internships.CLOSED,
        )
        planned = internships.Internships(call, self.staff, self.calendar, self.inventor, self._add)
        planned.plan()
        return planned

    def _plan_selection(self, planned: internships.Internships) -> None:
        """Let candidates answer that call, and one on the other track that is open."""
        chosen = selection.Selection(self.staff, self.calendar, self.inventor, self._add)
        chosen.plan_closed(planned)
        chosen.plan_open(
            self._publish(
                selection.OPEN_CODE,
                opened=selection.OPENED,
                act="Determinazione n. 63",
                closes=-selection.CLOSES_IN,
            )
        )

    def _plan_register(self) -> None:
        """Let spaces come to the register, stay and leave, and people ask about the call and help others."""
        shared = (self.staff, self.calendar, self.inventor, self._add)
        register.Register(Call.objects.get(code=register.CODE), *shared).plan()
        questions.Questions(Call.objects.get(code="COW-SPORT"), *shared).plan()
        delegations.Delegations(self.calendar, self._add).plan()

    def _funds(
        self, call: Call, applications: list[Application], writer: Writer
    ) -> tuple[Decimal, Decimal]:
        """Part the money so that the first funds end within the last contribution they reach."""
        granted = sum(
            (
                application.amount(writer.parameters)
                for application in applications
                if application.story.is_granted
            ),
            Decimal(0),
        )
        first = ((granted + LEAST_LEFT) // TRANCHE + 1) * TRANCHE
        return first, Decimal(call.version.parameters["endowment"]) - first

    def _post(self, actors: acts.Actors, fate: str) -> None:
        self._post_of(actors).see_to(fate)

    def _write_again(self, actors: acts.Actors) -> None:
        self._post_of(actors).write_again()

    def _post_of(self, actors: acts.Actors) -> Post:
        return Post(actors.case_id, self.staff[accounts.PROCEDURE_OWNER.email], actors.officer)

    def _plan_refinancing(self, call: Call, amount: Decimal) -> None:
        words = "Integrazione della dotazione"
        endow = partial(ledger.endow, call, amount, by=self.director, description=words)
        self._add(self.calendar.instant(REFINANCED, 8, 30), endow)

    def _account(self, application: Application, joined: datetime) -> User:
        person, story = application.filing.person, application.story
        email = (
            story.account.email if story.account else email_of(person.first_name, person.last_name)
        )
        return accounts.create_applicant(email, person.first_name, person.last_name, joined)

    def _officer(self, number: int) -> User:
        officers = (accounts.FIRST_OFFICER, accounts.SECOND_OFFICER)
        return self.staff[officers[number % len(officers)].email]

    def _add(self, at: datetime, happen: Callable[[], object]) -> None:
        self.events.append(Event(at, len(self.events), happen))
