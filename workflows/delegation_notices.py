"""Who is told what of a delegation: whoever is asked to act, and whoever asked them."""

import re
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from parties.models import User
from workflows import mailing
from workflows.models import Delegation, MailGroup

# What is told to the one who gave it; the rest is told to the other.
TO_GIVER = frozenset({"accepted", "declined", "given_up", "handed_back"})
SUBJECTS = {
    "given": _("{giver} asks you to act for {about}"),
    "accepted": _("{about}: your delegation was accepted"),
    "declined": _("{about}: your delegation was declined"),
    "given_up": _("{about}: your delegation was given up"),
    "revoked": _("{about}: your delegation has ended"),
    "handed_over": _("{about}: the draft is in your hands"),
    "handed_back": _("{about}: the draft is back with you"),
    "taken_back": _("{about}: the draft was taken back"),
}
SENTENCES = {
    "given": _(
        "{giver} asks you to act in their place for {about}, until {day}. You may: {level}. Sign in "
        "with this address, or register with it, to accept or decline."
    ),
    "accepted": _("{delegate} has accepted your delegation for {about}, until {day}."),
    "declined": _("{delegate} has declined your delegation for {about}."),
    "given_up": _(
        "{delegate} no longer acts for {about}. A draft that was in their hands is back with you."
    ),
    "revoked": _("{giver} has ended the delegation for {about}: you can no longer open it."),
    "handed_over": _("{giver} has handed the draft of {about} over to you: you can fill it in."),
    "handed_back": _(
        "{delegate} has handed the draft of {about} back. Nothing has been sent: look at it, and send "
        "it when you agree with it."
    ),
    "taken_back": _("{giver} has taken the draft of {about} back: you can still read it."),
}


def send(delegation_id: int, what: str, note: str, at: str) -> bool:
    """Tell one person what became of a delegation; return whether an email left or waits.

    `at` is the instant of the act, so that the same message keeps its identity at every attempt.
    Raises what the mail server answers.
    """
    given = Delegation.objects.select_related("case__call", "party", "given_by", "accepted_by").get(
        pk=delegation_id
    )
    if what in TO_GIVER:
        reader: User | None = given.given_by
    else:
        reader = given.accepted_by or User.objects.filter(email=given.email).first()
    language = reader.language if reader else given.given_by.language
    with translation.override(language):
        message = _message(given, what, note, at, str(reader) if reader else given.email)
        # Whoever is asked has not chosen anything yet; what ends is told in any case.
        if reader is None or what == "given":
            message.send()
            return True
        return mailing.send(message, reader, MailGroup.DELEGATIONS)


def about_of(given: Delegation) -> str:
    """Return what a delegation is about, in words: a case by number or call, or a party."""
    if given.case is None:
        return str(given.party)
    return given.case.number or f"“{given.case.call.title}”"


def _message(given: Delegation, what: str, note: str, at: str, name: str) -> EmailMessage:
    house = settings.HOUSE
    words: dict[str, Any] = {
        "giver": str(given.given_by),
        "delegate": str(given.accepted_by) if given.accepted_by else given.email,
        "about": about_of(given),
        "day": f"{given.valid_to:%d/%m/%Y}",
        "level": str(given.get_level_display()).lower(),
    }
    text = render_to_string(
        "workflows/mail/delegation.txt",
        {
            "name": name,
            "sentence": str(SENTENCES[what]).format(**words),
            "note": note,
            "page": settings.SITE_URL + reverse("workflows:delegation", args=[given.pk]),
            "office": ", ".join(filter(None, (house["office_name"], house["body_name"]))),
            "office_email": house["email"],
        },
    )
    stamp = re.sub(r"\D", "", at)
    to = given.given_by.email if what in TO_GIVER else _address(given)
    return EmailMessage(
        subject=str(SUBJECTS[what]).format(**words),
        # Tags of the template leave empty lines behind.
        body=re.sub(r"\n{3,}", "\n\n", text).strip() + "\n",
        to=[to],
        headers={
            "Message-ID": f"<delegation-{given.pk}-{what}-{stamp}@{house['email'].rpartition('@')[2]}>"
        },
    )


def _address(given: Delegation) -> str:
    return given.accepted_by.email if given.accepted_by else given.email
