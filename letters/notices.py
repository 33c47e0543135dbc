"""The email that tells whoever is in charge that a letter has not arrived."""

import re
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from letters.advice import OF_FAILURES
from letters.messages import office_of
from letters.models import Delivery
from parties.models import User


def send(delivery_id: int, user_id: int, failed_at: datetime) -> bool:
    """Tell one person, in their language, of what failed at an instant.

    Returns whether it was still worth telling: somebody may have seen to it meanwhile. Raises what
    the mail server answers.
    """
    user = User.objects.get(pk=user_id)
    delivery = (
        Delivery.objects.filter(
            pk=delivery_id,
            state=Delivery.State.FAILED,
            failed_at=failed_at,
            replaced_by=None,
        )
        .select_related("letter__case__call__manager", "letter__call__manager", "letter__protocol")
        .first()
    )
    if delivery is None or not user.is_active:
        return False
    with translation.override(user.language):
        _message(delivery, user).send()
    return True


def _message(delivery: Delivery, user: User) -> EmailMessage:
    letter, office = delivery.letter, office_of(delivery.letter)
    number = letter.about
    context = {
        "name": str(user),
        "letter": letter,
        "number": number,
        "delivery": delivery,
        "advice": OF_FAILURES[delivery.failure_kind],
        "page": settings.SITE_URL + reverse("letters:failure", args=[delivery.pk]),
        "office": ", ".join(filter(None, (office.unit, office.name))),
        "office_email": office.email,
    }
    text = render_to_string("letters/mail/failure.txt", context)
    domain = office.email.rpartition("@")[2]
    return EmailMessage(
        subject=_("{number}: a letter has not arrived").format(number=number),
        # Tags of the template leave empty lines behind.
        body=re.sub(r"\n{3,}", "\n\n", text).strip() + "\n",
        to=[user.email],
        reply_to=[office.email],
        # The same identity at every attempt: a mailbox that has the message already can tell.
        headers={"Message-ID": f"<failure-{delivery.pk}-{delivery.attempts}-{user.pk}@{domain}>"},
    )
