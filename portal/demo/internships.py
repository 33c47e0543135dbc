"""Three internships of the demonstration: one runs, one waits for signatures, one ended in a hire."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from accounting.services import ledger
from calls.models import Call
from internships import register
from internships.models import Deed, Internship, Month, Promoter, PromoterKind
from internships.readiness import wanted_covers
from internships.rules.start import Actor
from internships.services.placements import open_internship
from internships.services.placements.opening import Opening
from internships.services.placements.preparing import ConventionData, PlanData, TutorData
from internships.services.placements.signing import sign_with_file
from internships.services.placements.starting import (
    Codes,
    CoverData,
    SafetyData,
    note_cover,
    note_safety,
)
from internships.services.register import DayData, check, close, hand_in, validate, write_day
from internships.services.register.allowances import PaymentData, note_payment
from parties import moment
from parties.models import Organisation, User
from parties.services import record_person
from portal.demo import accounts, papers
from portal.demo.calendar import Calendar
from portal.demo.contents import read
from portal.demo.hosting import Days, Hosts, person_of
from portal.demo.people import Inventor
from portal.demo.post import Post
from workflows.tasks import perform
from workflows.written.people import PersonData

CODE, OPENED, CLOSED = "TIR-GREEN", 150, 118
ENDOWMENT = Decimal("15000.00")
FILED, BEGIN_FROM, BEGIN_WITHIN = 140, 100, 60
PREPARED, SIGNED = 26, 19  # Days before the first one.
FULL_DAY = ((time(8, 30), time(12, 30)), (time(13, 30), time(16, 42)))  # 7 hours, 12 minutes
WEEK = (432, 432, 432, 432, 432, 0, 0)
BREATH = timedelta(minutes=5)


@dataclass(frozen=True)
class Told:
    """What becomes of an internship: first day, so many days ago; days written; hired so many days ago."""

    host: int
    began: int
    is_signed: bool = True
    written: int = 0
    hired: int | None = None


RUNNING = 1  # Whose host and intern have an account to sign in with.
STORIES = (
    Told(0, 76, written=31, hired=44),
    Told(1, 47, written=42),
    Told(1, -12, is_signed=False),
)


@dataclass
class Internships:
    """The internships of a call that has closed, each act on its day, by the real services."""

    call: Call
    staff: dict[str, User]
    calendar: Calendar
    inventor: Inventor
    add: Callable[[datetime, Callable[[], object]], None]
    cases: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        shared = (self.staff, self.calendar, self.inventor, self.add)
        self.hosts = Hosts(self.call, *shared)

    def plan(self) -> None:
        """Plan every act of offers and internships."""
        words = "Risorse per i rimborsi agli ospitanti"
        endow = partial(
            ledger.endow, self.call, ENDOWMENT, by=self._director(None), description=words
        )
        self.add(self.calendar.instant(OPENED, 11, 0, office=True), endow)
        self.promoter_tutor = self.inventor.person(self.calendar.day(FILED))
        substitute = self.inventor.person(self.calendar.day(FILED))
        self.substitute = f"{substitute.first_name} {substitute.last_name}"
        for number, words in enumerate(read("internships")["offers"]):
            account = accounts.HOST if number == RUNNING else None
            self.hosts.plan_offer(number, words, self.days, account)
        for place, told in enumerate(STORIES):
            self._plan_internship(place, told)

    @property
    def days(self) -> Days:
        """When offers of the call are filed, and when interns may begin."""
        last = self.calendar.today + timedelta(days=BEGIN_WITHIN)
        return Days(FILED, self.calendar.day(BEGIN_FROM), last)

    def _plan_internship(self, place: int, told: Told) -> None:
        start = self.calendar.working_day(told.began)
        ago = (self.calendar.today - start).days
        account = accounts.INTERN if place == RUNNING else None
        person = person_of(self.inventor, self.calendar.day(PREPARED), account)
        at, minute = partial(self.calendar.instant, office=True), 10 + place
        self.add(at(ago + PREPARED, 10, minute), partial(self._open, place, told, person, start))
        if not told.is_signed:
            # Its plan waits: host and tutor have signed, the intern has not.
            self.add(at(4, 11, minute), partial(self._sign, place, 2))
            return
        self.add(at(ago + SIGNED, 11, minute), partial(self._sign, place, None))
        self.add(at(ago + SIGNED, 12, minute), partial(self._prepare, place))
        began = self.calendar.instant(ago, 8, minute)
        self.add(began, partial(self._act, place, "begin", self._host_of))
        for day in range(told.written):
            on = start + timedelta(days=day)
            at_evening = self.calendar.instant((self.calendar.today - on).days, 18, minute)
            self.add(at_evening, partial(self._write, place, on))
        month_over = ago - 31
        self.add(at(month_over - 4, 9, minute), partial(self._close_month, place))
        self.add(at(month_over - 6, 10, minute), partial(self._pay, place))
        if told.hired is not None:
            self.add(self.calendar.instant(told.hired, 17, minute), partial(self._hire, place))

    def _open(self, place: int, told: Told, person: PersonData, start: date) -> None:
        user = accounts.create_applicant(
            person.email, person.first_name, person.last_name, moment.now() - timedelta(hours=3)
        )
        trainee = record_person(user, **asdict(person))
        offer = self.hosts.offer(told.host)
        opening = Opening(start=start, evidence="DID n. 4471", evidence_on=moment.today())
        case = open_internship(offer, trainee, by=self._officer(place), opening=opening)
        self.cases[place] = case.pk
        tutor = self.promoter_tutor
        name = f"{tutor.first_name} {tutor.last_name}"
        data = ConventionData(
            self._promoter(),
            TutorData(name, tutor.tax_code, tutor.email),
            jointly_declared=True,
        )
        perform(case, "send_convention", by=self._officer(place), data=data)
        self._sign(place, None)
        perform(self._case(place), "send_plan", by=self._officer(place), data=self._plan_of(place))
        self._see_to_letters(case.pk)

    def _plan_of(self, place: int) -> PlanData:
        case, words = self._case(place), read("internships")
        offer = case.offer
        tutor = TutorData(
            offer.tutor_name,
            offer.tutor_tax_code,
            offer.tutor_email,
            offer.tutor_role,
            offer.tutor_years,
            offer.tutor_skills,
            self.substitute,
        )
        return PlanData(
            start=case.start,
            months=offer.months,
            week=WEEK,
            objectives=words["objectives"],
            methods=words["methods"],
            activities=[(text, minutes, green) for text, minutes, green in words["activities"]],
            competences=[(one.text, one.level) for one in offer.competences.all()],
            host_tutor=tutor,
        )

    def _sign(self, place: int, most: int | None) -> None:
        """Let the office put the signatures it was brought: all of the open paper, or the first ones."""
        deed = Deed.objects.get(internship=self._case(place), completed_at=None, dropped_at=None)
        for actor in deed.signers[:most]:
            sign_with_file(deed, Actor(actor), by=self._officer(place), upload=_scan())

    def _prepare(self, place: int) -> None:
        case, officer = self._case(place), self._officer(place)
        expiry = case.end + timedelta(days=90)
        cover = CoverData(
            "PAT 20123456",
            "Assicurazioni riunite",
            "RC 2026/4471",
            expiry,
            covered=tuple(wanted_covers(case)),
        )
        case = note_cover(case, by=officer, data=cover)
        trained = SafetyData(Decimal(4), Decimal(8), moment.today())
        case = note_safety(case, by=officer, data=trained)
        perform(
            case,
            "record_communication",
            by=officer,
            number=f"1202026{case.pk:09d}",
            sent_at=moment.now() - BREATH,
            codes=Codes("01", "06", "A"),
        )
        self._see_to_letters(case.pk)

    def _write(self, place: int, on: date) -> None:
        case = self._case(place)
        month = case.months.filter(first_day__lte=on, last_day__gte=on).first()
        if month is None or not register.planned_on(case, on):
            return
        data = DayData(FULL_DAY, note=read("internships")["notes"][on.day % 3])
        write_day(month, on, by=self._intern_of(place), data=data)

    def _close_month(self, place: int) -> None:
        month = self._first(place)
        month = hand_in(month, by=self._intern_of(place))
        month = validate(month, by=self._host_of(place))
        month = check(month, by=self._officer(place))
        close(month, by=self._officer(place))
        self._see_to_letters(month.internship_id)

    def _pay(self, place: int) -> None:
        allowance = self._first(place).allowance
        case = self._case(place)
        paid = PaymentData(allowance.amount, moment.today(), f"TRN 05428{case.pk:06d}")
        lines = [f"Indennità di partecipazione, tirocinio {case.number}, mese 1"]
        proof = papers.transfer(case.host.name, lines)
        note_payment(allowance, by=self._host_of(place), data=paid, upload=proof)

    def _hire(self, place: int) -> None:
        perform(
            self._case(place),
            "transform",
            by=self._host_of(place),
            last_day=moment.today(),
            reason=read("internships")["hired"],
        )

    # Who and what

    def _act(self, place: int, act: str, who: Callable[[int], User]) -> None:
        perform(self._case(place), act, by=who(place))
        self._see_to_letters(self.cases[place])

    def _case(self, place: int) -> Internship:
        found = Internship.objects.select_related("offer__opened_by", "trainee__user")
        return found.get(pk=self.cases[place])

    def _first(self, place: int) -> Month:
        return Month.objects.get(internship=self.cases[place], number=1)

    def _host_of(self, place: int) -> User:
        return self._case(place).offer.opened_by

    def _intern_of(self, place: int) -> User:
        return self._case(place).trainee.user

    def _officer(self, _key: Any) -> User:
        return self.staff[accounts.SECOND_OFFICER.email]

    def _director(self, _key: Any) -> User:
        return self.staff[accounts.DIRECTOR.email]

    def _promoter(self) -> Promoter:
        said = read("internships")["promoter"]
        body, _new = Organisation.objects.get_or_create(
            tax_code=said["code"],
            defaults={
                "name": said["name"],
                "legal_form": "public_body",
                "pec": said["pec"],
                **said["seat"],
            },
        )
        kind = {"kind": PromoterKind.JOB_CENTRE, "registration": said["registration"]}
        return Promoter.objects.get_or_create(party=body, defaults=kind)[0]

    def _see_to_letters(self, case: int) -> None:
        approver = self.staff[accounts.PROCEDURE_OWNER.email]
        Post(case, approver, self._officer(None)).see_to("")


def _scan() -> SimpleUploadedFile:
    """Return what stands for the photograph of a signed paper."""
    out = io.BytesIO()
    Image.new("RGB", (60, 85), "white").save(out, "JPEG")
    return SimpleUploadedFile("firma.jpg", out.getvalue(), content_type="image/jpeg")
