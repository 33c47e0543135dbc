"""Spaces on their way into the register, in it and out of it, each act on its day, by the real services."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from calls.models import Call
from coworking_registry import dependants
from coworking_registry.content import ListedPrice, SpaceContent, SpaceFiling
from coworking_registry.models import SpaceApplication
from coworking_registry.requirements import requirements_of
from coworking_registry.rules.entries import notices
from coworking_registry.rules.sheets import Stretch
from coworking_registry.rules.visits import CHECKS, Finding
from coworking_registry.services import applications, clock, interests
from coworking_registry.stored import content_of
from parties import moment
from parties.models import User
from portal.demo import accounts, papers
from portal.demo.calendar import Calendar
from portal.demo.contents import read
from portal.demo.people import Inventor
from portal.demo.post import Post
from workflows.services import documents
from workflows.services.integrations import Asked
from workflows.tasks import perform

CODE = "ELENCO"
WEEK = tuple(Stretch(day, time(8, 30), time(18, 30)) for day in range(5))


@dataclass(frozen=True)
class Told:
    """What becomes of a space: filed so many days ago, entered or not, and one thing that happened later."""

    name: str
    filed: int
    # How many of the steps to an entry were made: see `STEPS`.
    steps: int = 0
    later: str = ""
    at: int = 0


# Days after the filing on which the office goes on: taken in charge, visit announced, visit, proposal, entry.
STEPS = (3, 6, 14, 17, 21)
TAKEN, PLANNED, VISITED, PROPOSED, ENTERED = 1, 2, 3, 4, 5
STORIES = (
    Told("Casa del Po", 710, ENTERED, "ask_renewal", 12),
    Told("Officine Serali", 800, ENTERED, "expire"),
    Told("Sala Macchine", 320, ENTERED, "suspend", 21),
    Told("Portico Uno", 280, ENTERED, "start_removal", 9),
    Told("Cantiere Mincio", 210, ENTERED, "report_change", 5),
    Told("Laboratorio Sud", 400, ENTERED, "cancel", 30),
    Told("Torre dei Mestieri", 22, PROPOSED),
    Told("Stazione Lavoro", 9, PLANNED),
    Told("Filanda Nuova", 8, TAKEN, "request_integration", 4),
    Told("Bottega Digitale", 2),
)
# Who manages it has an account to sign in with.
MANAGED = "Casa del Po"


@dataclass
class Register:
    """The notice of the register, and those who answered it."""

    call: Call
    staff: dict[str, User]
    calendar: Calendar
    inventor: Inventor
    add: Callable[[datetime, Callable[[], object]], None]
    cases: dict[str, int] = field(default_factory=dict)

    def plan(self) -> None:
        """Plan every act."""
        for told in STORIES:
            self._plan(told)
        for number, said in enumerate(read("register")["interests"]):
            self._plan_interest(number, said)

    def _plan(self, told: Told) -> None:
        at = partial(self.calendar.instant, office=True)
        self.add(self.calendar.instant(told.filed, 9, 5), partial(self._file, told))
        acts = (self._take, self._announce, self._visit, self._propose, self._enter)
        for days, act in zip(STEPS[: told.steps], acts, strict=False):
            self.add(at(told.filed - days, 10, 40), partial(act, told.name))
        if told.steps == ENTERED:
            self._plan_notices(told.filed - STEPS[-1])
        later = {
            "ask_renewal": self._ask_renewal,
            "suspend": self._suspend,
            "start_removal": self._start_removal,
            "report_change": self._report_change,
            "cancel": self._cancel,
            "request_integration": self._ask,
        }.get(told.later)
        if later is not None:
            self.add(at(told.at, 11, 30), partial(later, told.name))

    def _plan_notices(self, entered: int) -> None:
        """Let the notices to renew, and the end, come on their days as the worker brings them."""
        asked = requirements_of(self.call.current_version)
        months = asked.validity_months
        length = round(months * 365.25 / 12)
        for before in (*notices(asked), -2):
            if entered - length + before > 0:
                self.add(self.calendar.instant(entered - length + before, 6, 25), clock.move_due)

    # What managers do

    def _file(self, told: Told) -> None:
        account = accounts.MANAGER if told.name == MANAGED else None
        on = moment.today()
        person = self.inventor.person(
            on, name=(account.first_name, account.last_name) if account else None
        )
        person = replace(person, email=account.email) if account else person
        user = accounts.create_applicant(
            person.email, person.first_name, person.last_name, moment.now() - timedelta(hours=3)
        )
        case = applications.open_draft(self.call, by=user)
        said = self._content(told.name)
        for wanted in self.call.current_version.documents.filter(is_required=True):
            documents.attach(
                case,
                _paper(wanted.code, said),
                by=user,
                requirement=wanted.code,
                accepted=frozenset(wanted.accepted),
                max_bytes=wanted.max_bytes,
            )
        firm = self.inventor.firm(person, "68.20.01", on, f"Gestione {told.name}")
        case = applications.submit(
            case,
            by=user,
            filing=SpaceFiling(
                applicant_kind="enterprise",
                person=person,
                organisation=firm,
                content=said,
                declarations=tuple(
                    one.code for one in self.call.current_version.declarations.all()
                ),
            ),
            submission_key=UUID(int=len(self.cases) + 7001),
        )
        self.cases[told.name] = case.pk
        self._see_to_letters(told.name)

    def _content(self, name: str) -> SpaceContent:
        said = read("register")["common"] | read("register")["spaces"][name]
        desks, slug = said["desks"], name.lower().replace(" ", "-")
        return SpaceContent(
            **said
            | {
                "name": name,
                "latitude": Decimal(said["latitude"]),
                "longitude": Decimal(said["longitude"]),
                "connections": tuple(said["connections"]),
                "services": tuple(said["services"]),
            },
            tenure_until=moment.today() + timedelta(days=2200),
            open_space=desks - 4,
            reserved=4,
            offices=0,
            workshop=0,
            accessible_desks=2,
            in_statute=True,
            is_always_open=False,
            insured_until=moment.today() + timedelta(days=300),
            is_fit=True,
            is_fire_safe=True,
            has_risk_assessment=True,
            email=f"{slug}@example.org",
            website=f"https://{slug}.example.org/",
            hours=WEEK,
            prices=tuple(
                ListedPrice(kind, description, unit, Decimal(price), Decimal(vat_rate))
                for kind, description, unit, price, vat_rate in read("prices")["town"]
                if Decimal(price) > 0
            ),
        )

    def _ask_renewal(self, name: str) -> None:
        self._do(name, "ask_renewal", self._manager_of(name))

    def _report_change(self, name: str) -> None:
        said = content_of(self._case(name))
        wider = replace(said, desks=said.desks + 6, open_space=said.open_space + 6)
        words = read("register")["words"]["change"]
        self._do(name, "report_change", self._manager_of(name), said=wider, note=words)

    # What the office does

    def _take(self, name: str) -> None:
        self._do(name, "start_examination", self._officer)

    def _announce(self, name: str) -> None:
        filed = next(told.filed for told in STORIES if told.name == name)
        at = self.calendar.instant(filed - STEPS[VISITED - 1], 9, 30, office=True)
        officials = read("register")["words"]["officials"]
        self._do(name, "plan_inspection", self._officer, starts_at=at, officials=officials)

    def _visit(self, name: str) -> None:
        words = read("register")["words"]
        self._do(
            name,
            "report_inspection",
            self._officer,
            findings=[Finding(code, "met") for code, _words in CHECKS],
            present=words["present"],
            conclusion=words["conclusion"],
        )

    def _propose(self, name: str) -> None:
        self._do(name, "propose_admission", self._officer)

    def _enter(self, name: str) -> None:
        self._do(name, "enter", self._director)

    def _ask(self, name: str) -> None:
        words = read("register")["words"]
        asked = Asked("document", "space_plan", "Planimetria", words["asked"])
        self._do(name, "request_integration", self._officer, items=[asked], reason=words["reason"])

    def _suspend(self, name: str) -> None:
        words = read("register")["words"]["suspended"]
        until = moment.today() + timedelta(days=60)
        self._do(name, "suspend", self._director, reason=words, until=until, **self._seen(name))

    def _start_removal(self, name: str) -> None:
        self._do(
            name, "start_removal", self._director, grounds=[read("register")["words"]["removal"]]
        )

    def _cancel(self, name: str) -> None:
        words = read("register")["words"]["cancelled"]
        asked_on = moment.today() - timedelta(days=6)
        mark = f"0000217/{asked_on.year}"
        seen = self._seen(name)
        self._do(name, "cancel", self._director, asked_on=asked_on, mark=mark, reason=words, **seen)

    def _seen(self, name: str) -> dict[str, Any]:
        """Return what the page of consequences gives along."""
        space, today = self._case(name).space, moment.today()
        found = dependants.dependants_of(space, today, None) if space else []
        return {"seen": dependants.digest_of(found), "grants_until": today}

    # Expressions of interest

    def _plan_interest(self, number: int, said: dict[str, Any]) -> None:
        at = partial(self.calendar.instant, office=True)
        self.add(self.calendar.instant(said["ago"], 8, 30), partial(self._wish, number, said))
        for name, act in (("noted", self._note), ("followed", self._follow)):
            if said[name] is not None:
                self.add(at(said[name], 12, 10), partial(act, number))

    def _wish(self, number: int, said: dict[str, Any]) -> None:
        person = self.inventor.person(moment.today())
        user = accounts.create_applicant(
            person.email, person.first_name, person.last_name, moment.now() - timedelta(hours=1)
        )
        told = {name: said[name] for name in said if name not in {"ago", "noted", "followed"}}
        told["investment"] = Decimal(said["investment"]) if said["investment"] else None
        self.cases[f"interest {number}"] = interests.send_interest(by=user, said=told).pk

    def _note(self, number: int) -> None:
        interests.take_note(self._interest(number), by=self._officer)

    def _follow(self, number: int) -> None:
        interests.follow_interest(self._interest(number), by=self._officer)

    def _interest(self, number: int) -> Any:
        return interests.SpaceInterest.objects.get(pk=self.cases[f"interest {number}"])

    # Who and what

    def _do(self, name: str, act: str, by: User, **inputs: Any) -> None:
        perform(self._case(name), act, by=by, **inputs)
        self._see_to_letters(name)

    def _case(self, name: str) -> SpaceApplication:
        return SpaceApplication.objects.select_related("space", "opened_by").get(
            pk=self.cases[name]
        )

    def _manager_of(self, name: str) -> User:
        return self._case(name).opened_by

    @property
    def _officer(self) -> User:
        return self.staff[accounts.FIRST_OFFICER.email]

    @property
    def _director(self) -> User:
        return self.staff[accounts.DIRECTOR.email]

    def _see_to_letters(self, name: str) -> None:
        approver = self.staff[accounts.PROCEDURE_OWNER.email]
        Post(self.cases[name], approver, self._officer).see_to("")


def _paper(code: str, said: SpaceContent) -> SimpleUploadedFile:
    """Return what stands for one of the papers of a space."""
    if code == "space_photos":
        return _picture(said.name)
    titles = {
        "space_tenure": "Contratto di locazione",
        "space_plan": "Planimetria dei locali",
        "space_rules": "Regolamento d'uso",
    }
    place = f"{said.street} {said.street_number}, {said.postcode} {said.municipality}"
    lines = [said.name, place, f"Postazioni: {said.desks}, di cui accessibili 2"]
    return papers.of_space(f"{code}.pdf", titles.get(code, "Documento"), lines)


def _picture(name: str) -> SimpleUploadedFile:
    """Draw a room with windows and desks, in colours that follow from the name."""
    hue = sum(name.encode()) % 360
    image = Image.new("RGB", (960, 640), f"hsl({hue}, 30%, 92%)")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 430, 960, 640), fill=f"hsl({(hue + 25) % 360}, 25%, 72%)")
    for left in range(80, 900, 220):
        draw.rectangle(
            (left, 90, left + 140, 300), fill="hsl(205, 55%, 86%)", outline="white", width=8
        )
        draw.line((left + 70, 90, left + 70, 300), fill="white", width=6)
    for left in range(60, 900, 300):
        draw.rectangle((left, 440, left + 240, 462), fill=f"hsl({hue}, 35%, 38%)")
        for leg in (left + 14, left + 210):
            draw.rectangle((leg, 462, leg + 14, 580), fill=f"hsl({hue}, 35%, 30%)")
        draw.rectangle((left + 80, 380, left + 160, 436), fill="hsl(210, 20%, 25%)")
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    return SimpleUploadedFile("sala.jpg", out.getvalue(), content_type="image/jpeg")
