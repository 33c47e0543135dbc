"""Internships that run: begun some days ago, their register written by those whose it is."""

from contextlib import contextmanager
from datetime import date, time, timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from internships import register
from internships.models import Internship, Month
from internships.rules.start import Actor
from internships.services.register import DayData, check, close, hand_in, validate, write_day
from parties import moment
from parties.models import User
from tests.internships import offering, placing
from tests.kept import kept
from tests.office import Office, pdf_file, person
from workflows.tasks import perform

LEAD = 40
EVERYBODY = (Actor.HOST, Actor.HOST_TUTOR, Actor.TRAINEE, Actor.PROMOTER)
MORNING = (time(8, 0), time(12, 0))
FULL = (MORNING, (time(13, 0), time(16, 12)))


@contextmanager
def on(day: date, hour: int = 18):
    """Let the office stand on a day of the past, in the evening."""
    instant = timezone.make_aware(timezone.datetime.combine(day, time(hour)))
    with moment.going_back(min(instant, timezone.now()), by=BaseCommand()):
        yield


@kept
def begun(
    office: Office, days: int, offer: Any = None, *, firm: int = 0, **changes: Any
) -> Internship:
    """Return an internship that began so many days ago; `changes` are of its plan.

    Another `firm` has another name and another tutor.
    """
    call = offering.open_call(office)
    today = timezone.localdate()
    with on(today - timedelta(days=days + LEAD)):
        found = offer or offering.published(
            office,
            call,
            f"Bottega del Tempo {firm or ''} srl".replace("  ", " "),
            tutor_tax_code=person(1500 + firm).tax_code,
        )
        case = placing.opened(office, found)
        case = placing.communicated(office, placing.prepared(office, case, **changes))
    with on(case.start, 8):
        return perform(case, "begin", by=office.officer)


def trainee_of(case: Internship) -> User:
    """Return the account of the intern."""
    return case.trainee.user


def host_of(case: Internship) -> User:
    """Return the account of the host, who confirms in the tutor's place."""
    return case.offer.opened_by


@kept
def written(case: Internship, number: int = 1, *, but: int = 0, **said: Any) -> Month:
    """Return a month whose planned days the intern has written, save for the last `but` of them."""
    month = case.months.get(number=number)
    days = register.planned_days(case, month)
    with on(month.last_day):
        for day in days[: len(days) - but]:
            data = DayData(**({"intervals": FULL, "note": "Prove di riuso"} | said))
            write_day(month, day, by=trainee_of(case), data=data)
    return month


@kept
def closed(office: Office, case: Internship, number: int = 1, **said: Any) -> Month:
    """Return a month that was written, confirmed, checked and closed on its last day."""
    month = written(case, number, **said)
    with on(month.last_day, 20):
        month = hand_in(month, by=trainee_of(case))
        month = validate(month, by=host_of(case))
        month = check(month, by=office.officer)
        return close(month, by=office.officer)


def proof(name: str = "bonifico.pdf"):
    """Return a PDF that proves a transfer, in so far as a test can tell."""
    return pdf_file(name)
