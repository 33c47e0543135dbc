"""The email that tells that the last day of a term has moved: its letter arrived after it had left.

The letter names the day reckoned when it left; from its arrival the term runs anew (TERM-12).
"""

import re
from datetime import date
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from parties.models import User
from ui.formats import long_date
from workflows import mailing
from workflows.models import Case, CaseTerm, MailGroup


def queue(term: CaseTerm, before: date) -> None:
    """Queue the messages to the applicant and to whoever is in charge, in the caller's transaction.

    `before` is the last day as the letter says it.
    """
    case = Case.objects.select_related("call__procedure_owner", "officer", "opened_by").get(
        pk=term.case_id
    )
    people = [case.opened_by, case.officer or case.call.procedure_owner]
    for user in dict.fromkeys(one for one in people if one is not None):
        # By name: the task itself (`workflows.jobs`) calls back into this module.
        app.configure_task("workflows.send_new_day").defer(
            term_id=term.pk,
            user_id=user.pk,
            before=before.isoformat(),
            due_on=term.due_on.isoformat(),
        )


def send(term_id: int, user_id: int, before: date, due_on: date) -> bool:
    """Tell one person, in their language; return whether it was still worth telling.

    A term that has ended, waits again or has moved once more is told of otherwise. Raises what the
    mail server answers.
    """
    term = CaseTerm.objects.select_related("case__call__manager", "case__applicant").get(pk=term_id)
    user = User.objects.get(pk=user_id)
    if not user.is_active or term.ended_at is not None or term.awaits or term.due_on != due_on:
        return False
    with translation.override(user.language):
        message = _message(term, user, before)
        if user.pk == term.case.opened_by_id:
            return mailing.send(message, user, MailGroup.TERMS)
        message.send()
    return True


def _message(term: CaseTerm, user: User, before: date) -> EmailMessage:
    case, office = term.case, term.case.call.manager
    is_applicant = user.pk == case.opened_by_id
    template = "new_day_for_applicant" if is_applicant else "new_day_for_office"
    page = "workflows:case" if is_applicant else "workflows:office_case"
    context: dict[str, Any] = {
        "name": str(case.applicant) if is_applicant else str(user),
        "case": case,
        "term": term.get_kind_display(),
        "starts_on": term.starts_on,
        "due_on": term.due_on,
        "before": before,
        "page": settings.SITE_URL + reverse(page, args=[case.pk]),
        "office": ", ".join(filter(None, (office.unit, office.name))),
        "office_email": office.email,
    }
    text = render_to_string(f"workflows/mail/{template}.txt", context)
    subject = _("{number}: the last day is now {due}")
    domain = office.email.rpartition("@")[2]
    return EmailMessage(
        subject=subject.format(number=case.number, due=long_date(term.due_on)),
        # Tags of the template leave empty lines behind.
        body=re.sub(r"\n{3,}", "\n\n", text).strip() + "\n",
        to=[user.email],
        reply_to=[office.email],
        # The same identity at every attempt: a mailbox that has the message already can tell.
        headers={"Message-ID": f"<day-{term.pk}-{term.due_on:%Y%m%d}-{user.pk}@{domain}>"},
    )
