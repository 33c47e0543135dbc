"""The email that brings a one-time code: sent once the code is kept, in its reader's language."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from internships.models import Deed, WorkOutcome
from parties.models import User


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
        EmailMessage(
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
        ).send()
