"""Who is told that somebody has asked about a call: whoever examines, and who answers for the call.

Each message is one job for one colleague, queued in the transaction that takes the question in. Who
decides is not written to: they find the questions on the queue, the dashboard and in their day.
"""

import re

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from calls.models import Enquiry
from calls.permissions import may_answer
from parties import moment
from parties.models import User
from parties.queries import holding
from parties.roles import Role
from workflows import mailing
from workflows.models import MailGroup


def queue(enquiry: Enquiry) -> None:
    """Queue one message for each colleague who is told, in the caller's transaction."""
    examiners = holding([Role.OFFICER], moment.today()).values_list("pk", flat=True)
    owner = enquiry.call.procedure_owner_id
    for key in sorted({*examiners} | ({owner} if owner else set())):
        # By name: the task itself (`workflows.jobs`) calls back into this module.
        app.configure_task("workflows.tell_question").defer(enquiry_id=enquiry.pk, user_id=key)


def send(enquiry_id: int, user_id: int) -> bool:
    """Tell one colleague of a question; return whether an email left or waits.

    A question answered meanwhile is not told, nor anybody who no longer answers questions. Raises
    what the mail server answers.
    """
    enquiry = Enquiry.objects.select_related("call__manager", "asked_by").get(pk=enquiry_id)
    user = User.objects.get(pk=user_id)
    if enquiry.answer_id or not user.is_active or not may_answer(user):
        return False
    with translation.override(user.language):
        return mailing.send(_message(enquiry, user), user, MailGroup.QUESTIONS)


def _message(enquiry: Enquiry, user: User) -> EmailMessage:
    call, office = enquiry.call, enquiry.call.manager
    context = {
        "name": str(user),
        "enquiry": enquiry,
        "call": call,
        "page": settings.SITE_URL + reverse("calls:enquiry", args=[enquiry.pk]),
        "office": ", ".join(filter(None, (office.unit, office.name))),
        "office_email": office.email,
    }
    text = render_to_string("workflows/mail/question.txt", context)
    return EmailMessage(
        subject=_("{call}: a question waits for an answer").format(call=call.code),
        # Tags of the template leave empty lines behind.
        body=re.sub(r"\n{3,}", "\n\n", text).strip() + "\n",
        to=[user.email],
        # The same identity at every attempt: a mailbox that has the message already can tell.
        headers={
            "Message-ID": f"<question-{enquiry.pk}-{user.pk}@{office.email.rpartition('@')[2]}>"
        },
    )
