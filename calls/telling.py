"""The email that tells somebody the answer to their question on a call."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from calls.models import EnquiryAnswer


def tell_answer(answer_id: int) -> None:
    """Send the email, in the language of its reader; raises what the mail server answers."""
    written = EnquiryAnswer.objects.select_related(
        "enquiry__asked_by", "enquiry__call__manager"
    ).get(pk=answer_id)
    enquiry, call = written.enquiry, written.enquiry.call
    user, office = enquiry.asked_by, call.manager
    with translation.override(user.language):
        context = {
            "name": str(user),
            "enquiry": enquiry,
            "written": written,
            "call": call,
            "page": settings.SITE_URL + reverse("portal:questions", args=[call.code]),
            "office": ", ".join(filter(None, (office.unit, office.name))),
        }
        EmailMessage(
            subject=_("{call}: the answer to your question").format(call=call.code),
            body=render_to_string("calls/mail/answered.txt", context).strip() + "\n",
            to=[user.email],
            reply_to=[office.email],
            # The same identity at every attempt: a mailbox that has the message can tell.
            headers={"Message-ID": f"<answer-{written.pk}@{office.email.rpartition('@')[2]}>"},
        ).send()
