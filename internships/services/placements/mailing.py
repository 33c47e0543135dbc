"""Short messages that tell or ask something: sent once what they tell is kept.

A one-time code, what became of an intern, an interim report that is due, an accident to report, a trip.
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from internships import following
from internships.models import Accident, Deed, InterimReport, Internship, Trip, WorkOutcome
from internships.rules.start import Actor
from parties.models import User
from workflows import mailing
from workflows.models import MailGroup


def mail_code(deed: Deed, user: User, code: str) -> None:
    """Send a code to the account of whoever is to accept a deed."""
    case = deed.internship
    office = case.call.manager
    with translation.override(user.language):
        EmailMessage(
            subject=_("{number}: your code to accept the paper").format(number=case.number),
            body=render_to_string(
                "internships/mail/code.txt",
                {"deed": deed, "case": case, "code": code, "user": user, "office": office},
            ),
            to=[user.email],
            reply_to=[office.email],
        ).send()


def mail_outcome(asked: WorkOutcome, user: User) -> None:
    """Ask an intern what became of them, with the page on which to say it (R-ATT-11)."""
    case = asked.internship
    office = case.call.manager
    page = reverse("internships:internship_outcome", args=[case.pk, asked.when])
    with translation.override(user.language):
        message = EmailMessage(
            subject=_("{number}: what has become of you?").format(number=case.number),
            body=render_to_string(
                "internships/mail/outcome.txt",
                {
                    "case": case,
                    "user": user,
                    "office": office,
                    "url": f"{settings.SITE_URL}{page}",
                },
            ),
            to=[user.email],
            reply_to=[office.email],
            headers={
                "Message-ID": f"<outcome-{asked.pk}@{office.email.rpartition('@')[2]}>",
            },
        )
        mailing.send(message, user, MailGroup.AFTER)


def mail_report(row: InterimReport) -> None:
    """Ask both tutors for an interim report whose days are over (R-ATT-10)."""
    case = row.internship
    stretch = next(
        one.stretch for one in following.reports_of(case) if one.stretch.number == row.number
    )
    page = reverse("internships:internship_interim", args=[case.pk, row.number])
    subject = _("{number}: interim report no. {report}").format(
        number=case.number, report=row.number
    )
    to = [one.email for one in case.tutors.all() if one.ended_on is None]
    _mail(case, to, subject, "report", {"stretch": stretch, "url": f"{settings.SITE_URL}{page}"})


def mail_accident(accident: Accident, due: datetime) -> None:
    """Remind whoever reports of an accident that is to be reported soon (R-INS-05, R-INS-06)."""
    case = accident.internship
    page = reverse("internships:internship_accident", args=[case.pk, accident.pk])
    subject = _("{number}: an accident is to be reported").format(number=case.number)
    context = {
        "due": timezone.localtime(due),
        "accident": accident,
        "url": f"{settings.SITE_URL}{page}",
    }
    _mail(case, _addresses(case, following.reporter_of(case)), subject, "accident", context)


def mail_trip(trip: Trip) -> None:
    """Tell the promoter of a trip, so that it extends the insurance (R-DUR-23)."""
    case = trip.internship
    page = reverse("internships:internship", args=[case.pk])
    subject = _("{number}: trip to {place}").format(number=case.number, place=trip.place)
    context = {"trip": trip, "url": f"{settings.SITE_URL}{page}"}
    _mail(case, _addresses(case, Actor.PROMOTER.value), subject, "trip", context)


def _addresses(case: Internship, actor: str) -> list[str]:
    """Return where promoter or host is written to: its tutor, and the body's own address."""
    side = "promoter" if actor == Actor.PROMOTER.value else "host"
    tutor = case.tutor(side)
    body: Any = case.promoter.party if side == "promoter" and case.promoter else None
    body = body or (case.host if side == "host" else None)
    user = case.offer.opened_by.email if side == "host" else ""
    found = [tutor.email if tutor else "", (body.email or user) if body else user]
    return list(dict.fromkeys(filter(None, found)))


def _mail(
    case: Internship, to: list[str], subject: str, name: str, context: dict[str, Any]
) -> None:
    if not to:
        return
    office = case.call.manager
    EmailMessage(
        subject=subject,
        body=render_to_string(
            f"internships/mail/{name}.txt", {"case": case, "office": office, **context}
        ),
        to=to,
        reply_to=[office.email],
    ).send()
